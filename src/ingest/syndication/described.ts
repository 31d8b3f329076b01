import type { LooseElement } from '../loose/loose-element.ts';
import type { Found } from '../../article/parsed-item.ts';
import type { Described, FeedImage, FeedText, Itunes, Moment } from './feed.ts';
import { all, attribute, elementsIn, first, foundAt, foundOf, holderOf, pathOf, scopeIn, textAt, textOf, type Holder } from './holder.ts';
import { licenseOf, linksOf, pageLink } from './links.ts';
import { defined } from '../../article/defined.ts';
import { authorsOf, contributorsOf, publisherOf } from './people.ts';
import { tagsOf } from './tags.ts';
import { textConstruct } from './text-construct.ts';
import { resolveUrl } from '../web-address.ts';

/** Which elements give a moment, best first. */
const MOMENT_FIELDS: readonly (readonly [Moment, readonly string[]])[] = [
  [
    'published',
    [
      'atom:published',
      'atom:issued',
      'rss:pubdate',
      'dcterms:issued',
      'dcterms:available',
      'prism:publicationdate',
      'googleplay:pubdate',
      'dc:date',
    ],
  ],
  [
    'updated',
    ['atom:updated', 'atom:modified', 'dcterms:modified', 'dc:date', 'rss:lastbuilddate', 'dcterms:date', 'prism:modificationdate'],
  ],
  ['created', ['atom:created', 'dcterms:created']],
  ['expired', ['rss:expirationdate', 'dcterms:expired']],
];

/** Vocabularies that few feeds use. */
const RARE = new Set(['dcterms', 'prism', 'googleplay']);
const COMMON_MOMENT_FIELDS = MOMENT_FIELDS.map(
  ([moment, keys]) => [moment, keys.filter((key) => !RARE.has(key.slice(0, key.indexOf(':'))))] as const,
);
const VALID = ['dcterms:valid'];
const IDS = ['atom:id', 'rss:guid', 'dc:identifier', 'dcterms:identifier', 'rss:id'];
const LANGUAGES = ['rss:language', 'dc:language', 'dcterms:language', 'atom:language'];
const TITLES = ['atom:title', 'rss:title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title', 'rss:headline'];
const RIGHTS = ['atom:rights', 'atom:copyright', 'rss:copyright', 'rss:rights', 'dc:rights', 'dcterms:rights', 'prism:copyright'];

/** What a feed, an entry and an entry's source have in common. A class, for all its objects have one shape. */
export class DescribedFields implements Described {
  readonly path;
  readonly title;
  readonly link;
  readonly id;
  readonly authors;
  readonly contributors;
  readonly publisher;
  readonly tags;
  readonly links;
  readonly moments;
  readonly rights;
  readonly language;
  readonly license;
  readonly image;
  readonly itunes;

  constructor(holder: Holder) {
    const links = linksOf(holder);
    this.path = holder.path;
    this.title = textIn(holder, undefined, TITLES);
    this.link = pageLink(holder, links);
    this.id = idOf(holder);
    this.authors = authorsOf(holder);
    this.contributors = contributorsOf(holder);
    this.publisher = publisherOf(holder);
    this.tags = tagsOf(holder);
    this.links = links;
    this.moments = momentsOf(holder);
    this.rights = textIn(holder, undefined, RIGHTS);
    this.language = languageOf(holder);
    this.license = licenseOf(holder, links);
    this.image = imageOf(holder);
    this.itunes = itunesOf(holder);
  }
}

