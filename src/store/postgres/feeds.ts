import { after } from '../after.ts';
import { feedState, type FeedRow } from '../feed-row.ts';
import type { FeedState, PollOutcome } from '../journal.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

/** What is polled, when next, and how far it has got. */
export function feedsOf(db: Postgres, clock: JournalClock) {
  return {
    putFeeds: (feeds: readonly { readonly id: string; readonly intervalMs: number }[]) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        // Processes that start together put the same feeds: always in one order.
        const sorted = [...feeds].sort((a, b) => (a.id < b.id ? -1 : 1));
        await sql.query('select from feed order by id for update');
        await sql.query('update feed set active = false where active and not (id = any($1::text[]))', [sorted.map(({ id }) => id)]);
        await sql.query(
          `insert into feed(id, interval_ms, next_poll_at) select id, every, $3 from unnest($1::text[], $2::bigint[]) as given(id, every)
           on conflict(id) do update set interval_ms = excluded.interval_ms, active = true`,
          [sorted.map(({ id }) => id), sorted.map(({ intervalMs }) => intervalMs), now],
        );
      }),
    feed: async (id: string): Promise<FeedState | null> => {
      const [row] = await db.query<FeedRow>('select * from feed where id = $1', [id]);
      return row === undefined ? null : feedState(row);
    },
    feeds: async () => (await db.query<FeedRow>('select * from feed order by id')).map(feedState),
    // The claim is the next poll moved past the lease: a poll that dies is due again by itself.
    claimDueFeeds: (limit: number, leaseMs: number) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const rows = await sql.query<FeedRow>(
          'select * from feed where active and not paused and next_poll_at <= $1 order by next_poll_at, id limit $2 for update skip locked',
          [now, limit],
        );
        await sql.query('update feed set next_poll_at = $1 where id = any($2::text[])', [after(now, leaseMs), rows.map(({ id }) => id)]);
        return rows.map(feedState);
      }),
    finishPoll: ({ feed, nextInMs, cursor, validators, error }: PollOutcome) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        await sql.query(
          `update feed set next_poll_at = $2, last_poll_at = $3, cursor = coalesce($4, cursor), validators = coalesce($5, validators),
             last_error = $6, failures = case when $6::text is null then 0 else failures + 1 end,
             failing_since = case when $6::text is null then null else coalesce(failing_since, $3) end
           where id = $1`,
          [feed, after(now, nextInMs), now, cursor ?? null, validators === undefined ? null : JSON.stringify(validators), error ?? null],
        );
      }),
  };
}
