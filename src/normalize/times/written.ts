import type { WallTime } from './calendar.ts';
import { isFiller } from './filler-words.ts';
import { monthOf } from './month-names.ts';
import { abbreviationOf } from './zone-names.ts';
import type { Stamp } from './stamps.ts';

/** How numbers and words are to be read. */
export interface Reading {
  readonly order?: 'DMY' | 'MDY';
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

const CLOCK =
  /(?<![\d.:/-])(\d{1,2})(?:\s?:\s?|\s?h|H|\.(?=\d\d(?:\s*(?:Uhr|uhr|[ap]\.?m)|(?::|\.)\d\d(?!\d)|$|\s|[),])))(\d\d)(?:(?::|m|')(\d\d)(?:[.,](\d{1,9}))?)?s?(?![\d/-])\s*(?:(a|p)\.?\s?m\.?(?![a-z]))?/iu;
const HOUR = /(?<![\d.:/-])(\d{1,2})\s*(?:(a|p)\.?m\.?(?![a-z])|h(?![a-z\d])|Uhr\b)/iu;
const OFFSET = /(?:(?<![\p{L}\d])(?:[A-Z]{1,5})\s?|(?<![\d\p{L}-]))([+\u2212-])\s?(\d{1,2})(?::?(\d\d))?(?!\d|[/.:-]\d)/u;
/** A zone's name beside its offset adds nothing: `+0100 (Central European Time)`. */
const NAMED_AFTER = /\([\p{L} +:\d-]{2,60}\)/u;
const IANA = /\b([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)\b/;
const ABBREVIATION = /(?<![\p{L}\d])([A-Z]{1,5})(?![\p{L}\d])/gu;
const NUMERIC = /(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)/u;
const CJK = /(\d{2,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?/u;

/** Reads a date written for people, in any of the known languages. Undefined where a word or number is left that has no meaning. */
export function readWritten(text: string, reading: Reading): Written | undefined {
  const rest = { text };
  const cjk = take(rest, CJK);
  const iana = take(rest, IANA)?.[1];
  const clock = takeClock(rest);
  if (clock === null) return undefined;
  const zone = clock === undefined ? undefined : (takeOffset(rest) ?? iana ?? takeAbbreviation(rest));
  const date = cjk === undefined ? dateOf(rest, reading) : { year: fullYear(cjk[1], reading), month: Number(cjk[2]), day: Number(cjk[3]) };
  if (date === undefined || !onlyFiller(rest.text)) return undefined;
  const { other, precision, ...calendar } = date;
  return {
    wall: { ...calendar, ...clock?.wall },
    rule: 'written-date',
    precision: clock?.precision ?? precision ?? 'day',
    ...(zone === undefined ? {} : { zone }),
    ...(other === undefined ? {} : { ambiguous: { ...other, ...clock?.wall } }),
  };
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly other?: WallTime;
  readonly precision?: 'month';
}

interface Clock {
  readonly wall: Pick<WallTime, 'hour' | 'minute' | 'second' | 'fraction'>;
  readonly precision: 'second' | 'minute';
}

function take(rest: { text: string }, pattern: RegExp): RegExpExecArray | undefined {
  const match = pattern.exec(rest.text);
  if (match === null) return undefined;
  rest.text = `${rest.text.slice(0, match.index)} ${rest.text.slice(match.index + match[0].length)}`;
  return match;
}

/** Null for a clock that cannot be: 25:00, 13 pm. */
function takeClock(rest: { text: string }): Clock | undefined | null {
  const full = take(rest, CLOCK);
  const match = full ?? take(rest, HOUR);
  if (match === undefined) return undefined;
  const half = (full === undefined ? match[2] : match[5])?.toLowerCase();
  const printed = Number(match[1]);
  if (half !== undefined && printed > 12 && half === 'a') return null;
  const hour = half === undefined || printed > 12 ? printed : (printed % 12) + (half === 'p' ? 12 : 0);
  const [minute, second, fraction] = full === undefined ? [0, undefined, undefined] : [Number(full[2]), full[3], full[4]];
  const wall = {
    hour,
    minute,
    ...(second === undefined ? {} : { second: Number(second) }),
    ...(fraction === undefined ? {} : { fraction: Math.floor(Number(`0.${fraction}`) * 1000) }),
  };
  return { wall, precision: second === undefined ? 'minute' : 'second' };
}

function takeOffset(rest: { text: string }): string | undefined {
  const match = take(rest, OFFSET);
  if (match?.[2] === undefined) return undefined;
  take(rest, NAMED_AFTER);
  takeAbbreviation(rest);
  return `${match[1] === '+' ? '+' : '-'}${match[2].padStart(2, '0')}:${match[3] ?? '00'}`;
}

function takeAbbreviation(rest: { text: string }): string | undefined {
  for (const match of rest.text.matchAll(ABBREVIATION)) {
    const word = match[1] ?? '';
    if (abbreviationOf(word) === undefined) continue;
    rest.text = rest.text.replace(word, ' ');
    return word;
  }
  return undefined;
}

function dateOf(rest: { text: string }, reading: Reading): DateParts | undefined {
  const numeric = take(rest, NUMERIC);
  return numeric === undefined ? namedDate(rest, reading) : numericDate(numeric, reading);
}

function numericDate(match: RegExpExecArray, reading: Reading): DateParts | undefined {
  const [, first = '', separator, second = '', third = ''] = match;
  if (first.length >= 3) return third.length > 2 ? undefined : { year: Number(first), month: Number(second), day: Number(third) };
  const year = fullYear(third, reading);
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const monthFirst = { year, month: Number(first), day: Number(second) };
  const order = reading.order ?? (separator === '/' && /^en(?:-US)?$/.test(reading.language ?? '') ? 'MDY' : 'DMY');
  const [wanted, other] = order === 'MDY' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (wanted.month > 12) return other;
  return other.month > 12 || other.month === other.day ? wanted : { ...wanted, other };
}

/** A month in letters with a day and a year around it, or alone with a year. */
function namedDate(rest: { text: string }, reading: Reading): DateParts | undefined {
  const words = [...rest.text.matchAll(/[\p{L}\p{M}]+/gu)];
  const named =
    words.find(
      (word) => monthOf(word[0].toLowerCase(), reading.language) !== undefined && !/^(?:mar|sep|dom|do)$/.test(word[0].toLowerCase()),
    ) ?? words.find((word) => monthOf(word[0].toLowerCase(), reading.language) !== undefined);
  if (named === undefined) return undefined;
  const month = monthOf(named[0].toLowerCase(), reading.language) ?? 0;
  rest.text = `${rest.text.slice(0, named.index)} ${rest.text.slice(named.index + named[0].length)}`;
  const numbers = [...rest.text.matchAll(/(?<!\d)['’]?(\d{1,4})(?:st|nd|rd|th|er|º|ª)?(?!\d)/giu)].map((match) => ({
    text: match[1] ?? '',
    index: match.index,
    whole: match[0],
  }));
  for (const { whole } of numbers) rest.text = rest.text.replace(whole, ' ');
  const years = numbers.filter(({ text }) => text.length >= 3);
  const [small, extra] = numbers.filter(({ text }) => text.length < 3);
  if (years.length > 1 || numbers.length > 2) return undefined;
  const [year] = years;
  if (year !== undefined)
    return small === undefined
      ? { year: Number(year.text), month, day: 1, precision: 'month' }
      : { year: Number(year.text), month, day: Number(small.text) };
  if (small === undefined) return undefined;
  if (extra !== undefined) return { year: fullYear(extra.text, reading), month, day: Number(small.text) };
  const guessed = reading.yearOf(month, Number(small.text));
  return guessed === undefined ? undefined : { year: guessed, month, day: Number(small.text) };
}

function fullYear(text: string | undefined, reading: Reading): number {
  const year = Number(text);
  return (text ?? '').length <= 2 ? reading.century(year) : year;
}

function onlyFiller(text: string): boolean {
  if (/\d/.test(text)) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{No}ºª-]+/gu) ?? [];
  return words.every((word) => /^-+$/.test(word) || isFiller(word) || isFiller(word.normalize('NFD').replace(/\p{M}/gu, '')));
}
