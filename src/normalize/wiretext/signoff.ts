import { agenciesIn, agencyOf } from '../lexicon/agencies.ts';
import { MATERIAL_PHRASES, SOURCE_LABELS } from '../lexicon/byline-words.ts';
import { NO_INITIALS } from '../lexicon/desk-words.ts';
import type { BylineOptions, BylineReading } from './byline-reading.ts';
import { readContribution } from './signoff-contribution.ts';
import { readRoles } from './signoff-roles.ts';

/** What a sign-off adds to a blank reading. */
type Signoff = Partial<BylineReading> & { readonly rule: string };

/** Arabic marks may be two letters apart: `ب ق`. */
const MARK = String.raw`(?:[\p{Ll}\p{Lo}\p{M}\d]{1,6}|\p{Lo} \p{Lo})`;
const LABELLED = SOURCE_LABELS.map((word) => ({ word, pattern: new RegExp(`^${word}\\s?:`, 'u') }));
const INITIALS = new RegExp(`^\\(?(${MARK}(?:[-/–,+]${MARK}){1,14})\\)?$`, 'u');
const MARKS = /^\p{Ll}{2,5}(?: [\p{Ll}\d]{1,5}(?:\/[\p{Ll}\d]{1,5}){0,3}){2,7}$/u;
const ITEM_ID = /\bdpa:\d{4,8}-\d{1,3}-\d{3,9}\/\d{1,3}\b/u;

/**
 * Reads the last line of a story: staff marks, roles in brackets, "contributed to this report", the agencies whose copy
 * was used. Undefined where it is none of these. Staff marks and bare agencies are only read where the line is said to be
 * the last one.
 */
export function readSignoff(line: string, options: BylineOptions): Signoff | undefined {
  const bare = line.replace(/^[\s_*]{1,10}|[\s_*]{1,10}$/gu, '');
  const roles = readRoles(bare, options) ?? readContribution(bare, options.language);
  if (roles !== undefined) return roles;
  const last = options.where === 'signoff';
  return itemId(bare) ?? material(bare, options) ?? (last ? (staffMarks(bare) ?? closingLine(bare) ?? agencyLine(bare)) : deskMarks(bare));
}

/** One bureau, or several. */
const BUREAUS: ReadonlySet<string> = new Set(['bur', 'burs']);

/** `bur-jb/dl/mfp`: desk, then initials; words that only look like them (`km/h`, `either/or`) are none. */
function staffMarks(line: string): Signoff | undefined {
  const text = INITIALS.exec(line.replace(/\/\s+/gu, '/').replace(/\/$/u, ''))?.[1];
  if (text === undefined || !/[/–-]/u.test(text)) return undefined;
  const marks = text.split(/[-/–,+]/u);
  // `nc/jv/mm` are three people: of more than two, one may have the letters of a word.
  const words = marks.filter((mark) => NO_INITIALS.has(mark)).length;
  const spoken = words > (marks.length > 2 ? 1 : 0) || marks.some((mark) => /^\d+$/u.test(mark));
  if (!BUREAUS.has(marks[0] ?? '') && spoken) return undefined;
  // One long word joined by a hyphen is a word; marks are short.
  if (marks.every((mark) => mark.length > 4) || (!text.includes('/') && !BUREAUS.has(marks[0] ?? '') && !/\p{Lo}/u.test(text)))
    return undefined;
  const agencies = marks.flatMap((mark) => agencyOf(mark)?.code ?? []);
  const initials = marks.filter((mark) => !BUREAUS.has(mark) && agencyOf(mark) === undefined);
  const bureau = marks.find((mark) => BUREAUS.has(mark));
  const desk = bureau === undefined ? {} : { desk: bureau };
  return { rule: 'signoff/initials', agencies, signoff: { raw: line, ...desk, initials } };
}

/**
 * `dpa kre/su yyzz a3 mda`: the agency, then short marks; without an agency (`txx je kl`) most marks must be no syllables.
 * An Arabic desk writes its agency in single letters: `ا ف ب/جص`.
 */
