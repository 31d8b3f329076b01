import type { Found } from '../../article/parsed-item.ts';

const ZONE = /(?:[+-]\d\d:?\d\d|Z)$/;

/** `2020:06:03 20:22:03` and `+02:00`. Clocks that were never set write blanks or zeros. */
export function exifMoment(date: Found | undefined, offset: Found | undefined): Found | undefined {
  if (date === undefined || !/^[1-9]\d{3}:/.test(date.text)) return undefined;
  const zone = /^[+-]\d\d:\d\d$/.exec(offset?.text.trim() ?? '')?.[0] ?? '';
  return { text: `${date.text.trim()}${zone}`, path: date.path };
}

/** `20200603` and `202203+0000`; zeros stand for a month or a day that is not known (IIM 4.2, 2:55). */
export function iimMoment(date: Found | undefined, time: Found | undefined): Found | undefined {
  const [, year, month = '00', day = '00'] = /^(\d{4})-?(\d\d)?-?(\d\d)?$/.exec(date?.text.trim() ?? '') ?? [];
  if (date === undefined || year === undefined || year === '0000') return undefined;
  if (month === '00') return { text: year, path: date.path };
  if (day === '00') return { text: `${year}-${month}`, path: date.path };
  const clock = /^\d\d:?\d\d:?\d\d(?:[+-]\d\d:?\d\d|Z)?$/.exec(time?.text.trim() ?? '')?.[0].replaceAll(':', '');
  return { text: `${year}${month}${day}${clock === undefined ? '' : `T${clock}`}`, path: date.path };
}

/** Whether a moment as written names its offset. */
export function hasZone(text: string): boolean {
  return ZONE.test(text) && text.length > 10;
}

/** The same instant; without zones, the same digits as far as both go. */
export function isSameMoment(one: string, two: string): boolean {
  if (hasZone(one) && hasZone(two)) return Date.parse(isoOf(one)) === Date.parse(isoOf(two));
  const [left, right] = [digitsOf(one), digitsOf(two)];
  return left.startsWith(right) || right.startsWith(left);
}

/** Whether the first is surely not after the second: by instant, or by day where a clock time or a zone is missing. */
export function isNotAfter(one: string, two: string): boolean {
  if (hasZone(one) && hasZone(two)) return Date.parse(isoOf(one)) <= Date.parse(isoOf(two));
  return digitsOf(one).slice(0, 8) <= digitsOf(two).slice(0, 8);
}

/** Day of a moment as written, `20200603`. */
export function dayOf(text: string): string {
  return digitsOf(text).slice(0, 8);
}

function digitsOf(text: string): string {
  const wall = hasZone(text) ? text.replace(ZONE, '') : text;
  return wall.replace(/\.\d+$/, '').replace(/\D/g, '');
}

function isoOf(text: string): string {
  const read = /^(\d{4})[-:]?(\d\d)[-:]?(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(?:([+-]\d\d):?(\d\d)|Z)$/.exec(text);
  if (read === null) return text;
  const [, year, month, day, hour, minute, second = '00', zone, minutes = '00'] = read;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone === undefined ? 'Z' : `${zone}:${minutes}`}`;
}
