import type { Basis, Instant } from '../../article/instant.ts';
import { asUtc, exists, inZone, isoText, offsetText, type WallTime } from './calendar.ts';
import { epochOf, readStamp } from './stamps.ts';
import { readWritten, type Written } from './written.ts';
import { abbreviationOf, SHARED_ABBREVIATIONS } from './zone-names.ts';

/** What is known beside the text. `now` (ISO 8601) serves dates without a year only; it is never an answer. */
export interface TimeOptions {
  /** Zone of a text without one: IANA name or `+02:00`. */
  readonly zone?: string;
  /** How that zone is known. */
  readonly zoneBasis?: 'feed-default' | 'field-default' | 'page-zone';
  readonly order?: 'DMY' | 'MDY' | 'YMD';
  readonly language?: string;
  readonly now?: string;
}

/** Longer texts hold no date worth reading. */
const MAX_LENGTH = 300;
/** Two-digit years up to this one belong to this century (POSIX). */
const PIVOT = 68;
const EASTMOST = 14 * 60;
const WESTMOST = -12 * 60;
/** Arabic, Persian, Devanagari, Bengali, Thai and full-width digits, by their zero. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

/**
 * The instant that a text names: ISO 8601 and RFC 822 with their broken cousins, stamps of the wire, dates written in some 25 languages.
 * A printed offset or abbreviation counts literally; without any the given zone; without that the answer is unresolved. Impossible
 * dates are refused. Never throws, never depends on the host.
 */
export function readTime(text: string, options: TimeOptions = {}): Instant {
  if (text.length > MAX_LENGTH) return unresolved(text, 'no date');
  const clean = cleaned(text);
  if (clean === '') return unresolved(text, 'no date');
  const epoch = epochOf(clean);
  if (epoch !== undefined)
    return { utc: isoText(epoch.ms, epoch.fraction), raw: text.trim(), offset: '+00:00', basis: 'epoch', precision: 'second' };
  const century = (year: number): number => (year <= PIVOT ? 2000 + year : 1900 + year);
  const written: Written | undefined =
    readStamp(clean, { century, yearOf: yearBefore(options.now), ...(options.order === undefined ? {} : { order: options.order }) }) ??
    readWritten(clean, { ...options, century, yearOf: yearBefore(options.now) });
  if (written === undefined) return yearAlone(clean, text, options) ?? unresolved(text, 'no date');
  const read = inGregorian(written, text, options.language);
  if (read === undefined) return unresolved(text, 'another calendar');
  if (!exists(read.wall)) return unresolved(text, 'no such date');
  return resolve(read, text, options);
}

/** Thai years count from the Buddha's death; years of the Hijra, solar or lunar, are not reckoned with and stay unread. */
function inGregorian(written: Written, text: string, language: string | undefined): Written | undefined {
  const { year } = written.wall;
  if (year >= 1300 && year < 1500 && /[\u0600-\u06ff]/u.test(text)) return undefined;
  const thai = language?.toLowerCase().startsWith('th') === true || /[\u0e00-\u0e7f]/u.test(text);
  return thai && year > 2300 && year < 2800 ? { ...written, wall: { ...written.wall, year: year - 543 } } : written;
}

function cleaned(text: string): string {
  return text
    .replace(DIGITS, (digit) =>
      String(ZEROS.map((zero) => (digit.codePointAt(0) ?? 0) - zero).find((value) => value >= 0 && value < 10) ?? 0),
    )
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/gu, '')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/ m=[+-][\d.]{1,20}$/, '')
    .replace(/^[\s,;:|·•]+/u, '')
    .replace(/(?<![\s,;:|·•.])[\s,;:|·•.]+$/u, '');
}

function yearAlone(clean: string, text: string, options: TimeOptions): Instant | undefined {
  if (!/^(?:19|20)\d\d$/.test(clean)) return undefined;
  return resolve({ wall: { year: Number(clean), month: 1, day: 1 }, rule: 'year', precision: 'year' }, text, options);
}

/** A date without a year is the last such day that is not more than two days ahead of `now`. */
function yearBefore(now: string | undefined): (month: number, day: number) => number | undefined {
  const at = now === undefined ? NaN : Date.parse(now);
  if (Number.isNaN(at)) return () => undefined;
  const year = new Date(at).getUTCFullYear();
  return (month, day) => {
    const ahead = Date.UTC(year, month - 1, day) - at;
    return ahead > 2 * 86_400_000 ? year - 1 : year;
  };
}

