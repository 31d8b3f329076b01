import type { Journal } from '../store/journal.ts';

/** What was claimed and has lost its worker, or its job in an emptied Redis, is due again after this. */
export const POLL_CLAIM_MS = 12_000;
const RENEW_MS = 4_000;

/**
 * Keeps a feed claimed while `work` goes on: short claims are soon free again after a crash, and renewed ones hold a poll of any length. The last
 * renewal is over before this resolves, so that none overwrites the time of the next poll.
 */
export async function whileClaimed(feed: string, journal: Pick<Journal, 'postponePoll'>, work: () => Promise<void>): Promise<void> {
  let renewal: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A renewal that fails lets another worker poll the same feed: what both bring is kept once.
    renewal = Promise.allSettled([renewal, journal.postponePoll(feed, POLL_CLAIM_MS)]);
  }, RENEW_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
    await renewal;
  }
}
