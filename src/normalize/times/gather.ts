import { halfOf, isParticle, monthFollows, ordinalOf, partOf, type Half, type Part } from './date-words.ts';
import { isFiller } from './filler-words.ts';
import { monthOf } from './month-names.ts';
import { numericDate, type DateParts, type Reading } from './numeric-date.ts';
import type { Token } from './scan.ts';
import { abbreviationOf } from './zone-names.ts';

/** A time of day as printed. */
export interface Clock {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly fraction?: number;
}

/** A number that no sign or word explains. */
export interface Loose {
  readonly digits: string;
  readonly apostrophe: boolean;
  readonly afterMonth: boolean;
}

/** What the pieces have said so far. */
export interface Gathered {
  date?: DateParts;
  clock?: Clock;
  half?: Half;
  offset?: string;
  zone?: string;
  month?: number;
  /** In a comment a zone needs no clock before it. */
  readonly zoneOnly: boolean;
  named: Partial<Record<Part, string>>;
  numbers: Loose[];
  pairs: (Token & { kind: 'pair' })[];
  /** Words without meaning before the date: `Lisbon, 4 May 2019`. */
  lead: number;
}

/** So many unknown words may stand before a full date. */
const MAX_LEAD = 8;

/** What the pieces of a text say; undefined where one has no meaning. `zoneOnly` for a comment, which names a zone at most. */
export function gather(tokens: readonly Token[], reading: Reading, zoneOnly = false): Gathered | undefined {
  const found: Gathered = { zoneOnly, named: {}, numbers: [], pairs: [], lead: 0 };
  for (let at = 0; at < tokens.length;) {
    const used = takeToken(found, tokens, at, reading);
    if (used === 0) return undefined;
    at += used;
  }
  return found;
}

/** The number of tokens that were understood from here; 0 refuses the text. */
function takeToken(found: Gathered, tokens: readonly Token[], at: number, reading: Reading): number {
  const token = tokens[at];
  switch (token?.kind) {
    case 'date': {
      if (found.date !== undefined) return 0;
      const date = numericDate(token.parts, token.separator, reading);
      if (date === undefined) return 0;
      found.date = date;
      return 1;
    }
    case 'clock':
      if (found.clock !== undefined) return 0;
      found.clock = clockFrom(token.parts);
      return 1;
    case 'pair':
      found.pairs.push(token);
      return 1;
    case 'offset':
      found.offset ??= token.zone;
      return 1;
    case 'place':
      found.zone = token.zone;
      return 1;
    case 'number':
      return takeNumber(found, tokens, at, token);
    case 'word':
      return takeWord(found, tokens, at, reading);
    default:
      return 0;
  }
}

/** Hour, minute, second and fraction, in figures. */
export function clockFrom([hour, minute, second, fraction]: readonly (string | undefined)[]): Clock {
  return {
    hour: Number(hour),
    minute: Number(minute),
    ...(second === undefined ? {} : { second: Number(second) }),
    ...(fraction === undefined ? {} : { fraction: Math.floor(Number(`0.${fraction}`) * 1000) }),
  };
}

function takeNumber(found: Gathered, tokens: readonly Token[], at: number, token: Token & { kind: 'number' }): number {
  const next = tokens[at + 1];
  const word = next?.kind === 'word' ? next : undefined;
  const part = word === undefined ? undefined : partOf(word.word);
  if (part === 'hour' && found.clock === undefined && token.digits.length < 3) return takeSpokenClock(found, tokens, at);
  if (part === 'year' || part === 'month' || part === 'day') {
    found.named[part] = token.digits;
    return 2;
  }
  const half = word === undefined ? undefined : halfOf(word.word);
  if (
    (half === 'am' || half === 'pm') &&
    word !== undefined &&
    !isParticle(word.word) &&
    token.digits.length < 3 &&
    found.clock === undefined &&
    Number(token.digits) <= 12
  ) {
    found.clock = { hour: Number(token.digits) };
    return 1;
  }
  const fours = tokens.filter((other) => other.kind === 'date' || (other.kind === 'number' && other.digits.length === 4)).length;
  const military =
    fours > 1 && token.digits.length === 4 && found.clock === undefined && word !== undefined && abbreviationOf(word.raw) !== undefined;
  if (military) found.clock = { hour: Number(token.digits.slice(0, 2)), minute: Number(token.digits.slice(2)) };
  else found.numbers.push({ digits: token.digits, apostrophe: token.apostrophe, afterMonth: found.month !== undefined });
  return 1;
}

