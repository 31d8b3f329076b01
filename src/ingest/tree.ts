import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';
import type { Found, Span } from '../article/parsed-item.ts';

/** A found value with the element it stands in. */
export interface Selected extends Found {
  readonly element: Element;
}

/** Child elements, all or those of a local name. */
export function children(parent: ParentNode | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter((node): node is Element => isTag(node) && (name === undefined || isNamed(node, name)));
}

/** The first child element of a local name. */
export function child(parent: ParentNode | undefined, name: string): Element | undefined {
  return (parent?.children ?? []).find((node): node is Element => isTag(node) && isNamed(node, name));
}

/** The first value at `A/B/@C`; see `all`. */
export function at(parent: Element | undefined, path: string): Selected | undefined {
  return all(parent, path)[0];
}

/** All values at a path of local names: `A/B`, `A/@C`, and `//A/B` for an A at any depth. Text is as written, entities decoded. */
export function all(parent: Element | undefined, path: string): Selected[] {
  if (parent === undefined) return [];
  const anywhere = path.startsWith('//');
  const [head = '', ...rest] = (anywhere ? path.slice(2) : path).split('/');
  if (anywhere) return descendants(parent, head).flatMap((element) => step([element], rest));
  return step([parent], [head, ...rest]);
}

function step(from: readonly Element[], path: readonly string[]): Selected[] {
  const [name, ...rest] = path;
  if (name === undefined) return from.map(textOfElement);
  if (name.startsWith('@')) return from.flatMap((element) => attributeOf(element, name.slice(1)));
  return step(
    from.flatMap((element) => children(element, name)),
    rest,
  );
}

function attributeOf(element: Element, name: string): Selected[] {
  const text = element.attribs[name];
  return text === undefined ? [] : [{ text, path: `${pathOf(element)}/@${name}`, element }];
}

function textOfElement(element: Element): Selected {
  const span = innerSpan(element);
  return { text: plainText(element), path: pathOf(element), element, ...(span === undefined ? {} : { span }) };
}

/** All text below an element; depth is bounded by the XML gate. */
function plainText(node: ChildNode): string {
  if (isText(node)) return node.data;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function innerSpan(element: Element): Span | undefined {
  const [first, last] = [element.firstChild, element.lastChild];
  if (first?.startIndex == null || last?.endIndex == null) return undefined;
  return [first.startIndex, last.endIndex + 1];
}

/** In document order; depth is bounded by the XML gate. */
function descendants(parent: Element, name: string, found: Element[] = []): Element[] {
  for (const node of parent.children) {
    if (!isTag(node)) continue;
    if (isNamed(node, name)) found.push(node);
    descendants(node, name, found);
  }
  return found;
}

/** `/NewsML/NewsItem[2]/NewsLines`: an index only where siblings share the name. */
export function pathOf(element: Element): string {
  const { parent } = element;
  const above = parent !== null && isTag(parent) ? pathOf(parent) : '';
  return `${above}/${element.name}${placeOf(element, parent)}`;
}

/** `[2]` for each child element of a parent that shares its name with siblings: worked out once, for a parent may have thousands. */
const places = new WeakMap<ParentNode, ReadonlyMap<Element, string>>();

function placeOf(element: Element, parent: ParentNode | null): string {
  if (parent === null) return '';
  const known = places.get(parent)?.get(element);
  if (known !== undefined) return known;
  const counted = placesIn(parent);
  places.set(parent, counted);
  return counted.get(element) ?? '';
}

function placesIn(parent: ParentNode): ReadonlyMap<Element, string> {
  const byName = new Map<string, Element[]>();
  for (const element of children(parent)) {
    const alike = byName.get(localName(element));
    if (alike === undefined) byName.set(localName(element), [element]);
    else alike.push(element);
  }
  return new Map(
    [...byName.values()].flatMap((alike) => alike.map((element, index) => [element, alike.length > 1 ? `[${index + 1}]` : ''] as const)),
  );
}

/** A value with text in it, trimmed; undefined for an absent or empty one. */
export function filled(found: Found | undefined): Found | undefined {
  const text = found?.text.trim() ?? '';
  if (found === undefined || text === '') return undefined;
  return { text, path: found.path, ...(found.span === undefined ? {} : { span: found.span }) };
}

/** Whether an element has this local name, whatever its prefix. */
function isNamed({ name }: Element, local: string): boolean {
  return name === local || (name.length > local.length && name.endsWith(local) && name.indexOf(':') === name.length - local.length - 1);
}

/** The name without its prefix, as written. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}
