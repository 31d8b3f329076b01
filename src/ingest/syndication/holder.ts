import { Text, type ChildNode } from 'domhandler';
import type { Found, Span } from '../../article/parsed-item.ts';
import { LooseElement, NO_ATTRIBUTES } from '../loose/loose-element.ts';
import { resolveUrl } from '../web-address.ts';

/** An element whose children are values: a feed, an entry, a media group. Children are found by `vocabulary:name`, both in lower case. */
export interface Holder {
  readonly element: LooseElement;
  /** XPath-like, with the place among its equals. */
  readonly path: string;
  readonly children: ReadonlyMap<string, readonly LooseElement[]>;
  /** The vocabularies of its children, each once. */
  readonly vocabularies: readonly string[];
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

const NONE: readonly LooseElement[] = [];
const NO_NAMES: readonly string[] = [];
const NO_GROUPS: ReadonlyMap<string, LooseElement[]> = new Map();

/** Opens an element: its children by name, and the scope they stand in. */
export function holderOf(element: LooseElement, path: string, outer: Scope): Holder {
  const { children } = element;
  return { element, path, children: byName(children), vocabularies: vocabulariesIn(children), scope: scopeIn(element, outer) };
}

/** Groups elements by `vocabulary:name`, in document order. */
export function byName(nodes: readonly ChildNode[]): ReadonlyMap<string, LooseElement[]> {
  if (nodes.length === 0) return NO_GROUPS;
  const groups = new Map<string, LooseElement[]>();
  for (const node of nodes) {
    if (!(node instanceof LooseElement)) continue;
    const group = groups.get(node.key);
    if (group === undefined) groups.set(node.key, [node]);
    else group.push(node);
  }
  return groups;
}

function vocabulariesIn(nodes: readonly ChildNode[]): readonly string[] {
  if (nodes.length === 0) return NO_NAMES;
  const names: string[] = [];
  for (const node of nodes) {
    if (node instanceof LooseElement && node.vocabulary !== names[names.length - 1] && !names.includes(node.vocabulary))
      names.push(node.vocabulary);
  }
  return names;
}

/** The child elements of an element. */
export function elementsIn(parent: { readonly children: readonly ChildNode[] }): LooseElement[] {
  return parent.children.filter((node): node is LooseElement => node instanceof LooseElement);
}

/** The scope inside an element. */
export function scopeIn(element: LooseElement, outer: Scope): Scope {
  if (element.attribs === NO_ATTRIBUTES) return outer;
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
export function all(holder: Holder, ...keys: readonly string[]): readonly LooseElement[] {
  return allOf(holder, keys);
}

/** The same, for a list of names that is at hand. */
export function allOf(holder: Holder, keys: readonly string[]): readonly LooseElement[] {
  let found = NONE;
  for (const key of keys) {
    const group = holder.children.get(key);
    if (group !== undefined) found = found === NONE ? group : found.concat(group);
  }
  return found;
}

/** Elements in document order. */
export function inOrder(elements: readonly LooseElement[]): readonly LooseElement[] {
  const place = ({ startIndex }: LooseElement): number => startIndex ?? 0;
  const isSorted = elements.every((element, index) => index === 0 || place(elements[index - 1] ?? element) <= place(element));
  return isSorted ? elements : elements.toSorted((one, other) => place(one) - place(other));
}

/** The first child with text under the first of these names that has one. */
export function first(holder: Holder, keys: readonly string[]): LooseElement | undefined {
  for (const key of keys) {
    const group = holder.children.get(key);
    if (group === undefined) continue;
    for (const element of group) if (textOf(element).trim() !== '') return element;
  }
  return undefined;
}

/** Trimmed text of the first child of these names that has any. */
export function textAt(holder: Holder, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    for (const element of holder.children.get(key) ?? NONE) {
      const text = textOf(element).trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** All text below an element. The loose tree is never deeper than its reader allows. */
export function textOf(element: LooseElement): string {
  const [only] = element.children;
  if (element.children.length === 1 && only instanceof Text) return only.data;
  let text = '';
  for (const node of element.children) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof LooseElement) text += textOf(node);
  }
  return text;
}

/** An attribute, trimmed; undefined where absent or empty. */
export function attribute(element: LooseElement, name: string): string | undefined {
  if (element.attribs === NO_ATTRIBUTES) return undefined;
  const value = element.attribs[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** The path of a child of a holder. */
export function pathOf(holder: Holder, child: LooseElement): string {
  const equals = holder.children.get(child.key) ?? NONE;
  return `${holder.path}/${child.name}${equals.length > 1 ? `[${equals.indexOf(child) + 1}]` : ''}`;
}

/** The text of a child as a found string, white space around it cut. */
export function foundAt(holder: Holder, keys: readonly string[]): Found | undefined {
  const element = first(holder, keys);
  return element === undefined ? undefined : foundOf(holder, element);
}

export function foundOf(holder: Holder, element: LooseElement): Found {
  const span = spanOf(element);
  const text = textOf(element).trim();
  const path = pathOf(holder, element);
  return span === undefined ? { text, path } : { text, path, span };
}

/** From the start of the first child to the end of the last one. */
export function spanOf(element: LooseElement): Span | undefined {
  const start = element.firstChild?.startIndex ?? undefined;
  const end = element.lastChild?.endIndex ?? undefined;
  return start === undefined || end === undefined ? undefined : [start, end + 1];
}
