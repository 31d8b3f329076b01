import type { SourceDocument } from '../format.ts';
import { looksLikeJson } from '../json.ts';
import type { Feed } from './feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { readFeed } from './read-feed.ts';

/**
 * Reads a feed of any format that is one.
 * @throws {BadInput} `feed.no-root`, `xml.too-deep`, `json.not-json`, `json.too-deep`
 */
export function readAnyFeed(source: SourceDocument): Feed {
  return looksLikeJson(source.text) ? readJsonFeed(source) : readFeed(source);
}
