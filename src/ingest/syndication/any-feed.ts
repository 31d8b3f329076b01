import type { SourceDocument } from '../format.ts';
import { looksLikeJson } from '../json.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { FeedReader } from './read-feed.ts';

/** A feed that is read item by item. */
export interface OpenFeed {
  entries(): Iterable<FeedEntry>;
  /** All but the items, once these were fetched. */
  outline(): Omit<Feed, 'entries'>;
}

/**
 * Opens a feed of any format that is one.
 * @throws {BadInput} here or while it is read: `feed.no-root`, `xml.too-deep`, `json.not-json`, `json.too-deep`
 */
export function openFeed(source: SourceDocument): OpenFeed {
  if (!looksLikeJson(source.text)) return new FeedReader(source);
  const feed = readJsonFeed(source);
  return { entries: () => feed.entries, outline: () => feed };
}
