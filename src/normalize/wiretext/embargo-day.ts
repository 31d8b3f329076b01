import { monthOf } from '../times/month-names.ts';
import { weekdayOf } from '../times/weekdays.ts';

/** A day of the calendar, without a year where none is printed. */
export interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** Finds the day and takes it out, so that its figures are not read as a time. */
export function takeDay(text: string, language: string | undefined): { day: PrintedDay | undefined; rest: string } {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)(?=\D|$)/u.exec(text);
  if (iso !== null) return cut(text, iso, { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  for (const match of text.matchAll(
    /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s?(?:de |of |d')?(\p{L}{3,12})\.?,?\s?(?:de |del )?((?:19|20)\d\d)?(?!\d)/giu,
  )) {
    const month = monthOf((match[2] ?? '').toLowerCase(), language) ?? monthOf((match[2] ?? '').toLowerCase(), undefined);
    if (month !== undefined && isDay(match[1])) return cut(text, match, { month, day: Number(match[1]), ...yearOf(match[3]) });
  }
  for (const match of text.matchAll(
    /(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\d:.hH]|\s?[ap]\.?m)(?:,?\s((?:19|20)\d\d))?(?!\d)/giu,
  )) {
    const month = monthOf((match[1] ?? '').toLowerCase(), undefined);
    if (month !== undefined && isDay(match[2])) return cut(text, match, { month, day: Number(match[2]), ...yearOf(match[3]) });
  }
  const figures = /(?<![\d:.])(\d{1,2})([./])(\d{1,2})(?:\2((?:20)?\d\d))?\.?(?![\d:])/u.exec(text);
  if (figures !== null && Number(figures[3]) <= 12 && Number(figures[3]) > 0 && isDay(figures[1])) {
    const year = figures[4];
    return cut(text, figures, { month: Number(figures[3]), day: Number(figures[1]), ...yearOf(year?.length === 2 ? `20${year}` : year) });
  }
  const words: readonly string[] = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const weekday = words.map((word) => weekdayOf(word, language)).find((day) => day !== undefined);
  return { day: weekday === undefined ? undefined : { weekday }, rest: text };
}

function cut(text: string, match: RegExpExecArray | RegExpMatchArray, day: Day): { day: Day; rest: string } {
  const start = match.index ?? 0;
  return { day, rest: `${text.slice(0, start)} ${text.slice(start + match[0].length)}` };
}

function isDay(figures: string | undefined): boolean {
  const day = Number(figures);
  return day >= 1 && day <= 31;
}

function yearOf(year: string | undefined): { year?: number } {
  return year === undefined ? {} : { year: Number(year) };
}

/** A day as printed; a weekday alone is one of the days around the base. */
export type PrintedDay = Day | { readonly weekday: number };

/** Fills in the year that is nearest to the base, the next such weekday, or the first day on which `holds` is true. */
export function settleDay(
  day: PrintedDay | undefined,
  base: string | undefined,
  holds: (candidate: Required<Day>, from: number) => boolean,
): Required<Day> | undefined {
  if (day !== undefined && 'month' in day && day.year !== undefined) return { ...day, year: day.year };
  const from = base === undefined ? NaN : Date.parse(base);
  if (Number.isNaN(from)) return undefined;
  if (day !== undefined && 'month' in day) {
    const year = new Date(from).getUTCFullYear();
    const distance = (candidate: number): number => Math.abs(Date.UTC(candidate, day.month - 1, day.day) - from);
    const best = [year - 1, year, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
    return { ...day, year: best };
  }
  for (let ahead = -1; ahead < 9; ahead += 1) {
    const date = new Date(from + ahead * 86_400_000);
    const candidate = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    if (day !== undefined && date.getUTCDay() !== day.weekday) continue;
    if (holds(candidate, from - (day === undefined ? 0 : 43_200_000))) return candidate;
  }
  return undefined;
}
