import type { Found, ParsedItem } from '../article/parsed-item.ts';
import type { JsonNode } from './json.ts';
import { jsonLeaves } from './leaves.ts';

/** What an answer says around its items: cursors, counts, version of the service. Nothing where the document is the item. */
export function envelopeOf(root: JsonNode, items: readonly JsonNode[]): Found[] {
  return jsonLeaves(root, new Set(items.map(({ pointer }) => pointer)));
}

/** The item, with what stood around it kept for `x`. */
export function withEnvelope(item: ParsedItem, envelope: readonly Found[]): ParsedItem {
  return envelope.length === 0 ? item : { ...item, rest: [...(item.rest ?? []), ...envelope] };
}
