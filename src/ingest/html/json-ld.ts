import type { Repair } from '../../article/provenance.ts';
import { defined } from '../../article/defined.ts';

/** What a page states about its story in schema.org terms; every string as written. */
export interface LdArticle {
  readonly headline?: string;
  readonly description?: string;
  readonly body?: string;
  readonly authors: readonly { readonly name: string; readonly isOrganisation: boolean }[];
  readonly published?: string;
  readonly modified?: string;
  readonly created?: string;
  readonly expires?: string;
  readonly language?: string;
  readonly url?: string;
  readonly id?: string;
  readonly publisher?: string;
  readonly section: readonly string[];
  readonly keywords: readonly string[];
  readonly images: readonly {
    readonly url: string;
    readonly caption?: string;
    readonly credit?: string;
    readonly width?: number;
    readonly height?: number;
  }[];
  readonly rights?: string;
  readonly genre?: string;
  /** The types as stated: `LiveBlogPosting`, `OpinionNewsArticle`. */
  readonly types: readonly string[];
  /** False where the data say that the text is for subscribers. */
  readonly isFree?: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** The types of schema.org 29 below Article that carry a news story; `Article` and unknown `…Article` types count too. */
const ARTICLE = /(?:^|[/:#])(?:[A-Za-z]{0,40}Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ReviewNewsArticle)$/;
const MAX_NODES = 5_000;

/** The story of a page: the article among all its JSON-LD, the one with most fields. A block that is no JSON is left out with a repair. */
export function readJsonLd(scripts: readonly string[]): { article: LdArticle | undefined; repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  const nodes = scripts.flatMap((script) => {
    const value = parsed(script);
    if (value === undefined) repairs.push({ code: 'html.json-ld', detail: `left out: ${script.trim().slice(0, 40)}` });
    return value === undefined ? [] : nodesOf(value);
  });
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node] as const] : [])),
  );
  const articles = nodes.filter((node) => strings(node['@type']).some((type) => ARTICLE.test(type)));
  const [best] = articles.map((node) => articleOf(node, byId)).sort((one, other) => weight(other) - weight(one));
  return { article: best, repairs };
}

/** JSON, also inside an HTML comment or CDATA section and with raw line breaks in strings. */
function parsed(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\]\]>|\/\*\]\]>\*\/|\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [text, text.replace(/[\x00-\x1f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The second attempt has no control characters; after it the block counts as broken.
    }
  }
  return undefined;
}

/** Every object in arrays, `@graph` and `mainEntity`, in order; the number is bounded. */
function nodesOf(value: unknown): Json[] {
  const found: Json[] = [];
  const open: unknown[] = [value];
  for (let next = open.pop(); open.length + found.length < MAX_NODES && next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...(next as unknown[]).slice(0, MAX_NODES).reverse());
    if (!isObject(next)) continue;
    found.push(next);
    const node = next;
    open.push(
      ...['mainEntityOfPage', 'mainEntity', '@graph']
        .map((key) => node[key])
        .filter((inner) => typeof inner === 'object' && inner !== null),
    );
  }
  return found;
}

function articleOf(node: Json, byId: ReadonlyMap<string, Json>): LdArticle {
  const resolve = (value: unknown): unknown =>
    isObject(value) && typeof value['@id'] === 'string' && Object.keys(value).length <= 2 ? (byId.get(value['@id']) ?? value) : value;
  const page = node['mainEntityOfPage'];
  const one = (key: string): string | undefined => strings(node[key])[0];
  const named = {
    headline: one('headline') ?? one('name'),
    description: one('description'),
    body: one('articleBody'),
    published: one('datePublished'),
    modified: one('dateModified'),
    created: one('dateCreated'),
    expires: one('expires'),
    language: isObject(node['inLanguage'])
      ? (strings(node['inLanguage']['alternateName'])[0] ?? strings(node['inLanguage']['name'])[0])
      : one('inLanguage'),
    url: one('url') ?? (isObject(page) ? strings(page['@id'])[0] : strings(page)[0]),
    id: one('identifier') ?? one('@id'),
    publisher: nameOf(resolve(first(node['publisher']))),
    rights: one('copyrightNotice'),
    genre: one('genre'),
  };
  return {
    ...defined(named),
    types: strings(node['@type']).map((type) => type.replace(/^.*[/:#]/, '')),
    ...(isFalse(node['isAccessibleForFree']) ? { isFree: false } : {}),
    authors: authorsOf(listOf(node['author'] ?? node['creator']).map(resolve)),
    section: strings(node['articleSection']),
    keywords: strings(node['keywords'])
      .flatMap((text) => text.split(','))
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    images: listOf(node['image']).map(resolve).flatMap(imageOf),
  };
}

function authorsOf(values: readonly unknown[]): LdArticle['authors'] {
  return values.flatMap((value) => {
    const names = isObject(value) ? strings(value['name']) : strings(value);
    const isOrganisation = isObject(value) && strings(value['@type']).some((type) => /Organi[sz]ation$/.test(type));
    return names.map((name) => ({ name, isOrganisation }));
  });
}

function imageOf(value: unknown): LdArticle['images'][number][] {
  const url = isObject(value) ? (strings(value['url'])[0] ?? strings(value['contentUrl'])[0]) : strings(value)[0];
  if (url === undefined) return [];
  if (!isObject(value)) return [{ url }];
  const credit = strings(value['creditText'])[0] ?? nameOf(first(value['creator'])) ?? nameOf(first(value['author']));
  return [
    {
      url,
      ...defined({
        caption: strings(value['caption'])[0] ?? strings(value['description'])[0],
        credit,
        width: size(value['width']),
        height: size(value['height']),
      }),
    },
  ];
}

function size(value: unknown): number | undefined {
  const written = isObject(value) ? value['value'] : value;
  const count = typeof written === 'number' ? written : typeof written === 'string' ? Number.parseInt(written, 10) : Number.NaN;
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

function nameOf(value: unknown): string | undefined {
  return isObject(value) ? strings(value['name'])[0] : strings(value)[0];
}

/** Non-empty strings of a value that may be one or a list; `{"@value": …}` counts as its value. */
function strings(value: unknown): string[] {
  return listOf(value).flatMap((member) => {
    const text = isObject(member) ? member['@value'] : member;
    return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [];
  });
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]).slice(0, MAX_NODES) : [value];
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function weight(article: LdArticle): number {
  return (
    Object.keys(article).length +
    (article.headline === undefined ? 0 : 3) +
    article.authors.length +
    (article.published === undefined ? 0 : 2)
  );
}

/** As a boolean or as publishers write it: `"False"`. */
function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value));
}
