import { readItem } from '../afp-core/item.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { entriesOf, jsonRoot, nodeAt, readJson, textAt, type JsonNode } from '../json.ts';

/**
 * AFP Core API: one document, an answer of search or list (`response.docs`), or the documents alone. The text comes as lines, whose
 * dashes and dots are structure. An answer without documents gives no items and is no fault.
 */
export const afpCore: Format = {
  name: 'afp-core',
  version: '1',
  source: 'AFP Core API documents as the public clients afpnews-api 3 and afp-apicore-sdk read them (2026-11-25)',
  reads:
    'JSON documents of text, fact checks, multimedia, pictures, graphics, films and web stories, one or many: sub-heads and lists within the lines of text, pictures of the bag with their renditions, kills in six languages, embargo, limits of use. The chain key is the last part of the `uno`.',
  gaps: ['the shot list of a film is given as its text', 'the ratings of a document are kept as written'],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && (isEmptyAnswer(root) || documentsOf(root).some(isDocument));
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    return { repairs, items: eachItem(documentsOf(root), readItem) };
  },
};

function documentsOf(root: JsonNode): JsonNode[] {
  const list = ['response/docs', 'docs', 'documents'].map((path) => nodeAt(root, path)).find((node) => Array.isArray(node?.value));
  return entriesOf(list ?? root);
}

function isDocument(node: JsonNode): boolean {
  const uno = textAt(node, 'uno')?.text ?? '';
  return (
    uno !== '' && (/^newsml\.afp\.com\./.test(uno) || ['news', 'bagItem', 'afpshortid'].some((name) => nodeAt(node, name) !== undefined))
  );
}

/** `{"response":{"docs":[],"numFound":0}}` */
function isEmptyAnswer(root: JsonNode): boolean {
  const docs = nodeAt(root, 'response/docs')?.value;
  return Array.isArray(docs) && docs.length === 0 && textAt(root, 'response/numFound') !== undefined;
}
