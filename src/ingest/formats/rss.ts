import type { Format } from '../format.ts';
import { feedRoot } from '../root-element.ts';
import { parsedFeed } from '../syndication/parsed-feed.ts';
import { isWordPressExport } from '../wordpress/is-export.ts';

/**
 * RSS 0.90 to 2.0 and RDF, with Dublin Core, content, Media RSS and the other usual modules, read tolerantly.
 * @throws {BadInput} `feed.no-root`, `xml.too-deep`, `xml.truncated`
 */
export const rss: Format = {
  name: 'rss',
  version: '1',
  source: 'RSS 2.0.11 (RSS Advisory Board, 2009-03-30), RSS 1.0 (2001), Media RSS 1.5.1 (2009-12-11)',
  reads: 'RSS 0.90 to 2.0 and RDF, read tolerantly: repairs are recorded on the article.',
  gaps: [],
  readsBeginnings: true,
  recognises: (document) => feedRoot(document.text) === 'rss' && !isWordPressExport(document.text),
  parse: (document) => parsedFeed(document),
};
