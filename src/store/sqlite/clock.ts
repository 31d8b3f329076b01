import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** The journal's clock: ISO 8601 UTC with milliseconds, so that texts compare as instants. */
export type JournalClock = () => string;

/** The kernel counts whole seconds from its start: less than this is no difference between clocks. */
const TOLERATED_MS = 2_500;
/** How often the two clocks are compared. */
const COMPARE_MS = 250;

/**
 * The machine's clock, unless a test brings one. A process may have been given another than the kernel's (libfaketime, a debugger): it
 * would release embargoes early, so where the two differ the kernel's counts. Where the kernel tells none (outside Linux), the database's does.
 */
export function journalClock(db: Database, now?: () => Date): JournalClock {
  if (now !== undefined) return () => now().toISOString();
  const read = db.prepare<[], { at: string }>("select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as at");
  const skewOf = skewMeter();
  return () => {
    const at = read.get()?.at ?? '';
    const skew = skewOf(Date.parse(at));
    return skew === 0 ? at : new Date(Date.parse(at) - skew).toISOString();
  };
}

/** Milliseconds by which an instant of this process is ahead of the kernel's clock; 0 where they agree. */
function skewMeter(): (at: number) => number {
  let [comparedAt, skew] = [Number.NEGATIVE_INFINITY, 0];
  return (at) => {
    if (Math.abs(at - comparedAt) >= COMPARE_MS) {
      const kernel = kernelClock();
      const difference = kernel === undefined ? 0 : at - kernel;
      [comparedAt, skew] = [at, Math.abs(difference) < TOLERATED_MS ? 0 : difference];
    }
    return skew;
  };
}

/** Milliseconds since the epoch as the kernel of Linux has them: when it started, and how long ago that is. */
function kernelClock(): number | undefined {
  try {
    const started = /^btime (\d{1,12})$/m.exec(readFileSync('/proc/stat', 'latin1'))?.[1];
    const [up = ''] = readFileSync('/proc/uptime', 'latin1').split(' ');
    const at = (Number(started) + Number(up)) * 1_000;
    return Number.isFinite(at) && at > 0 ? at : undefined;
  } catch {
    return undefined;
  }
}
