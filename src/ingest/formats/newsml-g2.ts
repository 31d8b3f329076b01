import type { Format } from '../format.ts';
import { hasRoot, readG2 } from '../newsml-g2/document.ts';

/**
 * NewsML-G2 2.x: newsItem, packageItem and newsMessage with any number of items. Every element is optional; what needs a catalog
 * that is not in the document keeps its code as written.
 */
export const newsmlG2: Format = {
  name: 'newsml-g2',
  version: '1',
  source:
    'IPTC NewsML-G2 2.35 specification and listings (iptc/newsml-g2@7f172b0); files of AP, ANSA, dpa, GlobeNewswire, Reuters, STT and TT of 2012 to 2025',
  reads:
    'NewsML-G2 2.1 to 2.35: newsItem, packageItem, newsMessage with several items, also conceptItem and planningItem inside one. Text as NITF, XHTML or TTNITF in inlineXML, escaped or plain in inlineData; pictures, films and sounds as remoteContent. Codes with the alias as written; an inline catalog is read, a catalogRef never fetched. A package carries the text and media of the members that came with it.',
  gaps: ['SportsML and other XML in inlineXML is not read as text; its values are in `x`.', 'partMeta (shot lists, time codes) is in `x`.'],
  recognises(document) {
    return hasRoot(document.text, ['newsItem', 'packageItem', 'newsMessage', 'contentSet', 'itemSet']);
  },
  parse: readG2,
};
