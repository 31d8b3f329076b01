/** Offsets kept of one source. */
const SAMPLES = 8;
/** Fewer say nothing. */
const LEAST = 5;
/** Two minutes: a network's delay and a lazy clock stay below; embargoes and "newest first" go wrong above. */
export const CLOCK_LIMIT_MS = 120_000;

/** Offsets of the source's clock with one more: `Date` of its answer (RFC 9110 6.6.1) less our time of receipt, milliseconds. Without a date, as before. */
export function noteClock(offsets: readonly number[], date: string | undefined, receivedAt: number): readonly number[] {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? offsets : [...offsets, at - receivedAt].slice(-SAMPLES);
}

/** How far the source's clock is ahead of ours, milliseconds; null where too little is known. A cache hands out old dates, never future ones: the latest counts. */
export function clockOffset(offsets: readonly number[]): number | null {
  return offsets.length < LEAST ? null : Math.max(...offsets);
}
