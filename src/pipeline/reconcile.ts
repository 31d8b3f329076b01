import { BATCH } from '../queue/names.ts';
import type { Queues } from '../queue/queues.ts';
import type { Journal, SubscriberState } from '../store/journal.ts';
import type { HandOut } from './hand-out.ts';

export interface ReconcileDeps {
  readonly journal: Pick<Journal, 'now' | 'claimPendingRaws' | 'releaseDue' | 'subscribers' | 'head'>;
  readonly queues: Pick<Queues, 'addDeliver' | 'backlog' | 'ensureTick'>;
  readonly handOut: HandOut;
  readonly subscribers: () => Promise<readonly string[]>;
  readonly tickEveryMs: number;
}

/** A raw row without a job is noticed after this while the queue is empty, */
const IDLE_MS = 5_000;
/** and after this while it is not: most of them just wait for their turn. */
const BUSY_IDLE_MS = 10 * 60_000;
const LIMIT = 1_000;

/** Makes the queue agree with the journal: pending documents, embargoes that have passed, subscribers that lag, the tick itself. */
export async function reconcile(deps: ReconcileDeps, idleMs: number = IDLE_MS): Promise<void> {
  await deps.journal.releaseDue(LIMIT);
  await deps.queues.ensureTick(deps.tickEveryMs);
  const { normalize, follow } = await deps.queues.backlog();
  await handOutPending(deps, normalize + follow === 0 ? idleMs : BUSY_IDLE_MS);
  await wakeLagging(deps);
}

async function handOutPending({ journal, handOut }: ReconcileDeps, idleMs: number): Promise<void> {
  const pending = await journal.claimPendingRaws(idleMs, LIMIT);
  for (const feed of new Set(pending.map((row) => row.feed))) {
    const rows = pending.filter((row) => row.feed === feed);
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      const round = Math.max(...batch.map((row) => row.attempts));
      const ids = batch.map((row) => row.id);
      await handOut(feed, ids, round);
    }
  }
}

async function wakeLagging({ journal, queues, subscribers }: ReconcileDeps): Promise<void> {
  const [head, now, states] = [await journal.head(), await journal.now(), await journal.subscribers()];
  const known = new Map(states.map((state) => [state.name, state]));
  for (const name of await subscribers()) if (lags(known.get(name), head, now)) await queues.addDeliver(name);
}

function lags(state: SubscriberState | undefined, head: string, now: string): boolean {
  if (state === undefined) return head !== '0';
  const waits = state.cursor !== head || state.rewindTo !== null;
  return waits && !state.disabled && state.paused === null && (state.nextAttemptAt === null || state.nextAttemptAt <= now);
}
