import { seeded } from './seeded.mjs';

/**
 * The faults of a run in time, decided by the seed alone: `[{ at, fault, seed }]`, `at` in milliseconds after the first revision. `mix` says how many
 * of each fault; they lie anywhere in the run but its first tenth.
 */
export function scheduleOf({ seed, mix, forMs }) {
  const random = seeded(seed).of('schedule');
  const faults = Object.entries(mix).flatMap(([fault, count]) =>
    Array.from({ length: count }, () => ({
      at: Math.floor(forMs * (0.1 + 0.9 * random.next())),
      fault,
      seed: Math.floor(random.next() * 2 ** 32),
    })),
  );
  return faults.sort((one, other) => one.at - other.at);
}
