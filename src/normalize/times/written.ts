import { exists, type WallTime } from './calendar.ts';
import { halfOf, isParticle, monthFollows, ordinalOf, partOf, takeZonePhrase, withoutEra, type Half, type Part } from './date-words.ts';
import { isFiller } from './filler-words.ts';
import { monthOf } from './month-names.ts';
import { scan, type Token } from './scan.ts';
import type { Stamp } from './stamps.ts';
import { abbreviationOf } from './zone-names.ts';

/** How numbers and words are to be read. */
export interface Reading {
  readonly order?: 'DMY' | 'MDY' | 'YMD';
  readonly language?: string;
  /** Full year of a two-digit one. */
  readonly century: (year: number) => number;
  /** Year of a date that prints none; undefined where that cannot be known. */
  readonly yearOf: (month: number, day: number) => number | undefined;
}

/** A written date; `ambiguous` where day and month could be read the other way round. */
export interface Written extends Stamp {
  readonly ambiguous?: WallTime;
}

interface Clock {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly fraction?: number;
}
interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly other?: WallTime;
  readonly precision?: 'month';
}
interface Loose {
  readonly digits: string;
  readonly apostrophe: boolean;
  readonly afterMonth: boolean;
}

/** What the pieces have said so far. */
interface Gathered {
  date?: DateParts;
  clock?: Clock;
  half?: Half;
  offset?: string;
  zone?: string;
  month?: number;
  /** In a comment a zone needs no clock before it. */
  readonly zoneOnly: boolean;
  named: Partial<Record<Part, string>>;
  numbers: Loose[];
  pairs: (Token & { kind: 'pair' })[];
  /** Words without meaning before the date: `Lisbon, 4 May 2019`. */
  lead: number;
}

/** 6月2911:30: the sign for "day" between day and hour is dropped. */
const DAY_SIGN_DROPPED = /(月)(\d{1,2})(\d\d:\d\d)/u;
const COMMENT = /\(([^()]{0,100})\)/u;
/** So many unknown words may stand before a full date. */
const MAX_LEAD = 8;

/** Reads a date written for people, in any of the known languages. Undefined where a word or number is left that has no meaning. */
export function readWritten(text: string, reading: Reading): Written | undefined {
  if (/^[+-]\d|\d-$/.test(text)) return undefined;
  const comment = COMMENT.exec(text);
  const outside = comment === null ? text : `${text.slice(0, comment.index)} ${text.slice(comment.index + comment[0].length)}`;
  const phrase = takeZonePhrase(outside);
  const gathered = gather(scan(withoutEra(phrase?.rest ?? outside).replace(DAY_SIGN_DROPPED, '$1$2日$3')), reading);
  if (gathered === undefined) return undefined;
  const date = dateOf(gathered, reading);
  if (date === undefined || (gathered.lead > 0 && date.precision !== undefined)) return undefined;
  const clock = clockOf(gathered);
  if (clock === null) return undefined;
  const zone = gathered.offset ?? gathered.zone ?? phrase?.zone ?? (comment === null ? undefined : zoneIn(comment[1] ?? '', reading));
  const { other, precision, ...calendar } = date;
  return {
    wall: { ...calendar, ...clock },
    rule: 'written-date',
    precision: clock === undefined ? (precision ?? 'day') : clock.second === undefined ? 'minute' : 'second',
    ...(zone === undefined ? {} : { zone }),
    ...(other === undefined ? {} : { ambiguous: { ...other, ...clock } }),
  };
}

function zoneIn(comment: string, reading: Reading): string | undefined {
  const phrase = takeZonePhrase(comment);
  if (phrase !== undefined) return phrase.zone;
  const gathered = gather(scan(comment), reading, true);
  return gathered === undefined || gathered.clock !== undefined || gathered.numbers.length > 0
    ? undefined
    : (gathered.offset ?? gathered.zone);
}

function gather(tokens: readonly Token[], reading: Reading, zoneOnly = false): Gathered | undefined {
  const found: Gathered = { zoneOnly, named: {}, numbers: [], pairs: [], lead: 0 };
  for (let at = 0; at < tokens.length;) {
    const used = takeToken(found, tokens, at, reading);
    if (used === 0) return undefined;
    at += used;
  }
  return found;
}

