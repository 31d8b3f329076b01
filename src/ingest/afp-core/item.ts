import type { Found, ParsedBlock, ParsedConcept, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { withDashedLines } from '../dashed-lines.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { entriesOf, isObject, membersOf, nodeAt, nodesAt, textAt, textOfNode, textsAt, type JsonNode } from '../json.ts';
import { jsonLeaves } from '../leaves.ts';
import { mediaOf } from './media.ts';

/** A line that says only that the story is called off. Source: parser of afpnews-api 3, read 2026-11-25. */
const CALLED_OFF = /^(KILL|ANNULATION|ANULACI[ÓO]N|ANULA[ÇC][ÃA]O|ANNULLIERUNG|ANNULLIERT|إلغاء)\s?[:：]$/u;
/** Flash, alert and urgent often come without a headline: their first line is it. */
const LEAST_ORDINARY_URGENCY = 4;
const UNKNOWN_COUNTRY = /^zzz$/i;
/** The class says what is delivered; everything else is text. */
const SHOWN: Readonly<Record<string, 'picture' | 'graphic' | 'video' | 'audio'>> = {
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  video: 'video',
  videography: 'video',
  audio: 'audio',
};

/** One document of the Core API. @throws {BadInput} `afp-core.not-a-document` */
export function readItem(document: JsonNode, index: number): ParsedItem {
  if (!isObject(document.value))
    throw new BadInput('afp-core.not-a-document', {
      message: 'An entry of the answer is no document',
      hint: 'Ask the API for whole documents, not for a list of ids',
      where: { path: document.pointer },
    });
  const uno = textAt(document, 'uno');
  const shown = SHOWN[textAt(document, 'class')?.text.toLowerCase() ?? ''];
  const lines = textsAt(document, 'news');
  const story = lines.filter(({ text }) => !CALLED_OFF.test(text));
  const fields = defined({
    provider: textAt(document, 'provider/name') ?? textAt(document, 'provider') ?? { text: 'AFP', path: document.pointer },
    guid: uno,
    storyKey: storyKeyOf(uno),
    version: textAt(document, 'revision'),
    permalink: textAt(document, 'href'),
    altIds: orNothing(altIdsOf(document)),
    kills: killsOf(document, lines),
    language: textAt(document, 'lang'),
    headline: headlineOf(document, story),
    headlines: orNothing(textsAt(document, 'subheadline').map(({ text }) => ({ role: 'subheadline', text }))),
    bylines: orNothing(textsAt(document, 'creator')),
    times: timesOf(document),
    pubStatus: textAt(document, 'status'),
    ednotes: orNothing(textsAt(document, 'advisory')),
    markers: orNothing(markersOf(document, lines)),
    urgency: textAt(document, 'urgency'),
    products: orNothing(textsAt(document, 'product').map(({ text }) => text)),
    agencies: orNothing(textsAt(document, 'source').map(({ text }) => ({ name: text, role: 'source' as const }))),
    rights: rightsOf(document),
    places: orNothing(placesOf(document)),
    media: orNothing(mediaOf(document, shown ?? 'picture')),
    rest: orNothing(jsonLeaves(document, new Set(story.map(({ path }) => path)))),
    ...slugsOf(document),
    ...abstractOf(document),
    ...conceptsOf(document),
  });
  return { index, type: shown ?? 'text', body: bodyOf(story), ...fields };
}

/** `doc-98xx1ab` stays the same over all revisions, in NewsML too; the numbers of alerts (`TX-PAR-…`) return the next day. */
function storyKeyOf(uno: Found | undefined): Found | undefined {
  const document = /(?:^|\.)(doc-\w+)$/u.exec(uno?.text ?? '')?.[1];
  return uno === undefined || document === undefined ? uno : { ...uno, text: document };
}

function altIdsOf(document: JsonNode): { role: string; value: string }[] {
  return ['afpshortid', 'guid'].flatMap((role) => textsAt(document, role).map(({ text }) => ({ role, value: text })));
}

function killsOf(document: JsonNode, lines: readonly Found[]): ParsedItem['kills'] {
  const uno = textAt(document, 'uno')?.text;
  const off = /^cancell?ed$/i.test(textAt(document, 'status')?.text ?? '') || lines.some(({ text }) => CALLED_OFF.test(text));
  return off && uno !== undefined ? [{ by: 'uno', value: uno }] : undefined;
}

function headlineOf(document: JsonNode, story: readonly Found[]): Found | undefined {
  const urgency = Number(textAt(document, 'urgency')?.text ?? LEAST_ORDINARY_URGENCY);
  return textAt(document, 'headline') ?? (urgency < LEAST_ORDINARY_URGENCY ? story[0] : undefined);
}

/** AFP joins the words of the slug with hyphens; `title` repeats them, or is a title of its own. */
function slugsOf(document: JsonNode): Pick<ParsedItem, 'slugline' | 'title' | 'keywords'> {
  const [first, ...more] = textsAt(document, 'slug');
  const title = textAt(document, 'title');
  const slug = first === undefined ? undefined : { ...first, text: [first, ...more].map(({ text }) => text).join('-') };
  const words = [...textsAt(document, 'keyword'), ...(first === undefined ? [] : [first, ...more])].map(({ text }) => text);
  return defined({
    slugline: slug ?? title,
    title: slug !== undefined && title?.text !== slug.text ? title : undefined,
    keywords: orNothing([...new Set(words)]),
  });
}

function abstractOf(document: JsonNode): Pick<ParsedItem, 'abstract'> {
  const [first, ...more] = textsAt(document, 'summary');
  return first === undefined ? {} : { abstract: { ...first, text: [first, ...more].map(({ text }) => text).join('\n') } };
}

function timesOf(document: JsonNode): Partial<Record<TimeField, Found>> | undefined {
  const published = textAt(document, 'published');
  const times = defined({
    firstCreated: textAt(document, 'created'),
    versionCreated: published,
    published,
    embargo: textAt(document, 'embargoed') ?? textAt(document, 'embargo'),
    expires: textAt(document, 'expires'),
  });
  return Object.keys(times).length === 0 ? undefined : times;
}

function markersOf(document: JsonNode, lines: readonly Found[]): Found[] {
  const off = lines.flatMap((found) => {
    const word = CALLED_OFF.exec(found.text)?.[1];
    return word === undefined ? [] : [{ ...found, text: word }];
  });
  return [...off, ...textsAt(document, 'signal'), ...textsAt(document, 'genre'), ...textsAt(document, 'genreid')];
}

/** Who may show it, and where: everything that limits use, in the words of the source. */
function rightsOf(document: JsonNode): ParsedItem['rights'] {
  const limits = [
    ...['disclaimer', 'rules', 'usageRight', 'exclusion'].flatMap((name) =>
      nodesAt(document, name).flatMap((node) => textOfNode(node) ?? textAt(node, 'phrase') ?? textAt(node, 'name') ?? []),
    ),
    ...textsAt(document, 'country_out').map((found) => ({ ...found, text: `${found.text} OUT` })),
    ...textsAt(document, 'country_only').map((found) => ({ ...found, text: `${found.text} ONLY` })),
  ];
  const rights = defined({
    notice: textAt(document, 'copyright')?.text,
    restrictions: orNothing(limits.map(({ text }) => text)),
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

/** Country codes have three letters, as in NewsML: they stand as names where no name is given. */
function placesOf(document: JsonNode): NonNullable<ParsedItem['places']>[number][] {
  const code = textAt(document, 'country')?.text;
  const known = code === undefined || UNKNOWN_COUNTRY.test(code) ? undefined : code;
  const countryName = textAt(document, 'countryname')?.text ?? known;
  const name = textAt(document, 'city')?.text ?? countryName;
  if (name === undefined) return [];
  return [{ name, rel: 'origin', ...(countryName === undefined || countryName === name ? {} : { countryName }) }];
}

function conceptsOf(document: JsonNode): Pick<ParsedItem, 'subjects' | 'genres' | 'people' | 'organisations'> {
  const codes = (name: string, scheme: string): ParsedConcept[] => textsAt(document, name).map(({ text }) => conceptOf(text, scheme));
  const entities = membersOf(nodeAt(document, 'afpentity')).map(({ name, node }) => ({ name, found: entriesOf(node).flatMap(entityOf) }));
  const named = (test: RegExp): ParsedConcept[] => entities.filter(({ name }) => test.test(name)).flatMap(({ found }) => found);
  const other = entities.filter(({ name }) => !PERSON.test(name) && !COMPANY.test(name));
  return defined({
    subjects: orNothing([
      ...codes('iptc', 'subj'),
      ...codes('mediatopic', 'medtop'),
      ...codes('topic', 'afptopic'),
      ...other.flatMap(({ name, found }) => found.map((concept) => ({ ...concept, rel: name }))),
    ]),
    genres: orNothing(genresOf(document)),
    people: orNothing(named(PERSON)),
    organisations: orNothing(named(COMPANY)),
  });
}

/** A name or a code, each once and as written. */
function genresOf(document: JsonNode): ParsedConcept[] {
  const texts = ['genre', 'genreid'].flatMap((name) => textsAt(document, name)).map(({ text }) => text);
  return [...new Set(texts)].map((text) => ({ code: text, name: text }));
}

const PERSON = /person|people/i;
const COMPANY = /compan|organi[sz]/i;

/** `afpattribute:Article` names its scheme; a bare code is in that of its field. */
function conceptOf(text: string, scheme: string): ParsedConcept {
  const [, own, code] = /^([a-z]\w{1,20}):(\S+)$/iu.exec(text) ?? [];
  return own === undefined || code === undefined ? { scheme, code: text } : { scheme: own, code };
}

/** `{"qcode": "afpevent:17", "keyword": "Velmar:ferry fire"}`, or a bare name. The part before the colon is the place. */
function entityOf(node: JsonNode): ParsedConcept[] {
  const bare = textOfNode(node)?.text;
  if (bare !== undefined) return [{ name: bare }];
  const qcode = (textAt(node, 'qcode') ?? textAt(node, 'uri'))?.text;
  const name = (textAt(node, 'keyword') ?? textAt(node, 'name') ?? textAt(node, 'label'))?.text.replace(/^[^:]{1,60}:\s*(?=\S)/u, '');
  const code = qcode === undefined ? {} : conceptOf(qcode, 'afpentity');
  return qcode === undefined && name === undefined ? [] : [{ ...code, ...defined({ name }) }];
}

function bodyOf(lines: readonly Found[]): ParsedBlock[] {
  return withDashedLines(lines.map(({ text, path }) => ({ type: 'paragraph', text: text.replace(/\s+/gu, ' '), path })));
}
