import type { Element } from 'domhandler';
import { BadInput } from '../../faults.ts';
import type { BadItem, Format } from '../format.ts';
import type { ParsedItem } from '../../article/parsed-item.ts';
import { readItem } from '../newsml-1/item.ts';
import { at, children } from '../tree.ts';
import { readXml } from '../xml.ts';

const ROOT = /<(?:[\w.-]{1,40}:)?NewsML[\s>/]/;

/**
 * NewsML 1.0 to 1.2, as AFP (full and light profile), EFE, Belga and Business Wire send it. Every element is optional;
 * several NewsItems in a file give several items.
 */
export const newsml1: Format = {
  name: 'newsml-1',
  version: '1',
  source: 'IPTC NewsML 1.2 Functional Specification (2003-10-10); AFP NewsML text-photo profile, evolution 2',
  reads:
    'NewsML 1.0 to 1.2 as AFP sends it: full text-photo profile and light profile, alerts with an empty headline, pictures, several NewsItems in a file. Every element is optional. The chain key is the NewsItemId.',
  gaps: [],
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
    const version = at(root, '@Version')?.text;
    return { ...(version === undefined ? {} : { formatVersion: version }), items: items.map((item, index) => guarded(root, item, index)) };
  },
};

/** One unreadable item does not cost its neighbours. */
function guarded(root: Element, item: Element, index: number): ParsedItem | BadItem {
  try {
    return readItem(root, item, index);
  } catch (thrown) {
    if (thrown instanceof BadInput) return { index, error: thrown };
    throw thrown;
  }
}
