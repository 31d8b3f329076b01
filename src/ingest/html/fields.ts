import type { Element } from 'domhandler';
import type { Found, ParsedItem, ParsedMedia, TimeField } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { plainText } from '../plain-text.ts';
import { publicUrl } from '../web-address.ts';
import { headlineOf } from './headline.ts';
import type { LdArticle } from './json-ld.ts';
import type { PageMeta } from './meta.ts';
import type { PrintedHeadings } from './printed-headings.ts';

/** What a page says about its story, in all the places where pages say it. */
export interface PageFacts {
  readonly article: LdArticle | undefined;
  readonly meta: PageMeta;
  readonly base: string | undefined;
  /** Where the document came from. */
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly printed: PrintedHeadings;
  /** `time` elements with a `datetime`. */
  readonly times: readonly Element[];
}

/** Name, then where it stands in JSON-LD and in which metas. */
const TIMES: readonly (readonly [TimeField, 'published' | 'modified' | 'created' | 'expires', string, readonly string[]])[] = [
  [
    'published',
    'published',
    'datePublished',
    [
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.date',
      'dc.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'cxenseparse:recs:publishtime',
      'date',
    ],
  ],
  [
    'updated',
    'modified',
    'dateModified',
    [
      'article:modified_time',
      'og:article:modified_time',
      'og:updated_time',
      'datemodified',
      'dcterms.modified',
      'last-modified',
      'lastmod',
    ],
  ],
  ['firstCreated', 'created', 'dateCreated', ['datecreated', 'dcterms.created']],
  ['expires', 'expires', 'expires', ['article:expiration_time']],
];
/** More images than this are renditions. */
const MOST_IMAGES = 40;
const LD = '/html/script[@type="application/ld+json"]';

/** The fields of an item but its body. JSON-LD wins, then meta elements, then what the page shows. */
export function fieldsOf(facts: PageFacts): Omit<ParsedItem, 'index' | 'body' | 'bylines'> {
  const { article, meta, language } = facts;
  const permalink = permalinkOf(facts);
  const values = {
    provider: fromLd(article?.publisher, 'publisher') ?? meta.one('og:site_name', 'application-name', 'dc.publisher'),
    permalink,
    guid: permalink === undefined ? fromLd(article?.id, 'identifier') : undefined,
    language: languageOf(language) ?? fromLd(article?.language, 'inLanguage') ?? meta.one('content-language', 'og:locale', 'dc.language'),
    headline: headlineOf({
      stated: plain(fromLd(article?.headline, 'headline')),
      social: plain(meta.one('og:title', 'twitter:title', 'dc.title', 'parsely-title', 'headline')),
      ...facts.printed,
      title: plain(meta.title),
      sites: sitesOf(facts),
      sections: [...sectionsOf(facts), ...meta.all('content_category', 'section', 'category').map(({ text }) => text)],
    }),
    abstract: plain(
      fromLd(article?.description, 'description') ?? meta.one('og:description', 'description', 'twitter:description', 'dc.description'),
    ),
    times: timesOf(facts),
    keywords: orNothing(article === undefined || article.keywords.length === 0 ? metaKeywords(meta) : article.keywords),
    rights: rightsOf(facts),
    media: orNothing(mediaOf(facts)),
    genres: orNothing(genresOf(facts)),
    subjects: orNothing(sectionsOf(facts).map((name) => ({ name, rel: 'section' }))),
  };
  return defined(values);
}

/** Names of the site and of who publishes it. */
export function sitesOf({ article, meta, url }: Pick<PageFacts, 'article' | 'meta' | 'url'>): string[] {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]{1,200})/i.exec(meta.canonical ?? meta.one('og:url')?.text ?? url ?? '')?.[1];
  const names = [
    article?.publisher,
    ...meta.all('og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher').map(({ text }) => text),
  ];
  return [...names.filter((name) => name !== undefined), ...(host === undefined ? [] : [host, host.split('.').at(-2) ?? host])];
}

function sectionsOf({ article, meta }: PageFacts): readonly string[] {
  return article?.section ?? meta.all('article:section').map(({ text }) => text);
}

