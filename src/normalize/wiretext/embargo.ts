import type { Instant } from '../../article/instant.ts';
import { EVENT_WORDS, SPOKEN_ZONES } from '../lexicon/embargo-words.ts';
import { halfOf } from '../times/date-words.ts';
import { readTime } from '../times/read-time.ts';
import { abbreviationOf, CIVIL_ZONES } from '../times/zone-names.ts';
import { settleDay, takeDay, type Day, type PrintedDay } from './embargo-day.ts';
import { isForPapers, withoutPhrase } from './embargo-note.ts';

/** What is known beside the text: the zone of times without one, and the moment that "Friday" is counted from. ISO 8601 UTC. */
export interface EmbargoContext {
  readonly zone?: string;
  readonly base?: string;
  readonly language?: string;
}

/** The end of an embargo as its text names it. `utc` null = held until a person releases it. */
export interface EmbargoText {
  readonly until: Instant;
  /** True where two readings differ; the later one was taken. */
  readonly conflict?: boolean;
  /** Of a text without an instant: between which two it lies, ISO 8601 UTC; `nothing` for the bare word. Absent = any. */
  readonly says?: 'nothing' | readonly [earliest: string, latest: string];
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Zone printed directly behind the time. */
  readonly zone?: string;
}

const LONGEST = 400;
/** Minutes east and west of Greenwich that clocks are set to. */
const EARLIEST_OFFSET = 14 * 60;
const LATEST_OFFSET = 12 * 60;
const ZONES = SPOKEN_ZONES.map(([pattern, zone]) => [new RegExp(pattern, 'iu'), zone] as const);
const TIMES: readonly RegExp[] = [
  /(?<![\d.,])(\d{1,2})[:.hH](\d{2})(?:[:.]\d{2})?(?![\d.])\s*([ap]\.?m\.?)?/giu,
  /(?<![\d.,])([01]\d|2[0-4])([0-5]\d)(?![\d.])\s*(?:()(?=hrs?\b|hours?\b|h\b|uhr|gmt|bst|utc|[a-z]{2,4}t\b|z\b|on\b|,|\/|$|\s))/giu,
  /(?<![\d.,])(\d{1,2})()\s*([ap]\.?m\.?)(?!\p{L})/giu,
  /(?<![\d.,])(\d{1,2})()\s*()(?:uhr|heures?|horas?|h)(?!\p{L})/giu,
  /(?:klo|kello|kl\.?|um|alle|às|a las|ore|om|godz\.?)\s*(\d{1,2})()()(?![\d.:]\d)/giu,
];

/** Reads the end of an embargo out of a note. Without a time of day, or with "Sunday papers", there is no instant. */
export function readEmbargo(text: string, given: EmbargoContext = {}): EmbargoText {
  const note = text
    .slice(0, LONGEST)
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const raw = withoutPhrase(note)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:：.,()–—-]+|(?<![\s()])[\s()]+$/gu, '');
  const stamp = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S{0,20}/u.exec(note)?.[0];
  const stamped =
    stamp === undefined ? undefined : readTime(stamp, given.zone === undefined ? {} : { zone: given.zone, zoneBasis: 'feed-default' });
  if (stamped !== undefined && stamped.utc !== null) return { until: { ...stamped, raw } };
  const { day, rest } = takeDay(note, given.language);
  const clocks = clocksOf(rest);
  const clock = clocks.find(({ zone }) => zone !== undefined) ?? clocks[0];
  const nothing = (warning: string): EmbargoText => ({
    until: { utc: null, raw, basis: 'unresolved', warning },
    ...(day === undefined && clock === undefined && !hangsOnEvent(note) ? { says: 'nothing' as const } : rangeOf(day, clock, given.base)),
  });
  if (clock === undefined) {
    if (isForPapers(note)) return nothing('released for newspapers: no instant');
    return readWhole(raw, given) ?? nothing('no time of day');
  }
  const zone = clock.zone ?? zoneIn(rest) ?? given.zone;
  if (zone === undefined) return nothing('no zone');
  const holds = (candidate: Required<Day>, from: number): boolean => {
    const { utc } = laterOf(candidate, clock, { zone, printed: true, raw: '' }).until;
    return utc !== null && Date.parse(utc) >= from;
  };
  const fixed = settleDay(day, given.base, holds);
  return fixed === undefined ? nothing('no date') : laterOf(fixed, clock, { zone, printed: zone !== given.zone, raw });
}

/** "Until the minister speaks", "for the morning papers": no other field can say when that is. */
function hangsOnEvent(note: string): boolean {
  const words = note.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return isForPapers(note) || words.some((word) => EVENT_WORDS.has(word));
}

