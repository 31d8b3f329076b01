import type { ParsedItem } from '../article/parsed-item.ts';
import { BadInput } from '../faults.ts';
import { readFollowed, type FetchedPage, type FollowedPage } from '../ingest/follow/followed-page.ts';
import { mergeFollowed, type NotFollowed } from '../ingest/follow/merge.ts';
import { formatOf } from '../ingest/formats.ts';
import type { Format, ParsedDocument, SourceDocument } from '../ingest/format.ts';
import { eachItem, parseDocument, type ReadItem, type ReadOptions } from './read-document.ts';

/** Where the text of the article comes from. */
interface Read {
  readonly source: SourceDocument;
  readonly format: Format;
  readonly parsed: ParsedDocument;
}

/** Reads an entry of a feed together with its page. Pure. @throws {BadInput} `page.unreadable` */
export function readFollowedPage(bytes: Uint8Array, options: ReadOptions, sha256: string): Iterable<ReadItem> {
  const followed = readFollowed(bytes);
  const { feed, entry, page } = followed;
  const read = page === undefined ? failureOf(followed) : readPage(page);
  const found = 'code' in read ? read : pageItem(read);
  const item = mergeFollowed(entry, found);
  const isMerged = item.body === ('code' in found ? undefined : found.body);
  const { source, format, parsed } = isMerged && !('code' in read) ? read : standingAlone(bytes, feed.format);
  const known = { followed: { rawSha256: feed.sha256, item: feed.item }, ...(page === undefined ? {} : { url: page.url }) };
  return eachItem({ ...parsed, items: [item] }, { source, format, options: { ...options, ...known }, sha256 });
}

function failureOf({ failure }: FollowedPage): NotFollowed {
  return { code: failure?.code ?? 'page.refused', detail: failure?.detail ?? '' };
}

function readPage({ bytes, url, mediaType }: FetchedPage): Read | NotFollowed {
  try {
    const read = parseDocument(bytes, { url, ...(mediaType === undefined ? {} : { mediaType }) });
    return read.format.name === 'html' ? read : { code: 'page.no-html', detail: `the page is ${read.format.name}` };
  } catch (thrown) {
    if (thrown instanceof BadInput) return { code: thrown.code, detail: thrown.message };
    throw thrown;
  }
}

function pageItem({ parsed }: Read): ParsedItem | NotFollowed {
  const [item] = parsed.items;
  if (item === undefined) return { code: 'page.no-html', detail: 'the page holds nothing' };
  return 'error' in item ? { code: item.error.code, detail: item.error.message } : item;
}

/** The entry without its page: it was read by the format of its feed. */
function standingAlone(bytes: Uint8Array, format: string): Read {
  const source: SourceDocument = { bytes, text: '', encoding: 'utf-8', encodingBasis: 'declaration', repairs: [] };
  return { source, format: formatOf(source, format), parsed: { items: [] } };
}
