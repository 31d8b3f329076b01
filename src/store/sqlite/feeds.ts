import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import { feedState, type FeedRow } from '../feed-row.ts';
import type { FeedState, PollOutcome } from '../journal.ts';
import type { JournalClock } from './clock.ts';

/** What is polled, when next, and how far it has got. */
export function feedsOf(db: Database, clock: JournalClock) {
  const put = db.prepare(
    `insert into feed(id, interval_ms, next_poll_at) values (?, ?, ?)
     on conflict(id) do update set interval_ms = excluded.interval_ms, active = 1`,
  );
  const retire = db.prepare('update feed set active = 0');
  const one = db.prepare<[string], FeedRow>('select * from feed where id = ?');
  const all = db.prepare<[], FeedRow>('select * from feed order by id');
  const due = db.prepare<[string, number], FeedRow>(
    'select * from feed where active = 1 and paused = 0 and next_poll_at <= ? order by next_poll_at, id limit ?',
  );
  const postpone = db.prepare('update feed set next_poll_at = ? where id = ?');
  const finish = db.prepare(
    `update feed set next_poll_at = @next, last_poll_at = @now, cursor = ifnull(@cursor, cursor),
       validators = ifnull(@validators, validators), last_error = @error,
       failures = case when @error is null then 0 else failures + 1 end,
       failing_since = case when @error is null then null else ifnull(failing_since, @now) end
     where id = @feed`,
  );

  const putAll = db.transaction((feeds: readonly { readonly id: string; readonly intervalMs: number }[]) => {
    const now = clock();
    retire.run();
    for (const { id, intervalMs } of feeds) put.run(id, intervalMs, now);
  });
  // The claim is the next poll moved past the lease: a poll that dies is due again by itself.
  const claim = db.transaction((limit: number, leaseMs: number) => {
    const now = clock();
    const rows = due.all(now, limit);
    for (const { id } of rows) postpone.run(after(now, leaseMs), id);
    return rows.map(feedState);
  });
  return {
    putFeeds: (feeds: readonly { readonly id: string; readonly intervalMs: number }[]) => {
      putAll.immediate(feeds);
    },
    feed: (id: string): FeedState | null => {
      const row = one.get(id);
      return row === undefined ? null : feedState(row);
    },
    feeds: () => all.all().map(feedState),
    claimDueFeeds: (limit: number, leaseMs: number) => claim.immediate(limit, leaseMs),
    finishPoll: ({ feed, nextInMs, cursor, validators, error }: PollOutcome) => {
      const now = clock();
      finish.run({
        ...{ feed, now, next: after(now, nextInMs), cursor: cursor ?? null, error: error ?? null },
        validators: validators === undefined ? null : JSON.stringify(validators),
      });
    },
  };
}
