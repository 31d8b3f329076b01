import type { WallTime } from './calendar.ts';

/** A stamp of machines and desks: the wall time and, where printed, its zone as written. */
export interface Stamp {
  readonly wall: WallTime;
  readonly zone?: string;
  readonly rule: string;
  readonly precision: 'second' | 'minute' | 'day' | 'month' | 'year';
}

/** What two-digit and absent years mean. */
export interface StampReading {
  readonly century: (year: number) => number;
  readonly yearOf: (month: number, day: number) => number | undefined;
  readonly order?: 'DMY' | 'MDY' | 'YMD';
}

const num = (text: string | undefined): number => Number(text ?? '0');
const ms = (fraction: string | undefined): { fraction?: number } =>
  fraction === undefined ? {} : { fraction: Math.floor(Number(`0.${fraction}`) * 1000) };
const optionalZone = (zone: string | undefined): { zone?: string } =>
  zone === undefined || zone === '' ? {} : { zone: zone.toUpperCase() };

const ISO =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[T ]|,? at )\s?(\d\d?):(\d\d?)(?::(\d\d?)(?:[.,:](\d{1,9}))?)?(?:\s*([ap]\.?m\.?))?)?\s*(Z|[+-]\d\d:?\d\d|[+-]\d\d)?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d|[+-]\d\d)?$/;
const DATE_BEFORE_TIME = /^(\d{4}-?(?:W\d\d-?[1-7]|\d{3}))T\d/;
const SHORT = /^-?(\d\d)(\d\d)(\d\d)$/;
const SHORT_MONTH = /^-(\d\d)-?(\d\d)$/;
const SHORT_ORDINAL = /^(\d\d)(\d{3})$/;
const MONTH_ONLY = /^(\d{4})-(\d\d)$/;
const ORDINAL = /^(\d{4})-?(\d{3})$/;
const WEEK = /^(\d{4})-?W(\d\d)-?([1-7])$/;
const EPOCH = /^(-?\d{9,10})(?:\.(\d+))?$/;
/** Twelve digits are a date to the minute before they are an epoch of 1976. */
const EPOCH_MS = /^-?\d{13}$/;
const JSON_DATE = /^\/Date\((-?\d{10,13})\)\/$/;
/** IPTC 7901 header: day, hour, minute, zone, month, year. */
const IPTC = /^(\d\d)(\d\d)(\d\d)\s*(?:([a-z]{1,4})\s*)?(\p{L}{3})\.?\s*(\d{2,4})\s*([a-z]{2,4})?$/iu;
/** ANPA 1312 trailer: `AP-WF-02-20-16 0337GMT`, month first. */
const ANPA = /^(?:[A-Z]{2}-){0,3}(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)([A-Z]{2,4})$/;
/** Kyodo: `JST-12:31-02-04-25`, day first; in place of the zone may stand the service (`KWS`), which is none. */
const KYODO = /^([A-Z]{3})-(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d\d)$/;
/** The same without a year: `311255 GMT DEC`. */
const IPTC_YEARLESS = /^(\d\d)(\d\d)(\d\d)\s*(?:([a-z]{1,4})\s*)?([a-z]{3})\.?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** German, French, Italian, Spanish and Dutch short months where they differ; `jui` and `mar` are left as they are read in English. */
const OTHERS: Readonly<Record<string, number>> = {
  ...{ gen: 1, ene: 1, fév: 2, fev: 2, mrz: 3, mär: 3, mae: 3, mrt: 3, avr: 4, abr: 4, mai: 5, mag: 5, mei: 5, maj: 5, giu: 6, lug: 7 },
  ...{ aoû: 8, aou: 8, ago: 8, set: 9, okt: 10, ott: 10, dez: 12, déc: 12, dic: 12, des: 12 },
};

/** Reads ISO 8601 and its cousins, epoch seconds and milliseconds, and the stamps of the wire; undefined for anything else. */
export function readStamp(text: string, reading: StampReading): Stamp | undefined {
  return iso(calendarDate(text)) ?? truncated(text, reading) ?? wire(text, reading);
}

