import type { Journal } from '../store/journal.ts';
import { POLL_CLAIM_MS } from './poll-claim.ts';

const LIMIT = 200;
/** One tick takes no more: a thousand pages of due feeds is not a backlog but a fault. */
const MOST = 1_000;

/** Selects the feeds that are due and hints at their polls; returns how many. Two ticks never claim the same feed. */
export async function tick(
  journal: Pick<Journal, 'claimDueFeeds'>,
  addPolls: (feeds: readonly string[]) => Promise<void>,
): Promise<number> {
  let claimed = 0;
  for (let page = 0; page < MOST; page += 1) {
    const due = await journal.claimDueFeeds(LIMIT, POLL_CLAIM_MS);
    if (due.length > 0) await addPolls(due.map((feed) => feed.id));
    claimed += due.length;
    if (due.length < LIMIT) break;
  }
  return claimed;
}
