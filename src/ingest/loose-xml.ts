import { DomHandler, Element, type Document } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import { BARE_LESS_THAN, maskBareMarkup } from './bare-markup.ts';
import { decodeReferences } from './character-references.ts';

/** Elements nested deeper are kept, but beside each other instead of inside each other. */
const MAX_DEPTH = 256;
/** The tokenizer's stack costs time by its depth: beyond this the document is refused. */
const MAX_NESTING = 30_000;
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g;

/** A tree of whatever could be read. `startIndex`/`endIndex` of its nodes count in the text given. */
export interface LooseXml {
  readonly document: Document;
  /** What had to be mended, one per code, with how often. */
  readonly repairs: readonly Repair[];
  /** Elements still open when the text ended: their content may be missing. */
  readonly unfinished: ReadonlySet<Element>;
}

/**
 * Reads XML that may not be well-formed: bare `&` and `<`, HTML entities, unquoted attributes, unclosed elements, leading
 * junk, a missing end. Names come in lower case. No entity that a DOCTYPE declares is ever expanded, nothing is fetched.
 * Codes of repairs: `xml.truncated`, `xml.unclosed-element`, `xml.bare-ampersand`, `xml.bare-less-than`, `xml.undefined-entity`,
 * `xml.character-reference`, `xml.control-character`, `xml.unquoted-attribute`, `xml.entity-declaration`, `xml.too-deep`, `xml.leading-text`.
 * @throws {BadInput} `xml.too-deep` where elements are nested more than 30,000 deep.
 */
export function readLooseXml(text: string): LooseXml {
  const odd = new Oddities();
  const masked = maskBareMarkup(text, (code) => {
    odd.add(code);
  });
  const builder = new TreeBuilder(masked, odd);
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true });
  builder.stop = () => {
    parser.pause();
  };
  parser.write(masked);
  builder.ended = true;
  parser.end();
  if (builder.tooDeep) {
    throw new BadInput('xml.too-deep', {
      message: `Elements are nested more than ${MAX_NESTING} deep`,
      hint: 'No feed needs this: look at the source',
    });
  }
  if (builder.unfinished.size > 0) odd.add('xml.truncated');
  if (/^\s*[^\s<]/.test(text)) odd.add('xml.leading-text');
  return { document: builder.root, repairs: odd.repairs(), unfinished: builder.unfinished };
}

/** Counts mends by code. */
class Oddities {
  readonly #counts = new Map<string, { count: number; first: string | undefined }>();

  add(code: string, source?: string): void {
    const seen = this.#counts.get(code);
    if (seen === undefined) this.#counts.set(code, { count: 1, first: source?.slice(0, 40) });
    else seen.count += 1;
  }

  repairs(): Repair[] {
    return [...this.#counts].map(([code, { count, first }]) => {
      const detail = [count > 1 ? `${count} times` : undefined, first === undefined ? undefined : `first: ${first}`].filter(
        (part) => part !== undefined,
      );
      return detail.length === 0 ? { code } : { code, detail: detail.join(', ') };
    });
  }
}

/** Builds the tree with decoded text, flat below `MAX_DEPTH`, and remembers which elements the end of the text closed. */
class TreeBuilder extends DomHandler {
  readonly unfinished = new Set<Element>();
  tooDeep = false;
  /** True once the whole text was given: what closes now was never closed by the source. */
  ended = false;
  /** Stops the tokenizer. */
  stop: () => void = () => undefined;
  readonly #text: string;
  readonly #odd: Oddities;
  #at: { readonly endIndex: number | null } = { endIndex: null };
  #cdata = false;
  #flat = 0;
  readonly #oddReference = (code: string, source: string): void => {
    this.#odd.add(code, source);
  };

  constructor(text: string, odd: Oddities) {
    super(undefined, { withStartIndices: true, withEndIndices: true });
    this.#text = text;
    this.#odd = odd;
  }

  override onparserinit(parser: { startIndex: number | null; endIndex: number | null }): void {
    this.#at = parser;
    super.onparserinit(parser);
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    for (const key of Object.keys(attribs)) attribs[key] = this.#decoded(attribs[key] ?? '');
    super.onopentag(name, attribs);
    if (this.#flat === 0 && this.tagStack.length <= MAX_DEPTH + 1) return;
    this.#odd.add('xml.too-deep');
    super.onclosetag();
    this.#flat += 1;
    if (this.#flat <= MAX_NESTING) return;
    this.tooDeep = true;
    this.stop();
  }

  /** Called by the tokenizer; `quote` is null for `a=b`, undefined for a bare `a`. */
  onattribute(_name: string, _value: string, quote?: string | null): void {
    if (quote === null) this.#odd.add('xml.unquoted-attribute');
  }

  /** `implied`: no end tag of this element was there. The tokenizer says so of `<a/>` too. */
  override onclosetag(_name?: string, implied = false): void {
    if (this.#flat > 0) {
      this.#flat -= 1;
      return;
    }
    const element = this.tagStack.at(-1);
    if (implied && this.ended && element instanceof Element) this.unfinished.add(element);
    else if (implied && this.#text[(this.#at.endIndex ?? 0) - 1] !== '/') this.#odd.add('xml.unclosed-element');
    super.onclosetag();
  }

  override ontext(data: string): void {
    super.ontext(this.#cdata ? this.#clean(data) : this.#decoded(data));
  }

  override oncdatastart(): void {
    this.#cdata = true;
    super.oncdatastart();
  }

  override oncdataend(): void {
    this.#cdata = false;
    super.oncdataend();
  }

  #decoded(text: string): string {
    return decodeReferences(this.#clean(text), this.#oddReference).replaceAll(BARE_LESS_THAN, '<');
  }

  #clean(text: string): string {
    return text.replace(CONTROL, () => {
      this.#odd.add('xml.control-character');
      return '';
    });
  }
}
