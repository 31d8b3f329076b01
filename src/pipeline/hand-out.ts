import type { Queues } from '../queue/queues.ts';

/** Hints at the work on new documents; `round` tells a batch that is handed out again from the first time. */
export type HandOut = (feed: string, raws: readonly number[], round: number) => Promise<void>;

/** Documents of feeds whose pages are fetched go there first, all others to be normalized. */
export function handOutOf(queues: Pick<Queues, 'addNormalize' | 'addFollow'>, follows: (feed: string) => boolean): HandOut {
  return (feed, raws, round) => (follows(feed) ? queues.addFollow(feed, raws, round) : queues.addNormalize(feed, raws, round));
}
