import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import { envelopeOf, withEnvelope } from '../envelope.ts';
import type { Format } from '../format.ts';
import { jsonRoot, readJson } from '../json.ts';
import { failureOf, isItem, itemsOf, wholeAssociations } from '../reuters-connect/answer.ts';
import { readItem } from '../reuters-connect/item.ts';

/** Reuters Connect: the JSON answers of its content API (GraphQL), or the items alone. */
export const reutersConnect: Format = {
  name: 'reuters-connect',
  version: '1',
  source: 'Reuters API guide (2024): methods item, items, itemRevisions and search; queries of public clients (2026-11-25)',
  reads:
    'Answers of `item`, `items`, `itemRevisions` and `search`, lists of them, or the bare item: text with its rich or plain XHTML body, alerts, pictures, graphics, films, sounds and packages with their associations and renditions, edit status, usage terms; stories that came whole within a package follow as items. The chain key is `uri`, the same as in NewsML-G2. `pubStatus` null is usable; an answer without that member is held, for it was not asked for.',
  gaps: ['Files are not fetched: a rendition has the id that the download asks for.', 'Shot lists and closed captions are not read.'],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && itemsOf(root).some(isItem);
  },
  /** @throws {BadInput} `reuters-connect.error-answer` */
  parse(document) {
    const { root, repairs } = readJson(document);
    const failure = failureOf(root);
    if (failure !== undefined)
      throw new BadInput('reuters-connect.error-answer', {
        message: `Reuters Connect answered with an error: ${failure.slice(0, 200)}`,
        hint: 'Check token, query and subscriptions of the feed; nothing was delivered',
      });
    const items = itemsOf(root);
    const envelope = envelopeOf(root, items);
    const all = [...items, ...items.flatMap(wholeAssociations)];
    return { repairs, items: eachItem(all, (item, index) => withEnvelope(readItem(item, index), envelope)) };
  },
};
