const BEYOND_ASCII = /[^\x00-\x7f]/;

/** A text as lower-case words parted by single blanks: what remains when two texts say the same. */
export function wordsOf(text: string): string {
  const lower = text.toLowerCase();
  return (BEYOND_ASCII.test(lower) ? lower.replace(/[^\p{L}\p{N}]+/gu, ' ') : lower.replace(/[^a-z0-9]+/g, ' ')).trim();
}

/** Scripts that write no blanks, or few: a character there says as much as three Latin ones. */
const DENSE = /[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu;

const BEYOND_LATIN = /[^\x00-\u024f]/;

/** Characters of a text, those of dense scripts counted threefold. */
export function lengthOf(text: string): number {
  return BEYOND_LATIN.test(text) ? text.length + 2 * (text.match(DENSE)?.length ?? 0) : text.length;
}
