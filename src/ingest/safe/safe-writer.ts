import { decodeReferences } from '../character-references.ts';
import { escapeAttribute } from '../../article/escape-text.ts';
import { resolveUrl } from '../web-address.ts';
import { ACTIVE_CSS, ADDRESSES, ATTRIBUTES, DRAWN_ATTRIBUTES, type ElementRule } from './allowed.ts';
import type { HtmlTag } from './html-tag.ts';

/** Deeper elements lose their tags. */
const MAX_DEPTH = 200;
const MAX_ATTRIBUTES = 256;
const OWN_DATA = /^(?:data|aria)-[a-z0-9-]{1,60}$/;

/** Writes safe HTML: every `<` in it begins a tag of the allow-list that is written here. */
export class SafeWriter {
  readonly #base: string | undefined;
  readonly #open: ElementRule[] = [];
  #out = '';
  /** Open drawings and formulas. */
  #drawings = 0;

  constructor(base: string | undefined) {
    this.#base = base;
  }

  get inDrawing(): boolean {
    return this.#drawings > 0;
  }

  /** HTML source without `<`. */
  text(source: string): void {
    this.#out += source;
  }

  /** A start tag: written where it is allowed, after those elements are closed that end there by themselves. */
  open(rule: ElementRule, { attributes, selfClosing }: HtmlTag): void {
    const { name, closes, isDrawingRoot } = rule;
    if (closes !== undefined) while (closes.has(this.#open.at(-1)?.name ?? '')) this.#pop();
    if (!this.#isAllowed(rule) || this.#open.length >= MAX_DEPTH) return;
    this.#out += attributes.length === 0 ? `<${name}>` : `<${name}${this.#attributesOf(attributes, this.inDrawing || isDrawingRoot)}>`;
    if (rule.isVoid) return;
    if (selfClosing) {
      this.#out += `</${name}>`;
      return;
    }
    this.#open.push(rule);
    if (isDrawingRoot) this.#drawings += 1;
  }

  /** An end tag: closes the element and those left open inside it; one without a start tag says nothing. */
  close(rule: ElementRule): void {
    const place = this.#open.lastIndexOf(rule);
    if (place !== -1) while (this.#open.length > place) this.#pop();
  }

  /** All that was written, every element closed. */
  finish(): string {
    while (this.#open.length > 0) this.#pop();
    return this.#out.trim();
  }

  #isAllowed({ isAllowed, isDrawn, isDrawingRoot }: ElementRule): boolean {
    return isAllowed || (this.inDrawing ? isDrawn : isDrawingRoot);
  }

  #pop(): void {
    const rule = this.#open.pop();
    if (rule === undefined) return;
    this.#out += `</${rule.name}>`;
    if (rule.isDrawingRoot) this.#drawings -= 1;
  }

  #attributesOf(attributes: HtmlTag['attributes'], isDrawn: boolean): string {
    let text = '';
    const count = Math.min(attributes.length, MAX_ATTRIBUTES);
    for (let index = 0; index < count; index += 1) {
      const [name, raw] = attributes[index] ?? ['', ''];
      if (!isKnown(name, isDrawn) || isRepeated(attributes, index)) continue;
      const value = this.#valueOf(name, raw.includes('&') ? decodeReferences(raw) : raw);
      if (value !== undefined) text += ` ${name}="${escapeAttribute(value)}"`;
    }
    return text;
  }

  /** The value as it may be written; undefined where it may not. */
  #valueOf(name: string, value: string): string | undefined {
    if (ADDRESSES.has(name)) return resolveUrl(value, this.#base);
    if (name === 'srcset') return this.#sourceSet(value);
    const isActive = (name === 'style' || DRAWN_ATTRIBUTES.has(name)) && ACTIVE_CSS.test(value);
    return isActive ? undefined : value;
  }

  /** `a.jpg 1x, b.jpg 2x` */
  #sourceSet(value: string): string {
    return value
      .split(/,\s+/)
      .flatMap((candidate) => {
        const [address = '', ...sizes] = candidate.trim().split(/\s+/);
        const url = resolveUrl(address, this.#base);
        return url === undefined ? [] : [[url, ...sizes].join(' ')];
      })
      .join(', ');
  }
}

function isKnown(name: string, isDrawn: boolean): boolean {
  return ATTRIBUTES.has(name) || (isDrawn && DRAWN_ATTRIBUTES.has(name)) || OWN_DATA.test(name);
}

function isRepeated(attributes: HtmlTag['attributes'], index: number): boolean {
  const name = attributes[index]?.[0];
  for (let before = 0; before < index; before += 1) if (attributes[before]?.[0] === name) return true;
  return false;
}
