import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { entriesOf, isObject, nodeAt, nodesAt, textAt, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import { withInner } from '../nitf/inside.ts';
import { fetchedText } from './body.ts';
import { conceptsOf, placesOf, subjectsOf } from './concepts.ts';
import { linksOf, mediaOf } from './media.ts';

/** One item of an answer; `entry` = what the feed wraps it in, with `meta` beside it. */
export interface Entry {
  readonly item: JsonNode;
  readonly entry: JsonNode;
}

const TYPES: Readonly<Record<string, ArticleType>> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  package: 'package',
  complexdata: 'data',
};

/** The items of an answer, of a list of answers or items, or the bare item. */
export function itemsOf(root: JsonNode): Entry[] {
  if (Array.isArray(root.value)) return entriesOf(root).flatMap(itemsOf);
  const data = nodeAt(root, 'data') ?? root;
  if (Array.isArray(nodeAt(data, 'items')?.value)) return nodesAt(data, 'items').map(unwrapped);
  return [unwrapped(data)];
}

function unwrapped(entry: JsonNode): Entry {
  return { item: nodeAt(entry, 'item') ?? entry, entry };
}

/**
 * One item. `root` = the answer, whose envelope is kept as rest.
 * @throws {BadInput} `ap.no-item` where the entry is no item
 */
export function readItem(root: JsonNode, { item, entry }: Entry, index: number): ParsedItem {
  if (!isObject(item.value) || (nodeAt(item, 'altids') === undefined && textAt(item, 'type') === undefined))
    throw new BadInput('ap.no-item', {
      message: 'The entry holds no item of the AP Media API: neither altids nor a type',
      hint: 'Ask AP, with the id of the answer',
      where: { path: item.pointer },
    });
  const type = TYPES[stringAt(item, 'type')?.toLowerCase() ?? ''];
  const fetched = fetchedText(item, root);
  const body = fetched.blocks;
  const storyKey = textAt(item, 'altids/itemid');
  const media = mediaOf(item, type);
  const fields = defined({
    provider: textAt(item, 'provider'),
    guid: storyKey ?? textAt(item, 'uri'),
    storyKey,
    version: textAt(item, 'version'),
    permalink: nodesAt(item, 'links').flatMap((link) => (stringAt(link, 'rel') === 'canonical' ? (textAt(link, 'href') ?? []) : []))[0],
    altIds: orNothing(altIdsOf(item)),
    kills: isKilled(item) && storyKey !== undefined ? [{ by: 'itemid', value: storyKey.text }] : undefined,
    language: textAt(item, 'language'),
    headline: textAt(item, 'headline') ?? textAt(item, 'title'),
    headlines: orNothing(extendedOf(item)),
    slugline: textAt(item, 'slugline'),
    title: textAt(item, 'title'),
    abstract: textAt(item, 'description_summary'),
    bylines: orNothing(bylinesOf(item)),
    dateline: textAt(item, 'located'),
    times: timesOf(item),
    pubStatus: textAt(item, 'pubstatus'),
    ednotes: orNothing([...textsAt(item, 'ednote'), ...textsAt(item, 'description_editornotes')]),
    markers: orNothing(markersOf(item)),
    urgency: textAt(item, 'urgency'),
    priority: textAt(item, 'editorialpriority'),
    products: orNothing(nodesAt(entry, 'meta/products').flatMap((product) => stringAt(product, 'name') ?? stringAt(product, 'id') ?? [])),
    agencies: orNothing(agenciesOf(item)),
    rights: rightsOf(item),
    subjects: orNothing(subjectsOf(item)),
    keywords: orNothing(textsAt(item, 'keywords').map(({ text }) => text)),
    people: orNothing(conceptsOf(item, 'person')),
    organisations: orNothing(['organisation', 'organization', 'company'].flatMap((name) => conceptsOf(item, name))),
    places: orNothing(placesOf(item)),
    media: orNothing(media),
    links: orNothing(linksOf(item)),
    hint: hintOf(item, type, body.length === 0),
    truncated: (type ?? 'text') === 'text' && body.length === 0 ? true : undefined,
    type,
    rest: orNothing(restOf(root, entry, fetched.pointer)),
  });
  const read: ParsedItem = { index, body, ...fields };
  return fetched.nitf === undefined ? read : withInner(read, fetched.nitf);
}

