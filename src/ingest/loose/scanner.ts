import { decodeReferences } from '../character-references.ts';
import { doctypeAt, isDoctype, past } from './doctype.ts';
import type { LooseTree } from './loose-tree.ts';
import type { Oddities } from './oddities.ts';
import { isNameStart, nameEnd, StartTag } from './start-tag.ts';
import { BANG, GREATER, LESS, QUESTION, SLASH } from '../markup-characters.ts';

const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/;
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g;
/** Elements of HTML without content: written without `/` they are empty all the same. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'BR', 'HR', 'IMG']);
/** How often the text may be looked over in search of the end of tags that are none, in text lengths, before the rest is taken as it is. */
const PATIENCE = 16;
/** The answer of a reader for a `<` that begins no markup. */
const NO_MARKUP = -1;

/**
 * One pass over a text, from `<` to `<`: what is markup goes to the tree as such, all else as text. Nothing that a DOCTYPE declares is
 * seen but entities that stand for a few plain characters.
 */
export class Scanner {
  readonly #text: string;
  readonly #tree: LooseTree;
  readonly #odd: Oddities;
  readonly #hasControls: boolean;
  readonly #tag: StartTag;
  readonly #entities = new Map<string, string>();
  #patience: number;
  /** Where text begins that was not given to the tree yet. */
  #edge = 0;
  /** Where the next markup begins; -1 where there is none. */
  #next: number;
  #isOver = false;

  constructor(text: string, tree: LooseTree, odd: Oddities) {
    this.#text = text;
    this.#tree = tree;
    this.#odd = odd;
    this.#tag = new StartTag(text, (raw) => this.#decoded(raw));
    this.#hasControls = CONTROL.test(text);
    this.#patience = text.length * PATIENCE;
    this.#next = text.indexOf('<');
    if (/^\s*[^\s<]/.test(text)) this.#note('xml.leading-text');
  }

  /** Reads on until a record is ready in the tree; false when the text is over. */
  advance(): boolean {
    const text = this.#text;
    const tree = this.#tree;
    let at = this.#next;
    while (at !== -1 && !tree.stopped) {
      this.#odd.at = at;
      const end = this.#markup(at);
      if (end === NO_MARKUP) this.#note('xml.bare-less-than');
      else this.#edge = end;
      at = text.indexOf('<', end === NO_MARKUP ? at + 1 : end);
      if (this.#odd.isHopeless) this.#giveUp('xml.too-many-mends');
      if (tree.ready !== undefined) {
        this.#next = at;
        return true;
      }
    }
    this.#next = -1;
    this.#finish();
    return false;
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#odd.at = this.#text.length;
    if (!this.#tree.stopped) this.#flush(this.#text.length);
    this.#tree.finish(this.#text.length);
  }

  /** Past the markup that begins at `at`. */
  #markup(at: number): number {
    const code = this.#text.charCodeAt(at + 1);
    if (code === SLASH) return this.#endTag(at);
    if (code === BANG) return this.#declaration(at);
    if (code === QUESTION) {
      this.#flush(at);
      return past(this.#text, '>', at + 2);
    }
    return isNameStart(code) ? this.#startTag(at) : NO_MARKUP;
  }

  #startTag(at: number): number {
    const text = this.#text;
    const nameStop = nameEnd(text, at + 1);
    const tag = this.#tag;
    const refusal = tag.read(nameStop);
    if (refusal !== -1) {
      this.#patience -= refusal - at;
      return this.#patience > 0 ? NO_MARKUP : refusal;
    }
    this.#flush(at);
    if (tag.cutOff) {
      this.#note('xml.truncated');
      return text.length;
    }
    if (tag.unquoted) this.#note('xml.unquoted-attribute');
    const name = text.slice(at + 1, nameStop);
    if (!tag.selfClosing && VOID.has(name) && !text.startsWith('</', tag.end)) {
      this.#note('xml.unclosed-element', `<${name}>`);
      tag.selfClosing = true;
    }
    this.#tree.open(name, tag, at);
    return tag.end;
  }

  /** An end tag ends at its `>`, or where the next markup begins. */
  #endTag(at: number): number {
    const text = this.#text;
    const { openName } = this.#tree;
    if (openName !== '' && text.startsWith(openName, at + 2) && text.charCodeAt(at + 2 + openName.length) === GREATER) {
      this.#flush(at);
      const after = at + 3 + openName.length;
      this.#tree.close(openName, at, after);
      return after;
    }
    if (!isNameStart(text.charCodeAt(at + 2))) return NO_MARKUP;
    const nameStop = nameEnd(text, at + 2);
    let end = nameStop;
    while (end < text.length && text.charCodeAt(end) !== GREATER && text.charCodeAt(end) !== LESS) end += 1;
    if (text.charCodeAt(end) === GREATER) end += 1;
    this.#flush(at);
    this.#tree.close(text.slice(at + 2, nameStop), at, end);
    return end;
  }

  /** A comment, a CDATA section, a DOCTYPE, or something else that begins with `<!`. */
  #declaration(at: number): number {
    const text = this.#text;
    this.#flush(at);
    if (text.startsWith('--', at + 2)) return past(text, '-->', at + 4);
    if (text.slice(at + 2, at + 9).toUpperCase() === '[CDATA[') return this.#cdata(at);
    if (!isDoctype(text, at)) return past(text, '>', at + 2);
    const { end, declaresEntities, entities } = doctypeAt(text, at);
    if (declaresEntities) this.#note('xml.entity-declaration');
    for (const [name, value] of entities) this.#entities.set(name, value);
    return end;
  }

  #cdata(at: number): number {
    const text = this.#text;
    const close = text.indexOf(']]>', at + 9);
    const end = close === -1 ? text.length : close;
    if (end > at + 9) this.#tree.text(this.#clean(text.slice(at + 9, end)), at, close === -1 ? end : end + 3, false);
    return close === -1 ? end : close + 3;
  }

  #note(code: string, source?: string): void {
    this.#odd.add(code, source);
  }

  #giveUp(code: string): void {
    this.#tree.stop(code);
  }

  /** Gives the text before `to` to the tree. */
  #flush(to: number): void {
    const from = this.#edge;
    this.#edge = to;
    if (from >= to) return;
    const blank = isBlank(this.#text, from, to);
    const data = this.#text.slice(from, to);
    this.#odd.at = from;
    this.#tree.text(blank ? data : this.#decoded(data), from, to, blank);
    this.#odd.at = to;
  }

  #decoded(text: string): string {
    const clean = this.#clean(text);
    return clean.includes('&') ? decodeReferences(clean, this.#odd.add, this.#entities) : clean;
  }

  #clean(text: string): string {
    if (!this.#hasControls) return text;
    return text.replace(CONTROLS, () => {
      this.#note('xml.control-character');
      return '';
    });
  }
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}
