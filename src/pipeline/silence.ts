import { evidence, expectedBetween, type Rhythm } from './rhythm.ts';

/** When a quiet is an alarm. */
export const SILENCE = {
  /** So improbable a quiet is no chance: one false alarm in a thousand quiets, the limit that the feed desk of the design asks for. */
  probability: 0.001,
  /** Nothing is said before most hours of the week were seen once or twice; older weeks count less, so this is about twelve days. */
  leastHours: 250,
  /** News comes in bursts, so that long gaps are more frequent than chance (Poisson) alone would make them: no evidence counts for more than this. */
  mostEvidence: 8,
  /** A feed that brings something every few seconds may take a breath. */
  leastQuietMs: 15 * 60_000,
} as const;

/** A stretch without news, milliseconds since the epoch. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
}

/**
 * Probability of a quiet at least this long, by the learned rhythm: the Poisson rate is itself uncertain (gamma), the more so the less was seen.
 * 1 where nothing is expected or too little is known.
 */
export function quietProbability(rhythm: Rhythm, { from, to }: Quiet): number {
  const { hours, arrivals } = evidence(rhythm);
  if (hours < SILENCE.leastHours || arrivals <= 0) return 1;
  const shape = Math.min(arrivals, SILENCE.mostEvidence);
  return (1 + expectedBetween(rhythm, from, to) / shape) ** -shape;
}

/** Why a quiet is an alarm, in words; null where it is none. `floorMs`: longer than this is an alarm whatever was learned. */
export function silenceOf(rhythm: Rhythm | null, quiet: Quiet, floorMs?: number): string | null {
  const lasted = quiet.to - quiet.from;
  if (floorMs !== undefined && lasted >= floorMs) return `nothing new for ${spanOf(lasted)}; ${spanOf(floorMs)} is the limit of the config`;
  if (rhythm === null || lasted < SILENCE.leastQuietMs) return null;
  const probability = quietProbability(rhythm, quiet);
  if (probability >= SILENCE.probability) return null;
  const expected = expectedBetween(rhythm, quiet.from, quiet.to);
  return `nothing new for ${spanOf(lasted)}; at this hour of the week ${expected.toFixed(0)} arrivals were to be expected (p ${probability.toExponential(0)})`;
}

/** `3 d 4 h`, `25 min`. */
export function spanOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
