import type { Element } from 'domhandler';
import type { Found } from '../../article/parsed-item.ts';
import { isText } from 'domhandler';
import { children } from './select.ts';

/** Elements whose text and attributes have a field of their own; the rest is kept as it is. */
const READ: ReadonlySet<string> = new Set([
  'DataContent',
  'NewsLines',
  'NewsItemId',
  'RevisionId',
  'PublicIdentifier',
  'ProviderId',
  'NameLabel',
  'FirstCreated',
  'ThisRevisionCreated',
  'Status',
  'Urgency',
  'SubjectCode',
  'Genre',
  'Location',
  'Language',
  'DateAndTime',
  'NewsService',
  'NewsProduct',
  'Priority',
  'NewsItemType',
  'Role',
  'MediaType',
  'Catalog',
]);
const READ_PROPERTIES: ReadonlySet<string> = new Set(['Keyword', 'Width', 'Height', 'Version', 'Location']);

/** Every value of the envelope and the item that no field holds, with its path. */
export function unreadOf(root: Element, item: Element): Found[] {
  const found: Found[] = [];
  const visit = (element: Element, path: string, depth: number): void => {
    if (depth > 60 || READ.has(element.name) || READ_PROPERTIES.has(element.attribs['FormalName'] ?? '')) return;
    for (const [name, value] of Object.entries(element.attribs)) {
      if (value.trim() !== '' && !name.startsWith('xml')) found.push({ text: value, path: `${path}/@${name}` });
    }
    const own = element.children
      .filter((node) => isText(node))
      .map((node) => node.data)
      .join('')
      .trim();
    if (own !== '') found.push({ text: own, path });
    for (const inner of children(element)) visit(inner, `${path}/${inner.name}`, depth + 1);
  };
  for (const envelope of children(root).filter((element) => element.name === 'NewsEnvelope')) visit(envelope, '/NewsML/NewsEnvelope', 0);
  visit(item, '/NewsML/NewsItem', 0);
  return found;
}
