import { entriesOf, isObject, nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';

/** Where the queries of the content API put items. */
const PLACES = ['item', 'items', 'itemRevisions', 'search/items'];
const URI = /^tag:(?:[\w-]+\.)?reuters\.com,/i;
/** Members that only items of Reuters Connect have, beside one that says what the item is. */
const OWN = ['versionedGuid', 'usn', 'bodyXhtml', 'bodyXhtmlRich'];
const TELLING = ['headLine', 'bodyXhtml', 'bodyXhtmlRich', 'caption', 'slug', 'type', 'pubStatus', 'fragment'];

/** The items of an answer to `item`, `items`, `itemRevisions` or `search`, of a list of answers or items, or the bare item. */
export function itemsOf(root: JsonNode): JsonNode[] {
  if (Array.isArray(root.value)) return entriesOf(root).flatMap(itemsOf);
  const data = nodeAt(root, 'data') ?? root;
  const found = PLACES.flatMap((place) => nodesAt(data, place));
  return found.length > 0 ? found : [data];
}

/** Stories that came whole with an item: they are items of their own. */
export function wholeAssociations(item: JsonNode): JsonNode[] {
  return nodesAt(item, 'associations').flatMap((node) => {
    const whole = isItem(node) && ['bodyXhtmlRich', 'bodyXhtml'].some((name) => nodeAt(node, name) !== undefined);
    return [...(whole ? [node] : []), ...wholeAssociations(node)];
  });
}

/** Whether an object is an item of Reuters Connect. */
export function isItem(node: JsonNode): boolean {
  if (!isObject(node.value)) return false;
  const tagged = ['uri', 'versionedGuid'].some((name) => URI.test(textAt(node, name)?.text ?? ''));
  return tagged && OWN.some((name) => nodeAt(node, name) !== undefined) && TELLING.some((name) => nodeAt(node, name) !== undefined);
}

/** What the API says instead of an answer (GraphQL: `errors` beside an empty `data`); undefined where it answered. */
export function failureOf(root: JsonNode): string | undefined {
  const errors = nodesAt(root, 'errors').flatMap((error) => textAt(error, 'message')?.text ?? []);
  const answered = isObject(root.value) && isObject(root.value['data'] ?? null) && itemsOf(root).some(isItem);
  return errors.length === 0 || answered ? undefined : errors.join('; ');
}
