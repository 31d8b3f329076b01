/**
 * When a feed has news, learned by hour of the week (UTC): how many polls brought something new, in how many hours that were watched. Both fade,
 * so that a habit that changes is learned anew within weeks.
 */
export interface Rhythm {
  /** 168 each, from Monday 00:00 UTC. */
  readonly arrivals: readonly number[];
  readonly hours: readonly number[];
  /** Milliseconds since the epoch up to which time is accounted for; null before the first poll. */
  readonly through: number | null;
}

/** A stretch of watched time, milliseconds since the epoch, and how many polls in it brought something. */
export interface Watched {
  readonly from: number;
  readonly to: number;
  readonly arrivals: number;
}

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
/** What a week counts beside the one after it: about five weeks are remembered. A holiday fades, a new schedule is known within a month. */
const KEPT = 0.8;
/** An hour is read with half of each of its neighbours: a desk starts at 8:55 one day and at 9:05 the next, and summer time moves all by one. */
const NEIGHBOURS = [
  [-1, 0.5],
  [0, 1],
  [1, 0.5],
] as const;
/** Part of an hour of the feed's mean that stands in for what an hour of the week does not show yet: more would fill quiet weekends. */
const PRIOR_HOURS = 0.5;

/** A feed of which nothing is known. */
export function newRhythm(): Rhythm {
  return { arrivals: zeroes(), hours: zeroes(), through: null };
}

/** The rhythm after a stretch of time. Of more than a week only the last is taken: what came when is not known any more. */
export function observe(rhythm: Rhythm, { from, to, arrivals }: Watched): Rhythm {
  const next = { arrivals: [...rhythm.arrivals], hours: [...rhythm.hours], through: to };
  const began = Math.max(from, to - WEEK_HOURS * HOUR_MS);
  if (to <= began) return { ...next, arrivals: next.arrivals.map((count, slot) => count + (slot === slotOf(to) ? arrivals : 0)) };
  for (const [slot, hours] of hoursBetween(began, to)) {
    const share = (hours * HOUR_MS) / (to - began);
    const kept = KEPT ** hours;
    next.hours[slot] = at(next.hours, slot) * kept + hours;
    next.arrivals[slot] = at(next.arrivals, slot) * kept + arrivals * share;
  }
  return next;
}

/** Arrivals to be expected between two instants, milliseconds since the epoch; 0 of a feed that never brought anything. */
export function expectedBetween(rhythm: Rhythm, from: number, to: number): number {
  const weeks = Math.floor(Math.max(0, to - from) / (WEEK_HOURS * HOUR_MS));
  const mean = meanRate(rhythm);
  let sum = 0;
  if (weeks > 0) for (let slot = 0; slot < WEEK_HOURS; slot += 1) sum += weeks * rateOf(rhythm, slot, mean);
  for (const [slot, hours] of hoursBetween(from + weeks * WEEK_HOURS * HOUR_MS, to)) sum += hours * rateOf(rhythm, slot, mean);
  return sum;
}

/** How much the rhythm rests on: hours watched and arrivals seen, older ones counted less. */
export function evidence({ arrivals, hours }: Rhythm): { readonly hours: number; readonly arrivals: number } {
  return { hours: total(hours), arrivals: total(arrivals) };
}

/** Hour of the week, 0 for Monday 00:00 UTC. The epoch was a Thursday. */
export function slotOf(ms: number): number {
  return Math.floor(ms / HOUR_MS + 72) % WEEK_HOURS;
}

function rateOf({ arrivals, hours }: Rhythm, slot: number, mean: number): number {
  let [seen, watched] = [mean * PRIOR_HOURS, PRIOR_HOURS];
  for (const [step, weight] of NEIGHBOURS) {
    const near = (slot + step + WEEK_HOURS) % WEEK_HOURS;
    seen += weight * at(arrivals, near);
    watched += weight * at(hours, near);
  }
  return seen / watched;
}

function meanRate(rhythm: Rhythm): number {
  const { hours, arrivals } = evidence(rhythm);
  return hours === 0 ? 0 : arrivals / hours;
}

/** Pieces of a stretch by hour of the week, each with its length in hours. */
function* hoursBetween(from: number, to: number): Generator<readonly [number, number]> {
  for (let start = from; start < to;) {
    const end = Math.min(to, (Math.floor(start / HOUR_MS) + 1) * HOUR_MS);
    yield [slotOf(start), (end - start) / HOUR_MS];
    start = end;
  }
}

function at(list: readonly number[], slot: number): number {
  return list[slot] ?? 0;
}

function total(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

function zeroes(): number[] {
  return new Array<number>(WEEK_HOURS).fill(0);
}
