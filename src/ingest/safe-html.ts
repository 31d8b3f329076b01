import { DROPPED } from './safe/allowed.ts';
import { htmlTagAt } from './safe/html-tag.ts';
import { SafeWriter } from './safe/safe-writer.ts';
import { BANG, GREATER, isLetter, QUESTION, SLASH } from './markup-characters.ts';

/** Where one of these is never closed, browsers show nothing of what follows. */
const ENDLESS = new Set(['script', 'style']);
const CLOSERS: ReadonlyMap<string, RegExp> = new Map([...DROPPED].map((name) => [name, new RegExp(`</${name}(?![a-z0-9])`, 'gi')]));

/**
 * HTML without anything that runs, loads code or frames: an allow-list of elements and attributes, addresses made absolute
 * against `base`, `javascript:` and the like removed. Every tag that comes out was written here and is closed in order, so what comes
 * out is safe whatever a browser would have made of what went in. Text stays as it stands. One pass, whatever the depth.
 */
export function safeHtml(html: string, base: string | undefined): string {
  return new Sanitizer(html, base).run();
}

class Sanitizer {
  readonly #html: string;
  readonly #writer: SafeWriter;
  /** What was looked for in vain: it does not come any more. */
  readonly #missing = new Set<string>();

  constructor(html: string, base: string | undefined) {
    this.#html = html;
    this.#writer = new SafeWriter(base);
  }

  run(): string {
    const html = this.#html;
    let edge = 0;
    for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', edge)) {
      if (at > edge) this.#writer.text(html.slice(edge, at));
      edge = this.#markup(at);
    }
    this.#writer.text(html.slice(edge));
    return this.#writer.finish();
  }

  /** Takes the markup that begins at `at`; where it ends. */
  #markup(at: number): number {
    const code = this.#html.charCodeAt(at + 1);
    if (isLetter(code)) return this.#startTag(at);
    if (code === SLASH) return this.#endTag(at);
    return code === BANG || code === QUESTION ? this.#declaration(at, code) : this.#bare(at);
  }

  /** A `<` that begins nothing is text. */
  #bare(at: number): number {
    this.#writer.text('&lt;');
    return at + 1;
  }

  #startTag(at: number): number {
    const tag = htmlTagAt(this.#html, at + 1);
    const { rule, end, selfClosing } = tag;
    if (rule === undefined) return end;
    const isDropped = rule.isDropped && !(rule.name === 'title' && this.#writer.inDrawing);
    if (!isDropped) this.#writer.open(rule, tag);
    return isDropped && !selfClosing ? this.#contentEnd(rule.name, end) : end;
  }

  #endTag(at: number): number {
    const code = this.#html.charCodeAt(at + 2);
    if (code === GREATER) return at + 3;
    if (!isLetter(code)) return this.#bare(at);
    const { rule, end } = htmlTagAt(this.#html, at + 2);
    if (rule !== undefined) this.#writer.close(rule);
    return end;
  }

  /** Past a comment, a DOCTYPE or an instruction. Anything else that begins so is text. */
  #declaration(at: number, code: number): number {
    const html = this.#html;
    if (html.startsWith('<!--', at)) return this.#commentEnd(at + 4);
    const isDeclaration = code === QUESTION || isLetter(html.charCodeAt(at + 2));
    const close = isDeclaration ? this.#find('>', at + 2) : -1;
    return close === -1 ? this.#bare(at) : close + 1;
  }

  /** A comment that is never closed ends at the next `>`. */
  #commentEnd(from: number): number {
    if (this.#html.charCodeAt(from) === GREATER) return from + 1;
    const close = this.#find('-->', from);
    if (close !== -1) return close + 3;
    const end = this.#find('>', from);
    return end === -1 ? this.#html.length : end + 1;
  }

  /** Past the end tag of an element that is dropped with its content. */
  #contentEnd(name: string, from: number): number {
    const closer = CLOSERS.get(name);
    if (closer !== undefined && !this.#missing.has(name)) {
      closer.lastIndex = from;
      const found = closer.exec(this.#html);
      if (found !== null) return htmlTagAt(this.#html, found.index + 2).end;
      this.#missing.add(name);
    }
    return ENDLESS.has(name) ? this.#html.length : from;
  }

  #find(mark: string, from: number): number {
    if (this.#missing.has(mark)) return -1;
    const found = this.#html.indexOf(mark, from);
    if (found === -1) this.#missing.add(mark);
    return found;
  }
}
