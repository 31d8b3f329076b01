import type { Instant } from '../../article/instant.ts';
import { CIVIL_ZONES, EMBARGO_PHRASES, LIFTED, PAPERS, SPOKEN_ZONES, WEEKDAYS } from '../lexicon/embargo-words.ts';
import { monthOf } from '../times/month-names.ts';
import { readTime } from '../times/read-time.ts';
import { abbreviationOf } from '../times/zone-names.ts';

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
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Zone printed directly behind the time. */
  readonly zone?: string;
}

interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const LONGEST = 400;
const PHRASE = new RegExp(`(?:^|[\\s([*:;.,–—-])(?:${EMBARGO_PHRASES.join('|')})(?=$|[\\s:.,)\\]!*–—-])`, 'iu');
const LIFTED_PATTERN = new RegExp(LIFTED, 'iu');
const PAPERS_PATTERN = new RegExp(PAPERS, 'iu');
const ZONES = SPOKEN_ZONES.map(([pattern, zone]) => [new RegExp(pattern, 'iu'), zone] as const);
const TIMES: readonly RegExp[] = [
  /(?<![\d.,])(\d{1,2})[:.hH](\d{2})(?:[:.]\d{2})?(?![\d.])\s*([ap]\.?m\.?)?/giu,
  /(?<![\d.,])([01]\d|2[0-4])([0-5]\d)(?![\d.])\s*(?:()(?=hrs?\b|hours?\b|h\b|uhr|gmt|bst|utc|[a-z]{2,4}t\b|z\b|on\b|,|\/|$|\s))/giu,
  /(?<![\d.,])(\d{1,2})()\s*([ap]\.?m\.?)(?!\p{L})/giu,
  /(?<![\d.,])(\d{1,2})()\s*()(?:uhr|heures?|horas?|h)(?!\p{L})/giu,
  /(?:klo|kello|kl\.?|um|alle|às|a las|ore|om|godz\.?)\s*(\d{1,2})()()(?![\d.:]\d)/giu,
];

/** True where the text sets an embargo; "Embargo lifted" and an embargo as news are none. */
export function isEmbargo(text: string): boolean {
  const note = text.slice(0, LONGEST);
  return (
    (PHRASE.test(note) ||
      (/^\W{0,3}(?:for|released? for|pour|para|per|voor|till|til|für|frei)\b/iu.test(note) && PAPERS_PATTERN.test(note))) &&
    !isLifted(note)
  );
}

/** True where the text says that an embargo is over. */
export function isLifted(text: string): boolean {
  return LIFTED_PATTERN.test(text.slice(0, LONGEST));
}

/** Reads the end of an embargo out of a note. Without a time of day, or with "Sunday papers", there is no instant. */
export function readEmbargo(text: string, given: EmbargoContext = {}): EmbargoText {
  const note = text
    .slice(0, LONGEST)
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const raw = note.replace(PHRASE, ' ').replace(/^[\s:.,()–—-]+|[\s()]+$/gu, '');
  const nothing = (warning: string): EmbargoText => ({ until: { utc: null, raw, basis: 'unresolved', warning } });
  if (PAPERS_PATTERN.test(note)) return nothing('released for newspapers: no instant');
  const stamp = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S{0,20}/u.exec(note)?.[0];
  const stamped =
    stamp === undefined ? undefined : readTime(stamp, given.zone === undefined ? {} : { zone: given.zone, zoneBasis: 'feed-default' });
  if (stamped !== undefined && stamped.utc !== null) return { until: { ...stamped, raw } };
  const { day, rest } = takeDay(note, given);
  const clocks = clocksOf(rest);
  const clock = clocks.find(({ zone }) => zone !== undefined) ?? clocks[0];
  if (clock === undefined) return nothing('no time of day');
  const zone = clock.zone ?? zoneIn(rest) ?? given.zone;
  const fixed = zone === undefined ? undefined : settleDay(day, clock, zone, given.base);
  if (zone === undefined || fixed === undefined) return nothing(zone === undefined ? 'no zone' : 'no date');
  return laterOf(fixed, clock, { zone, printed: zone !== given.zone, raw });
}

/** A printed BST in March means the clock in London: of the literal and the local reading the later one holds. */
function laterOf(day: Required<Day>, clock: Clock, how: { zone: string; printed: boolean; raw: string }): EmbargoText {
  const wall = `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}T${pad(clock.hour % 24, 2)}:${pad(clock.minute, 2)}:00`;
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

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
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
  const noon = found.length === 0 && /\b(?:12 ?)?(?:noon|midday|mittag|midi|mediodía|mezzogiorno)\b/iu.test(text);
  return noon ? [{ hour: 12, minute: 0 }] : found;
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

/** Finds the day and takes it out, so that its figures are not read as a time. */
function takeDay(text: string, given: EmbargoContext): { day: Day | { weekday: number } | undefined; rest: string } {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)(?=\D|$)/u.exec(text);
  if (iso !== null) return cut(text, iso, { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  for (const match of text.matchAll(
    /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s?(?:de |of |d')?(\p{L}{3,12})\.?,?\s?(?:de |del )?((?:19|20)\d\d)?(?!\d)/giu,
  )) {
    const month = monthOf((match[2] ?? '').toLowerCase(), given.language) ?? monthOf((match[2] ?? '').toLowerCase(), undefined);
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
  const weekday = WEEKDAYS.findIndex((names) => names.split(' ').some((name) => name.length > 2 && words.includes(name)));
  return { day: weekday < 0 ? undefined : { weekday }, rest: text };
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

/** Fills in the year that is nearest to the base, the next such weekday, or the next time that the clock shows the hour. */
function settleDay(
  day: Day | { weekday: number } | undefined,
  clock: Clock,
  zone: string,
  base: string | undefined,
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
    const { until } = laterOf(candidate, clock, { zone, printed: true, raw: '' });
    if (until.utc !== null && Date.parse(until.utc) >= from - (day === undefined ? 0 : 43_200_000)) return candidate;
  }
  return undefined;
}
