import type { Found, ParsedBlock, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { nodeAt, textAt, textsAt, type JsonNode } from '../json.ts';
import { jsonLeaves } from '../leaves.ts';
import { splitQCode } from '../newsml-g2/code.ts';
import { withoutReutersTail } from '../reuters-tail.ts';
import { blocksOf } from '../wire/blocks.ts';
import { linesOf } from '../wire/lines.ts';

/** Sources by their code (`NS:RTRS`). Source: Real-time News user guide, data model 2.15 (2020); others go by their code. */
const SOURCES: Readonly<Record<string, string>> = { RTRS: 'Reuters', BSW: 'Business Wire', PRN: 'PR Newswire' };
const WITHDRAWN = /^(?:stat:)?(?:cancell?ed|withdrawn)$/i;

/** Whether an object is a story of Machine Readable News. */
export function isStory(node: JsonNode): boolean {
  const own = ['takeSequence', 'messageType', 'instancesOf', 'audiences'].filter((name) => nodeAt(node, name) !== undefined);
  return textAt(node, 'altId') !== undefined && own.length >= 2;
}

/**
 * One message about a story. `altId` is one for its alerts, takes, updates and corrections; `id` names the message. `entry` = the
 * envelope of an archive, with its own guid and timestamps.
 */
export function readStory(node: JsonNode, entry: JsonNode, index: number): ParsedItem {
  const altId = textAt(node, 'altId');
  const messages = [textAt(node, 'id'), entry.pointer === node.pointer ? undefined : textAt(entry, 'guid')];
  const pubStatus = textAt(node, 'pubStatus');
  const body = textAt(node, 'body');
  const text = withoutReutersTail(body === undefined ? [] : textBlocksOf(body, textAt(node, 'mimeType')?.text ?? ''));
  // Codes are held without their alias.
  const read = [body, ...textsAt(node, 'subjects')].flatMap((found) => found?.path ?? []);
  const fields = defined({
    provider: sourceOf(textAt(node, 'provider')),
    guid: altId,
    storyKey: altId,
    altIds: orNothing([...new Set(messages.flatMap((found) => found?.text ?? []))].map((value) => ({ role: 'message', value }))),
    kills: altId !== undefined && WITHDRAWN.test(pubStatus?.text ?? '') ? [{ by: 'altId', value: altId.text }] : undefined,
    language: textAt(node, 'language'),
    headline: textAt(node, 'headline'),
    times: defined({ firstCreated: textAt(node, 'firstCreated'), versionCreated: textAt(node, 'versionCreated') }),
    pubStatus,
    // The data model requires a status: without one the message is not whole.
    statusMissing: pubStatus === undefined ? (true as const) : undefined,
    contacts: orNothing(text.contacts),
    markers: orNothing(markersOf(node)),
    urgency: textAt(node, 'urgency'),
    products: orNothing(textsAt(node, 'audiences').map((found) => found.text)),
    subjects: orNothing(textsAt(node, 'subjects').flatMap(conceptOf)),
    rest: [...jsonLeaves(entry, new Set(read)), ...text.passed.map(leafOf)],
  });
  return { index, type: 'text', body: [...text.blocks], ...fields };
}

export function sourceOf(found: Found | undefined): Found | undefined {
  const code = found === undefined ? undefined : found.text.replace(/^NS:/i, '');
  return found === undefined || code === undefined ? undefined : { ...found, text: SOURCES[code.toUpperCase()] ?? code };
}

/** Plain text is wrapped and indented as on a terminal. */
export function textBlocksOf({ text, path }: Found, mimeType: string): ParsedBlock[] {
  if (/html/i.test(mimeType)) return htmlBlocks(text, path);
  return blocksOf(linesOf(text)).map(({ span: _span, ...block }) => ({ ...block, path: `${path}#${block.path}` }));
}

export function leafOf({ text, path }: ParsedBlock): Found {
  return { text: text ?? '', path };
}

/** Further takes of a story go on with it; alerts come before it. */
function markersOf(node: JsonNode): Found[] {
  const take = textAt(node, 'takeSequence');
  const isAlert = textAt(node, 'urgency')?.text === '1' || textAt(node, 'messageType')?.text === '1';
  if (isAlert) return [{ text: 'alert', path: `${node.pointer}/urgency` }];
  return take !== undefined && Number(take.text) > 1 ? [{ ...take, text: 'update' }] : [];
}

function conceptOf({ text }: Found): ParsedConcept[] {
  const parts = splitQCode(text);
  return parts === undefined ? [] : [parts];
}
