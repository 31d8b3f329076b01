import type { Found, ParsedBlock, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { blocksOf } from '../wire/blocks.ts';
import { foundIn, isBlank, pathOf, printed, spanOf, type Line } from '../wire/lines.ts';
import type { Field, Message } from './message.ts';

/** The desk's name below the text: `AAP RTV`, `AAP RESULTS`, `AAP`. */
const CLOSING = /^AAP(?: \p{Lu}{2,12})?$/u;
/** `12-MAR-25 15:30`: ANSA and its neighbours print the moment below the text. */
const STAMP = /^\d{1,2}[-/ ]\p{L}{3}[-/ ]\d{2,4} \d\d[:.]\d\d$/u;
const SUBJECT = /^\d{8}$/u;
const LONGEST_HEADLINE = 120;

/** The item of one message: fields by their prefix, as AAP's newsroom, its racing desk and News Bites set them. */
export function readItem(message: Message, index: number): ParsedItem {
  const { tail, text } = cutTail(message.text);
  const values = (prefix: string): Field[] => message.fields.filter((field) => field.prefix === prefix && field.value !== '');
  const release = releaseOf(values(':'), text);
  const titled = titleOf(message, values, text, release !== undefined);
  const slug = values('#')[0] ?? (message.routing === undefined ? undefined : titled.field);
  const stamp = tail.find((line) => STAMP.test(printed(line).trim()));
  const published = values('PD#').map(found)[0];
  return {
    index,
    type: 'text',
    impliedStatus: 'usable',
    linkedByIdOnly: true,
    provider: providerOf(message, tail, values('KN#')[0]),
    ...defined({
      headline: titled.headline,
      slugline: slug === undefined ? undefined : found(slug),
      guid: values('AN#').map(found)[0],
      abstract: values('AB#').map(found)[0],
      bylines: orNothing(values('BY#').map(found)),
      headlines: orNothing(values('=').map(({ value }) => ({ role: 'take', text: value }))),
      subjects: orNothing([...values('*'), ...values('+')].flatMap(subjectOf)),
      keywords: orNothing([...routesOf(message.routing), ...values('KY#').flatMap(({ value }) => value.split(/\s+/u))]),
      organisations: orNothing([
        ...values('CO#').map(({ value }) => ({ code: value })),
        ...(release === undefined ? [] : [{ name: release.value }]),
      ]),
      places: orNothing(values('@').map(({ value }) => ({ name: value }))),
      contacts: orNothing(
        values('&')
          .filter(({ value }) => value.length > 1)
          .map(({ value }) => ({ value })),
      ),
      markers: release === undefined ? undefined : [{ ...found(release), text: 'Press release' }],
    }),
    ...timesOf(published, stamp),
    body: bodyOf(titled.rest),
    ...(message.open && tail.length === 0 ? { truncated: true } : {}),
    rest: restOf(message, tail),
  };
}

function found({ value, line }: Field): Found {
  return foundIn([line], value);
}

function timesOf(published: Found | undefined, stamp: Line | undefined): Pick<ParsedItem, 'times'> {
  const times = defined({ published, versionCreated: stamp === undefined ? undefined : foundIn([stamp]) });
  return Object.keys(times).length === 0 ? {} : { times };
}

/** Medianet names the sender of a release in front, and again behind `SOURCE:` at the end. */
function releaseOf(titles: readonly Field[], text: readonly Line[]): Field | undefined {
  const sources = text.flatMap((line) => /^source:?\s(.{2,100})$/iu.exec(printed(line).trim())?.[1] ?? []);
  const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  return titles.find(({ value }) => sources.some((source) => letters(source) === letters(value)));
}

interface Title {
  readonly headline?: Found;
  readonly field?: Field;
  /** The lines of the text that are not the headline. */
  readonly rest: readonly Line[];
}

/** The headline's own field, else the last line behind a colon, else (releases, racing without fields) the first line of the text. */
function titleOf({ routing, fields }: Message, values: (prefix: string) => Field[], text: readonly Line[], released: boolean): Title {
  const own = [...values('TI#'), ...values('^'), ...values('$').filter(({ value }) => value.length > 2)][0];
  const named = values(':')
    .flatMap(labelled)
    .find(({ value }) => isTitle(value));
  const field = own ?? (released ? undefined : named);
  if (field !== undefined) return { headline: found(field), field, rest: text };
  const first = text.findIndex((line) => !isBlank(line));
  const line = text[first];
  if (line === undefined || !(released || routing !== undefined || fields.length === 0)) return { rest: text };
  const value = framed(line);
  if (value.length > LONGEST_HEADLINE || value.length < 3) return { rest: text };
  return { headline: foundIn([line], value), field: { prefix: '', value, line }, rest: text.slice(first + 1) };
}

/** `:POTTED :Eagle Farm MARKET DAY`: a label of the desk before the title. */
function labelled(field: Field): Field[] {
  const parts = field.value.split(/\s:/u);
  return [{ ...field, value: parts.at(-1)?.trim() ?? field.value }];
}

/** Dates and places in brackets stand behind a colon too. */
function isTitle(value: string): boolean {
  return value.length > 2 && !/^[\d/.-]+$/u.test(value) && !/^\(.*\)$/u.test(value);
}

/** `…<!`, `…=!`: the typesetter's ends of a line. */
function framed(line: Line): string {
  return printed(line)
    .trim()
    .replace(/\s?[.]?[<=]!?$/u, '')
    .trim();
}

/** Lines that the typesetter centres (`=!`) stand above the lists that they name. */
function bodyOf(lines: readonly Line[]): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  let run: Line[] = [];
  for (const line of lines) {
    if (!/[<=]!$/u.test(printed(line))) {
      run.push(line);
      continue;
    }
    for (const block of blocksOf(run)) blocks.push(block);
    run = [];
    const text = framed(line).replace(/^</u, '').trim();
    if (text !== '') blocks.push({ type: 'heading', level: 2, text, path: pathOf([line]), span: spanOf([line]) });
  }
  return [...blocks, ...blocksOf(run)];
}

