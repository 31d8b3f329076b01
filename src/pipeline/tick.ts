import type { Journal } from '../store/journal.ts';

const LIMIT = 200;
/** Longer than any poll may take; a feed whose poll was lost is due again after it. */
const LEASE_MS = 120_000;

/** Selects the feeds that are due and hints at their polls; returns how many. Two ticks never claim the same feed. */
export async function tick(journal: Pick<Journal, 'claimDueFeeds'>, addPoll: (feed: string) => Promise<void>): Promise<number> {
  const due = await journal.claimDueFeeds(LIMIT, LEASE_MS);
  await Promise.all(due.map((feed) => addPoll(feed.id)));
  return due.length;
}
