/** What a line of page text looks like, before its meaning is known. */

const SENTENCE_END = /[.!?…。！？؟।]["'”’»«)\]]*$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

/** Number of words; a script without spaces counts two characters as a word. */
export function wordsIn(text: string): number {
  return UNSPACED.test(text) ? Math.ceil(text.length / 2) : (text.match(WORD)?.length ?? 0);
}

/** A line that reads as prose: long, or a full sentence. */
export function isProse(text: string): boolean {
  const words = wordsIn(text);
  return words >= 14 || (words >= 7 && SENTENCE_END.test(text));
}

/** A short line without a full stop between paragraphs: a crosshead. */
export function isCrosshead(text: string): boolean {
  const words = wordsIn(text);
  return (
    words >= 1 && words <= 12 && text.length <= 90 && !/[.…:;,]["'”’»)]*$/u.test(text) && /^["'“„«¿¡(-]*\s*[\p{Lu}\p{Lo}\p{N}]/u.test(text)
  );
}

/** Site furniture around a page: taglines with a bullet, breadcrumbs, pipes. */
export function isFurniture(text: string): boolean {
  return /^[•·|*→►▶«»☰]/u.test(text) || /\s[>›»|]\s/u.test(text) || wordsIn(text) < 2;
}