/** The number of tokens that were understood from here; 0 refuses the text. */
function takeToken(found: Gathered, tokens: readonly Token[], at: number, reading: Reading): number {
  const token = tokens[at];
  switch (token?.kind) {
    case 'date': {
      if (found.date !== undefined) return 0;
      const date = numericDate(token.parts, token.separator, reading);
      if (date === undefined) return 0;
      found.date = date;
      return 1;
    }
    case 'clock':
      if (found.clock !== undefined) return 0;
      found.clock = clockFrom(token.parts);
      return 1;
    case 'pair':
      found.pairs.push(token);
      return 1;
    case 'offset':
      found.offset ??= token.zone;
      return 1;
    case 'place':
      found.zone = token.zone;
      return 1;
    case 'number':
      return takeNumber(found, tokens, at, token);
    case 'word':
      return takeWord(found, tokens, at, reading);
    default:
      return 0;
  }
}

function clockFrom([hour, minute, second, fraction]: readonly (string | undefined)[]): Clock {
  return {
    hour: Number(hour),
    minute: Number(minute),
    ...(second === undefined ? {} : { second: Number(second) }),
    ...(fraction === undefined ? {} : { fraction: Math.floor(Number(`0.${fraction}`) * 1000) }),
  };
}

function takeNumber(found: Gathered, tokens: readonly Token[], at: number, token: Token & { kind: 'number' }): number {
  const next = tokens[at + 1];
  const word = next?.kind === 'word' ? next : undefined;
  const part = word === undefined ? undefined : partOf(word.word);
  if (part === 'hour' && found.clock === undefined && token.digits.length < 3) return takeSpokenClock(found, tokens, at);
  if (part === 'year' || part === 'month' || part === 'day') {
    found.named[part] = token.digits;
    return 2;
  }
  const half = word === undefined ? undefined : halfOf(word.word);
  if (
    (half === 'am' || half === 'pm') &&
    word !== undefined &&
    !isParticle(word.word) &&
    token.digits.length < 3 &&
    found.clock === undefined &&
    Number(token.digits) <= 12
  ) {
    found.clock = { hour: Number(token.digits) };
    return 1;
  }
  const fours = tokens.filter((other) => other.kind === 'date' || (other.kind === 'number' && other.digits.length === 4)).length;
  const military =
    fours > 1 && token.digits.length === 4 && found.clock === undefined && word !== undefined && abbreviationOf(word.raw) !== undefined;
  if (military) found.clock = { hour: Number(token.digits.slice(0, 2)), minute: Number(token.digits.slice(2)) };
  else found.numbers.push({ digits: token.digits, apostrophe: token.apostrophe, afterMonth: found.month !== undefined });
  return 1;
}

/** `8 heures 31`, `21時40分`, `14h`. */
function takeSpokenClock(found: Gathered, tokens: readonly Token[], at: number): number {
  const values = [Number((tokens[at] as { digits?: string }).digits)];
  let used = 2;
  for (const part of ['minute', 'second'] as const) {
    const number = tokens[at + used];
    const unit = tokens[at + used + 1];
    if (number?.kind !== 'number' || number.digits.length > 2) break;
    const named = unit?.kind === 'word' && partOf(unit.word) === part;
    const last = unit === undefined && part === 'minute';
    if (!named && !number.glued && !last) break;
    values.push(Number(number.digits));
    used += named ? 2 : 1;
  }
  const [hour = 0, minute, second] = values;
  found.clock = { hour, ...(minute === undefined ? {} : { minute }), ...(second === undefined ? {} : { second }) };
  return used;
}

