import { Element, type ChildNode } from 'domhandler';
import { textContent } from 'domutils';
import type { Found, Span } from '../../article/parsed-item.ts';
import { localName } from '../namespaces.ts';
import { resolveUrl } from '../web-address.ts';

/** An element whose children are values: a feed, an entry, a media group. Children are found by `vocabulary:name`, both in lower case. */
export interface Holder {
  readonly element: Element;
  /** XPath-like, with the place among its equals. */
  readonly path: string;
  readonly children: ReadonlyMap<string, readonly Element[]>;
  readonly scope: Scope;
}

/** What an element inherits. */
export interface Scope {
  /** Where relative addresses start: `xml:base`, else what is known of the document. */
  readonly base?: string;
  /** `xml:base` only. */
  readonly statedBase?: string;
  /** `xml:lang`; empty = undone. */
  readonly lang?: string;
}

/** Opens an element: its children by name, and the scope they stand in. */
export function holderOf(element: Element, path: string, outer: Scope): Holder {
  return { element, path, children: byName(element.children), scope: scopeIn(element, outer) };
}

/** Groups elements by `vocabulary:name`, in document order. */
export function byName(nodes: readonly ChildNode[]): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    const key = keyOf(node);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return groups;
}

/** `vocabulary:name`. */
export function keyOf(element: Element): string {
  return `${element.namespace ?? ''}:${localName(element)}`;
}

/** The scope inside an element. */
export function scopeIn(element: Element, outer: Scope): Scope {
  const base = element.attribs['xml:base'];
  const lang = element.attribs['xml:lang'];
  if (base === undefined && lang === undefined) return outer;
  const resolved = base === undefined ? undefined : resolveUrl(base, outer.base);
  return {
    ...outer,
    ...(resolved === undefined ? {} : { base: resolved, statedBase: resolved }),
    ...(lang === undefined ? {} : { lang: lang.trim() }),
  };
}

/** The children of these names, name by name. */
export function all(holder: Holder, ...keys: readonly string[]): Element[] {
  return keys.flatMap((key) => holder.children.get(key) ?? []);
}

/** The first child with text under the first of these names that has one. */
export function first(holder: Holder, ...keys: readonly string[]): Element | undefined {
  return all(holder, ...keys).find((element) => textContent(element).trim() !== '');
}

/** Trimmed text of the first child of these names that has any. */
export function textAt(holder: Holder, ...keys: readonly string[]): string | undefined {
  const element = first(holder, ...keys);
  return element === undefined ? undefined : textContent(element).trim();
}

/** An attribute, trimmed; undefined where absent or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.attribs[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** The path of a child of a holder. */
export function pathOf(holder: Holder, child: Element): string {
  const equals = holder.children.get(keyOf(child)) ?? [];
  return `${holder.path}/${child.name}${equals.length > 1 ? `[${equals.indexOf(child) + 1}]` : ''}`;
}

/** The text of a child as a found string, white space around it cut. */
export function foundAt(holder: Holder, ...keys: readonly string[]): Found | undefined {
  const element = first(holder, ...keys);
  return element === undefined ? undefined : foundOf(holder, element);
}

export function foundOf(holder: Holder, element: Element): Found {
  const span = spanOf(element);
  return { text: textContent(element).trim(), path: pathOf(holder, element), ...(span === undefined ? {} : { span }) };
}

/** From the start of the first child to the end of the last one. */
export function spanOf(element: Element): Span | undefined {
  const start = element.firstChild?.startIndex ?? undefined;
  const end = element.lastChild?.endIndex ?? undefined;
  return start === undefined || end === undefined ? undefined : [start, end + 1];
}
