import { BATCH } from '../queue/names.ts';
import type { Queues } from '../queue/queues.ts';
import type { Log } from './log.ts';

/** Hints at the work on new documents; `round` tells a batch that is handed out again from the first time. */
export type HandOut = (feed: string, raws: readonly number[], round: number) => Promise<void>;

/** Documents of feeds whose pages are fetched go there first, all others to be normalized. */
export function handOutOf(queues: Pick<Queues, 'addNormalize' | 'addFollow'>, follows: (feed: string) => boolean): HandOut {
  return (feed, raws, round) => (follows(feed) ? queues.addFollow(feed, raws, round) : queues.addNormalize(feed, raws, round));
}

/** A lost hint is no loss: the raw rows stay pending in the journal and the reconciler hands them out. */
export async function announce(feed: string, fresh: readonly number[], handOut: HandOut, log: Log): Promise<void> {
  try {
    for (let start = 0; start < fresh.length; start += BATCH) await handOut(feed, fresh.slice(start, start + BATCH), 0);
  } catch (error) {
    log.warn({ feed, raws: fresh.length, err: error }, 'queue away: the reconciler will hand these out');
  }
}
