import { BadInput } from '../../faults.ts';
import type { Format } from '../format.ts';
import { eachItem } from '../each-item.ts';
import { readStory } from '../newsml-1/item.ts';
import { storiesOf, storyMark } from '../newsml-1/story.ts';
import { at, children } from '../tree.ts';
import { readXml } from '../xml.ts';

const ROOT = /<(?:[\w.-]{1,40}:)?NewsML[\s>/]/;

/**
 * NewsML 1.0 to 1.2, as AFP (full and light profile), EFE, Belga, ATS, ANP, Kyodo, TASS, ANA, Business Wire and
 * publishers of stock-exchange releases send it. Every element is optional; several NewsItems in a file, and several stories in a
 * NewsItem, give several items.
 */
export const newsml1: Format = {
  name: 'newsml-1',
  version: '1',
  source: 'IPTC NewsML 1.2 Functional Specification (2003-10-10); AFP NewsML text-photo profile, evolution 2',
  reads:
    'NewsML 1.0 to 1.2 as agencies send it: AFP (full and light profile, alerts with an empty headline), EFE, Belga, ATS, ANP, Kyodo, TASS, ANA, Business Wire, releases. Texts in NITF, XHTML, HTML or plain; pictures, graphics, sound, film, documents; several items in a file and several stories in an item. Every element is optional. The chain key is the NewsItemId.',
  gaps: [
    'an Update element, which changes parts of an earlier revision, is kept as data and not applied',
    'text in base64 is kept as data',
  ],
  recognises(document) {
    const head = document.text.slice(0, 4_000);
    const found = ROOT.exec(head);
    return found !== null && !/<[a-zA-Z]/.test(head.slice(0, found.index));
  },
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('newsml.no-root', 'The document has no root element');
    const items = children(root, 'NewsItem');
    if (items.length === 0)
      throw new BadInput('newsml.no-item', {
        message: 'The NewsML document holds no NewsItem',
        hint: 'Ask the provider: an envelope without items is not a delivery',
      });
    const places = items.flatMap((item) => storiesOf(item).map((story, index) => ({ story, mark: storyMark(story, index) })));
    const version = at(root, '@Version')?.text;
    return {
      ...(version === undefined ? {} : { formatVersion: version }),
      items: eachItem(places, ({ story, mark }, index) => readStory(story, { root, index, mark })),
    };
  },
};