/** All instants that a day, or a clock without a zone, can mean anywhere on Earth. */
function rangeOf(day: PrintedDay | undefined, clock: Clock | undefined, base: string | undefined): Pick<EmbargoText, 'says'> {
  if (day === undefined && clock === undefined) return {};
  const settled = settleDay(day, base, () => true);
  if (settled === undefined) return {};
  const start = Date.UTC(settled.year, settled.month - 1, settled.day);
  const [from, to] =
    day === undefined || clock === undefined ? [0, 48 * 60] : [clock.hour * 60 + clock.minute, clock.hour * 60 + clock.minute];
  return {
    says: [
      new Date(start + (from - EARLIEST_OFFSET) * 60_000).toISOString(),
      new Date(start + (to + LATEST_OFFSET) * 60_000).toISOString(),
    ],
  };
}

/** A moment in a form of its own: `3月14日午前5時`. */
function readWhole(raw: string, given: EmbargoContext): EmbargoText | undefined {
  const until = readTime(raw, {
    ...(given.zone === undefined ? {} : { zone: given.zone, zoneBasis: 'feed-default' }),
    ...(given.base === undefined ? {} : { now: given.base }),
    ...(given.language === undefined ? {} : { language: given.language }),
  });
  const timed = until.utc !== null && until.precision !== 'day' && until.precision !== 'month' && until.precision !== 'year';
  // A year is guessed backwards there: a moment long before the copy is none.
  const recent = given.base === undefined || Date.parse(until.utc ?? '') >= Date.parse(given.base) - 86_400_000;
  return timed && recent ? { until } : undefined;
}

/** A printed BST in March means the clock in London: of the literal and the local reading the later one holds. */
function laterOf(day: Required<Day>, clock: Clock, how: { zone: string; printed: boolean; raw: string }): EmbargoText {
  // 24:00 is the end of the day.
  const wall = new Date(Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute)).toISOString().slice(0, 19);
  const literal = readTime(wall, { zone: how.zone, zoneBasis: 'feed-default' });
  if (literal.utc === null) return { until: { ...literal, raw: how.raw } };
  const basis = how.printed && literal.basis === 'feed-default' ? basisOf(how.zone) : literal.basis;
  const civil = how.printed ? CIVIL_ZONES[how.zone.toUpperCase()] : undefined;
  const local = civil === undefined ? undefined : readTime(wall, { zone: civil, zoneBasis: 'feed-default' });
  if (local === undefined || local.utc === null || local.utc === literal.utc) return { until: { ...literal, raw: how.raw, basis } };
  const [late, early] = Date.parse(local.utc) > Date.parse(literal.utc) ? [local, literal] : [literal, local];
  return {
    until: {
      ...late,
      raw: how.raw,
      basis: 'abbreviation',
      alternatives: [{ raw: how.raw, utc: early.utc, basis: 'abbreviation' }],
      warning: `${how.zone} is not in force on that day: the later reading holds`,
    },
    conflict: true,
  };
}

function basisOf(zone: string): Instant['basis'] {
  const known = abbreviationOf(zone.toUpperCase());
  if (known === undefined) return 'zone-name';
  return known === 0 ? 'explicit-utc' : 'abbreviation';
}

function clocksOf(text: string): readonly Clock[] {
  const found: (Clock & { at: number })[] = [];
  for (const pattern of TIMES) {
    for (const match of text.matchAll(pattern)) {
      const half = (match[3] ?? '').toLowerCase();
      const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
      if (hour > 24 || minute > 59) continue;
      const zone = zoneIn(text.slice(match.index + match[0].length).slice(0, 24), true);
      const full = half.startsWith('p') && hour < 12 ? hour + 12 : half.startsWith('a') && hour === 12 ? 0 : hour;
      found.push({ hour: full, minute, at: match.index, ...(zone === undefined ? {} : { zone }) });
    }
    if (found.length > 0) break;
  }
  if (found.length > 0) return found;
  const half = (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).map(halfOf).find((word) => word === 'noon' || word === 'midnight');
  // Of the two midnights of a day the later one holds.
  return half === undefined ? [] : [{ hour: half === 'noon' ? 12 : 24, minute: 0 }];
}

/** The zone in a stretch of text: an abbreviation in capitals, an offset, or a name in words. */
function zoneIn(text: string, atStart = false): string | undefined {
  const tail = text.replace(/^\s*(?:hrs?|hours?|uhr|h)\b/iu, '').trimStart();
  const stretch = atStart ? tail.slice(0, 24) : tail;
  const offset = /^(?:gmt|utc)?\s?([+-]\d{1,2}):?(\d\d)?(?!\d)/iu.exec(tail);
  if (atStart && offset !== null)
    return `${(offset[1] ?? '').slice(0, 1)}${(offset[1] ?? '').slice(1).padStart(2, '0')}:${offset[2] ?? '00'}`;
  const words = [...stretch.matchAll(/(?<![\p{L}.])\p{Lu}{2,5}(?![\p{L}])/gu)].map((match) => match[0]);
  const known = words.find((word) => abbreviationOf(word) !== undefined && word !== 'MAR' && word !== 'SAT');
  if (known !== undefined && (!atStart || stretch.indexOf(known) < 4)) return known;
  return ZONES.find(([pattern]) => (atStart ? stretch.search(pattern) >= 0 && stretch.search(pattern) < 4 : pattern.test(stretch)))?.[1];
}
