import type { Article } from '../article/article.ts';
import type { Concept } from '../article/concept.ts';
import type { Media, Rendition } from '../article/media.ts';

/** The article's id as a URI: its guid where that is one, else a URN of ours. */
export function uriOf({ id, identity }: Article): string {
  return isUri(identity.guid) ? identity.guid : `urn:wirecopy:${encodeURIComponent(id)}`;
}

/** RFC 3986, as far as schemas look: a scheme, and nothing that a URI never holds. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text);
}

/** When this version was made, else when it was published; ISO 8601 UTC. */
export function madeAt({ times }: Article): string | undefined {
  return times.versionCreated?.utc ?? times.published?.utc ?? undefined;
}

/** The headline, or what stands in for one. */
export function headlineOf({ headline }: Article): string {
  return headline.text ?? headline.fallback ?? '';
}

/** Who wrote it, as printed. */
export function bylineOf({ byline }: Article): string | undefined {
  return byline.text ?? byline.raw ?? undefined;
}

/** Where readers find the story on the web, where that is known. */
export function pageOf({ links, provenance }: Article): string | undefined {
  const link = links?.find(({ rel }) => rel === 'canonical' || rel === 'alternate')?.url ?? provenance.url;
  return link !== undefined && /^https?:/i.test(link) ? link : undefined;
}

/** Renditions that have an address; a bare file name leads nowhere. */
export function addressesOf({ renditions }: { readonly renditions?: readonly Rendition[] | undefined }): readonly Rendition[] {
  return (renditions ?? []).filter(({ href }) => isUri(href));
}

/**
 * The status in the IPTC's three words. An embargo is a moment beside them, and a copy whose embargo has no end that anybody can read, like
 * all that is not to be published, is withheld.
 */
export function pubStatusOf({ status }: Article): 'usable' | 'withheld' | 'canceled' {
  const { effective, publishable, embargo } = status;
  if (effective === 'canceled' || effective === 'superseded') return 'canceled';
  return publishable || (effective === 'embargoed' && embargo?.until.utc != null) ? 'usable' : 'withheld';
}

/** The picture, film or sound that the item itself is; undefined for a text. */
export function ownMedium({ type, media }: Article): Media | undefined {
  return type === 'picture' || type === 'graphic' || type === 'video' || type === 'audio' ? media?.[0] : undefined;
}

/** Addresses of the IPTC's vocabularies, by the alias of each in the IPTC's own catalog. */
const IPTC_SCHEMES: Readonly<Record<string, string>> = {
  subj: 'http://cv.iptc.org/newscodes/subjectcode/',
  medtop: 'http://cv.iptc.org/newscodes/mediatopic/',
  genre: 'http://cv.iptc.org/newscodes/genre/',
  prodgenre: 'http://cv.iptc.org/newscodes/productgenre/',
  scene: 'http://cv.iptc.org/newscodes/scene/',
};

/** Whether an alias needs no catalog but the IPTC's. */
export function isIptcScheme(alias: string): boolean {
  return Object.hasOwn(IPTC_SCHEMES, alias);
}

/** A concept's code as a URI where its scheme is one or is the IPTC's; else as a literal that keeps the scheme. */
export function codeOf({ scheme, code }: Concept): { readonly uri?: string; readonly literal?: string } {
  if (code === undefined || code === '') return {};
  const base = scheme === undefined ? undefined : isIptcScheme(scheme) ? IPTC_SCHEMES[scheme] : scheme;
  const uri = base !== undefined && /^https?:/i.test(base) ? `${base}${/[/#=]$/.test(base) ? '' : '/'}${code}` : code;
  if (isUri(uri) && /^(?:https?|urn):/i.test(uri)) return { uri };
  return { literal: scheme === undefined ? code : `${scheme}:${code}` };
}