function takeWord(found: Gathered, tokens: readonly Token[], at: number, reading: Reading): number {
  const token = tokens[at];
  if (token?.kind !== 'word') return 0;
  const { word, raw } = token;
  const next = tokens[at + 1];
  if (monthFollows(word) && next?.kind === 'number') {
    found.month = Number(next.digits);
    return 2;
  }
  const day = ordinalOf(word);
  if (day !== undefined) {
    found.named.day = String(Number(found.named.day ?? '0') + day);
    return 1;
  }
  const half = halfOf(word);
  const last = at === tokens.length - 1 && (found.clock !== undefined || found.pairs.length > 0) && !/^[A-Z]$/.test(raw);
  if (half !== undefined && found.half === undefined && (!isParticle(word) || last)) {
    found.half = half;
    return 1;
  }
  const month = monthOf(word, reading.language);
  if (month !== undefined && found.month === undefined && !(isFiller(word) && namesMonthLater(tokens, at, reading))) {
    found.month = month;
    return 1;
  }
  return takeZoneOrFiller(found, tokens, at) ? 1 : 0;
}

function namesMonthLater(tokens: readonly Token[], at: number, reading: Reading): boolean {
  return tokens.slice(at + 1).some((token) => token.kind === 'word' && monthOf(token.word, reading.language) !== undefined);
}

function takeZoneOrFiller(found: Gathered, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { word, raw } = token;
  const upper = raw.toUpperCase();
  const before = tokens[at - 1];
  const afterClock =
    found.zoneOnly || found.clock !== undefined || before?.kind === 'date' || found.numbers.length > 1 || found.pairs.length > 0;
  if (
    afterClock &&
    abbreviationOf(upper) !== undefined &&
    (raw === upper || before?.kind === 'clock' || halfOf((before as { word?: string } | undefined)?.word ?? '') !== undefined)
  ) {
    found.zone ??= upper;
    return true;
  }
  if (found.clock !== undefined && /^[A-IK-Y]$/.test(raw) && at === tokens.length - 1) {
    // Military letters were defined with the wrong sign in RFC 822: RFC 5322 says to read them as -0000.
    found.zone ??= 'UT';
    return true;
  }
  if (word === 't' || partOf(word) !== undefined || isFiller(word) || isFiller(word.normalize('NFD').replace(/\p{M}/gu, ''))) return true;
  const nothingYet = found.date === undefined && found.clock === undefined && found.numbers.length === 0 && found.month === undefined;
  found.lead += 1;
  return nothingYet && found.lead <= MAX_LEAD;
}

/** Null for a clock that cannot be: 13 am; undefined where none is printed. */
function clockOf(found: Gathered): Clock | undefined | null {
  if (found.clock === undefined) {
    if (found.half === 'noon') return { hour: 12, minute: 0 };
    return found.half === 'midnight' ? { hour: 0, minute: 0 } : undefined;
  }
  const { hour } = found.clock;
  if (found.half !== 'am' && found.half !== 'pm') return found.clock;
  if (hour > 12) return found.half === 'am' ? null : found.clock;
  return { ...found.clock, hour: (hour % 12) + (found.half === 'pm' ? 12 : 0) };
}

function dateOf(found: Gathered, reading: Reading): DateParts | undefined {
  settlePairs(found);
  const { year, month, day } = found.named;
  if (month !== undefined) {
    if (year === undefined) return undefined;
    const whole = { year: fullYear(year, reading), month: Number(month), day: Number(day ?? '1') };
    return found.numbers.length > 0 ? undefined : day === undefined ? { ...whole, precision: 'month' } : whole;
  }
  if (found.date !== undefined) return found.numbers.length > 0 || found.month !== undefined ? undefined : found.date;
  const numbers: readonly Loose[] = [
    ...(day === undefined ? [] : [{ digits: day, apostrophe: false, afterMonth: false }]),
    ...found.numbers,
  ];
  return found.month === undefined ? looseDate(found, numbers, reading) : namedDate(found, found.month, numbers, reading);
}

/** `8.31` beside a date is a clock; `9/2012` alone a month. */
function settlePairs(found: Gathered): void {
  for (const { parts, separator } of found.pairs) {
    const [first, second] = parts;
    const dated = found.date !== undefined || found.month !== undefined || found.named.month !== undefined;
    if (dated && found.clock === undefined && separator === '.' && second.length === 2) found.clock = clockFrom([first, second]);
    else if (first.length === 4 && second.length < 3)
      found.date ??= { year: Number(first), month: Number(second), day: 1, precision: 'month' };
    else if (second.length === 4 && first.length < 3)
      found.date ??= { year: Number(second), month: Number(first), day: 1, precision: 'month' };
    else found.numbers.push({ digits: 'x', apostrophe: false, afterMonth: false });
  }
}

