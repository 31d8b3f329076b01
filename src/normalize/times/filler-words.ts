import { languages } from '../lexicon/languages.ts';
import { wordsOf } from '../lexicon/words.ts';

const fillers: ReadonlySet<string> = new Set(languages.flatMap(({ times }) => [...wordsOf(times?.weekdays), ...wordsOf(times?.fillers)]));

/** True for a word that may stand in a date without meaning: a weekday, a label, a preposition, in whatever language. */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}
