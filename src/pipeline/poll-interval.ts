import { evidence, expectedBetween, type Rhythm } from './rhythm.ts';

/** How often a feed may be polled, milliseconds. Without limits it is polled every `everyMs`. */
export interface PollLimits {
  readonly everyMs: number;
  readonly leastMs?: number;
  readonly mostMs?: number;
}

/** Polls between two arrivals: news is found an eighth of the usual gap after it came, in the mean. */
const POLLS_PER_GAP = 4;
/** A day of watching is enough to adapt to; before, the interval is what the config says. */
const LEAST_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Milliseconds to the next poll by what the next hour is likely to bring. Right after an arrival more may follow: never longer than usual then. */
export function intervalOf(
  limits: PollLimits,
  rhythm: Rhythm,
  { now, arrived }: { readonly now: number; readonly arrived: boolean },
): number {
  const { everyMs, leastMs = everyMs, mostMs = everyMs } = limits;
  if (leastMs >= mostMs || evidence(rhythm).hours < LEAST_HOURS) return everyMs;
  const wanted = HOUR_MS / POLLS_PER_GAP / expectedBetween(rhythm, now, now + HOUR_MS);
  return Math.round(Math.min(Math.max(arrived ? Math.min(wanted, everyMs) : wanted, leastMs), mostMs));
}
