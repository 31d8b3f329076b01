import { exists, type WallTime } from './calendar.ts';

/** How numbers and words are to be read. */
export interface Reading {
  readonly order?: 'DMY' | 'MDY' | 'YMD';
  readonly language?: string;
  /** Full year of a two-digit one. */
  readonly century: (year: number) => number;
  /** Year of a date that prints none; undefined where that cannot be known. */
  readonly yearOf: (month: number, day: number) => number | undefined;
}

/** A day, or a month where `precision` says so; `other` where day and month could be read the other way round. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly other?: WallTime;
  readonly precision?: 'month';
}

/** `03/04/2015`, `15-3-4`: which figure is the day is told by their length, by the order and the language given, else the day stands first. */
export function numericDate(
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

/** `150323`. */
export function sixDigits(digits: string, reading: Reading): DateParts {
  return { year: fullYear(digits.slice(0, 2), reading), month: Number(digits.slice(2, 4)), day: Number(digits.slice(4)) };
}

/** The year in full: two figures are taken into their century. */
export function fullYear(text: string, reading: Reading): number {
  return text.length <= 2 ? reading.century(Number(text)) : Number(text);
}
