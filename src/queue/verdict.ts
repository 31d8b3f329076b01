import { UnrecoverableError } from 'bullmq';
import { sentenceOf, Transient } from '../faults.ts';

/** Attempts of one job before it is left to the reconciler, which hands out a new one. */
export const ATTEMPTS = 5;
/** Name under which BullMQ finds `backoffMs`. */
export const BACKOFF = 'wirecopy';

const FIRST_MS = 2_000;
const CAP_MS = 60_000;

/**
 * What BullMQ is told of a fault; nothing else in the project maps faults to the queue. Transient faults are tried
 * again; bad input, wrong set-up and bugs stop the job, for the next attempt would end the same way.
 */
export function verdictOf(fault: unknown): Error {
  if (fault instanceof Transient) return fault;
  const stop = new UnrecoverableError(sentenceOf(fault));
  stop.cause = fault;
  return stop;
}

/** Milliseconds before the next attempt (`attemptsMade` from 1): doubled each time, jittered by half, never less than the other side asked for. */
export function backoffMs(attemptsMade: number, fault: unknown, random: () => number): number {
  const grown = Math.min(FIRST_MS * 2 ** Math.min(attemptsMade - 1, 20), CAP_MS);
  const asked = fault instanceof Transient ? (fault.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.round(grown * (0.5 + random() / 2)));
}
