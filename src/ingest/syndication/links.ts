import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import type { Found } from '../../article/parsed-item.ts';
import type { FeedEnclosure, FeedLink } from './feed.ts';
import { all, attribute, first, foundOf, scopeIn, textAt, type Holder } from './holder.ts';
import { isWebAddress, resolveUrl } from '../web-address.ts';

/** IANA link relations may be written as addresses (RFC 4287 4.2.7.2). */
const IANA = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;
/** Forms of a story that a reader can open, best first. */
const READABLE = ['text/html', 'application/xhtml+xml'];

/** Every link of a feed or an entry, in document order. A relation that is not stated is `alternate`. */
export function linksOf(holder: Holder): FeedLink[] {
  return all(holder, 'rss:link', 'atom:link')
    .sort((one, other) => (one.startIndex ?? 0) - (other.startIndex ?? 0))
    .flatMap((element) => linkOf(element, holder) ?? []);
}

function linkOf(element: Element, holder: Holder): FeedLink | undefined {
  const scope = scopeIn(element, holder.scope);
  const href = resolveUrl(attribute(element, 'href') ?? attribute(element, 'rdf:resource') ?? textContent(element), scope.base);
  if (href === undefined && ['rel', 'type', 'title'].every((name) => attribute(element, name) === undefined)) return undefined;
  const optional = (name: string): string | undefined => attribute(element, name);
  const [type, hreflang, title, length] = [optional('type'), optional('hreflang'), optional('title'), optional('length')];
  return {
    ...(href === undefined ? {} : { href }),
    rel: (optional('rel') ?? 'alternate').replace(IANA, '').toLowerCase(),
    ...(type === undefined ? {} : { type }),
    ...(hreflang === undefined ? {} : { hreflang }),
    ...(title === undefined ? {} : { title }),
    ...(length === undefined ? {} : { length }),
  };
}

/** The page of a feed or an entry: RSS `link`, an alternate link that a reader can open, or a guid that is one. */
export function pageLink(holder: Holder, links: readonly FeedLink[]): Found | undefined {
  const own = first(holder, 'rss:link');
  const written = own === undefined ? undefined : resolveUrl(textContent(own), scopeIn(own, holder.scope).base);
  if (own !== undefined && written !== undefined) return { ...foundOf(holder, own), text: written };
  const alternates = links.flatMap(({ rel, href, type }) => (rel === 'alternate' && href !== undefined ? [{ href, type }] : []));
  const best =
    alternates.find(({ type }) => type !== undefined && READABLE.includes(type)) ??
    alternates.find(({ type }) => type === undefined) ??
    alternates[0];
  if (best !== undefined) return { text: best.href, path: `${holder.path}/link/@href` };
  const guid = first(holder, 'rss:guid');
  if (guid !== undefined && isPermalink(guid))
    return { ...foundOf(holder, guid), text: resolveUrl(textContent(guid), holder.scope.base) ?? '' };
  const about = attribute(holder.element, 'rdf:about');
  return about !== undefined && isWebAddress(about) ? { text: about, path: `${holder.path}/@rdf:about` } : undefined;
}

/** RSS 2.0: a guid is the address of the story unless `isPermaLink` says false; one that is no address cannot be. */
export function isPermalink(guid: Element): boolean {
  return attribute(guid, 'ispermalink')?.toLowerCase() !== 'false' && isWebAddress(textContent(guid));
}

/** RSS enclosures and Atom's `rel="enclosure"`. */
export function enclosuresOf(holder: Holder, links: readonly FeedLink[]): FeedEnclosure[] {
  const own = all(holder, 'rss:enclosure').flatMap((element) => {
    const url = resolveUrl(attribute(element, 'url') ?? attribute(element, 'href') ?? '', scopeIn(element, holder.scope).base);
    return url === undefined ? [] : [enclosure(url, attribute(element, 'type'), attribute(element, 'length'))];
  });
  const linked = links.flatMap(({ rel, href, type, length }) =>
    rel === 'enclosure' && href !== undefined ? [enclosure(href, type, length)] : [],
  );
  return [...own, ...linked];
}

function enclosure(url: string, type: string | undefined, length: string | undefined): FeedEnclosure {
  return { url, ...(type === undefined ? {} : { type }), ...(length === undefined ? {} : { length }) };
}

/** Creative Commons' modules and `rel="license"`. */
export function licenseOf(holder: Holder, links: readonly FeedLink[]): string | undefined {
  const cc = all(holder, 'cc:license')[0];
  const written =
    cc === undefined
      ? textAt(holder, 'creativecommons:license', 'dcterms:license')
      : (attribute(cc, 'rdf:resource') ?? textContent(cc).trim());
  return written ?? links.find(({ rel }) => rel === 'license')?.href;
}
