import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { stringBlocks } from '../html-blocks.ts';
import { isObject, textAt, textsAt, type JsonNode } from '../json.ts';
import { jsonLeaves } from '../leaves.ts';
import { agencyOfFeed, carriesPressReleases } from './feeds.ts';
import { withoutOverEscapes } from './over-escaped.ts';

const MEANT_FOR_NOBODY = /^(?:n\/a|none|null)$/i;

/** One message. An empty string is absent, a status too: most agencies send none. @throws {BadInput} `fingerpost.no-identity` */
export function readItem(sent: JsonNode, index: number): ParsedItem {
  const { node, count } = withoutOverEscapes(sent);
  const [usn, uri, urn] = ['usn', 'uri', 'originalUrn'].map((name) => textAt(node, name));
  const guid = usn ?? urn ?? uri;
  if (!isObject(node.value) || guid === undefined)
    throw new BadInput('fingerpost.no-identity', {
      message: 'The message has neither usn, originalUrn nor uri',
      hint: 'Ask Fingerpost: without one the versions of a story cannot be told apart',
      where: { item: index, path: node.pointer },
    });
  const feed = textAt(node, 'source-feed');
  const body = textAt(node, 'body_text');
  const [headline, subhead, status] = ['headline', 'subhead', 'status'].map((name) => textAt(node, name));
  // Keywords and codes are held part by part.
  const read = [body?.path ?? '', ...['subjects', 'keywords', 'mediaCatCodes'].map((name) => `${node.pointer}/${name}`)];
  const fields = defined({
    provider: feed === undefined ? undefined : { ...feed, text: agencyOfFeed(feed.text) },
    guid,
    storyKey: guid,
    version: textAt(node, 'version'),
    altIds: orNothing(altIdsOf({ uri, originalUrn: urn }, guid.text)),
    kills: /^cancell?ed$/i.test(status?.text ?? '') ? [{ by: 'usn', value: guid.text }] : undefined,
    language: textAt(node, 'language'),
    headline,
    headlines: subhead === undefined || subhead.text === headline?.text ? undefined : [{ role: 'subhead', text: subhead.text }],
    slugline: textAt(node, 'slug'),
    abstract: textAt(node, 'abstract'),
    bylines: orNothing(textsAt(node, 'byline')),
    dateline: textAt(node, 'location'),
    times: defined({
      firstCreated: textAt(node, 'firstVersion'),
      versionCreated: textAt(node, 'versionCreated'),
      sent: textAt(node, 'dateTimeSent'),
      embargo: textAt(node, 'embargo') ?? textAt(node, 'embargoed'),
    }),
    pubStatus: status,
    ednotes: orNothing(textsAt(node, 'ednote')),
    markers: feed !== undefined && carriesPressReleases(feed.text) ? [{ ...feed, text: 'press release' }] : undefined,
    priority: textAt(node, 'priority'),
    products: orNothing([...textsAt(node, 'source-feed'), ...textsAt(node, 'destinations/code')].map(({ text }) => text)),
    rights: rightsOf(node),
    subjects: orNothing(conceptsOf(node)),
    keywords: orNothing(keywordsOf(node)),
    organisations: orNothing(textsAt(node, 'organisation/symbols').map(({ text }) => ({ code: text }))),
    media: orNothing(textsAt(node, 'imageIds').map(({ text }) => ({ key: text, type: 'picture' as const, guid: text, renditions: [] }))),
    repairs: count === 0 ? undefined : [{ code: 'json.over-escaped', detail: String(count) }],
    rest: orNothing(jsonLeaves(node, new Set(read))),
  });
  return { index, type: 'text', body: body === undefined ? [] : stringBlocks(body.text, body.path), ...fields };
}

function altIdsOf(ids: Readonly<Record<string, Found | undefined>>, guid: string): { role: string; value: string }[] {
  return Object.entries(ids).flatMap(([role, found]) => (found === undefined || found.text === guid ? [] : [{ role, value: found.text }]));
}

/** Categories of each agency's own, `iptccat:a`, `paCat:SCN`, and the media categories of ANPA, which have no scheme. */
function conceptsOf(node: JsonNode): ParsedConcept[] {
  const codes = [...textsAt(node, 'subjects/code'), ...textsAt(node, 'mediaCatCodes')].map(({ text }) => text);
  return [...new Set(codes)].map((text) => {
    const [, scheme, code] = /^([A-Za-z][\w-]{0,30}):(\S.*)$/.exec(text) ?? [];
    return scheme === undefined || code === undefined ? { code: text } : { scheme, code };
  });
}

/** One string joined by `+`, a list, or a list under `words`. */
function keywordsOf(node: JsonNode): string[] {
  const texts = [...textsAt(node, 'keywords'), ...textsAt(node, 'keywords/words')];
  const words = texts.flatMap(({ text }) => text.split('+')).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== '' && !MEANT_FOR_NOBODY.test(word)))];
}

function rightsOf(node: JsonNode): ParsedItem['rights'] {
  const [holder, notice, terms] = ['copyrightHolder', 'copyrightNotice', 'usage'].map((name) => textAt(node, name)?.text);
  const rights = defined({ holder, notice, terms });
  return Object.keys(rights).length === 0 ? undefined : rights;
}
