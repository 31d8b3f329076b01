import { languages } from '../lexicon/languages.ts';
import { wordsOf } from '../lexicon/words.ts';
import { monthOf } from './month-names.ts';

/** Shorter ones are common words: `do`, `mi`, `sa`. */
const SHORTEST = 3;

const weekdays: ReadonlySet<string> = new Set(
  languages.flatMap(({ times }) =>
    wordsOf(times?.weekdays).filter((word) => word.length >= SHORTEST && monthOf(word, undefined) === undefined),
  ),
);

/** True for the name or short form of a weekday, in any case and language; one that is a month elsewhere (`mar`) is none. */
export function isWeekday(word: string): boolean {
  return weekdays.has(word.trim().toLowerCase().replace(/[.,]$/u, ''));
}