function resolve(read: Written, text: string, options: TimeOptions): Instant {
  const zone = read.zone ?? options.zone;
  if (zone === undefined) return { ...unresolved(text, 'no zone'), precision: read.precision };
  const literal = sharedAbbreviation(read, options.zone) ?? place(read.wall, zone);
  if (literal === null) return unresolved(text, `no such zone: ${zone}`);
  const local = outOfSeason(read, literal, options.zone);
  // A page knows its own place; a feed may carry the copy of others, whose letters count as printed.
  const placed = local !== undefined && options.zoneBasis === 'page-zone' ? local : literal;
  const basis: Basis = read.zone === undefined ? (options.zoneBasis ?? 'feed-default') : placed.basis;
  const alternatives = alternativesOf(read, { placed, others: local === undefined ? [] : [local, literal], zone, basis, text });
  const season = local === undefined ? undefined : `${zone} is not in force there on that day`;
  const warning = read.ambiguous === undefined ? season : 'day and month could be read the other way round';
  return {
    utc: isoText(placed.ms, read.wall.fraction !== undefined),
    raw: text.trim(),
    offset: offsetText(placed.offset),
    ...(placed.zone === undefined ? {} : { zone: placed.zone }),
    basis,
    precision: read.precision,
    ...(alternatives.length === 0 ? {} : { alternatives }),
    ...(warning === undefined ? {} : { warning }),
  };
}

/** `CST` in a feed of Shanghai is China's own. */
function sharedAbbreviation({ wall, zone }: Written, known: string | undefined): Placed | undefined {
  const offset = SHARED_ABBREVIATIONS[zone?.toUpperCase() ?? '']?.[known ?? ''];
  return zone === undefined || offset === undefined
    ? undefined
    : { ms: asUtc(wall) - offset * 60_000, offset, basis: 'abbreviation', zone };
}

interface Placed {
  readonly ms: number;
  readonly offset: number;
  readonly basis: Basis;
  readonly zone?: string;
  readonly fold?: number;
}

function place(wall: WallTime, zone: string): Placed | null {
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (offset !== null) {
    const minutes = (Number(offset[2]) * 60 + Number(offset[3] ?? '0')) * (offset[1] === '-' ? -1 : 1);
    return minutes > EASTMOST || minutes < WESTMOST || Number(offset[3] ?? '0') > 59
      ? null
      : { ms: asUtc(wall) - minutes * 60_000, offset: minutes, basis: 'explicit-offset' };
  }
  const known = abbreviationOf(zone);
  if (typeof known === 'number') {
    const basis = known === 0 && /^(?:Z|UTC|GMT|UT|ZULU)$/.test(zone) ? 'explicit-utc' : 'abbreviation';
    return { ms: asUtc(wall) - known * 60_000, offset: known, basis, ...(zone === 'Z' ? {} : { zone }) };
  }
  const placed = inZone(wall, known ?? zone);
  return placed === null ? null : { ...placed, zone, basis: known === undefined ? 'zone-name' : 'abbreviation' };
}

/** `CET` printed in July in a feed of Paris: what the clocks there show, where the letters name their other half of the year. */
function outOfSeason({ wall, zone }: Written, literal: Placed, known: string | undefined): Placed | undefined {
  if (zone === undefined || known === undefined || literal.basis !== 'abbreviation' || !known.includes('/')) return undefined;
  const local = place(wall, known);
  if (local === null || Math.abs(local.offset - literal.offset) !== 60) return undefined;
  const seasons = [1, 7].map((month) => place({ ...wall, month, day: 15 }, known)?.offset);
  return seasons.includes(literal.offset) ? { ...local, basis: 'abbreviation' } : undefined;
}

interface Choice {
  readonly placed: Placed;
  readonly others: readonly Placed[];
  readonly zone: string;
  readonly basis: Basis;
  readonly text: string;
}

function alternativesOf(read: Written, { placed, others, zone, basis, text }: Choice): NonNullable<Instant['alternatives']> {
  const raw = text.trim();
  const moments: number[] = [];
  if (placed.fold !== undefined) moments.push(asUtc(read.wall) - placed.fold * 60_000);
  if (read.ambiguous !== undefined && exists(read.ambiguous)) moments.push(place(read.ambiguous, zone)?.ms ?? NaN);
  moments.push(...others.map(({ ms }) => ms));
  return [...new Set(moments)].filter((ms) => !Number.isNaN(ms) && ms !== placed.ms).map((ms) => ({ raw, utc: isoText(ms, false), basis }));
}

function unresolved(text: string, warning: string): Instant {
  return { utc: null, raw: text.trim(), basis: 'unresolved', warning };
}
