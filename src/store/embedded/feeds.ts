import type { Database } from 'better-sqlite3';
import type { FeedState, PollOutcome } from '../journal.ts';
import { after, type JournalClock } from './clock.ts';

interface Row {
  readonly id: string;
  readonly interval_ms: number;
  readonly paused: number;
  readonly next_poll_at: string;
  readonly cursor: string | null;
  readonly validators: string;
  readonly failures: number;
  readonly failing_since: string | null;
  readonly last_error: string | null;
  readonly last_poll_at: string | null;
  readonly last_item_at: string | null;
}

function stateOf(row: Row): FeedState {
  return {
    id: row.id,
    intervalMs: row.interval_ms,
    paused: row.paused === 1,
    nextPollAt: row.next_poll_at,
    cursor: row.cursor,
    validators: JSON.parse(row.validators) as Record<string, string>,
    failures: row.failures,
    failingSince: row.failing_since,
    lastError: row.last_error,
    lastPollAt: row.last_poll_at,
    lastItemAt: row.last_item_at,
  };
}

/** Feeds: what is due, and how far each has got. */
export function feedsOf(db: Database, clock: JournalClock) {
  const all = db.prepare<[], Row>('select * from feed where active = 1 order by id');
  const one = db.prepare<[string], Row>('select * from feed where id = ?');
  const due = db.prepare<[string, number], Row>(
    'select * from feed where active = 1 and paused = 0 and next_poll_at <= ? order by next_poll_at limit ?',
  );
  const claim = db.prepare('update feed set next_poll_at = ? where id = ?');
  const upsert = db.prepare(
    'insert into feed(id, interval_ms, next_poll_at) values (?, ?, ?) on conflict(id) do update set interval_ms = excluded.interval_ms, active = 1',
  );
  const success = db.prepare(
    `update feed set cursor = coalesce(?, cursor), validators = coalesce(?, validators), next_poll_at = ?, last_poll_at = ?, failures = 0,
     failing_since = null, last_error = null where id = ?`,
  );
  const failure = db.prepare(
    `update feed set cursor = coalesce(?, cursor), validators = coalesce(?, validators), next_poll_at = ?, last_poll_at = ?,
     failures = failures + 1, failing_since = coalesce(failing_since, ?), last_error = ? where id = ?`,
  );
  const put = db.transaction((feeds: readonly { readonly id: string; readonly intervalMs: number }[]) => {
    db.prepare('update feed set active = 0').run();
    for (const { id, intervalMs } of feeds) upsert.run(id, intervalMs, clock());
  });
  const claimDue = db.transaction((limit: number, leaseMs: number) => {
    const now = clock();
    const rows = due.all(now, limit);
    for (const { id } of rows) claim.run(after(now, leaseMs), id);
    return rows.map(stateOf);
  });
  return {
    putFeeds: (feeds: readonly { readonly id: string; readonly intervalMs: number }[]) => {
      put.immediate(feeds);
    },
    feed: (id: string) => {
      const row = one.get(id);
      return row === undefined ? null : stateOf(row);
    },
    feeds: () => all.all().map(stateOf),
    claimDueFeeds: (limit: number, leaseMs: number) => claimDue.immediate(limit, leaseMs),
    finishPoll: ({ feed, nextInMs, cursor, validators, error }: PollOutcome) => {
      const now = clock();
      const kept = [cursor ?? null, validators === undefined ? null : JSON.stringify(validators), after(now, nextInMs), now] as const;
      if (error === undefined) success.run(...kept, feed);
      else failure.run(...kept, now, error, feed);
    },
  };
}
