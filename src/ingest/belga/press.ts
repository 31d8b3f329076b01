import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { stringBlocks } from '../html-blocks.ts';
import { isObject, nodeAt, nodesAt, textAt, textOfNode, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';

const OWN = ['mediumType', 'publishDate', 'source', 'sourceId', 'subSource'];

/** Whether an object is a news object of Belga.press. */
export function isClip(node: JsonNode): boolean {
  return isObject(node.value) && textAt(node, 'uuid') !== undefined && OWN.filter((name) => nodeAt(node, name) !== undefined).length >= 3;
}

/**
 * One news object of Belga.press, which holds Belga's own copy and that of all Belgian media. Only Belga's own is its clients' to
 * publish; of the others the answer does not say so, and they are held.
 */
export function readClip(node: JsonNode, index: number): ParsedItem {
  const guid = textAt(node, 'uuid');
  const source = textAt(node, 'source');
  const lead = textAt(node, 'lead');
  const body = textAt(node, 'body');
  const fields = defined({
    provider: source,
    guid,
    storyKey: guid,
    permalink: textAt(node, 'url'),
    language: textAt(node, 'language'),
    headline: textAt(node, 'title'),
    abstract: abstractOf(lead, body),
    creators: orNothing(nodesAt(node, 'authors').flatMap((each) => textOfNode(each) ?? textAt(each, 'name') ?? [])),
    times: defined({
      published: textAt(node, 'publishDate'),
      versionCreated: textAt(node, 'publishDate'),
      firstCreated: textAt(node, 'createDate'),
    }),
    service: stringAt(node, 'subSource'),
    keywords: orNothing(
      [...nodesAt(node, 'tags'), ...nodesAt(node, 'categories')].flatMap((each) => textOfNode(each)?.text ?? stringAt(each, 'name') ?? []),
    ),
    media: orNothing(nodesAt(node, 'attachments').flatMap(picturesOf)),
    truncated: body === undefined ? true : undefined,
    rest: orNothing(jsonLeaves(node, new Set([lead, body].flatMap((found) => found?.path ?? [])))),
  });
  const status = /^belga\b/i.test(source?.text ?? '') ? { impliedStatus: 'usable' as const } : { statusMissing: true as const };
  return { index, type: 'text', ...status, body: body === undefined ? [] : stringBlocks(body.text, body.path), ...fields };
}

/** The lead without its markup; nothing where the text begins with it. */
function abstractOf(lead: Found | undefined, body: Found | undefined): Found | undefined {
  if (lead === undefined) return undefined;
  const text = stringBlocks(lead.text, lead.path)
    .flatMap((block) => block.text ?? [])
    .join('\n');
  return text === '' || (body !== undefined && body.text.includes(lead.text)) ? undefined : { text, path: lead.path };
}

/** Scans of pages and pictures: each file in its representations. */
function picturesOf(node: JsonNode): NonNullable<ParsedItem['media']>[number][] {
  const renditions = nodesAt(node, 'references').flatMap((each) => {
    const href = stringAt(each, 'href');
    return href === undefined
      ? []
      : [{ name: stringAt(each, 'representation') ?? 'main', href, ...defined({ mediaType: stringAt(each, 'mimeType') }) }];
  });
  const isPicture =
    /image|picture|photo/i.test(stringAt(node, 'type') ?? '') ||
    renditions.some(({ mediaType }) => mediaType?.startsWith('image/') === true);
  const [first] = renditions;
  if (!isPicture || first === undefined) return [];
  return [{ key: first.href, type: 'picture', renditions, ...defined({ caption: textsAt(node, 'title')[0] }) }];
}
