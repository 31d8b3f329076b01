/** The characters that markup is made of, as code units. */
export const BANG = 0x21;
export const DOUBLE = 0x22;
export const SINGLE = 0x27;
export const SLASH = 0x2f;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;

/** A letter of ASCII, in either case. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Where white space and control characters that begin at `from` end. */
export function blankEnd(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}
