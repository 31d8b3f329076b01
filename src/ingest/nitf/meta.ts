import type { Element } from 'domhandler';
import type { Found } from '../../article/parsed-item.ts';
import { children, pathOf } from '../tree.ts';

/** The content of the first `meta` that has one of the names (lower case), in the order of the names. */
export function metaOf(head: Element | undefined, names: readonly string[]): Found | undefined {
  const found = metasOf(head);
  return names.map((name) => found.find((meta) => meta.name === name)?.value).find((value) => value !== undefined);
}

/** Every `meta` with a content, its name in lower case; the path says the name as written. */
export function metasOf(head: Element | undefined): { readonly name: string; readonly value: Found }[] {
  return children(head, 'meta').flatMap((element) => {
    const text = element.attribs['content']?.trim() ?? '';
    const name = (element.attribs['name'] ?? element.attribs['http-equiv'] ?? '').trim();
    if (text === '' || name === '' || head === undefined) return [];
    return [{ name: name.toLowerCase(), value: { text, path: `${pathOf(head)}/meta[@name='${name}']/@content` } }];
  });
}
