import type { Element } from 'domhandler';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { plainText } from '../plain-text.ts';
import { isWebAddress } from '../web-address.ts';
import { wordsOf } from './folded-words.ts';
import type { LdArticle } from './json-ld.ts';
import { microdataAuthors } from './microdata.ts';
import type { PageMeta } from './meta.ts';
import { lastPart } from './site-name.ts';
import type { ShownBylines } from './shown-byline.ts';

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

/** No story has more authors. */
const MOST_STATED = 200;

/** Metas of analytics: `cXenseParse:author`, `DCSext.author`. */
const MORE_METAS = /[.:_-](?:authors?|bylines?|creator)$/;

/** Authors that a page states, and whether any of them is more than the site itself. */
export interface StatedAuthors {
  readonly bylines: Bylines;
  readonly namesSomeone: boolean;
  /** Words of the site's names. */
  readonly sites: readonly string[];
}

/**
 * The stated authors; the printed ones where nobody is stated, where the markup names the same and more, or where the page prints all of
 * the stated as editors.
 */
export function bylinesOf({ bylines, namesSomeone, sites }: StatedAuthors, { lists, marked, editors }: ShownBylines): Bylines {
  if (namesSomeone) {
    const authors = besideEditors(bylines, lists, editors);
    if (authors !== undefined) return authors;
    const printed = ` ${marked.map(({ text }) => wordsOf(text)).join(' ')} `;
    const isMore = marked.length > bylines.length && bylines.every(({ text }) => printed.includes(` ${wordsOf(text)} `));
    return isMore ? marked : bylines;
  }
  const ofSomeone = lists.map((list) => list.filter(({ text }) => !namesSite(text, sites)));
  const shown = ofSomeone.find((list) => list.length > 0) ?? (bylines.length > 0 ? [] : lists.find((list) => list.length > 0));
  return shown === undefined || shown.length === 0
    ? bylines
    : shown.map((found) => ({ ...found, text: withoutEmployer(found.text, sites) }));
}

/** Who is printed as an author beside stated names that the page prints as editors; undefined where the stated ones are no editors, or all. */
function besideEditors(stated: Bylines, lists: ShownBylines['lists'], editors: ShownBylines['editors']): Bylines | undefined {
  const names = editors.map(({ text }) => wordsOf(text));
  if (names.length === 0 || !stated.every(({ text }) => names.includes(wordsOf(text)))) return undefined;
  const isAuthor = ({ text }: Found): boolean => !names.some((name) => ` ${wordsOf(text)}`.endsWith(` ${name}`));
  return lists.map((list) => list.filter(isAuthor)).find((list) => list.length > 0);
}

/** `Tora Lind, Norvik Wire North`: what stands behind the comma is the site. */
function withoutEmployer(text: string, sites: readonly string[]): string {
  const [name = '', ...rest] = text.split(',');
  const others = rest.filter((part) => !sites.some((site) => site.length > 2 && `${wordsOf(part)} `.startsWith(`${site} `)));
  return name.includes(' ') ? [name, ...others].join(',') : text;
}

/** Where the data of a page say who wrote its story. */
export interface AuthorPlaces {
  readonly article: LdArticle | undefined;
  readonly meta: PageMeta;
  /** Elements with an `itemprop`. */
  readonly items: readonly Element[];
  readonly sites: readonly string[];
}

/** Who wrote a story, where the page's data say so: authors of JSON-LD, else of microdata, else the metas. What only names the site comes last, alone. */
export function statedAuthors({ article, meta, items, sites }: AuthorPlaces): StatedAuthors {
  const stated = (article?.authors ?? [])
    .slice(0, MOST_STATED)
    .flatMap((author) => authorOf({ text: author.name, path: LD }, !author.isOrganisation));
  const metas = [...METAS, ...meta.names.filter((name) => MORE_METAS.test(name))].map((name) =>
    distinct(
      meta
        .all(name)
        .slice(0, MOST_STATED)
        .flatMap((author) => authorOf(author, false)),
    ),
  );
  const marked = microdataAuthors(items).flatMap((author) => authorOf(author, true));
  const lists = [stated, marked, ...metas].filter((list) => list.length > 0);
  const names = siteWords(meta, sites);
  for (const list of lists) {
    const someone = list.filter(({ text }) => !namesSite(text, names));
    if (someone.length > 0) return { bylines: someone, namesSomeone: true, sites: names };
  }
  return { bylines: lists[0] ?? [], namesSomeone: false, sites: names };
}

/** Addresses are profiles (`article:author` of OpenGraph), not names; so are handles and numbers. A person's affiliation stands behind a comma. */
function authorOf(found: Found, isPerson: boolean): Bylines {
  const text = plainText(found);
  if (!/^[^@]*\p{L}/u.test(text) || isWebAddress(text)) return [];
  if (!isPerson) return [{ ...found, text }];
  const [name = '', ...rest] = text.split(',');
  const hasAffiliation = rest.length > 0 && name.trim().includes(' ') && rest.join(',').length > 24;
  return [{ ...found, text: hasAffiliation ? name.trim() : text, person: true }];
}

/** Titles end with the site's name too. */
function siteWords(meta: PageMeta, sites: readonly string[]): string[] {
  return [...sites, lastPart(meta.title?.text ?? '') ?? ''].map(wordsOf).filter((name) => name !== '');
}

function distinct(found: Bylines): Bylines {
  return [...new Map(found.map((one) => [one.text, one])).values()];
}

/** The site, its publisher, its address or its mail: nobody wrote the story as far as this says. */
function namesSite(text: string, sites: readonly string[]): boolean {
  const words = wordsOf(text);
  return HOST.test(text.trim()) || /@|www\.|https?:/.test(text) || sites.some((site) => isOf(words, site));
}

/** An account of the desk is named after the site, with an initial behind it for more: `Norvik D`. */
const INITIAL = 3;

function isOf(words: string, site: string): boolean {
  if (words === site || (site.includes(words) && words.length * 2 >= site.length)) return true;
  if (site.length > 3 && words.startsWith(`${site} `) && words.length < site.length + 14) return true;
  const [first = ''] = site.split(' ');
  return first.length > 3 && words.startsWith(`${first} `) && words.length <= first.length + INITIAL;
}
