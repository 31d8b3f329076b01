import { getTimezoneOffset } from 'date-fns-tz';

/** A wall-clock reading. `month` from 1; hour, minute, second and fraction of a second where printed. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Milliseconds, only where the source printed a fraction. */
  readonly fraction?: number;
}

/** False for 30 February, 25:00 and the like: nothing is rolled over. 24:00 and a leap second are allowed. */
export function exists({ year, month, day, hour = 0, minute = 0, second = 0 }: WallTime): boolean {
  if (![year, month, day, hour, minute, second].every((figure) => Number.isFinite(figure))) return false;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Milliseconds of the wall time as if it were UTC. */
export function asUtc({ year, month, day, hour = 0, minute = 0, second = 0, fraction = 0 }: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, Math.min(second, 59), fraction);
  return date.getTime();
}

/** Milliseconds and offset (minutes) of a wall time in an IANA zone; null for a zone that does not exist. */
export function inZone(wall: WallTime, zone: string): { readonly ms: number; readonly offset: number; readonly fold?: number } | null {
  const local = asUtc(wall);
  const before = offsetAt(zone, local - 86_400_000);
  const after = offsetAt(zone, local + 86_400_000);
  if (before === null || after === null) return null;
  const readings = [...new Set([before, after])].filter((offset) => offsetAt(zone, local - offset * 60_000) === offset);
  const [first, second] = readings;
  // In a gap the clock did not show this time: read with the offset before it, as Temporal "compatible" does.
  if (first === undefined) return { ms: local - before * 60_000, offset: before };
  return { ms: local - first * 60_000, offset: first, ...(second === undefined ? {} : { fold: second }) };
}

/** As far from 1970 as a Date goes (ECMA-262). */
const LATEST = 8.64e15;
const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** Minutes east of UTC at an instant; null for a zone that does not exist or a moment that no clock shows. date-fns-tz errs in the hour after a change, so it only vouches for the name. */
function offsetAt(zone: string, ms: number): number | null {
  const clock = clockOf(zone);
  if (clock === null || Math.abs(ms) > LATEST || Number.isNaN(ms)) return null;
  const shown = new Map(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
  const local = asUtc({
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour') % 24,
    minute: part('minute'),
    second: part('second'),
  });
  return Math.round((local - Math.floor(ms / 1000) * 1000) / 60_000);
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const exists = !Number.isNaN(getTimezoneOffset(zone, new Date(0)));
  const clock = exists ? open(zone) : null;
  if (clocks.size < 1_000) clocks.set(zone, clock);
  return clock;
}

function open(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const numeric = 'numeric' as const;
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return null;
  }
}

/** `+01:00` */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

/** ISO 8601 with Z; a fraction only where the source had one. */
export function isoText(ms: number, withFraction: boolean): string {
  const text = new Date(ms).toISOString().replace(/^\+0*(?=\d{4}-)/, '');
  return withFraction ? text.replace(/0{1,2}Z$/, 'Z').replace(/\.0?Z$/, 'Z') : text.replace(/\.\d{3}Z$/, 'Z');
}
