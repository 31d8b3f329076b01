import type { Format, SourceDocument } from '../format.ts';
import { eachItem } from '../each-item.ts';
import { entriesOf, isObject, jsonRoot, nodeAt, nodesAt, readJson, type JsonNode } from '../json.ts';
import { isSuperdeskPlan } from '../planning/superdesk.ts';
import { readItem } from '../ninjs/item.ts';
import { wholeAssociations } from '../ninjs/media.ts';
import { Members } from '../ninjs/members.ts';

/** Lists that search and feed answers put around items: PA, Superdesk's content API. */
const WRAPPERS = ['item', 'items', '_items'];
/** Members that only a news item has; one beside the identity is enough. */
const TELLING = [
  'versioncreated',
  'pubstatus',
  'representationtype',
  'body_html',
  'body_text',
  'bodies',
  'headlines',
  'headline',
  'standard',
];
/** Members of other agencies' JSON that shares names with ninjs: AP Media API, Reuters Connect, Fingerpost, ANS. */
const FOREIGN = ['altids.itemid', 'versionedguid', 'bodyxhtml', 'bodyxhtmlrich', 'source-feed', 'content_elements', 'entry_id', 'uno'];

/** ninjs of all versions and their dialects, one item, a list, or a list in an envelope. */
export const ninjs: Format = {
  name: 'ninjs',
  version: '1',
  source: 'IPTC ninjs 1.6, 2.2 and 3.1 (2024-2025); ttninjs 1.9; PA Content API; Superdesk content API (2026-11)',
  reads:
    'ninjs 1.0 to 1.6, 2.0 to 2.2 and 3.0 to 3.1, told apart by their members: one item, a list, or a list in an envelope. Dialects of TT (profile, bylines for the desk only, chain of revisions), PA, dpa, AP, AAP and Superdesk. A body that is a whole NITF document is read as one. Associations are media or links; those that are whole items follow as items.',
  gaps: ['plannedCoverage and eventDetails of 3.x are kept in `x`', 'SGML bodies of TT (TTNITF) are kept in `x`'],
  recognises(document) {
    const items = itemsOf(document);
    return items.length > 0 && items.every(isItem);
  },
  parse(document) {
    const { repairs } = readJson(document);
    const items = itemsOf(document);
    const version = versionOf(items[0]);
    return {
      ...(version === undefined ? {} : { formatVersion: version }),
      items: eachItem([...items, ...items.flatMap((item) => wholeAssociations(new Members(item)))], readItem),
      repairs,
    };
  },
};

function itemsOf(document: SourceDocument): JsonNode[] {
  const root = jsonRoot(document);
  if (root === undefined) return [];
  if (Array.isArray(root.value)) return entriesOf(root);
  const wrapper = WRAPPERS.find((name) => Array.isArray(nodeAt(root, name)?.value));
  return wrapper === undefined || isItem(root) ? [root] : nodesAt(root, wrapper);
}

function isItem(node: JsonNode): boolean {
  if (!isObject(node.value)) return false;
  const members = new Members(node);
  if (FOREIGN.some((name) => isThere(node, members, name)) || isSuperdeskPlan(node)) return false;
  const identified = members.text('uri', 'guid') !== undefined || members.node('standard') !== undefined;
  return identified && TELLING.filter((name) => members.node(name) !== undefined || members.starting(`${name}_`).length > 0).length >= 2;
}

function isThere(node: JsonNode, members: Members, name: string): boolean {
  return name.includes('.') ? nodeAt(node, name.replace('.', '/')) !== undefined : members.node(name) !== undefined;
}

/** What the document states, else what its members show: `versionCreated` is 3, lists of bodies are 2. */
function versionOf(node: JsonNode | undefined): string | undefined {
  if (node === undefined || !isObject(node.value)) return undefined;
  const members = new Members(node);
  const stated = new Members(members.node('standard')).text('version')?.text;
  if (stated !== undefined) return stated;
  if (Object.hasOwn(node.value, 'versionCreated') || Object.hasOwn(node.value, 'pubStatus')) return '3.x';
  return members.node('bodies') !== undefined || members.node('headlines') !== undefined ? '2.x' : '1.x';
}
