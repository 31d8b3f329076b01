import { isWeekday, monthOf } from './month-words.ts';

/** Day, month and year as printed; the year only where it is printed. */
export interface PrintedDate {
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly weekday?: string;
}

interface Shape {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => PrintedDate | undefined;
}

const DAY = String.raw`(?<day>\d{1,2})(?:er|st|nd|rd|th|º|ª|°)?\.?`;
const MONTH = String.raw`(?<month>\p{L}[\p{L}\p{M}]{1,13}\.?)`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const OF = String.raw`(?:de\s+|del\s+|of\s+|d[’'])?`;

/** The dates that end the head of a dateline, most words first. */
const SHAPES: readonly Shape[] = [
  { rule: 'day-month-year', pattern: end(`${DAY}\\s*${OF}${MONTH}[,\\s]\\s*${OF}${YEAR}`), read: named },
  { rule: 'month-day-year', pattern: end(`${MONTH}\\s*${DAY}\\s*[,\\s]\\s*${YEAR}`), read: named },
  { rule: 'iso', pattern: end(String.raw`${YEAR}-(?<number>\d\d)-(?<day>\d\d)`), read: numbered },
  { rule: 'numeric', pattern: end(String.raw`(?<day>\d{1,2})[-./](?<number>\d{1,2})[-./]${YEAR}`), read: numbered },
  { rule: 'day-month', pattern: end(`${DAY}\\s*${OF}${MONTH}`), read: named },
  { rule: 'month-day', pattern: end(`${MONTH}\\s*${DAY}`), read: named },
  { rule: 'day-month-dots', pattern: end(String.raw`(?<day>\d{1,2})[./](?<number>\d{1,2})\.?`), read: numbered },
  { rule: 'day', pattern: end(String.raw`(?<=^|,\s*)(?<day>\d{1,2})`), read: dayOnly },
];

function end(source: string): RegExp {
  return new RegExp(`(?<=^|[\\s,،.(])${source}[\\s.,،]*$`, 'u');
}

function named({ day, month, year }: Readonly<Record<string, string | undefined>>): PrintedDate | undefined {
  const number = monthOf(month ?? '');
  return number === undefined
    ? undefined
    : real({ day: Number(day), month: number, ...(year === undefined ? {} : { year: Number(year) }) });
}

function numbered({ day, number, year }: Readonly<Record<string, string | undefined>>): PrintedDate | undefined {
  return real({ day: Number(day), month: Number(number), ...(year === undefined ? {} : { year: Number(year) }) });
}

function dayOnly({ day }: Readonly<Record<string, string | undefined>>): PrintedDate | undefined {
  const number = Number(day);
  return number >= 1 && number <= 31 ? { day: number } : undefined;
}

/** Undefined for a day that no month has. A 29 February without a year is possible. */
function real(date: { day: number; month: number; year?: number }): PrintedDate | undefined {
  if (date.month < 1 || date.month > 12 || date.day < 1) return undefined;
  const days = new Date(Date.UTC(date.year ?? 2024, date.month, 0)).getUTCDate();
  return date.day > days ? undefined : date;
}

/** Cuts the date off the end of a dateline's head: `PARIS, March 23, 2015` gives `PARIS` and the date. */
export function cutDate(head: string): { readonly before: string; readonly date?: PrintedDate; readonly rule?: string } {
  const weekday = cutWeekday(head);
  if (weekday !== undefined) return { before: weekday.before, date: { weekday: weekday.word }, rule: 'weekday' };
  for (const { rule, pattern, read } of SHAPES) {
    const match = pattern.exec(head);
    const date = match?.groups === undefined ? undefined : read(match.groups);
    if (match === null || date === undefined) continue;
    const before = head.slice(0, match.index);
    const named = cutWeekday(before);
    return { before: named?.before ?? before, date: named === undefined ? date : { ...date, weekday: named.word }, rule };
  }
  return { before: head };
}

function cutWeekday(head: string): { readonly before: string; readonly word: string } | undefined {
  const match = /(?:^|[\s,،(])([\p{L}-]{3,15})\.?[\s,،]*$/u.exec(head);
  return match?.[1] !== undefined && isWeekday(match[1]) ? { before: head.slice(0, match.index), word: match[1] } : undefined;
}

/**
 * The year of a date printed without one: the year that puts it nearest before the reference (an ISO instant), so that
 * `Dec 31` of a version made on 1 January is last year's. A date up to a week ahead is taken as written early.
 */
export function yearOf(date: PrintedDate, reference: string | undefined): number | undefined {
  if (date.year !== undefined || date.day === undefined || date.month === undefined) return date.year;
  const at = reference === undefined ? Number.NaN : Date.parse(reference);
  if (Number.isNaN(at)) return undefined;
  const year = new Date(at).getUTCFullYear();
  const { day, month } = date;
  const ahead = (candidate: number): number => Date.UTC(candidate, month - 1, day) - at;
  return [year + 1, year, year - 1].find((candidate) => ahead(candidate) <= 7 * 86_400_000);
}
