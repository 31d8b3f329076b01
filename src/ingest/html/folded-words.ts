/** A text as lower-case words parted by single blanks: what remains when two texts say the same. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Scripts that write no blanks, or few: a character there says as much as three Latin ones. */
const DENSE = /[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu;

/** Characters of a text, those of dense scripts counted threefold. */
export function lengthOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}
