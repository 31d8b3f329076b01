import { RULES, type ElementRule } from './allowed.ts';
import { blankEnd, DOUBLE, EQUALS, GREATER, LESS, SINGLE, SLASH } from '../markup-characters.ts';

/** A tag of HTML source: what is known of its element, its attributes as written. */
export interface HtmlTag {
  readonly rule: ElementRule | undefined;
  /** Past its `>`; where that is missing, at the next `<` or the end of the text. */
  readonly end: number;
  readonly attributes: readonly (readonly [name: string, raw: string])[];
  readonly selfClosing: boolean;
}

const NONE: HtmlTag['attributes'] = [];

/** Reads the tag whose name begins at `from`. Attributes are split as browsers do it (HTML, 13.2.5). */
export function htmlTagAt(html: string, from: number): HtmlTag {
  const nameStop = wordEnd(html, from, false);
  const name = html.slice(from, nameStop);
  const rule = RULES.get(name) ?? RULES.get(name.toLowerCase());
  if (html.charCodeAt(nameStop) === GREATER) return { rule, end: nameStop + 1, attributes: NONE, selfClosing: false };
  const attributes: (readonly [string, string])[] = [];
  let at = nameStop;
  for (;;) {
    at = gapEnd(html, at);
    const code = html.charCodeAt(at);
    if (code === GREATER) return { rule, end: at + 1, attributes, selfClosing: html.charCodeAt(at - 1) === SLASH };
    if (at >= html.length || code === LESS) return { rule, end: at, attributes, selfClosing: false };
    at = attributeAt(html, at, attributes);
  }
}

/** Reads one attribute into `attributes`; where it ends. */
function attributeAt(html: string, from: number, attributes: (readonly [string, string])[]): number {
  const stop = Math.max(wordEnd(html, from, true), from + 1);
  const name = html.slice(from, stop).toLowerCase();
  const equals = blankEnd(html, stop);
  if (html.charCodeAt(equals) !== EQUALS) {
    attributes.push([name, '']);
    return stop;
  }
  const start = blankEnd(html, equals + 1);
  const code = html.charCodeAt(start);
  const close = code === DOUBLE || code === SINGLE ? html.indexOf(code === DOUBLE ? '"' : "'", start + 1) : -1;
  if (close !== -1) {
    attributes.push([name, html.slice(start + 1, close)]);
    return close + 1;
  }
  const end = valueEnd(html, start);
  attributes.push([name, html.slice(start, end)]);
  return end;
}

/** Where a name ends: at white space, `/`, `>` or `<`, that of an attribute also at `=`. */
function wordEnd(html: string, from: number, isAttribute: boolean): number {
  let at = from;
  for (; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code <= 0x20 || code === SLASH || code === GREATER || code === LESS || (isAttribute && code === EQUALS)) break;
  }
  return at;
}

/** Where a value without quotes ends. */
function valueEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length && html.charCodeAt(at) > 0x20 && html.charCodeAt(at) !== GREATER) at += 1;
  return at;
}

/** White space and stray slashes between attributes. */
function gapEnd(html: string, from: number): number {
  let at = from;
  while (html.charCodeAt(at) <= 0x20 || html.charCodeAt(at) === SLASH) at += 1;
  return at;
}
