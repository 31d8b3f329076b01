import type { Article } from '../article/article.ts';
import type { Concept } from '../article/concept.ts';

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

/** A concept's code as a URI where its scheme is one; else as a literal that keeps the scheme. */
export function codeOf({ scheme, code }: Concept): { readonly uri?: string; readonly literal?: string } {
  if (code === undefined || code === '') return {};
  const uri = scheme !== undefined && /^https?:/i.test(scheme) ? `${scheme}${/[/#=]$/.test(scheme) ? '' : '/'}${code}` : code;
  if (isUri(uri) && /^(?:https?|urn):/i.test(uri)) return { uri };
  return { literal: scheme === undefined ? code : `${scheme}:${code}` };
}
