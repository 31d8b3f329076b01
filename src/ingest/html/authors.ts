import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { plainText } from '../plain-text.ts';
import { isWebAddress } from '../web-address.ts';
import { wordsOf } from './folded-words.ts';
import type { LdArticle } from './json-ld.ts';
import type { PageMeta } from './meta.ts';

type Bylines = NonNullable<ParsedItem['bylines']>;

const METAS = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
];
const LD = '/html/script[@type="application/ld+json"]/author/name';
const HOST = /^(?:www\.)?[\w-]+(?:\.[\w-]+){1,3}$/;

/** Who wrote a story, where the page's data say so: authors of JSON-LD, else the metas. What only names the site comes last, alone. */
export function statedAuthors(
  article: LdArticle | undefined,
  meta: PageMeta,
  sites: readonly string[],
): { bylines: Bylines; namesSomeone: boolean } {
  const stated = (article?.authors ?? []).flatMap((author) => authorOf({ text: author.name, path: LD }, !author.isOrganisation));
  const metas = METAS.map((name) => distinct(meta.all(name).flatMap((author) => authorOf(author, false))));
  const lists = [stated, ...metas].filter((list) => list.length > 0);
  const names = sites.map(wordsOf).filter((name) => name !== '');
  for (const list of lists) {
    const someone = list.filter(({ text }) => !namesSite(text, names));
    if (someone.length > 0) return { bylines: someone, namesSomeone: true };
  }
  return { bylines: lists[0] ?? [], namesSomeone: false };
}

/** Addresses are profiles (`article:author` of OpenGraph), not names. A person's affiliation stands behind a comma. */
function authorOf(found: Found, isPerson: boolean): Bylines {
  const text = plainText(found);
  if (text === '' || isWebAddress(text)) return [];
  if (!isPerson) return [{ ...found, text }];
  const [name = '', ...rest] = text.split(',');
  const hasAffiliation = rest.length > 0 && name.trim().includes(' ') && rest.join(',').length > 24;
  return [{ ...found, text: hasAffiliation ? name.trim() : text, person: true }];
}

function distinct(found: Bylines): Bylines {
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
}

/** The site, its publisher, its address or its mail: nobody wrote the story as far as this says. */
function namesSite(text: string, sites: readonly string[]): boolean {
  const words = wordsOf(text);
  return HOST.test(text.trim()) || /@|www\.|https?:/.test(text) || sites.some((site) => isOf(words, site));
}

function isOf(words: string, site: string): boolean {
  if (words === site || (site.includes(words) && words.length * 2 >= site.length)) return true;
  return site.length > 3 && words.startsWith(`${site} `) && words.length < site.length + 14;
}
