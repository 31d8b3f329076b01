import type { Journal, Retention } from '../store/journal.ts';
import type { Log } from './log.ts';

const EVERY_MS = 3_600_000;

/** Forgets all that the policy lets go, in steps that keep writers waiting only shortly. */
export async function retain(journal: Pick<Journal, 'forget'>, policy: Retention): Promise<Awaited<ReturnType<Journal['forget']>>> {
  const sum = { raws: 0, revisions: 0, events: 0 };
  for (let more = true; more;) {
    const { raws, revisions, events } = await journal.forget(policy);
    sum.raws += raws;
    sum.revisions += revisions;
    sum.events += events;
    more = raws + revisions + events > 0;
  }
  return sum;
}

/** Runs at start and every hour; several processes may. Returns how to stop it. */
export function startRetention(journal: Pick<Journal, 'forget'>, policy: Retention, log: Log): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  const run = (): void => {
    round = round.then(async () => {
      try {
        log.info({ ...(await retain(journal, policy)) }, 'retention');
      } catch (error) {
        log.warn({ err: error }, 'retention: will try again');
      }
    });
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  return () => {
    clearInterval(timer);
    return round;
  };
}
