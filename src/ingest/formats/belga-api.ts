import { BadInput } from '../../faults.ts';
import { isNewsObject, readNewsObject } from '../belga/archive.ts';
import { isClip, readClip } from '../belga/press.ts';
import { eachItem } from '../each-item.ts';
import { envelopeOf, withEnvelope } from '../envelope.ts';
import type { Format } from '../format.ts';
import { entriesOf, jsonRoot, nodeAt, nodesAt, readJson, type JsonNode } from '../json.ts';

/** Lists of the two services: Belga 360 and Belga.press. */
const WRAPPERS = ['newsObjects', 'data'];

/** Belga's JSON: news objects of the archive Belga 360 and of Belga.press. */
export const belgaApi: Format = {
  name: 'belga-api',
  version: '1',
  source: 'Belga 360 archive and Belga.press API as superdesk-belga reads them (files of 2020 to 2022; read 2026-11-25)',
  reads:
    'News objects of Belga 360 with lead, body, caption and renditions in components, and of Belga.press with title, lead and body; one, a list, or the answer of a search. In Belga.press only copy of Belga itself is taken as usable: that of other media is held.',
  gaps: ['Sentiment, audience and media value of clips stay in `x`.', 'Videos of Belga.press are not read as media.'],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && objectsOf(root).some((node) => isNewsObject(node) || isClip(node));
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    const objects = objectsOf(root);
    const envelope = envelopeOf(root, objects);
    return {
      repairs,
      items: eachItem(objects, (node, index) => {
        if (isNewsObject(node)) return withEnvelope(readNewsObject(node, index), envelope);
        if (isClip(node)) return withEnvelope(readClip(node, index), envelope);
        throw new BadInput('belga-api.no-news-object', {
          message: 'The entry is no news object of Belga: it has neither newsObjectId nor uuid',
          hint: 'Ask Belga, with the address that was called',
          where: { item: index, path: node.pointer },
        });
      }),
    };
  },
};

function objectsOf(root: JsonNode): JsonNode[] {
  if (Array.isArray(root.value)) return entriesOf(root);
  const wrapper = WRAPPERS.find((name) => Array.isArray(nodeAt(root, name)?.value));
  return wrapper === undefined ? [root] : nodesAt(root, wrapper);
}
