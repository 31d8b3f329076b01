import { blankEnd, DOUBLE, EQUALS, GREATER, isLetter, LESS, SINGLE, SLASH } from '../markup-characters.ts';

/** Where a name that begins at `from` ends: at white space, `/`, `>`, `<`, or the end of the text. */
export function nameEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === GREATER || code === SLASH || code === LESS) break;
  }
  return at;
}

/** Letters, `_`, `:` and all beyond ASCII begin a name. */
export function isNameStart(code: number): boolean {
  return isLetter(code) || code === 0x5f || code === 0x3a || code >= 0x80;
}

/** A start tag as it stands in the text. One object serves all tags of a document, so it holds until the next one is read. */
export class StartTag {
  /** Past its `>`; the length of the text where the tag is cut off. */
  end = 0;
  /** Decoded; undefined where there are none. */
  attributes: Record<string, string> | undefined;
  selfClosing = false;
  cutOff = false;
  unquoted = false;
  /** Whether an attribute declares a namespace. */
  declares = false;
  readonly #text: string;
  readonly #decode: (raw: string) => string;
  /** Where the value ends that was read last. */
  #valueEnd = 0;

  constructor(text: string, decode: (raw: string) => string) {
    this.#text = text;
    this.#decode = decode;
  }

  /**
   * Reads a start tag from the end of its name on. It is no tag, and the answer the position where that shows, where another `<` comes
   * first outside quotes or a quote is never closed: then its `<` is text. Else the answer is -1.
   */
  read(from: number): number {
    const text = this.#text;
    this.attributes = undefined;
    this.selfClosing = this.cutOff = this.unquoted = this.declares = false;
    let at = from;
    for (;;) {
      at = blankEnd(text, at);
      const code = text.charCodeAt(at);
      if (code === GREATER) return this.#close(at, text.charCodeAt(at - 1) === SLASH);
      if (code === LESS) return at;
      if (at >= text.length) return this.#cut();
      const stop = code === SLASH ? at + 1 : this.#attribute(at);
      if (stop < 0) return -1 - stop;
      at = stop;
    }
  }

  #close(at: number, selfClosing: boolean): number {
    this.end = at + 1;
    this.selfClosing = selfClosing;
    return -1;
  }

  #cut(): number {
    this.end = this.#text.length;
    this.cutOff = true;
    return -1;
  }

  /** Reads the attribute at `from`; where it ends, or -1 minus the position where it shows that the tag is none. */
  #attribute(from: number): number {
    const text = this.#text;
    const nameStop = Math.max(attributeNameEnd(text, from), from + 1);
    const equals = blankEnd(text, nameStop);
    if (text.charCodeAt(equals) !== EQUALS) {
      this.#set(from, nameStop, '');
      return nameStop;
    }
    const start = blankEnd(text, equals + 1);
    const code = text.charCodeAt(start);
    const value = code === DOUBLE || code === SINGLE ? this.#quoted(start, code) : this.#unquoted(start);
    if (value === undefined) return -1 - this.#valueEnd;
    this.#set(from, nameStop, value);
    return this.#valueEnd;
  }

  #quoted(start: number, quote: number): string | undefined {
    const text = this.#text;
    const close = text.indexOf(quote === DOUBLE ? '"' : "'", start + 1);
    this.#valueEnd = close === -1 ? text.length : close + 1;
    return close === -1 ? undefined : text.slice(start + 1, close);
  }

  #unquoted(start: number): string | undefined {
    const text = this.#text;
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code <= 0x20 || code === GREATER || code === LESS) break;
    }
    const isClosed = text.charCodeAt(at) === GREATER && text.charCodeAt(at - 1) === SLASH;
    this.#valueEnd = Math.max(isClosed ? at - 1 : at, start);
    this.unquoted = true;
    return text.charCodeAt(at) === LESS ? undefined : text.slice(start, this.#valueEnd);
  }

  #set(from: number, to: number, value: string): void {
    const name = this.#text.slice(from, to).toLowerCase();
    const attributes = (this.attributes ??= {});
    // The first of several counts. Names that every object has (`__proto__`, `constructor`) are none here.
    if (attributes[name] !== undefined || !isNameStart(name.charCodeAt(0))) return;
    attributes[name] = this.#decode(value);
    if (name.startsWith('xmlns')) this.declares = true;
  }
}

function attributeNameEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === EQUALS || code === GREATER || code === SLASH || code === LESS) break;
  }
  return at;
}
