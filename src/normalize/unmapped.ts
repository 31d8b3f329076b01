import type { Article } from '../article/article.ts';
import { foldSpace } from '../article/fold-space.ts';
import type { Found, ParsedItem } from '../article/parsed-item.ts';

/** Shorter values can stand in the article by chance; they count as held only where the item read that very place. */
const TELLING = 3;

/**
 * Source values (`ParsedItem.rest`) that no field of the article holds, by path; a path that repeats keeps all its values.
 * This is what makes "nothing of the source is lost" true whatever a format or a step forgets.
 */
export function unmappedOf(article: Omit<Article, 'x'>, item: ParsedItem): Article['x'] {
  const { rest } = item;
  if (rest === undefined || rest.length === 0) return undefined;
  const held: string[] = [];
  collect(article, held);
  const exact = new Set(held);
  // Most values stand alone in a field: the whole text is joined when the first is asked for that does not.
  let joined: string | undefined;
  const isWithin = (folded: string): boolean => (joined ??= held.join('\n')).includes(folded);
  const read = new Set(pathsOf(item));
  const isHeld = ({ text: value, path }: Found): boolean => {
    const folded = fold(value);
    if (folded.length < TELLING) return read.has(path) && exact.has(folded);
    return exact.has(folded) || (folded.includes(' ') && isWithin(folded));
  };
  const values = new Map<string, string[]>();
  for (const found of rest) if (!isHeld(found)) values.set(found.path, [...(values.get(found.path) ?? []), found.text]);
  if (values.size === 0) return undefined;
  return Object.fromEntries([...values].map(([path, texts]) => [path, texts.length === 1 ? texts[0] : texts]));
}

function fold(text: string): string {
  return foldSpace(text).toLowerCase();
}

/** All strings and numbers of a value, folded. */
function collect(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(fold(value));
  else if (typeof value === 'number') into.push(String(value));
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) collect(member, into);
}

/** The places that the fields of the item were read from. */
function pathsOf({ rest: _rest, body: _body, ...fields }: ParsedItem): string[] {
  const paths: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isPlain(value)) return;
    if (typeof value['path'] === 'string') paths.push(value['path']);
    Object.values(value).forEach(visit);
  };
  visit(fields);
  return paths;
}

/** Nodes of a source tree, which a value may still carry, are not looked into. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