/** The first of these elements that has text. Atom text without a type is plain, RSS does not say. */
export function textIn(holder: Holder, fallback: 'text' | 'html' | undefined, keys: readonly string[]): FeedText | undefined {
  for (const key of keys) {
    for (const element of holder.children.get(key) ?? []) {
      const text = textConstruct(holder, element, element.namespace === 'atom' ? 'text' : fallback);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

function idOf(holder: Holder): Found | undefined {
  const own = foundAt(holder, IDS);
  // RFC 4287, 4.2.6 wants an absolute one; a path alone would not be unique.
  if (own?.text.startsWith('/') === true && holder.children.has('atom:id'))
    return { ...own, text: resolveUrl(own.text, holder.scope.base) ?? own.text };
  const about = attribute(holder.element, 'rdf:about');
  return own ?? (about === undefined ? undefined : { text: about, path: `${holder.path}/@rdf:about` });
}

function languageOf(holder: Holder): Found | undefined {
  const own = foundAt(holder, LANGUAGES);
  if (own !== undefined) return own;
  const { lang } = holder.scope;
  return lang === undefined || lang === '' ? undefined : { text: lang, path: `${holder.path}/@xml:lang` };
}

function momentsOf(holder: Holder): Described['moments'] {
  const moments: Partial<Record<Moment, Found>> = {};
  for (const [moment, keys] of holder.vocabularies.some((name) => RARE.has(name)) ? MOMENT_FIELDS : COMMON_MOMENT_FIELDS) {
    const found = foundAt(holder, keys);
    if (found !== undefined) moments[moment] = found;
  }
  const changed = attribute(holder.element, 'lastmod');
  if (changed !== undefined) moments.updated ??= { text: changed, path: `${holder.path}/@LASTMOD` };
  const valid = first(holder, VALID);
  if (valid !== undefined) Object.assign(moments, periodOf(foundOf(holder, valid)));
  return moments;
}

const PERIOD = {
  start: /(?:^|;)\s{0,20}start\s{0,20}=\s{0,20}([^;]{1,100})/i,
  end: /(?:^|;)\s{0,20}end\s{0,20}=\s{0,20}([^;]{1,100})/i,
};

/** DCMI Period: `start=2002-10-13; end=2002-10-17; scheme=W3C-DTF`. */
function periodOf(valid: Found): Partial<Record<Moment, Found>> {
  const part = (pattern: RegExp): Found | undefined => {
    const value = pattern.exec(valid.text.slice(0, 2_000))?.[1];
    return value === undefined ? undefined : { ...valid, text: value.trim() };
  };
  return defined({ validFrom: part(PERIOD.start), validTo: part(PERIOD.end) });
}

function imageOf(holder: Holder): FeedImage | undefined {
  const [own] = all(holder, 'rss:image');
  const podcast = podcastImage(holder);
  if (own === undefined && podcast === undefined) return undefined;
  const inner = own === undefined ? undefined : holderOf(own, pathOf(holder, own), holder.scope);
  const address =
    inner === undefined
      ? undefined
      : (textAt(inner, 'rss:url', 'atom:url') ??
        attribute(inner.element, 'href') ??
        attribute(inner.element, 'rdf:resource') ??
        attribute(inner.element, 'url'));
  const fallback = podcast === undefined ? undefined : hrefOf(podcast, holder);
  const values = {
    url: address === undefined ? fallback : resolveUrl(address, inner?.scope.base),
    title: inner === undefined ? undefined : textAt(inner, 'rss:title', 'dc:title'),
    link: inner === undefined ? undefined : linkIn(inner),
    width: inner === undefined ? undefined : textAt(inner, 'rss:width'),
    height: inner === undefined ? undefined : textAt(inner, 'rss:height'),
    description: inner === undefined ? undefined : textAt(inner, 'rss:description'),
  };
  const image = defined(values);
  return Object.keys(image).length === 0 ? undefined : image;
}

function podcastImage(holder: Holder): LooseElement | undefined {
  if (!holder.vocabularies.includes('itunes') && !holder.vocabularies.includes('googleplay')) return undefined;
  const [image] = all(holder, 'itunes:image', 'googleplay:image');
  return image ?? all(holder, 'itunes:link').find((link) => attribute(link, 'rel') === 'image');
}

function linkIn(holder: Holder): string | undefined {
  return linksOf(holder)[0]?.href;
}

function hrefOf(element: LooseElement, holder: Holder): string | undefined {
  const hasElements = elementsIn(element).length > 0;
  const scope = scopeIn(element, holder.scope);
  return resolveUrl(attribute(element, 'href') ?? attribute(element, 'url') ?? (hasElements ? '' : textOf(element)), scope.base);
}

function itunesOf(holder: Holder): Itunes | undefined {
  if (!holder.vocabularies.includes('itunes')) return undefined;
  const [image] = all(holder, 'itunes:image');
  const values = {
    block: flag(textAt(holder, 'itunes:block'), ['yes', 'true'], ['no', 'false', 'clean']),
    explicit: flag(textAt(holder, 'itunes:explicit'), ['yes', 'true', 'explicit'], ['no', 'false', 'clean']),
    duration: textAt(holder, 'itunes:duration'),
    author: textAt(holder, 'itunes:author'),
    subtitle: textAt(holder, 'itunes:subtitle'),
    summary: textAt(holder, 'itunes:summary'),
    image: image === undefined ? undefined : hrefOf(image, holder),
  };
  const itunes = defined(values);
  return Object.keys(itunes).length === 0 ? undefined : itunes;
}

function flag(text: string | undefined, yes: readonly string[], no: readonly string[]): boolean | undefined {
  const value = text?.toLowerCase();
  if (value === undefined) return undefined;
  if (yes.includes(value)) return true;
  return no.includes(value) ? false : undefined;
}
