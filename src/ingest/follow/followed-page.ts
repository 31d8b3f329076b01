import type { ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';

/** Where an entry stands: the feed document that is kept for itself, and its place there. */
export interface FeedEntryRef {
  /** Lower-case hex SHA-256 of the feed document. */
  readonly sha256: string;
  readonly item: number;
  /** Name of the format that read it. */
  readonly format: string;
}

/** A page as it was fetched. */
export interface FetchedPage {
  /** Where it came from after redirects, without userinfo. */
  readonly url: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/** An entry of a feed with the page that it leads to, or why there is none. One raw document, so that both are read again together. */
export interface FollowedPage {
  readonly feed: FeedEntryRef;
  readonly entry: ParsedItem;
  readonly page?: FetchedPage;
  /** A code of docs/codes.md, with what exactly. */
  readonly failure?: { readonly code: string; readonly detail: string };
}

const KIND = 'wirecopy-followed-page/1';

/** The document that is kept: JSON, with the bytes of the page as they came (base64). */
export function followedBytes({ feed, entry, page, failure }: FollowedPage): Uint8Array {
  const packed = page === undefined ? undefined : { ...page, bytes: Buffer.from(page.bytes).toString('base64') };
  return Buffer.from(JSON.stringify({ kind: KIND, feed, entry, page: packed, failure }, withoutSpans));
}

/** @throws {BadInput} `page.unreadable` where it is not what `followedBytes` wrote */
export function readFollowed(bytes: Uint8Array): FollowedPage {
  const read = parsed(bytes);
  if (read?.kind !== KIND)
    throw new BadInput('page.unreadable', { message: 'The document is no followed page', hint: 'Only wirecopy itself writes these' });
  const { feed, entry, page, failure } = read;
  return {
    ...{ feed, entry },
    ...(page === undefined ? {} : { page: { ...page, bytes: Buffer.from(page.bytes, 'base64') } }),
    ...(failure === undefined ? {} : { failure }),
  };
}

type Written = Omit<FollowedPage, 'page'> & {
  readonly kind: string;
  readonly page?: Omit<FetchedPage, 'bytes'> & { readonly bytes: string };
};

function parsed(bytes: Uint8Array): Written | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Written;
  } catch {
    return undefined;
  }
}

/** Spans count in the text of the feed, which is not here. */
function withoutSpans(name: string, value: unknown): unknown {
  return name === 'span' ? undefined : value;
}
