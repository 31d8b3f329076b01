import type { Found } from '../../article/parsed-item.ts';
import { isObject, nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';
import { entriesOf } from '../json.ts';

/** One ANS document and, where it came in one, the operation around it: `update-story`, `delete-story`. */
export interface AnsDocument {
  readonly node: JsonNode;
  readonly operation?: Found;
  /** The outermost object that belongs to this document alone. */
  readonly holder: JsonNode;
}

const VERSION = /^0\.\d{1,2}\.\d{1,2}$/;
const CONTENT = new Set(['story', 'image', 'video', 'audio', 'gallery']);
const LISTS = new Set(['results', 'collection']);

/** The documents of a delivery: the content itself, a list of it, or an operation; none where it is not ANS. */
export function documentsOf(root: JsonNode): AnsDocument[] {
  if (Array.isArray(root.value)) {
    const entries = entriesOf(root);
    return entries.some(isContent) ? entries.flatMap(documentsOf) : [];
  }
  if (!isObject(root.value)) return [];
  const body = nodeAt(root, 'body');
  const operation = textAt(root, 'operation');
  if (operation !== undefined && body !== undefined && isContent(body)) return [{ node: body, operation, holder: root }];
  const type = textAt(root, 'type')?.text ?? '';
  const inner = nodesAt(root, 'content_elements');
  if (LISTS.has(type) && inner.some(isContent)) return inner.map((node) => ({ node, holder: node }));
  return isContent(root) ? [{ node: root, holder: root }] : [];
}

function isContent(node: JsonNode): boolean {
  const [type, version] = [textAt(node, 'type')?.text ?? '', textAt(node, 'version')?.text ?? ''];
  return CONTENT.has(type) && VERSION.test(version) && (isOwnMember(node, '_id') || isOwnMember(node, 'content_elements'));
}

function isOwnMember(node: JsonNode, name: string): boolean {
  return nodeAt(node, name) !== undefined;
}
