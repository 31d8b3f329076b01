import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from '../store/journal.ts';

export interface SettledDeps {
  readonly journal: Pick<Journal, 'feed' | 'totals' | 'head' | 'subscribers'>;
  /** Feeds to be polled once at least since `since` (ISO 8601 UTC, journal's clock). */
  readonly due: readonly string[];
  readonly since: string;
  readonly subscribers: () => Promise<readonly string[]>;
}

const LOOK_MS = 100;

/** Resolves when the due feeds are polled, no document is pending and every subscriber has all events or is failing. Asks the journal, not the queue. */
export async function settled(deps: SettledDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await isSettled(deps))) await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
}

async function isSettled({ journal, due, since, subscribers }: SettledDeps): Promise<boolean> {
  for (const id of due) {
    const feed = await journal.feed(id);
    if (feed !== null && !feed.paused && (feed.lastPollAt === null || feed.lastPollAt < since)) return false;
  }
  if ((await journal.totals()).rawPending > 0) return false;
  const head = await journal.head();
  const states = new Map((await journal.subscribers()).map((state) => [state.name, state]));
  return (await subscribers()).every((name) => {
    const state = states.get(name);
    return state === undefined
      ? head === '0'
      : state.disabled || state.paused !== null || state.failures > 0 || (state.cursor === head && state.rewindTo === null);
  });
}
