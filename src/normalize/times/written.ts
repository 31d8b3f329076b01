import type { WallTime } from './calendar.ts';
import { takeZonePhrase, withoutEra } from './date-words.ts';
import { clockFrom, gather, type Clock, type Gathered, type Loose } from './gather.ts';
import { fullYear, numericDate, sixDigits, type DateParts, type Reading } from './numeric-date.ts';
import { scan } from './scan.ts';
import type { Stamp } from './stamps.ts';

/** A written date; `ambiguous` where day and month could be read the other way round. */
export interface Written extends Stamp {
  readonly ambiguous?: WallTime;
}

/** 6月2911:30: the sign for "day" between day and hour is dropped. */
const DAY_SIGN_DROPPED = /(月)(\d{1,2})(\d\d:\d\d)/u;
const COMMENT = /\(([^()]{0,100})\)/u;

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
