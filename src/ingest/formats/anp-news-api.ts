import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import { envelopeOf, withEnvelope } from '../envelope.ts';
import type { Format } from '../format.ts';
import { stringBlocks } from '../html-blocks.ts';
import { entriesOf, isObject, jsonRoot, nodeAt, nodesAt, readJson, textAt, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';

/** Members of an item; three of them make it one. */
const OWN = ['pubDate', 'firstIssueDate', 'sourceTitle', 'bodyText', 'editorialNote', 'kind', 'categories'];
/** Byline entries that name ANP's desks, not persons. */
const DESKS = /^ANP\b/i;

/** ANP News API: one item, the list of a source, or the items alone. */
export const anpNewsApi: Format = {
  name: 'anp-news-api',
  version: '1',
  source:
    'ANP News API (newsapi.anp.nl/services) as its public clients read it: superdesk-anp (2019), AmCAT (2020), ANP tools (2026); read 2026-11-25',
  reads:
    'Items with title, HTML text, note to editors, authors, categories, keywords and picture link, bare, in the answer for one item or in the list of a source, whose entries have no text. Times are UTC. The API states no status: what it delivers may be used unless a note or mark says otherwise.',
  gaps: ['Pictures are links to be fetched with the same login.', 'Calendars of the API are not read.'],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && itemsOf(root).some(isItem);
  },
  /** @throws {BadInput} `anp-news-api.error-answer` */
  parse(document) {
    const { root, repairs } = readJson(document);
    if (nodeAt(root, 'hasError')?.value === true)
      throw new BadInput('anp-news-api.error-answer', {
        message: `The ANP News API answered with an error: ${stringAt(root, 'message') ?? 'without a message'}`,
        hint: 'Check login and sources of the feed; nothing was delivered',
      });
    const items = itemsOf(root);
    const envelope = envelopeOf(root, items);
    return { repairs, items: eachItem(items, (item, index) => withEnvelope(readItem(item, index), envelope)) };
  },
};

/** `{"data":{…}}`, `{"data":{"items":[…],"hasMore":true}}`, a list, or the item. */
function itemsOf(root: JsonNode): JsonNode[] {
  if (Array.isArray(root.value)) return entriesOf(root);
  const data = nodeAt(root, 'data') ?? root;
  return Array.isArray(nodeAt(data, 'items')?.value) ? nodesAt(data, 'items') : entriesOf(data);
}

function isItem(node: JsonNode): boolean {
  if (!isObject(node.value) || textAt(node, 'pubDate') === undefined || textAt(node, 'title') === undefined) return false;
  return OWN.filter((name) => nodeAt(node, name) !== undefined).length >= 3;
}

function readItem(item: JsonNode, index: number): ParsedItem {
  const guid = textAt(item, 'id');
  if (guid === undefined)
    throw new BadInput('anp-news-api.no-id', {
      message: 'The item of the ANP News API has no id',
      hint: 'Ask ANP: without it the versions of a story cannot be told apart',
      where: { item: index, path: item.pointer },
    });
  const body = textAt(item, 'bodyText') ?? textAt(item, 'body');
  const authors = textsAt(item, 'authors');
  const fields = defined({
    guid,
    storyKey: guid,
    version: textAt(item, 'version'),
    headline: textAt(item, 'title'),
    abstract: textAt(item, 'introText') ?? textAt(item, 'intro'),
    bylines: orNothing(authors.filter(({ text }) => !DESKS.test(text))),
    times: defined({
      firstCreated: textAt(item, 'firstIssueDate'),
      versionCreated: textAt(item, 'pubDate'),
      embargo: textAt(item, 'embargoDate') ?? textAt(item, 'embargo'),
    }),
    pubStatus: textAt(item, 'status'),
    ednotes: orNothing(textsAt(item, 'editorialNote')),
    urgency: textAt(item, 'urgency'),
    service: stringAt(item, 'sourceTitle'),
    agencies: orNothing(authors.filter(({ text }) => DESKS.test(text)).map(({ text }) => ({ name: text, role: 'source' as const }))),
    subjects: orNothing(textsAt(item, 'categories').map(({ text }) => ({ scheme: 'anp', code: text }))),
    keywords: orNothing(textsAt(item, 'keywords').map(({ text }) => text)),
    media: orNothing(pictureOf(item)),
    truncated: body === undefined ? true : undefined,
    rest: orNothing(jsonLeaves(item, new Set(body === undefined ? [] : [body.path]))),
  });
  const provider: Found = { text: 'ANP', path: textAt(item, 'sourceTitle')?.path ?? item.pointer };
  return {
    index,
    type: 'text',
    provider,
    impliedStatus: 'usable',
    body: body === undefined ? [] : stringBlocks(body.text, body.path),
    ...fields,
  };
}

/** `…/items/38bd…/media`: the picture of the item. */
function pictureOf(item: JsonNode): NonNullable<ParsedItem['media']>[number][] {
  const href = stringAt(item, 'media_link') ?? stringAt(item, 'mediaLink');
  return href === undefined ? [] : [{ key: href, type: 'picture', renditions: [{ name: 'main', href }] }];
}
