import { NO_ATTRIBUTES, type LooseElement } from '../loose/loose-element.ts';
import type { Found } from '../../article/parsed-item.ts';
import type { FeedEnclosure, FeedLink } from './feed.ts';
import { all, allOf, attribute, first, foundOf, inOrder, scopeIn, textAt, textOf, type Holder } from './holder.ts';
import { isWebAddress, resolveUrl } from '../web-address.ts';

/** IANA link relations may be written as addresses (RFC 4287 4.2.7.2). */
const IANA = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;
const LINKS = ['rss:link', 'atom:link', 'rss:enclosure', 'rss:a'];
const PAGE = ['rss:link'];
const GUID = ['rss:guid'];
const LINK_ATTRIBUTES = ['rel', 'type', 'title', 'length', 'hreflang'];
/** Forms of a story that a reader can open, best first. */
const READABLE = ['text/html', 'application/xhtml+xml'];

/** Every link of a feed or an entry, enclosures included, in document order. A relation that is not stated is `alternate`. */
export function linksOf(holder: Holder): readonly FeedLink[] {
  const links: FeedLink[] = [];
  if (holder.element.key.startsWith('rss:') && attribute(holder.element, 'href') !== undefined) add(links, holder.element, holder);
  for (const element of inOrder(allOf(holder, LINKS))) add(links, element, holder);
  return links;
}

function add(links: FeedLink[], element: LooseElement, holder: Holder): void {
  if (element.attribs === NO_ATTRIBUTES) {
    // Most links of RSS are an address and nothing else.
    const href = resolveUrl(textOf(element), holder.scope.base);
    if (href !== undefined) links.push(new Link(href, element));
    return;
  }
  const scope = scopeIn(element, holder.scope);
  const written = attribute(element, 'href') ?? attribute(element, 'rdf:resource') ?? attribute(element, 'url') ?? textOf(element);
  // An empty reference is the document itself (RFC 3986, 4.4), which only `xml:base` names for good.
  const href = resolveUrl(written, scope.base) ?? (element.attribs['href'] === '' ? scope.statedBase : undefined);
  if (href !== undefined || LINK_ATTRIBUTES.some((name) => attribute(element, name) !== undefined)) links.push(new Link(href, element));
}

/** A class, for all its objects have one shape. */
class Link implements FeedLink {
  readonly href;
  readonly rel;
  readonly type;
  readonly hreflang;
  readonly title;
  readonly length;

  constructor(href: string | undefined, element: LooseElement) {
    const rel = attribute(element, 'rel');
    this.href = href;
    this.rel = rel === undefined ? (element.key === 'rss:enclosure' ? 'enclosure' : 'alternate') : rel.replace(IANA, '').toLowerCase();
    this.type = attribute(element, 'type');
    this.hreflang = attribute(element, 'hreflang');
    this.title = attribute(element, 'title');
    this.length = attribute(element, 'length');
  }
}

/** The page of a feed or an entry: RSS `link`, an alternate link that a reader can open, or a guid that is one. */
export function pageLink(holder: Holder, links: readonly FeedLink[]): Found | undefined {
  const own = first(holder, PAGE);
  const written = own === undefined ? undefined : resolveUrl(textOf(own), scopeIn(own, holder.scope).base);
  if (own !== undefined && written !== undefined) return { ...foundOf(holder, own), text: written };
  const alternates = links.flatMap(({ rel, href, type }) => (rel === 'alternate' && href !== undefined ? [{ href, type }] : []));
  const best =
    alternates.find(({ type }) => type !== undefined && READABLE.includes(type)) ??
    alternates.find(({ type }) => type === undefined) ??
    alternates[0];
  if (best !== undefined) return { text: best.href, path: `${holder.path}/link/@href` };
  const guid = first(holder, GUID);
  if (guid !== undefined && isPermalink(guid)) return { ...foundOf(holder, guid), text: resolveUrl(textOf(guid), holder.scope.base) ?? '' };
  // CDF keeps the address of a page on the item or channel itself.
  const [about, page] = [attribute(holder.element, 'rdf:about'), attribute(holder.element, 'href')];
  if (page !== undefined && holder.element.key.startsWith('rss:'))
    return { text: resolveUrl(page, holder.scope.base) ?? page, path: `${holder.path}/@HREF` };
  return about !== undefined && isWebAddress(about) ? { text: about, path: `${holder.path}/@rdf:about` } : undefined;
}

/** RSS 2.0: a guid is the address of the story unless `isPermaLink` says false; one that is no address cannot be. */
export function isPermalink(guid: LooseElement): boolean {
  return (attribute(guid, 'ispermalink') ?? 'true').toLowerCase() === 'true' && isWebAddress(textOf(guid));
}

/** RSS enclosures and Atom's `rel="enclosure"`. */
export function enclosuresOf(links: readonly FeedLink[]): FeedEnclosure[] {
  return links.flatMap(({ rel, href, type, length }) => (rel === 'enclosure' && href !== undefined ? [{ url: href, type, length }] : []));
}

/** Creative Commons' modules and `rel="license"`. */
export function licenseOf(holder: Holder, links: readonly FeedLink[]): string | undefined {
  const cc = all(holder, 'cc:license')[0];
  const written =
    cc === undefined ? textAt(holder, 'creativecommons:license', 'dcterms:license') : (attribute(cc, 'rdf:resource') ?? textOf(cc).trim());
  return written ?? links.find(({ rel }) => rel === 'license')?.href;
}
