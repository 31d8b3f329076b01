import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { isObject, nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import { splitQCode } from '../newsml-g2/code.ts';
import { withoutReutersTail } from '../reuters-tail.ts';
import { leafOf, sourceOf, textBlocksOf } from './story.ts';

/** Whether an object is a NewsML-G2 item in JSON, as the Data Platform's News API answers: attributes begin with `_`, text is `$`. */
export function isNewsItem(node: JsonNode): boolean {
  return textAt(node, '_guid') !== undefined && isObject(nodeAt(node, 'itemMeta')?.value ?? null);
}

/** One story of the News API. The names of NewsML-G2 mean here what they mean there. */
export function readNewsItem(item: JsonNode, index: number): ParsedItem {
  const guid = textAt(item, '_guid');
  const [itemMeta, contentMeta] = [nodeAt(item, 'itemMeta'), nodeAt(item, 'contentMeta')];
  const pubStatus = textAt(itemMeta, 'pubStatus/_qcode');
  const inline = nodesAt(item, 'contentSet/inlineData').flatMap((node) => bodyOf(node));
  const text = withoutReutersTail(inline.flatMap(({ blocks }) => blocks));
  const headline = contentAt(contentMeta, 'headline') ?? contentAt(itemMeta, 'title');
  const withdrawn = /^(?:stat:)?(?:cancell?ed|withdrawn)$/i.test(pubStatus?.text ?? '');
  const fields = defined({
    provider: sourceOf(partyAt(contentMeta, 'infoSource')) ?? textAt(itemMeta, 'provider/_literal'),
    guid,
    storyKey: guid,
    version: textAt(item, '_version'),
    altIds: orNothing(nodesAt(contentMeta, 'altId').flatMap((node) => idOf(node))),
    kills: withdrawn && guid !== undefined ? [{ by: 'guid', value: guid.text }] : undefined,
    language: textAt(contentMeta, 'language/0/_tag') ?? textAt(contentMeta, 'language/_tag'),
    headline,
    slugline: contentAt(contentMeta, 'slugline'),
    bylines: orNothing(nodesAt(contentMeta, 'by').flatMap((node) => textAt(node, '$') ?? [])),
    dateline: contentAt(contentMeta, 'dateline'),
    times: defined({
      firstCreated: contentAt(itemMeta, 'firstCreated'),
      versionCreated: contentAt(itemMeta, 'versionCreated'),
      contentCreated: contentAt(contentMeta, 'contentCreated'),
      embargo: contentAt(itemMeta, 'embargoed'),
    }),
    pubStatus,
    ednotes: orNothing(nodesAt(itemMeta, 'edNote').flatMap((node) => textAt(node, '$') ?? [])),
    contacts: orNothing(text.contacts),
    markers: orNothing(nodesAt(itemMeta, 'signal').flatMap((node) => textAt(node, '_qcode') ?? [])),
    urgency: contentAt(contentMeta, 'urgency'),
    rights: rightsOf(item),
    subjects: orNothing(nodesAt(contentMeta, 'subject').flatMap(conceptOf)),
    genres: orNothing(nodesAt(contentMeta, 'genre').flatMap(conceptOf)),
    rest: [...jsonLeaves(item, new Set(inline.map(({ path }) => path))), ...text.passed.map(leafOf)],
  });
  return { index, type: 'text', body: [...text.blocks], ...fields };
}

/** The text of an element, the first of several. */
function contentAt(node: JsonNode | undefined, name: string): Found | undefined {
  return nodesAt(node, name).flatMap((each) => textAt(each, '$') ?? [])[0];
}

function bodyOf(node: JsonNode): { path: string; blocks: ReturnType<typeof textBlocksOf> }[] {
  const found = textAt(node, '$');
  return found === undefined ? [] : [{ path: found.path, blocks: textBlocksOf(found, stringAt(node, '_contenttype') ?? '') }];
}

function idOf(node: JsonNode): { role: string; value: string }[] {
  const value = stringAt(node, '$');
  return value === undefined ? [] : [{ role: (stringAt(node, '_type') ?? 'other').replace(/^idType:/, ''), value }];
}

function partyAt(node: JsonNode | undefined, name: string): Found | undefined {
  return nodesAt(node, name).flatMap((each) => textAt(each, '_qcode') ?? textAt(each, '_literal') ?? [])[0];
}

function rightsOf(item: JsonNode): ParsedItem['rights'] {
  const [info] = nodesAt(item, 'rightsInfo');
  const rights = defined({
    holder: nodesAt(info, 'copyrightHolder').flatMap((node) => stringAt(node, '_literal') ?? [])[0],
    notice: contentAt(info, 'copyrightNotice')?.text,
    terms: contentAt(info, 'usageTerms')?.text,
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

function conceptOf(node: JsonNode): ParsedConcept[] {
  const parts = splitQCode(stringAt(node, '_qcode') ?? '');
  const name = nodesAt(node, 'name').flatMap((each) => stringAt(each, '$') ?? [])[0];
  return parts === undefined ? [] : [{ ...parts, ...defined({ name }) }];
}