function closingLine(line: string): Signoff | undefined {
  if (line.length > 50) return undefined;
  const arabic = /^(?:أ|ا) ف ب((?:\/[\p{L} ]{1,6}){1,5})$/u.exec(line)?.[1];
  if (arabic !== undefined)
    return {
      rule: 'signoff/closing-line',
      agencies: ['AFP'],
      signoff: { raw: line, initials: arabic.split('/').filter((mark) => mark !== '') },
    };
  // APA ends a text with `(Schluss) abc/def`, and a part of one with `(Forts.)`.
  const ended = /^\((?:Schluss|Forts\.|Fortsetzung)\)\s+(\p{Ll}{2,4}(?:[/+]\p{Ll}{2,4}){0,4})\*?$/u.exec(line)?.[1];
  if (ended !== undefined) return { rule: 'signoff/closing-line', agencies: [], signoff: { raw: line, initials: ended.split(/[/+]/u) } };
  // Lusa: `ABC // DEF`.
  if (/^\p{Lu}{2,5}(?: ?\/\/ ?\p{Lu}{2,5}){1,3}\.?$/u.test(line))
    return { rule: 'signoff/closing-line', agencies: [], signoff: { raw: line, initials: line.replace(/\.$/, '').split(/ ?\/\/ ?/u) } };
  const [first = '', ...marks] = line.split(' ');
  const signed = marks.length === 1 && agencyOf(first) !== undefined ? staffMarks(marks[0] ?? '') : undefined;
  if (signed?.signoff !== undefined) {
    return { rule: 'signoff/closing-line', agencies: [agencyOf(first)?.code ?? first], signoff: { ...signed.signoff, raw: line } };
  }
  if (!MARKS.test(line) || marks.length < 2) return undefined;
  const agency = /^\p{Ll}/u.test(first) ? agencyOf(first) : undefined;
  const noSyllables = [first, ...marks].filter((mark) => !/[aeiouyäöüåøéèáíó]/u.test(mark)).length;
  const words = [first, ...marks].filter((mark) => NO_INITIALS.has(mark)).length;
  if (agency === undefined ? words > 0 || noSyllables * 2 <= marks.length + 1 : marks.length < 2) return undefined;
  return {
    rule: 'signoff/closing-line',
    agencies: agency === undefined ? [] : [agency.code],
    signoff: { raw: line, initials: (agency === undefined ? [first, ...marks] : marks).flatMap((mark) => mark.split('/')) },
  };
}

/** Outside the last line only marks with the bureau's own are sure. */
function deskMarks(line: string): Signoff | undefined {
  return /^\(?burs?-/u.test(line) ? staffMarks(line) : undefined;
}

/** `(NTB)`, `/ritzau/`, `APA/sda/dpa`, `SDA/sep`, `© AFP`. */
function agencyLine(line: string): Signoff | undefined {
  const text = line.replace(/^[(/©\s–—-]{1,6}(?:c\)\s)?(?:copyright\s)?(?:(?:19|20)\d\d\s)?|[)/.\s]{1,4}$/giu, '');
  const listed = agenciesIn(text);
  if (listed.length > 0) return { rule: 'signoff/agencies', agencies: listed.map(({ code }) => code), generic: true };
  // Belga: `(ABC, DEF, Belga)`.
  const listedLast = /^\((?:\p{Lu}{2,4}, ){1,4}\p{Lu}[\p{L} ]{2,20}\)\.?$/u.test(line);
  const parts = text.split(listedLast ? ', ' : '/').map((part) => part.trim());
  const agencies = parts.flatMap((part) => agencyOf(part)?.code ?? []);
  const marks = parts.filter((part) => agencyOf(part) === undefined && !NO_INITIALS.has(part.toLowerCase()));
  if (agencies.length === 0 || (marks.length === 0 && parts.length < 2) || !marks.every((mark) => /^[\p{L}]{2,5}$/u.test(mark)))
    return undefined;
  return { rule: 'signoff/agency-and-initials', agencies, signoff: { raw: line, initials: marks } };
}

/** `© dpa-infocom, dpa:260302-99-100200/3`: the id of the item and its version. */
function itemId(line: string): Signoff | undefined {
  const id = ITEM_ID.exec(line)?.[0];
  if (id === undefined || line.length > 80) return undefined;
  const holder = /©\s*([^,]{2,40}),/u.exec(line)?.[1]?.trim();
  return {
    rule: 'signoff/item-id',
    agencies: ['dpa'],
    organisations: holder === undefined || agencyOf(holder) ? [] : [holder],
    itemId: id,
    generic: true,
  };
}

/** `(Quelle: APA/sda/dpa)`, `Bron: BELGA`, `(Con información de EFE y AP)`, `With files from Jane Sample`. */
function material(line: string, { where, language }: BylineOptions): Signoff | undefined {
  const bracketed = /^\(.{3,200}\)\.?$/u.test(line);
  if (where !== 'signoff' && !bracketed) return undefined;
  const text = line.replace(/^\(|\)?\.?$/gu, '').replace(/^[–—-]\s?/u, '');
  const lower = text.toLowerCase();
  const label =
    LABELLED.find(({ pattern }) => pattern.test(lower))?.word ?? MATERIAL_PHRASES.find((words) => lower.startsWith(`${words} `));
  if (label === undefined) return undefined;
  const names = text.slice(label.length).replace(/^\s?[:：]?\s*/u, '');
  const listed = agenciesIn(names.replace(/^(?:the|la|el|l'|der|die)\s/iu, ''));
  if (listed.length > 0) return { rule: `signoff/material "${label}"`, agencies: listed.map(({ code }) => code), generic: true };
  const source = SOURCE_LABELS.includes(label);
  const people = source ? undefined : readContribution(`${names} contributed to this report`, language);
  if (people !== undefined && !source) return { ...people, rule: `signoff/material "${label}"` };
  return undefined;
}
