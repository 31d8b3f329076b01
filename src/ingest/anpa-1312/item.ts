import type { Found, ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { blocksOf } from '../wire/blocks.ts';
import { foundIn, isBlank, pathOf, printed, spanOf, type Line } from '../wire/lines.ts';
import { cutHead, frameOf, readHead, type Frame, type Head } from './head.ts';
import { trailerOf, type Message } from './message.ts';
import { typeset } from './typography.ts';

/** Cycle of an afternoon, morning or both: no part of the keyword. */
const CYCLE = /^(?:bc|am|pm)-+/iu;
/** Also the agency's own prefix, which kills are sent with: the key is the same without. */
const KEY_PREFIX = /^(?:bc|am|pm|ap)-+/iu;
/** `Kill US--Ferry Grounding (a0451)`. */
const KILL = /\bkills?\s(?:the story\s(?:slugged\s)?)?([^().;]{3,80}?),?\s\(([a-z]\d{4})\)/giu;
/** The agency alone below a note. */
const CLOSING = /^The (?:AP|Associated Press)$/u;
/** `==Kyodo` */
const END_MARK = /^={1,2}\p{L}[\p{L} .]{1,20}$/u;
const ALERT = /APNewsAlert|NewsAlert\b/u;

/** The item of one message. A kill, a correction or an embargo is only text in ANPA: its lines are notes that the status step reads. */
export function readItem(message: Message, index: number): ParsedItem {
  const { heading, first, second } = message;
  const { frames, body: whole } = cutHead(message.text);
  const closing = whole.filter((line) => CLOSING.test(typeset(line).trim()));
  const body = whole.filter((line) => !closing.includes(line));
  const head = readHead(frames);
  const at = (text: string): Found => foundIn([first], text);
  const below = (text: string): Found => foundIn([second], text);
  const slug = sluglineOf(message, head, below);
  return {
    index,
    type: 'text',
    impliedStatus: 'usable',
    linkedByIdOnly: true,
    provider: providerOf(message, at),
    service: heading.service,
    priority: below(heading.priority),
    altIds: [{ role: 'service-number', value: `${heading.service}${heading.number}` }],
    ...defined({ slugline: slug, headline: head.headline }),
    ...storyKeyOf(message, head),
    ...notesOf(head, message),
    ...timesOf(message),
    body: [...head.headings.map(headingOf), ...bodyOf(body)],
    ...(message.open ? { truncated: true } : {}),
    rest: [...restOf(message, head, at, below), ...closing.map((line) => foundIn([line]))],
  };
}

/** Standing tables go by the keyword of their heading; a story by its full slug. */
function sluglineOf({ heading }: Message, head: Head, below: (text: string) => Found): Found | undefined {
  const keyword = heading.keyword.split(/\s/u)[0] ?? '';
  const words = (head.slug?.text ?? '').split(' ');
  const whole = words.some((_, index) => words.slice(0, index + 1).join('') === keyword);
  if (head.slug === undefined || (heading.tabular && whole)) return below(keyword.replace(CYCLE, ''));
  return { ...head.slug, text: head.slug.text.replace(CYCLE, '') };
}

/** Slugs come back, so the day of the cycle belongs to the key; alerts share one slug, which is no key. */
function storyKeyOf({ heading }: Message, { slug }: Head): Pick<ParsedItem, 'storyKey'> {
  if (slug === undefined || ALERT.test(slug.text)) return {};
  return { storyKey: { ...slug, text: keyOf(slug.text, heading.date) } };
}

function keyOf(slug: string, date: string): string {
  return `${slug.replace(KEY_PREFIX, '')} ${date}`;
}

function providerOf({ heading, trailer, text }: Message, at: (text: string) => Found): Found {
  if (heading.agency !== undefined) return at(heading.agency);
  const prefix = trailer === undefined ? undefined : /^\p{L}{2,3}/u.exec(trailerOf(trailer) ?? '')?.[0];
  const lead = text.map(printed).find((line) => /\(\p{L}{2,8}\)\s[-_–—]/u.test(line));
  return at(prefix ?? (lead === undefined ? 'unknown' : (/\((\p{L}{2,8})\)/u.exec(lead)?.[1] ?? 'unknown')));
}

function notesOf(head: Head, { heading, second }: Message): Partial<ParsedItem> {
  const kills = [...head.ednotes, ...head.productNotes].flatMap(({ text }) => [...text.matchAll(KILL)]);
  const alert = ALERT.test(heading.keyword) || ALERT.test(head.slug?.text ?? '');
  return defined({
    bylines: orNothing(head.bylines),
    ednotes: orNothing(head.ednotes),
    productNotes: orNothing([...head.versions, ...head.productNotes]),
    headlines: orNothing(head.sublines.map(({ text }) => ({ role: 'subtitle', text }))),
    agencies: head.affiliation === undefined ? undefined : [agencyOf(head.affiliation.text)],
    markers: alert ? [foundIn([second], 'APNewsAlert')] : undefined,
    kills: orNothing(
      kills.flatMap(([, slug = '', number = '']) => [
        { by: 'slug', value: slug.trim() },
        { by: 'service-number', value: number },
        { by: 'story-key', value: keyOf(slug.trim(), heading.date) },
      ]),
    ),
  });
}

function agencyOf(name: string): NonNullable<ParsedItem['agencies']>[number] {
  return { code: /kyodo/iu.test(name) ? 'Kyodo' : 'AP', name, role: 'originator' };
}

/** `AP-WF-02-20-16 0337GMT` names the circuit before the moment. */
function timesOf({ trailer }: Message): Pick<ParsedItem, 'times'> {
  const text = trailer === undefined ? undefined : trailerOf(trailer);
  if (trailer === undefined || text === undefined) return {};
  return { times: { versionCreated: foundIn([trailer], text.replace(/^\p{L}{2,3}-\p{L}{2}-|^\p{L}{2}-(?=\d)/u, '')) } };
}

/** Lines of their own among paragraphs and tables are headings. */
function bodyOf(lines: readonly Line[]): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  let run: Line[] = [];
  const close = (): void => {
    for (const block of blocksOf(run)) blocks.push(block);
    run = [];
  };
  for (const line of lines) {
    const text = printed(line);
    if (END_MARK.test(text.trim())) {
      close();
      blocks.push({ type: 'paragraph', text: text.trim(), path: pathOf([line]), span: spanOf([line]) });
      continue;
    }
    const framed = /^\^/u.test(text) && !line.raw.startsWith('\x08');
    if (framed && /[<=]\s*$/u.test(text)) {
      close();
      blocks.push(headingOf(frameOf([line])));
    } else run.push(framed ? { ...line, raw: `\t${typeset(line).trim()}` } : { ...line, raw: typeset(line) });
  }
  close();
  return blocks.filter((block) => block.text !== '');
}

function headingOf({ text, lines }: Frame): ParsedBlock {
  return { type: 'heading', level: 2, text, path: pathOf(lines), span: spanOf(lines) };
}

function restOf(
  { heading, first, second, trailer }: Message,
  head: Head,
  at: (text: string) => Found,
  below: (text: string) => Found,
): Found[] {
  const number = heading.agency === undefined ? undefined : `${heading.service}${heading.number}${heading.agency}`;
  const upper = { number, selector: heading.selector };
  const lower = { category: heading.category, keyword: heading.keyword, date: heading.date, words: heading.words };
  const named = (line: Line, place: typeof at, fields: Readonly<Record<string, string | undefined>>): Found[] =>
    Object.entries(fields).flatMap(([name, text]) => (text === undefined ? [] : [{ ...place(text), path: `line:${line.number}/${name}` }]));
  const whole = trailer === undefined || isBlank(trailer) ? [] : [foundIn([trailer], trailerOf(trailer) ?? printed(trailer))];
  return [
    ...named(first, at, upper),
    ...named(second, below, lower),
    ...head.counts,
    ...(head.slug === undefined ? [] : [head.slug]),
    ...whole,
  ];
}
