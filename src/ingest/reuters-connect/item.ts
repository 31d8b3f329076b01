import type { Found, ParsedBlock, ParsedConcept, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { stringBlocks } from '../html-blocks.ts';
import { isObject, nodesAt, textAt, textOfNode, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import { splitQCode } from '../newsml-g2/code.ts';
import { withoutReutersTail } from '../reuters-tail.ts';
import { isItem, wholeAssociations } from './answer.ts';
import { associatedOf, mediaOf, typeOf } from './media.ts';

/** Best first: the rich body has tables and media in place; a story without either is a headline alone. */
const BODIES = ['bodyXhtmlRich', 'bodyXhtml', 'body'];

/** One item of the content API. @throws {BadInput} `reuters-connect.no-item` */
export function readItem(item: JsonNode, index: number): ParsedItem {
  if (!isItem(item))
    throw new BadInput('reuters-connect.no-item', {
      message: 'The entry is no item of Reuters Connect: neither uri nor versionedGuid with a headline, body or type',
      hint: 'Ask for `uri`, `versionedGuid` and `headLine` in the query',
      where: { item: index, path: item.pointer },
    });
  const type = typeOf(item);
  const { found, read } = bodyOf(item);
  const { blocks, contacts, passed } = withoutReutersTail(found);
  const media = mediaOf(item);
  const [guid, isText] = [guidOf(item), (type ?? 'text') === 'text'];
  const packaged = blocks.length === 0 && media.length === 0 ? ('package-index' as const) : ('package' as const);
  const teaser = textAt(item, 'intro') ?? (isText && blocks.length === 0 ? textAt(item, 'fragment') : undefined);
  const fields = defined({
    provider: { text: 'reuters.com', path: guid?.path ?? item.pointer },
    guid,
    storyKey: guid,
    version: textAt(item, 'version') ?? tailOf(textAt(item, 'versionedGuid')),
    altIds: orNothing(altIdsOf(item)),
    kills: isWithdrawn(item) && guid !== undefined ? [{ by: 'guid', value: guid.text }] : undefined,
    language: textAt(item, 'language'),
    headline: textAt(item, 'headLine'),
    slugline: textAt(item, 'slug'),
    abstract: teaser,
    bylines: isText || type === 'package' ? orNothing(textsAt(item, 'byLine')) : undefined,
    dateline: textAt(item, 'dateLine'),
    times: timesOf(item),
    ...statusOf(item),
    ednotes: orNothing(['editorialNote', 'editorNote', 'edNote', 'ednote'].flatMap((name) => textsAt(item, name))),
    contacts: orNothing(contacts),
    markers: orNothing(textsOf(item, 'signal')),
    urgency: textAt(item, 'urgency'),
    products: orNothing(textsOf(item, 'channels').map(({ text }) => text)),
    agencies: orNothing(agenciesOf(item)),
    rights: rightsOf(item),
    subjects: orNothing(conceptsOf(item, 'subject')),
    genres: orNothing(conceptsOf(item, 'genre')),
    keywords: orNothing(textsOf(item, 'keyword').map(({ text }) => text)),
    places: orNothing(placesOf(item)),
    media: orNothing(media),
    links: orNothing([...associatedOf(item), ...chainOf(item)]),
    hint: type === 'package' ? packaged : undefined,
    truncated: isText && blocks.length === 0 && !isAlert(item) ? true : undefined,
    type,
    rest: [...jsonLeaves(item, read), ...passed.map(({ text = '', path }) => ({ text, path }))],
  });
  return { index, body: [...blocks], ...fields };
}

/** `uri` names the item, `versionedGuid` one version of it: `tag:reuters.com,2026:newsml_L8N5VELM:3`. */
function guidOf(item: JsonNode): Found | undefined {
  const versioned = textAt(item, 'versionedGuid');
  return textAt(item, 'uri') ?? (versioned === undefined ? undefined : { ...versioned, text: versioned.text.replace(/:\d+$/, '') });
}

function tailOf(versioned: Found | undefined): Found | undefined {
  const version = /:(\d+)$/.exec(versioned?.text ?? '')?.[1];
  return versioned === undefined || version === undefined ? undefined : { ...versioned, text: version };
}

function altIdsOf(item: JsonNode): NonNullable<ParsedItem['altIds']> {
  const ids = [['USN', 'usn'] as const, ['versionedId', 'versionedGuid'] as const];
  return ids.flatMap(([role, name]) => {
    const value = stringAt(item, name);
    return value === undefined ? [] : [{ role, value }];
  });
}

/** `usable` by default, the guide says: that is what null means. A member that is not there was not asked for, and tells nothing. */
function statusOf(item: JsonNode): Pick<ParsedItem, 'pubStatus' | 'impliedStatus' | 'statusMissing'> {
  const stated = textAt(item, 'pubStatus');
  if (stated !== undefined) return { pubStatus: stated };
  const asked = isObject(item.value) && Object.hasOwn(item.value, 'pubStatus');
  return asked ? { impliedStatus: 'usable' } : { statusMissing: true };
}

function isWithdrawn(item: JsonNode): boolean {
  const status = (stringAt(item, 'pubStatus') ?? '').replace(/^stat:/i, '');
  return /^(?:cancell?ed|withdrawn)$/i.test(status) || textsOf(item, 'signal').some(({ text }) => /^edStat:D$/i.test(text));
}

/** An alert is its headline. */
function isAlert(item: JsonNode): boolean {
  return stringAt(item, 'urgency') === '1';
}

function bodyOf(item: JsonNode): { found: readonly ParsedBlock[]; read: ReadonlySet<string> } {
  const texts = BODIES.flatMap((name) => textAt(item, name) ?? []);
  const bodies = texts.map(({ text, path }) => ({ path, blocks: stringBlocks(text, path) }));
  const best = bodies.find(({ blocks }) => blocks.length > 0);
  // The other dress of the same text has no place of its own, and stories that came with the item are read as items.
  return {
    found: best?.blocks ?? [],
    read: new Set([...bodies.map(({ path }) => path), ...wholeAssociations(item).map(({ pointer }) => pointer)]),
  };
}

function timesOf(item: JsonNode): Partial<Record<TimeField, Found>> {
  return defined({
    firstCreated: textAt(item, 'firstCreated'),
    versionCreated: textAt(item, 'versionCreated'),
    contentCreated: textAt(item, 'contentCreated') ?? textAt(item, 'contentTimestamp'),
    embargo: textAt(item, 'embargoed') ?? textAt(item, 'embargoDate'),
  });
}

/** Strings, or objects with a code, literal or name. */
function textsOf(item: JsonNode, name: string): Found[] {
  return nodesAt(item, name).flatMap(
    (node) => textOfNode(node) ?? textAt(node, 'code') ?? textAt(node, 'literal') ?? textAt(node, 'alias') ?? textAt(node, 'name') ?? [],
  );
}

function conceptsOf(item: JsonNode, member: string): ParsedConcept[] {
  return nodesAt(item, member).flatMap((node) => {
    const code = stringAt(node, 'code') ?? stringAt(node, 'literal') ?? textOfNode(node)?.text;
    const [parts, name] = [code === undefined ? undefined : splitQCode(code), stringAt(node, 'name')];
    return parts === undefined && name === undefined ? [] : [{ ...parts, ...defined({ name, rel: stringAt(node, 'rel') }) }];
  });
}

/** Where it was made, then the places it names. */
function placesOf(item: JsonNode): NonNullable<ParsedItem['places']> {
  return [...nodesAt(item, 'located'), ...nodesAt(item, 'subjectLocation')].flatMap((node) => {
    const plain = textOfNode(node)?.text;
    const [city, region, countryName] = ['city', 'countrySubdivision', 'countryName'].map((name) => stringAt(node, name));
    const name = plain ?? city ?? region ?? countryName;
    if (name === undefined) return [];
    const around = { region: region === name ? undefined : region, countryName: countryName === name ? undefined : countryName };
    return [{ name, rel: 'located', ...defined({ ...around, country: stringAt(node, 'countryCode') }) }];
  });
}

/** Whose content it is: partners deliver through Reuters Connect too. */
function agenciesOf(item: JsonNode): NonNullable<ParsedItem['agencies']> {
  const named = ['infoSource', 'infosource', 'source', 'contributor'].flatMap((member) => nodesAt(item, member));
  const agencies = named.flatMap((node) => {
    const [code, literal] = [stringAt(node, 'code'), stringAt(node, 'literal') ?? stringAt(node, 'name') ?? textOfNode(node)?.text];
    const name = literal ?? code;
    return name === undefined ? [] : [{ name, role: 'source' as const, ...(code === undefined || code === name ? {} : { code }) }];
  });
  return agencies.filter(({ name }, index) => agencies.findIndex((other) => other.name === name) === index);
}

function rightsOf(item: JsonNode): ParsedItem['rights'] {
  const rights = defined({
    holder: stringAt(item, 'copyrightHolder'),
    notice: stringAt(item, 'copyrightNotice'),
    terms: stringAt(item, 'usageTerms'),
    restrictions: orNothing(textsOf(item, 'exclAudience').map(({ text }) => text)),
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

/** What the item grew out of and what belongs to it. */
function chainOf(item: JsonNode): NonNullable<ParsedItem['links']> {
  const rels = [['evolved-from', 'evolvedFrom'] as const, ['derived-from', 'derivedFrom'] as const, ['related', 'relatedItems'] as const];
  return rels.flatMap(([rel, member]) =>
    nodesAt(item, member).flatMap((node) => {
      const id = stringAt(node, 'uri') ?? stringAt(node, 'versionedGuid') ?? textOfNode(node)?.text;
      return id === undefined ? [] : [{ rel, id, ...defined({ title: stringAt(node, 'headLine') }) }];
    }),
  );
}
