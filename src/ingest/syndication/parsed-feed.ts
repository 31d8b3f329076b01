import type { ParsedDocument, SourceDocument } from '../format.ts';
import { itemsOf } from './items.ts';
import { FeedReader } from './read-feed.ts';

/**
 * An XML feed as parsed items. It is read once for what its items have in common, and again, item by item, whenever they are asked for: no
 * more than one is in memory at a time.
 * @throws {BadInput} `feed.no-root`, `xml.too-deep`, `xml.truncated`, `xml.entity-refused`
 */
export function parsedFeed(document: SourceDocument): ParsedDocument {
  const { site, ...outline } = new FeedReader(document, { forArticles: true }).outline();
  const entries = { [Symbol.iterator]: () => new FeedReader(document, { forArticles: true, site }).entries() };
  const { version, repairs } = outline;
  return { items: itemsOf({ ...outline, entries }, document), repairs, ...(version === undefined ? {} : { formatVersion: version }) };
}
