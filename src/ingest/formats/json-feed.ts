import type { Format } from '../format.ts';
import { jsonRoot } from '../json.ts';
import { itemsOf } from '../syndication/items.ts';
import { isJsonFeed, readJsonFeed } from '../syndication/json-feed.ts';

/**
 * JSON Feed 1.0 and 1.1.
 * @throws {BadInput} `json.not-json`, `json.too-deep`
 */
export const jsonFeed: Format = {
  name: 'json-feed',
  version: '1',
  source: 'JSON Feed 1.1 (jsonfeed.org, 2020-08-07), JSON Feed 1.0 (2017-05-17)',
  reads:
    'JSON Feed 1.0 and 1.1 with attachments, hubs and authors of either version; also without the version where the members are those of a feed.',
  gaps: ['members of extensions (`_name`) go to x'],
  recognises: (document) => isJsonFeed(jsonRoot(document)),
  parse(document) {
    const feed = readJsonFeed(document);
    return {
      items: itemsOf({ ...feed, count: feed.entries.length }, document),
      repairs: feed.repairs,
      ...(feed.version === undefined ? {} : { formatVersion: feed.version }),
    };
  },
};
