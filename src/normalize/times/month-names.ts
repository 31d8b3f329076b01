import { languageOf, languages } from '../lexicon/languages.ts';
import { wordsOf } from '../lexicon/words.ts';

/** Month numbers by word, in one language. */
const byLanguage: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  languages.map(({ tag, times }) => [
    tag,
    new Map((times?.months ?? []).flatMap((words, index) => wordsOf(words).map((word) => [word, index + 1] as const))),
  ]),
);
/** Month numbers by word, whatever the language; 0 where two languages disagree. */
const everywhere = new Map<string, number>();
for (const months of byLanguage.values())
  for (const [word, month] of months) everywhere.set(word, (everywhere.get(word) ?? month) === month ? month : 0);
/** English months cut short in their own way: `Sept`, `Octo`. */
const PREFIXES: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [name, index + 1]),
);

/** Month number of a word in lower case, dots stripped; undefined where it is none, or another one in another language and none is stated. */
export function monthOf(word: string, language: string | undefined): number | undefined {
  const local = byLanguage.get(languageOf(language)?.tag ?? '')?.get(word);
  const known =
    local ?? everywhere.get(word) ?? everywhere.get(withoutMarks(word)) ?? (word.length === 4 ? PREFIXES.get(word.slice(0, 3)) : undefined);
  return known === 0 ? undefined : known;
}

/** Month number of a word as printed: any case, with or without its dot. */
export function printedMonth(word: string, language?: string): number | undefined {
  return monthOf(word.trim().toLowerCase().replace(/\.$/u, ''), language);
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
