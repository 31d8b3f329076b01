import type { FeedState } from './journal.ts';

/** A feed as both stores keep it; SQLite has no booleans. */
export interface FeedRow {
  readonly id: string;
  readonly interval_ms: number;
  readonly paused: boolean | 0 | 1;
  readonly next_poll_at: string;
  readonly cursor: string | null;
  readonly validators: string;
  readonly failures: number;
  readonly failing_since: string | null;
  readonly last_error: string | null;
  readonly last_poll_at: string | null;
  readonly last_item_at: string | null;
}

/** A row as the journal hands it out. */
export function feedState(row: FeedRow): FeedState {
  const { id, cursor, failures } = row;
  return {
    ...{ id, cursor, failures, paused: Boolean(row.paused), intervalMs: row.interval_ms, nextPollAt: row.next_poll_at },
    validators: JSON.parse(row.validators) as Record<string, string>,
    ...{ failingSince: row.failing_since, lastError: row.last_error, lastPollAt: row.last_poll_at, lastItemAt: row.last_item_at },
  };
}