function fromLd(text: string | undefined, name: string): Found | undefined {
  return text === undefined ? undefined : { text, path: `${LD}/${name}` };
}

function languageOf(lang: string | undefined): Found | undefined {
  return lang === undefined || lang.trim() === '' ? undefined : { text: lang.trim(), path: '/html/@lang' };
}

function plain(found: Found | undefined): Found | undefined {
  if (found === undefined) return undefined;
  const text = plainText(found);
  return text === '' ? undefined : { ...found, text };
}

function timesOf({ article, meta, times }: PageFacts): ParsedItem['times'] {
  const found: Partial<Record<TimeField, Found>> = {};
  for (const [field, key, name, metas] of TIMES) {
    const value = fromLd(article?.[key], name) ?? meta.one(...metas);
    if (value !== undefined) found[field] = value;
  }
  const [shown] = times.filter((element) => /^\d{4}-\d\d/.test(element.attribs['datetime']?.trim() ?? ''));
  if (found.published === undefined && shown !== undefined)
    found.published = { text: shown.attribs['datetime']?.trim() ?? '', path: '/html/body//time/@datetime' };
  return Object.keys(found).length === 0 ? undefined : found;
}

function permalinkOf({ article, meta, base, url: source }: PageFacts): Found | undefined {
  const candidates: readonly (readonly [string | undefined, string])[] = [
    [meta.canonical, '/html/head/link[@rel="canonical"]/@href'],
    [meta.one('og:url')?.text, '/html/head/meta[@property="og:url"]/@content'],
    [article?.url, `${LD}/url`],
    [source, 'url'],
  ];
  for (const [address, path] of candidates) {
    const url = publicUrl(address, base);
    if (url !== undefined) return { text: url, path };
  }
  return undefined;
}

function metaKeywords(meta: PageMeta): string[] {
  const tags = meta.all('article:tag').map(({ text }) => text);
  const words = tags.length > 0 ? tags : (meta.one('news_keywords', 'keywords', 'parsely-tags')?.text.split(',') ?? []);
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** What kind of piece the data say it is: a live blog, a gallery, an opinion; a news article as such is none. */
function genresOf({ article }: PageFacts): { name: string; scheme?: string; code?: string }[] {
  const types = (article?.types ?? []).filter((type) => !/^(?:NewsArticle|Article|WebPage|CreativeWork)$/.test(type));
  const stated = article?.genre === undefined ? [] : [{ name: article.genre }];
  return [...types.map((code) => ({ scheme: 'https://schema.org', code, name: code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ') })), ...stated];
}

function rightsOf({ article, meta }: PageFacts): ParsedItem['rights'] {
  const notice = article?.rights ?? meta.one('copyright', 'dc.rights', 'dcterms.rights')?.text;
  return notice === undefined ? undefined : { notice };
}

/** The picture that the page gives for itself. */
function mediaOf({ article, meta, base }: PageFacts): ParsedMedia[] {
  const stated = (article?.images ?? []).map((image) => ({ ...image, path: `${LD}/image` }));
  const social = meta.one('og:image:secure_url', 'og:image', 'twitter:image', 'twitter:image:src');
  const images = stated.length > 0 || social === undefined ? stated : [{ url: social.text, path: social.path }];
  const alt = meta.one('og:image:alt', 'twitter:image:alt')?.text;
  return images.slice(0, MOST_IMAGES).flatMap((image): ParsedMedia[] => {
    const href = publicUrl(image.url, base);
    if (href === undefined) return [];
    const { caption, credit, width, height } = { caption: undefined, credit: undefined, width: undefined, height: undefined, ...image };
    return [
      {
        key: href,
        type: 'picture',
        renditions: [{ name: 'page', href, ...defined({ width, height }) }],
        ...defined({ caption: plain(at(caption, `${image.path}/caption`)), credit: plain(at(credit, `${image.path}/creditText`)), alt }),
      },
    ];
  });
}

function at(text: string | undefined, path: string): Found | undefined {
  return text === undefined ? undefined : { text, path };
}
