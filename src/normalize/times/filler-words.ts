import { languages } from '../lexicon/languages.ts';
import { wordsOf } from '../lexicon/words.ts';

const fillers: ReadonlySet<string> = new Set(
  languages.flatMap(({ times }) => [...(times?.weekdays ?? []), times?.fillers].flatMap(wordsOf)),
);

/** True for a word that may stand in a date without meaning: a weekday, a label, a preposition, in whatever language. */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}
