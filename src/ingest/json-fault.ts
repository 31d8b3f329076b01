/** Where a text stops being JSON, and what stands there instead. */
export interface JsonFault {
  /** UTF-16 index of the first character that cannot be there; the length of the text where it ends too early. */
  readonly at: number;
  readonly why: string;
}

/** Thrown and caught in this file only. */
class Stop extends Error {
  readonly at: number;

  constructor(at: number, why: string) {
    super(why);
    this.at = at;
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PLAIN = /[^"\\\x00-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The first fault of a text that is not JSON (RFC 8259); undefined where it is. The words are our own, so that they are the same on every
 * version of Node. The caller has bounded the nesting.
 */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    const end = afterSpace(text, afterValue(text, 0));
    return end === text.length ? undefined : { at: end, why: `${seen(text, end)} after the end of the value` };
  } catch (thrown) {
    if (thrown instanceof Stop) return { at: thrown.at, why: thrown.message };
    throw thrown;
  }
}

/** Index behind the value that begins at or after `from`. */
function afterValue(text: string, from: number): number {
  const at = afterSpace(text, from);
  const first = text.charAt(at);
  if (first === '{') return afterList(text, at, '}', afterMember);
  if (first === '[') return afterList(text, at, ']', afterValue);
  if (first === '"') return afterString(text, at);
  const end = Math.max(after(NUMBER, text, at), after(WORD, text, at));
  if (end === at) throw new Stop(at, `${seen(text, at)} where a value is expected`);
  return end;
}

function afterList(text: string, open: number, close: '}' | ']', afterEntry: (text: string, from: number) => number): number {
  let at = afterSpace(text, open + 1);
  if (text.charAt(at) === close) return at + 1;
  for (;;) {
    at = afterSpace(text, afterEntry(text, at));
    const next = text.charAt(at);
    if (next === close) return at + 1;
    if (next !== ',') throw new Stop(at, `${seen(text, at)} where , or ${close} is expected`);
    at += 1;
  }
}

function afterMember(text: string, from: number): number {
  const at = afterSpace(text, from);
  if (text.charAt(at) !== '"') throw new Stop(at, `${seen(text, at)} where a name in quotes is expected`);
  const colon = afterSpace(text, afterString(text, at));
  if (text.charAt(colon) !== ':') throw new Stop(colon, `${seen(text, colon)} where : is expected`);
  return afterValue(text, colon + 1);
}

function afterString(text: string, quote: number): number {
  let at = quote + 1;
  for (;;) {
    at = after(PLAIN, text, at);
    if (text.charAt(at) === '"') return at + 1;
    const escaped = after(ESCAPE, text, at);
    if (escaped === at) throw new Stop(at, `${seen(text, at)} within a string`);
    at = escaped;
  }
}

function afterSpace(text: string, from: number): number {
  return after(SPACE, text, from);
}

/** Index behind what the sticky pattern matches at `from`; `from` itself where it matches nothing. */
function after(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

/** The character as a message can print it. */
function seen(text: string, at: number): string {
  if (at >= text.length) return 'the end of the document';
  const code = text.codePointAt(at) ?? 0;
  if (code === 0x5c) return 'a backslash that begins no escape';
  return code < 0x21 || code === 0x7f
    ? `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    : String.fromCodePoint(code);
}
