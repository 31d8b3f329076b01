import { eachItem } from '../each-item.ts';
import { readItem } from '../fingerpost/item.ts';
import type { Format } from '../format.ts';
import { entriesOf, isObject, jsonRoot, nodeAt, readJson, type JsonNode } from '../json.ts';

/** Members of a message beside its feed; two of them make it one. */
const OWN = ['usn', 'body_text', 'slug', 'headline', 'versionCreated', 'firstVersion', 'dateTimeSent', 'originalUrn', 'tabVtxt'];

/** Fingerpost: copy of all agencies in one JSON, as an aggregator hands it to its clients. */
export const fingerpost: Format = {
  name: 'fingerpost',
  version: '1',
  source: 'Types, fixtures and suppliers of guardian/newswires (format GOA-WIRES-NINJS, 175,553 entries; read 2026-11-25)',
  reads:
    'Messages of Fingerpost with the copy of AP, Reuters, AFP, PA, AAP and others, told by `source-feed`: one or a list. Empty strings are absent, the status too; texts that were escaped twice are mended; keywords as string, list or words. The chain key is `usn`, else `originalUrn`.',
  gaps: ['Pictures are ids only (`imageIds`).', 'The envelopes of SNS and SQS belong to the transport.'],
  recognises(document) {
    const messages = messagesOf(jsonRoot(document));
    return messages.length > 0 && messages.every(isMessage);
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    return { repairs, items: eachItem(messagesOf(root), readItem) };
  },
};

function messagesOf(root: JsonNode | undefined): JsonNode[] {
  return root !== undefined && Array.isArray(root.value) ? entriesOf(root) : root === undefined ? [] : [root];
}

function isMessage(node: JsonNode): boolean {
  return (
    isObject(node.value) && nodeAt(node, 'source-feed') !== undefined && OWN.filter((name) => nodeAt(node, name) !== undefined).length >= 2
  );
}
