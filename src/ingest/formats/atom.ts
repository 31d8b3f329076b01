import type { Format } from '../format.ts';
import { feedRoot } from '../root-element.ts';
import { parsedFeed } from '../syndication/parsed-feed.ts';

/**
 * Atom 1.0 and 0.3, with the same modules as RSS, read tolerantly.
 * @throws {BadInput} `feed.no-root`, `xml.too-deep`, `xml.truncated`
 */
export const atom: Format = {
  name: 'atom',
  version: '1',
  source: 'RFC 4287 (2005-12), RFC 4685 (2006-09), Atom 0.3 (2003-12)',
  reads: 'Atom 0.3 and 1.0, read tolerantly: repairs are recorded on the article.',
  gaps: [],
  readsBeginnings: true,
  recognises: (document) => feedRoot(document.text) === 'atom',
  parse: (document) => parsedFeed(document),
};
