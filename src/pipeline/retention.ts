import type { Journal, Retention } from '../store/journal.ts';
import type { Log } from './log.ts';
import { startRounds } from './rounds.ts';

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
  const round = async (): Promise<void> => {
    log.info({ ...(await retain(journal, policy)) }, 'retention');
  };
  const onError = (error: unknown): void => {
    log.warn({ err: error }, 'retention: will try again');
  };
  return startRounds({ everyMs: EVERY_MS, atStart: true, round, onError });
}