function looseDate(found: Gathered, numbers: readonly Loose[], reading: Reading): DateParts | undefined {
  const [first, second, third] = numbers.map(({ digits }) => digits);
  if (found.lead > 0 || first === undefined) return undefined;
  if (second === undefined && first.length === 6 && found.clock !== undefined) return sixDigits(first, reading);
  if (third === undefined && second?.length === 6 && first.length === 6) {
    found.clock = { hour: Number(second.slice(0, 2)), minute: Number(second.slice(2, 4)), second: Number(second.slice(4)) };
    return sixDigits(first, reading);
  }
  if (second === undefined || third === undefined || numbers.length > 3 || second.length > 2) return undefined;
  if (first.length + third.length > 6 || (first.length > 2 && first.length !== 4) || (third.length > 2 && third.length !== 4))
    return undefined;
  return numericDate([first, second, third], ' ', reading);
}

function sixDigits(digits: string, reading: Reading): DateParts {
  return { year: fullYear(digits.slice(0, 2), reading), month: Number(digits.slice(2, 4)), day: Number(digits.slice(4)) };
}

function numericDate(
  [first, second, third]: readonly [string, string, string],
  separator: string,
  reading: Reading,
): DateParts | undefined {
  if (first.length > 2) return third.length > 2 ? undefined : { year: Number(first), month: Number(second), day: Number(third) };
  const yearFirst = { year: fullYear(first, reading), month: Number(second), day: Number(third) };
  const truncated = reading.order === undefined && separator === '-' && third.length < 3 && first.length === 2;
  if ((reading.order === 'YMD' || truncated) && third.length < 3 && exists(yearFirst)) return yearFirst;
  const year = fullYear(third, reading);
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const monthFirst = { year, month: Number(first), day: Number(second) };
  const order = reading.order ?? (separator === '/' && /^en(?:-US)?$/.test(reading.language ?? '') ? 'MDY' : 'DMY');
  const [wanted, other] = order === 'MDY' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (wanted.month > 12) return other;
  return other.month > 12 || other.month === other.day ? wanted : { ...wanted, other };
}

/** A month in letters with a day and a year around it, or alone with a year. */
function namedDate(found: Gathered, month: number, numbers: readonly Loose[], reading: Reading): DateParts | undefined {
  const [first, second, third, ...more] = numbers;
  if (first === undefined || more.length > 0) return undefined;
  const isYear = ({ digits, apostrophe }: Loose): boolean => apostrophe || digits.length > 2;
  if (third !== undefined) {
    if (third.digits.length !== 4 || found.clock !== undefined || second === undefined) return undefined;
    found.clock = { hour: Number(third.digits.slice(0, 2)), minute: Number(third.digits.slice(2)) };
  }
  if (second === undefined) return alone(first, month, isYear(first), found, reading);
  if (isYear(first) && isYear(second)) return undefined;
  // 99 01 Jan: where the month ends the date, the year begins it.
  const yearFirst = isYear(first) || (!isYear(second) && !second.afterMonth && !first.afterMonth);
  const [year, day] = yearFirst ? [first, second] : [second, first];
  return [2, 4].includes(year.digits.length) ? { year: fullYear(year.digits, reading), month, day: Number(day.digits) } : undefined;
}

function alone(number: Loose, month: number, isYear: boolean, found: Gathered, reading: Reading): DateParts | undefined {
  if (isYear) return number.digits.length === 4 ? { year: Number(number.digits), month, day: 1, precision: 'month' } : undefined;
  const year = found.lead > 0 ? undefined : reading.yearOf(month, Number(number.digits));
  return year === undefined ? undefined : { year, month, day: Number(number.digits) };
}

function fullYear(text: string, reading: Reading): number {
  return text.length <= 2 ? reading.century(Number(text)) : Number(text);
}
