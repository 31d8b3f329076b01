import type { Found, ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { blocksOf } from '../wire/blocks.ts';
import { foundIn, printed, textOf, type Line } from '../wire/lines.ts';
import { readHeadline, type HeadlineParts } from './headline.ts';
import type { Message } from './message.ts';
import { cutTail, type Tail } from './notebook.ts';
import { readScript, type Script } from './script.ts';

/** Services that do not name their agency in the header. Source: files of SDA-ATS (2018) and AP (2014). */
const AGENCY_OF_SERVICE: Readonly<Record<string, string>> = { bsf: 'ats', bsd: 'sda', bsi: 'ats' };
const APTN = /^AP-APTN-/u;
/** What APTN sends to desks, not to viewers. */
const APTN_ADVISORY = /^AP-APTN-.*\b(?:advisor(?:y|ies)|prospects|rundown|look ?ahead|planner|news agenda)\b/iu;
/** `Peine (dpa/lni) - `, `Genève (ats) `: where the story itself begins. */
const DATELINE = /^\p{Lu}[^()\n]{1,60}\([\p{L}/ -]{2,30}\)\s/u;
/** The whole headline of a kill, in the languages of dpa. */
const KILL = /^[*\s]*(?:kill|eliminar|аннулирование|حظر)(?:[\s-]+(?:kill|eliminar|حظر)){0,4}[*\s]*$/iu;
const TRAILER_DAY = /^(\d\d)\d{4}.*?(\p{L}{3})\.? (\d{2,4})/u;
const ITEM_NUMBER = /\b\p{Ll}{2,5}\d{3,4}\b/gu;
const LONGEST_TEASER = 400;

/** The item of one message. Strings as written; marks, notes and the embargo of the headline are notes that the status step reads. */
export function readItem(message: Message, index: number): ParsedItem {
  const { header, headerLine } = message;
  const head = readHeadline(message.headline);
  const tail = cutTail(message.body);
  const script = readScript(tail.story);
  const slug = message.keywords.length === 0 ? undefined : foundIn(message.keywords);
  const at = (text: string): Found => foundIn([headerLine], text);
  return {
    index,
    type: 'text',
    impliedStatus: 'usable',
    ...hintOf(head, script),
    provider: at(providerOf(message, head)),
    service: header.service,
    urgency: at(header.priority),
    priority: at(header.priority),
    altIds: altIdsOf(message, script),
    ...defined({ headline: head.headline, slugline: slug }),
    ...(slug === undefined || APTN.test(slug.text) ? {} : { keywords: keywordsOf(slug.text) }),
    ...lists(head, tail, script),
    linkedByIdOnly: true,
    ...storyKeyOf(message),
    ...killsOf(message, head, tail),
    ...(message.trailer === undefined ? {} : { times: { versionCreated: foundIn([message.trailer]) } }),
    ...contentOf(tail, script),
    ...(message.open ? { truncated: true } : {}),
    rest: [...restOf(message, at, script), ...tail.labels],
  };
}

function hintOf({ headline }: HeadlineParts, script: Script | undefined): Pick<ParsedItem, 'hint'> {
  if (script !== undefined) return { hint: 'video-script' };
  return APTN_ADVISORY.test(headline?.text ?? '') ? { hint: 'advisory' } : {};
}

function providerOf({ header, keywords }: Message, { headline }: HeadlineParts): string {
  const named = AGENCY_OF_SERVICE[header.service];
  if (named !== undefined) return named;
  if (APTN.test(headline?.text ?? '') || keywords.some((line) => APTN.test(printed(line).trim()))) return 'AP';
  return header.agency ?? header.service;
}

/** The standard has no id: service and number name an item on the day of its trailer. Zeros are no number (dpa's converters). */
function storyKeyOf({ header, headerLine, trailer }: Message): Pick<ParsedItem, 'storyKey'> {
  const day = dayOf(trailer);
  if (day === undefined || /^0+$/.test(header.number)) return {};
  return { storyKey: foundIn([headerLine], `${header.service}${header.number} ${day}`) };
}

/** `131137 GMT Nov 13`: the day is written before the minute, month and year behind it. */
function dayOf(trailer: Message['trailer']): string | undefined {
  const parts = trailer === undefined ? null : TRAILER_DAY.exec(printed(trailer).trim());
  return parts === null ? undefined : `${parts[3] ?? ''}-${(parts[2] ?? '').toLowerCase()}-${parts[1] ?? ''}`;
}

/** A kill names the items that it takes back by service and number, of its own day. */
function killsOf({ trailer }: Message, { headline }: HeadlineParts, { story }: Tail): Pick<ParsedItem, 'kills'> {
  if (headline === undefined || !KILL.test(headline.text)) return {};
  const numbers = [...new Set([...textOf(story).matchAll(ITEM_NUMBER)].map(([number]) => number))];
  const day = dayOf(trailer);
  const kills = numbers.flatMap((number) => [
    { by: 'service-number', value: number },
    ...(day === undefined ? [] : [{ by: 'story-key', value: `${number} ${day}` }]),
  ]);
  return numbers.length === 0 ? {} : { kills };
}

function altIdsOf({ header }: Message, script: Script | undefined): NonNullable<ParsedItem['altIds']> {
  const story = script?.form.get('STORY NUMBER');
  return [
    { role: 'service-number', value: `${header.service}${header.number}` },
    ...(header.agency === undefined ? [] : [{ role: 'agency-number', value: `${header.agency} ${header.agencyNumber ?? ''}` }]),
    ...(story === undefined ? [] : [{ role: 'story-number', value: story.text }]),
  ];
}

function keywordsOf(slug: string): string[] {
  return slug
    .split('/')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function lists(head: HeadlineParts, tail: Tail, script: Script | undefined): Partial<ParsedItem> {
  const genres = head.notes.flatMap(({ text }) => genreOf(text));
  const story = script?.form.get('STORY');
  const headlines = [
    ...head.kickers.map(({ text }) => ({ role: 'kicker', text })),
    ...head.sublines.map(({ text }) => ({ role: 'subtitle', text })),
    ...(story === undefined ? [] : [{ role: 'story', text: story.text }]),
  ];
  const notes = [...head.notes.map(unbracketed), ...(script?.terms === undefined ? [] : [script.terms])];
  const restrictions = ['RESTRICTIONS', 'RESTRICTION SUMMARY'].flatMap((name) => script?.form.get(name)?.text ?? []);
  return defined({
    bylines: orNothing(head.bylines),
    productNotes: orNothing([...notes, ...head.kickers]),
    genres: orNothing(genres),
    headlines: orNothing(headlines),
    ednotes: orNothing([...tail.notes, ...(tail.closing === undefined ? [] : [tail.closing])]),
    contacts: orNothing(tail.contacts.map(({ text }) => ({ value: text }))),
    dateline: script?.form.get('DATELINE'),
    rights: restrictions.length === 0 ? undefined : { restrictions },
  });
}

/** dpa prints the genre in brackets: `(Zusammenfassung 1430 - neu: …)`, `(Achtung - Planungshinweis)`; other brackets are no genres. */
function genreOf(note: string): { name: string }[] {
  const inner = /^\((.*)\)$/su.exec(note)?.[1]?.trim();
  if (
    inner === undefined ||
    /^(?:eil|blitz|foto|grafik|bild|video|berichtigung|korrektur|rectificatif|correction|corrige|wiederholung|aktualisierung|sperrfrist)\b/iu.test(
      inner,
    )
  )
    return [];
  return [{ name: inner.replace(/(?:(?<!\s)\s+)?sperrfrist\b[^]*$/iu, '') }].filter(({ name }) => name !== '');
}

function unbracketed(note: Found): Found {
  return { ...note, text: note.text.replace(/^\(\s*|(?:(?<!\s)\s+)?\)$/gu, '') };
}

function contentOf(tail: Tail, script: Script | undefined): Pick<ParsedItem, 'body' | 'abstract'> {
  const blocks = blocksOf(withoutFrames(script?.storyline ?? tail.story));
  const [first, second] = blocks;
  const isTeaser =
    first?.type === 'paragraph' &&
    second?.type === 'paragraph' &&
    (first.text ?? '').length <= LONGEST_TEASER &&
    !DATELINE.test(first.text ?? '') &&
    DATELINE.test(second.text ?? '');
  if (!isTeaser) return { body: blocks };
  return { abstract: foundOf(first), body: blocks.slice(1) };
}

function foundOf({ text = '', path, span }: ParsedBlock): Found {
  return { text, path, ...(span === undefined ? {} : { span }) };
}

/** `^Entertainment Week<`: the typesetter's frame around a line of its own; `(SDA\/sj)`: a slash that a relay escaped. */
function withoutFrames(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({
    ...line,
    raw: line.raw
      .replace(/^([\s\x00-\x1f]*)\^/u, '$1')
      .replace(/<(?=[\s\x00-\x1f]*$)/u, '')
      .replaceAll('\\/', '/'),
  }));
}

function restOf({ header, headerLine }: Message, at: (text: string) => Found, script: Script | undefined): Found[] {
  const { category, words, options, agency, agencyNumber } = header;
  const fields = { category, words, options, agency, agencyNumber };
  const named = Object.entries(fields).flatMap(([name, text]) =>
    text === undefined ? [] : [{ ...at(text), path: `line:${headerLine.number}/${name}` }],
  );
  const form = [...(script?.form ?? [])].map(([name, found]) => ({
    ...found,
    path: `${found.path}/${name.toLowerCase().replace(/\s+/gu, '-')}`,
  }));
  return [...named, ...form, ...(script?.sections ?? [])];
}
