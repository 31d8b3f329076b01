import { languageOf, languages } from '../lexicon/languages.ts';
import { wordsOf } from '../lexicon/words.ts';
import { monthOf } from './month-names.ts';

/** Shorter ones are common words: `do`, `mi`, `sa`. */
const SHORTEST = 3;
/** From here on the forms of one language are no words of another. */
const UNMISTAKABLE = 4;

const byLanguage: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  languages.map(({ tag, times }) => [
    tag,
    new Map(
      (times?.weekdays ?? []).flatMap((words, index) =>
        wordsOf(words).flatMap((word) =>
          word.length >= SHORTEST && monthOf(word, undefined) === undefined ? [[word, (index + 1) % 7] as const] : [],
        ),
      ),
    ),
  ]),
);
/** Days by word, whatever the language; undefined where two languages disagree. */
const everywhere = new Map<string, number | undefined>();
for (const days of byLanguage.values())
  for (const [word, day] of days) everywhere.set(word, everywhere.has(word) && everywhere.get(word) !== day ? undefined : day);

/** True for the name or short form of a weekday, in any case and language; one that is a month elsewhere (`mar`) is none. */
export function isWeekday(word: string): boolean {
  return everywhere.has(word.trim().toLowerCase().replace(/[.,]$/u, ''));
}

/** The day that a word in lower case names, Sunday 0: in the language given and in English any form, elsewhere none that is short. */
export function weekdayOf(word: string, language: string | undefined): number | undefined {
  const own = byLanguage.get(languageOf(language)?.tag ?? '')?.get(word) ?? byLanguage.get('en')?.get(word);
  return own ?? (word.length >= UNMISTAKABLE ? everywhere.get(word) : undefined);
}
