import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import { envelopeOf, withEnvelope } from '../envelope.ts';
import type { Format } from '../format.ts';
import { entriesOf, isObject, jsonRoot, nodeAt, nodesAt, readJson, type JsonNode } from '../json.ts';
import { isNewsItem, readNewsItem } from '../reuters-mrn/news-item.ts';
import { isStory, readStory } from '../reuters-mrn/story.ts';

/** A story, with what an archive or the News API puts around it. */
interface Entry {
  readonly node: JsonNode;
  readonly entry: JsonNode;
}

/** Reuters Machine Readable News: the JSON of the real-time feed and of its archives, and stories of the News API of the Data Platform. */
export const reutersMrn: Format = {
  name: 'reuters-mrn',
  version: '1',
  source:
    'Refinitiv Real-time News user guide, data model 2.10 to 2.15 (2020-01); samples of LSEG-API-Samples (2021); News API of the Data Platform',
  reads:
    'MRN_STORY messages: alerts, takes, updates, corrections and cancellations of Reuters and the third parties of the feed, one, a list, or the `Items` of an archive; stories of the News API as NewsML-G2 in JSON. Wrapped terminal text is joined to paragraphs and tables; desk lines go to the desk, terminal lines to `x`. The chain key is `altId`, or the guid of the News API. A message without a status is held.',
  gaps: [
    'Whether a further take repeats the takes before it is not documented: it is read as the next version of the story.',
    'Named items (`instancesOf`) and the scores of news analytics stay in `x`.',
  ],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && entriesIn(root).some(({ node }) => isStory(node) || isNewsItem(node));
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    const entries = entriesIn(root);
    const envelope = envelopeOf(
      root,
      entries.map(({ entry }) => entry),
    );
    return {
      repairs,
      items: eachItem(entries, ({ node, entry }, index) => {
        if (isNewsItem(node)) return withEnvelope(readNewsItem(node, index), envelope);
        if (isStory(node)) return withEnvelope(readStory(node, entry, index), envelope);
        throw new BadInput('reuters-mrn.no-story', {
          message: 'The entry is no story of Machine Readable News: it has no altId',
          hint: 'Join the fragments of a message before it is read; ask LSEG about whole messages without an altId',
          where: { item: index, path: entry.pointer },
        });
      }),
    };
  },
};

/** `{"Items":[…]}` of archives, `{"guid":…,"data":{…}}`, `{"newsItem":{…}}`, lists of these, or the story alone. */
function entriesIn(root: JsonNode): Entry[] {
  if (Array.isArray(root.value)) return entriesOf(root).flatMap(entriesIn);
  const list = ['Items', 'items'].find((name) => Array.isArray(nodeAt(root, name)?.value));
  if (list !== undefined) return nodesAt(root, list).flatMap(entriesIn);
  const inner = ['newsItem', 'data'].map((name) => nodeAt(root, name)).find((node) => node !== undefined && isObject(node.value));
  return [{ node: inner ?? root, entry: root }];
}