function altIdsOf(item: JsonNode): NonNullable<ParsedItem['altIds']> {
  const ids = ['etag', 'friendlykey', 'referenceid', 'transref', 'videoid'].map(
    (role) => [role, stringAt(item, `altids/${role}`)] as const,
  );
  return [...ids, ['uri', stringAt(item, 'uri')] as const].flatMap(([role, value]) => (value === undefined ? [] : [{ role, value }]));
}

/** A kill names the item it takes back by being its next version. */
function isKilled(item: JsonNode): boolean {
  const status = stringAt(item, 'pubstatus') ?? '';
  return /^cancell?ed$/i.test(status) || textsAt(item, 'editorialtypes').some(({ text }) => /^(?:kill|elimination)$/i.test(text));
}

function extendedOf(item: JsonNode): NonNullable<ParsedItem['headlines']> {
  const extended = stringAt(item, 'headline_extended');
  return extended === undefined ? [] : [{ role: 'extended', text: extended }];
}

/** `bylines[].by` is the printed line, `title` stands under it; pictures name only who took them. */
function bylinesOf(item: JsonNode): NonNullable<ParsedItem['bylines']> {
  const written = nodesAt(item, 'bylines').flatMap((byline) => {
    const by = textAt(byline, 'by') ?? textAt(byline, 'name');
    const under = stringAt(byline, 'title');
    return by === undefined ? [] : [{ ...by, ...(under === undefined ? {} : { under }) }];
  });
  if (written.length > 0) return written;
  return [textAt(item, 'byline') ?? textAt(item, 'photographer/name') ?? []].flat();
}

function timesOf(item: JsonNode): Partial<Record<TimeField, Found>> {
  return defined({
    firstCreated: textAt(item, 'firstcreated'),
    versionCreated: textAt(item, 'versioncreated'),
    embargo: textAt(item, 'embargoed'),
  });
}

/** What AP says about the version (`Writethru`, `Kill`), its use (`Test`) and its sort (`Daybook`). */
function markersOf(item: JsonNode): Found[] {
  return ['editorialtypes', 'signals', 'profile'].flatMap((name) => textsAt(item, name));
}

function agenciesOf(item: JsonNode): NonNullable<ParsedItem['agencies']> {
  return textsAt(item, 'infosource').length > 0
    ? textsAt(item, 'infosource').map(({ text }) => ({ name: text, role: 'source' as const }))
    : nodesAt(item, 'infosource').flatMap((source) => {
        const name = stringAt(source, 'name');
        return name === undefined ? [] : [{ name, role: 'source' as const }];
      });
}

function rightsOf(item: JsonNode): ParsedItem['rights'] {
  const terms = textsAt(item, 'usageterms').map(({ text }) => text);
  const rights = defined({
    notice: stringAt(item, 'copyrightnotice'),
    holder: stringAt(item, 'copyrightholder'),
    terms: terms.length === 0 ? undefined : terms.join(' '),
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

/** A package without text of its own is an index; a daybook lists what is to come, for desks. */
function hintOf(item: JsonNode, type: ArticleType | undefined, empty: boolean): ParsedItem['hint'] {
  if (/^daybook/i.test(stringAt(item, 'profile') ?? '')) return 'planning';
  return type === 'package' ? (empty ? 'package-index' : 'package') : undefined;
}

/** The item with its own envelope, and the envelope of the answer without the other items; `body` = where the text stands. */
function restOf(root: JsonNode, entry: JsonNode, body: string | undefined): Found[] {
  const read = body === undefined ? [] : [body];
  const others = nodesAt(root, 'data/items').map(({ pointer }) => pointer);
  const own = jsonLeaves(entry, new Set(read));
  const alone = entry.pointer === root.pointer || Array.isArray(root.value);
  return alone ? own : [...own, ...jsonLeaves(root, new Set([...others, entry.pointer, ...read]))];
}