function subjectOf({ value }: Field): ParsedConcept[] {
  return SUBJECT.test(value) ? [{ scheme: 'subj', code: value }] : [];
}

/** Routes of the message without their numbers in brackets; the priority before them is none. */
function routesOf(routing: Line | undefined): string[] {
  if (routing === undefined) return [];
  return printed(routing)
    .replace(/\([^)]{0,200}\)/gu, ' ')
    .trim()
    .split(/\s+/u)
    .slice(1);
}

/** The desk's name and the moment below the text. */
function cutTail(lines: readonly Line[]): { text: readonly Line[]; tail: Line[] } {
  const tail: Line[] = [];
  let end = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    const text = line === undefined ? '' : printed(line).trim();
    if (text !== '' && !CLOSING.test(text) && !STAMP.test(text)) break;
    if (text !== '' && line !== undefined) tail.unshift(line);
    end = index;
  }
  return { text: lines.slice(0, end), tail };
}

function providerOf({ address, first, text }: Message, tail: readonly Line[], source: Field | undefined): Found {
  if (source !== undefined) return found(source);
  if (/^[\p{L}]{2,12}$/u.test(address)) return foundIn([first], address);
  const closing = tail.find((line) => CLOSING.test(printed(line).trim()));
  if (closing !== undefined) return foundIn([closing], 'AAP');
  const lead = text.slice(0, 12).find((line) => /\((\p{Lu}{2,8})\)\s[-–]|\s(?:AAP)\s-\s/u.test(printed(line)));
  return lead === undefined ? foundIn([first], 'unknown') : foundIn([lead], /\((\p{Lu}{2,8})\)/u.exec(printed(lead))?.[1] ?? 'AAP');
}

function restOf({ first, address, routing, fields }: Message, tail: readonly Line[]): Found[] {
  const named = fields
    .filter(({ value }) => value !== '')
    .map((field) => ({ ...found(field), path: `line:${field.line.number}/${field.prefix}` }));
  return [
    ...(address === '' ? [] : [{ ...foundIn([first], address), path: `line:${first.number}/address` }]),
    ...(routing === undefined ? [] : [{ ...foundIn([routing]), path: `line:${routing.number}/routing` }]),
    ...named.filter(({ path }) => !path.endsWith('/&')),
    ...tail.map((line) => foundIn([line])),
  ];
}
