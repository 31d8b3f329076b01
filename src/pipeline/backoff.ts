const CAP_MS = 15 * 60_000;

/**
 * Milliseconds until the next try after `failures` failures in a row (from 1): `base` doubled each time, jittered by
 * half, at most a quarter of an hour (or `base`, where that is longer). Nothing is ever given up.
 */
export function retryInMs(failures: number, base: number, random: () => number): number {
  const grown = Math.min(base * 2 ** Math.min(failures - 1, 30), Math.max(CAP_MS, base));
  return Math.round(grown * (0.5 + random() / 2));
}
