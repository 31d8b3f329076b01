import { BadInput } from '../../faults.ts';
import { documentsOf } from '../ans/document.ts';
import { readItem } from '../ans/item.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { isObject, jsonRoot, readJson, textAt } from '../json.ts';

/** Arc ANS: what publishers and their wires exchange through Arc XP. */
export const ans: Format = {
  name: 'ans',
  version: '1',
  source: 'washingtonpost/ans-schema 0.10.12 (content, story_elements, content_operation)',
  reads:
    'ANS 0.5 to 0.10: story, image, video, audio, gallery, lists of results and collections, and content operations around them. Every story element, credits with affiliation, corrections, taxonomy, embargo (without an end it keeps applying), promo items and related content. The chain key is `_id`.',
  gaps: ['References are kept as links, not resolved. Ratings and endorsements are in `x`.'],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && documentsOf(root).length > 0;
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    const documents = documentsOf(root);
    const version = documents.map(({ node }) => textAt(node, 'version')?.text).find((text) => text !== undefined);
    return {
      ...(version === undefined ? {} : { formatVersion: version }),
      repairs,
      items: eachItem(documents, (each, index) => {
        if (!isObject(each.node.value) || textAt(each.node, '_id') === undefined)
          throw new BadInput('ans.no-id', {
            message: 'The ANS document has no `_id`',
            hint: 'Ask the publisher: without it no revision can be told from another story',
            where: { path: each.node.pointer },
          });
        return readItem(each, index);
      }),
    };
  },
};
