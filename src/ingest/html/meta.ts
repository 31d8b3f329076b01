import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found } from '../../article/parsed-item.ts';

/** What the head of a page says in meta, link, title and base elements. Names in lower case; values as written. */
export interface PageMeta {
  /** The first non-empty content under the first of these names. */
  readonly one: (...names: readonly string[]) => Found | undefined;
  readonly all: (...names: readonly string[]) => Found[];
  readonly names: readonly string[];
  readonly canonical?: string;
  readonly title?: Found;
  readonly base?: string;
}

/** Reads `name`, `property`, `itemprop` and `http-equiv` metas alike: publishers mix them up. */
export function readMeta(elements: readonly Element[]): PageMeta {
  const values = new Map<string, Found[]>();
  let canonical: string | undefined;
  let title: Found | undefined;
  let base: string | undefined;
  for (const element of elements) {
    const { attribs } = element;
    if (element.name === 'meta') addMeta(values, attribs);
    else if (element.name === 'base') base ??= attribs['href'];
    else if (element.name === 'title') title ??= titleOf(element);
    else if (attribs['rel']?.toLowerCase().split(/\s+/).includes('canonical') === true) canonical ??= attribs['href']?.trim();
  }
  const all = (...names: readonly string[]): Found[] => names.flatMap((name) => values.get(name) ?? []);
  return {
    all,
    names: [...values.keys()],
    one: (...names) => all(...names)[0],
    ...(canonical === undefined || canonical === '' ? {} : { canonical }),
    ...(title === undefined ? {} : { title }),
    ...(base === undefined || base === '' ? {} : { base }),
  };
}

function addMeta(values: Map<string, Found[]>, attribs: Readonly<Record<string, string>>): void {
  const content = attribs['content']?.trim();
  if (content === undefined || content === '') return;
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = attribs[key]?.trim().toLowerCase();
    if (name === undefined || name === '') continue;
    const found: Found = { text: content, path: `/html/head/meta[@${key}="${name.slice(0, 80)}"]/@content` };
    const all = values.get(name);
    if (all === undefined) values.set(name, [found]);
    else all.push(found);
  }
}

/** Only the page's own title: an SVG has one too. */
function titleOf(element: Element): Found | undefined {
  const text = foldSpace(textContent(element));
  const isPage = element.parent === null || !('name' in element.parent) || ['head', 'html', 'body'].includes(element.parent.name);
  return text === '' || !isPage ? undefined : { text, path: '/html/head/title' };
}
