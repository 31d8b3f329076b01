import type { Element } from 'domhandler';
import { BadInput } from '../../faults.ts';
import type { ParsedItem } from '../../article/parsed-item.ts';
import type { BadItem, ParsedDocument, SourceDocument } from '../format.ts';
import { at, child, children, localName } from '../tree.ts';
import { readXml } from '../xml.ts';
import { catalogOf } from './catalog.ts';
import { readConceptItem } from './concept-item.ts';
import { givenOf, readItem } from './item.ts';

const STORIES = new Set(['newsItem', 'packageItem']);
const CONCEPTS = new Set(['conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem']);

/** The local name of the root element where it is one of the names; looks at the head of the text only. */
export function hasRoot(text: string, names: readonly string[]): boolean {
  const head = text.slice(0, 8_000).replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '');
  const root = /<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40})[\s>/]/.exec(head)?.[1];
  return root !== undefined && names.includes(root);
}

/**
 * All items of a NewsML-G2 or EventsML-G2 document: a single item, or those of a newsMessage's itemSet(s). A catalog is read where it stands in
 * the document and never fetched.
 * @throws {BadInput} `newsml-g2.no-item`, `newsml-g2.fragment`, `xml.*`
 */
export function readG2(document: SourceDocument): ParsedDocument {
  const root = children(readXml(document.text))[0];
  if (root === undefined) throw new BadInput('newsml-g2.no-item', 'The document has no root element');
  if (localName(root) === 'contentSet' || localName(root) === 'itemSet')
    throw new BadInput('newsml-g2.fragment', {
      message: `A bare ${localName(root)} is no item: it has neither id nor status`,
      hint: 'Send the whole newsItem or newsMessage',
    });
  const items = isItem(root) ? [root] : itemsOf(root);
  if (items.length === 0)
    throw new BadInput('newsml-g2.no-item', {
      message: 'The newsMessage holds no item',
      hint: 'Ask the provider: an envelope without items is not a delivery',
    });
  const version = at(items[0], '@standardversion')?.text ?? at(root, '@standardversion')?.text;
  return { ...(version === undefined ? {} : { formatVersion: version }), items: readAll(root, items) };
}

function readAll(root: Element, items: readonly Element[]): (ParsedItem | BadItem)[] {
  const catalog = catalogOf(root);
  const header = isItem(root) ? undefined : (child(root, 'header') ?? child(root, 'Header'));
  const others = new Map(items.flatMap((item) => (item.attribs['guid'] === undefined ? [] : [[item.attribs['guid'], item] as const])));
  return items.map((item, index) => {
    const given = givenOf(item, { catalog, header, others });
    return CONCEPTS.has(localName(item)) ? readConceptItem(given, index) : readItem(given, index);
  });
}

function isItem(element: Element): boolean {
  return STORIES.has(localName(element)) || CONCEPTS.has(localName(element));
}

function itemsOf(message: Element): Element[] {
  const sets = children(message, 'itemSet');
  return [...sets.flatMap((set) => children(set)), ...children(message)].filter(isItem);
}