/** `2015-W13-1T08:31` and `2015-082T08:31` with their calendar date. */
function calendarDate(text: string): string {
  const start = DATE_BEFORE_TIME.exec(text);
  const date = start === null ? undefined : iso(start[1] ?? '');
  if (start === null || date === undefined) return text;
  const { year, month, day } = date.wall;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}${text.slice((start[1] ?? '').length)}`;
}

/** ISO 8601:1988 forms without a century, and twelve digits to the minute. */
function truncated(text: string, { century }: StampReading): Stamp | undefined {
  const short = SHORT.exec(text);
  if (short !== null)
    return { wall: { year: century(num(short[1])), month: num(short[2]), day: num(short[3]) }, rule: 'iso-short', precision: 'day' };
  const month = SHORT_MONTH.exec(text);
  if (month !== null)
    return { wall: { year: century(num(month[1])), month: num(month[2]), day: 1 }, rule: 'iso-short', precision: 'month' };
  const ordinal = SHORT_ORDINAL.exec(text);
  return ordinal === null ? undefined : dayOfYear(century(num(ordinal[1])), num(ordinal[2]));
}

function iso(text: string): Stamp | undefined {
  const full = ISO.exec(text) ?? COMPACT.exec(text);
  if (full !== null) {
    const [, year, month, day, hour, minute, second, fraction] = full;
    const half = full.length === 10 ? full[8]?.toLowerCase() : undefined;
    const zone = full.at(-1);
    const date = { year: num(year), month: num(month), day: num(day) };
    if (hour === undefined) return { wall: date, rule: 'iso-date', precision: 'day', ...optionalZone(zone) };
    const base = num(hour);
    const clock = half === undefined ? base : (base % 12) + (half.startsWith('p') ? 12 : 0);
    return {
      wall: { ...date, hour: clock, minute: num(minute), ...(second === undefined ? {} : { second: num(second) }), ...ms(fraction) },
      rule: 'iso-8601',
      precision: second === undefined ? 'minute' : 'second',
      ...optionalZone(zone),
    };
  }
  const month = MONTH_ONLY.exec(text);
  if (month !== null) return { wall: { year: num(month[1]), month: num(month[2]), day: 1 }, rule: 'iso-month', precision: 'month' };
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) return dayOfYear(num(ordinal[1]), num(ordinal[2]));
  const week = WEEK.exec(text);
  return week === null ? undefined : weekDate(num(week[1]), num(week[2]), num(week[3]));
}

function dayOfYear(year: number, day: number): Stamp | undefined {
  const date = new Date(Date.UTC(year, 0, day));
  if (day < 1 || date.getUTCFullYear() !== year) return undefined;
  return { wall: { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }, rule: 'iso-ordinal', precision: 'day' };
}

function weekDate(year: number, week: number, weekday: number): Stamp | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const date = new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + weekday - 1));
  return {
    wall: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    rule: 'iso-week',
    precision: 'day',
  };
}

function wire(text: string, { century, yearOf }: StampReading): Stamp | undefined {
  const iptc = IPTC.exec(text);
  const month = iptc === null ? undefined : monthNumber(iptc[5] ?? '');
  if (iptc !== null && month !== undefined) {
    const year = num(iptc[6]);
    const wall = { year: year < 100 ? century(year) : year, month, day: num(iptc[1]), hour: num(iptc[2]), minute: num(iptc[3]) };
    return { wall, rule: 'iptc-7901', precision: 'minute', ...optionalZone((iptc[4] ?? iptc[7])?.toUpperCase()) };
  }
  const yearless = IPTC_YEARLESS.exec(text);
  const monthThen = yearless === null ? undefined : monthNumber(yearless[5] ?? '');
  const year = monthThen === undefined ? undefined : yearOf(monthThen, num(yearless?.[1]));
  if (yearless !== null && monthThen !== undefined && year !== undefined) {
    const wall = { year, month: monthThen, day: num(yearless[1]), hour: num(yearless[2]), minute: num(yearless[3]) };
    return { wall, rule: 'iptc-7901', precision: 'minute', ...optionalZone(yearless[4]) };
  }
  const anpa = ANPA.exec(text);
  if (anpa !== null) {
    const wall = { year: century(num(anpa[3])), month: num(anpa[1]), day: num(anpa[2]), hour: num(anpa[4]), minute: num(anpa[5]) };
    return { wall, rule: 'anpa-1312', precision: 'minute', ...optionalZone(anpa[6]) };
  }
  const kyodo = KYODO.exec(text);
  if (kyodo === null) return undefined;
  const wall = { year: century(num(kyodo[6])), month: num(kyodo[5]), day: num(kyodo[4]), hour: num(kyodo[2]), minute: num(kyodo[3]) };
  return { wall, rule: 'kyodo', precision: 'minute', ...(/^(?:JST|GMT|UTC)$/.test(kyodo[1] ?? '') ? optionalZone(kyodo[1]) : {}) };
}

function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase();
  const index = MONTHS.indexOf(lower);
  return index === -1 ? OTHERS[lower] : index + 1;
}

/** Milliseconds since 1970 of an epoch text; undefined for anything else. */
export function epochOf(written: string): { readonly ms: number; readonly fraction: boolean } | undefined {
  const text = JSON_DATE.exec(written)?.[1] ?? (/^\d{16}(?:\d{3})?$/.test(written) ? written.slice(0, 13) : written);
  const seconds = EPOCH.exec(text);
  if (seconds !== null)
    return { ms: Math.floor(Number(seconds[1]) * 1000 + Number(`0.${seconds[2] ?? '0'}`) * 1000), fraction: seconds[2] !== undefined };
  return EPOCH_MS.test(text) ? { ms: Number(text), fraction: !text.endsWith('000') } : undefined;
}
