import { printedMonth } from '../times/month-names.ts';
import { isWeekday } from '../times/weekdays.ts';

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
  { rule: 'day', pattern: end(String.raw`(?<=^|,\s{0,40})(?<day>\d{1,2})`), read: dayOnly },
];

function end(source: string): RegExp {
  return new RegExp(`(?<=^|[\\s,،.(])${source}[\\s.,،]{0,40}$`, 'u');
}

function named({ day, month, year }: Readonly<Record<string, string | undefined>>): PrintedDate | undefined {
  const number = printedMonth(month ?? '');
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
  // Behind another word without a comma only a full name counts: `La Paz` is a city, `paz` a Turkish Sunday.
  const joined = match !== null && match.index > 0 && !/[,،(]\s*$/u.test(head.slice(0, match.index + 1)) && (match[1] ?? '').length < 5;
  return match?.[1] !== undefined && !joined && isWeekday(match[1]) ? { before: head.slice(0, match.index), word: match[1] } : undefined;
}

/**
 * The date with what is not printed: the year, or month and year, that put it nearest before the reference (an ISO instant), so
 * that `Dec 31` of a version made on 1 January is last year's. A date up to a week ahead is taken as written early.
 */
export function completeDate(date: PrintedDate, reference: string | undefined): PrintedDate {
  const at = reference === undefined ? Number.NaN : Date.parse(reference);
  if (date.year !== undefined || date.day === undefined || Number.isNaN(at)) return date;
  const now = new Date(at);
  const { day } = date;
  const months =
    date.month === undefined
      ? [1, 0, -1, -2].map((shift) => now.getUTCMonth() + shift)
      : [1, 0, -1].map((shift) => 12 * shift + (date.month ?? 1) - 1);
  const month = months.find((index) => {
    const instant = new Date(Date.UTC(now.getUTCFullYear(), index, day));
    return instant.getUTCDate() === day && instant.getTime() - at <= 7 * 86_400_000;
  });
  if (month === undefined) return date;
  const settled = new Date(Date.UTC(now.getUTCFullYear(), month, day));
  return { ...date, month: settled.getUTCMonth() + 1, year: settled.getUTCFullYear() };
}
