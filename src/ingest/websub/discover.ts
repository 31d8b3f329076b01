import { BadInput } from '../../faults.ts';
import { decode } from '../decode.ts';
import { refuseFailure } from '../http-source/answer-advice.ts';
import { askerOf, type Answer } from '../http-source/asker.ts';
import { openFeed } from '../syndication/any-feed.ts';
import type { TransportServices } from '../transport.ts';
import type { HttpOptions } from '../transports/http.ts';

/** Who pushes a feed, and under what name. */
export interface Hub {
  readonly hub: string;
  readonly topic: string;
}

interface Link {
  readonly rel: string | undefined;
  readonly href: string | undefined;
}

/** One link of a `Link` header (RFC 8288): an address in angle brackets, then parameters up to the next comma outside quotes. */
const LINK = /<([^<>\s]{1,2000})>((?:\s{0,5};[^,"]{0,200}(?:"[^"]{0,500}"[^,"]{0,200})?){0,20})/g;
const REL = /;\s{0,5}rel\s{0,5}=\s{0,5}(?:"([^"]{1,200})"|([^\s;,"]{1,200}))/i;

/**
 * Asks a feed for its hub (WebSub, W3C 2018, section 4): `Link` headers first, then the links of the document. Undefined where it names none.
 * The topic is what the feed calls itself, else its address. @throws what asking throws
 */
export async function discoverHub(
  { url, headers, access }: HttpOptions,
  asked: { readonly services: TransportServices; readonly signal: AbortSignal },
): Promise<Hub | undefined> {
  const answer = await askerOf(access, asked)({ url, headers: { accept: '*/*', ...headers } });
  refuseFailure(answer);
  return hubIn(answer, url);
}

/** The same of an answer. Pure. A feed that came safely is not taken from a hub that is reached in the open. */
export function hubIn(answer: Pick<Answer, 'url' | 'headers' | 'bytes'>, url: string): Hub | undefined {
  const inHeader = [...(answer.headers['link'] ?? '').matchAll(LINK)].map(([, href, rest = '']) => {
    const rel = REL.exec(rest);
    return { href, rel: rel?.[1] ?? rel?.[2] };
  });
  const links = inHeader.some(({ rel }) => isRel(rel, 'hub')) ? inHeader : [...inHeader, ...documentLinks(answer)];
  const absolute = (wanted: string): string | undefined => {
    const href = links.find(({ rel, href: at }) => isRel(rel, wanted) && at !== undefined)?.href;
    return href !== undefined && URL.canParse(href, answer.url) ? new URL(href, answer.url).href : undefined;
  };
  const [hub, topic = url] = [absolute('hub'), absolute('self')];
  if (hub === undefined || !/^https?:/.test(hub) || (url.startsWith('https:') && !hub.startsWith('https:'))) return undefined;
  return { hub, topic };
}

function isRel(rel: string | undefined, wanted: string): boolean {
  return (rel ?? '').toLowerCase().split(/\s+/).includes(wanted);
}

function documentLinks({ bytes, headers }: Pick<Answer, 'bytes' | 'headers'>): readonly Link[] {
  try {
    const feed = openFeed({ bytes, ...decode(bytes, { headers }) });
    for (const _entry of feed.entries());
    return feed.outline().head.links.map(({ rel, href }) => ({ rel, href }));
  } catch (thrown) {
    if (thrown instanceof BadInput) return [];
    throw thrown;
  }
}
