import { wordsOf } from './folded-words.ts';

/** Shorter statements are teasers. */
const SHORTEST = 300;
/** Longer ones are no story, and all runs of their words would fill the memory. */
const LONGEST = 500_000;
const WORDS_IN_A_ROW = 4;
const LETTERS_IN_A_ROW = 10;

/** How much of a passage the page's own data (`articleBody`) says too: 0 to 1. Undefined where the data state no story. */
export type Statement = (words: string) => number;

export function statementOf(articleBody: string | undefined): Statement | undefined {
  if (articleBody === undefined || articleBody.length < SHORTEST || articleBody.length > LONGEST) return undefined;
  const stated = wordsOf(articleBody.replace(/<[^<>]{1,500}>/g, ' '));
  const whole = ` ${stated} `;
  const runs = new Set(runsOf(stated));
  return (words) => {
    if (words === '') return 0;
    const own = runsOf(words);
    if (own.length <= 1) return whole.includes(` ${words} `) ? 1 : 0;
    return own.filter((run) => runs.has(run)).length / own.length;
  };
}

/** Runs of words; of letters where the script parts no words. */
function runsOf(words: string): string[] {
  const parts = words.split(' ');
  const isDense = parts.length < words.length / 14;
  const units = isDense ? Array.from(parts.join('')) : parts;
  const size = isDense ? LETTERS_IN_A_ROW : WORDS_IN_A_ROW;
  const runs: string[] = [];
  for (let at = 0; at + size <= units.length; at += 1) runs.push(units.slice(at, at + size).join(' '));
  return runs;
}