/** `8 heures 31`, `21時40分`, `14h`. */
function takeSpokenClock(found: Gathered, tokens: readonly Token[], at: number): number {
  const values = [Number((tokens[at] as { digits?: string }).digits)];
  let used = 2;
  for (const part of ['minute', 'second'] as const) {
    const number = tokens[at + used];
    const unit = tokens[at + used + 1];
    if (number?.kind !== 'number' || number.digits.length > 2) break;
    const named = unit?.kind === 'word' && partOf(unit.word) === part;
    const last = unit === undefined && part === 'minute';
    if (!named && !number.glued && !last) break;
    values.push(Number(number.digits));
    used += named ? 2 : 1;
  }
  const [hour = 0, minute, second] = values;
  found.clock = { hour, ...(minute === undefined ? {} : { minute }), ...(second === undefined ? {} : { second }) };
  return used;
}

function takeWord(found: Gathered, tokens: readonly Token[], at: number, reading: Reading): number {
  const token = tokens[at];
  if (token?.kind !== 'word') return 0;
  const { word, raw } = token;
  const next = tokens[at + 1];
  if (monthFollows(word) && next?.kind === 'number') {
    found.month = Number(next.digits);
    return 2;
  }
  const day = ordinalOf(word);
  if (day !== undefined) {
    found.named.day = String(Number(found.named.day ?? '0') + day);
    return 1;
  }
  const half = halfOf(word);
  const last = at === tokens.length - 1 && (found.clock !== undefined || found.pairs.length > 0) && !/^[A-Z]$/.test(raw);
  // German `am 5. März um 14:02` has the English letters: before a clock they are its preposition.
  const preposition = found.clock === undefined && isFiller(word);
  if (half !== undefined && found.half === undefined && !preposition && (!isParticle(word) || last)) {
    found.half = half;
    return 1;
  }
  const month = monthOf(word, reading.language);
  if (month !== undefined && found.month === undefined && !(isFiller(word) && namesMonthLater(tokens, at, reading))) {
    found.month = month;
    return 1;
  }
  return takeZoneOrFiller(found, tokens, at) ? 1 : 0;
}

function namesMonthLater(tokens: readonly Token[], at: number, reading: Reading): boolean {
  return tokens.slice(at + 1).some((token) => token.kind === 'word' && monthOf(token.word, reading.language) !== undefined);
}

function takeZoneOrFiller(found: Gathered, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { word, raw } = token;
  const upper = raw.toUpperCase();
  const before = tokens[at - 1];
  const afterClock =
    found.zoneOnly || found.clock !== undefined || before?.kind === 'date' || found.numbers.length > 1 || found.pairs.length > 0;
  if (
    afterClock &&
    abbreviationOf(upper) !== undefined &&
    (raw === upper || before?.kind === 'clock' || halfOf((before as { word?: string } | undefined)?.word ?? '') !== undefined)
  ) {
    found.zone ??= upper;
    return true;
  }
  if (found.clock !== undefined && /^[A-IK-Y]$/.test(raw) && at === tokens.length - 1) {
    // Military letters were defined with the wrong sign in RFC 822: RFC 5322 says to read them as -0000.
    found.zone ??= 'UT';
    return true;
  }
  if (word === 't' || partOf(word) !== undefined || isFiller(word) || isFiller(word.normalize('NFD').replace(/\p{M}/gu, ''))) return true;
  const nothingYet = found.date === undefined && found.clock === undefined && found.numbers.length === 0 && found.month === undefined;
  found.lead += 1;
  return nothingYet && found.lead <= MAX_LEAD;
}
