import { after } from '../after.ts';
import type { Act } from '../audit.ts';
import type { FeedState, FeedSteering, PollOutcome } from '../feed-journal.ts';
import { feedState, type FeedRow } from '../feed-row.ts';
import { record } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';

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
          `insert into feed(id, interval_ms, next_poll_at, added_at)
             select id, every, $3, $3 from unnest($1::text[], $2::bigint[]) as given(id, every)
           on conflict(id) do update set interval_ms = excluded.interval_ms, active = true, added_at = coalesce(feed.added_at, excluded.added_at)`,
          [sorted.map(({ id }) => id), sorted.map(({ intervalMs }) => intervalMs), now],
        );
      }),
    feed: (id: string) => stateOf(db, id),
    feeds: async () => (await db.query<FeedRow>('select * from feed order by id')).map(feedState),
    // The claim is the next poll moved past the lease: a poll that dies is due again by itself.
    claimDueFeeds: (limit: number, leaseMs: number) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        await sql.query('update feed set paused = false, paused_reason = null, resume_at = null where paused and resume_at <= $1', [now]);
        const rows = await sql.query<FeedRow>(
          'select * from feed where active and not paused and next_poll_at <= $1 order by next_poll_at, id limit $2 for update skip locked',
          [now, limit],
        );
        await sql.query('update feed set next_poll_at = $1 where id = any($2::text[])', [after(now, leaseMs), rows.map(({ id }) => id)]);
        return rows.map(feedState);
      }),
    finishPoll: (outcome: PollOutcome) => db.transaction(async (sql) => finish(sql, outcome, await clock(sql))),
    postponePoll: async (feed: string, inMs: number) => {
      await db.query('update feed set next_poll_at = $2 where id = $1', [feed, after(await clock(db), inMs)]);
    },
    steerFeed: (feed: string, change: FeedSteering, act: Act) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        await steer(sql, feed, { ...change, now });
        const state = await stateOf(sql, feed);
        if (state !== null) await record(sql, { ...act, subject: feed }, now);
        return state;
      }),
  };
}

async function stateOf(sql: Sql, id: string): Promise<FeedState | null> {
  const [row] = await sql.query<FeedRow>('select * from feed where id = $1', [id]);
  return row === undefined ? null : feedState(row);
}

async function finish(sql: Sql, { feed, nextInMs, cursor, validators, error, excused, learned }: PollOutcome, now: string): Promise<void> {
  await sql.query(
    `update feed set next_poll_at = $2, last_poll_at = $3, cursor = coalesce($4, cursor), validators = coalesce($5, validators),
       last_error = $6, learned = coalesce($8, learned), backfill_since = case when $6::text is null then null else backfill_since end,
       failures = case when $6::text is null then 0 else failures + $7::integer end,
       failing_since = case when $6::text is null then null when $7::integer = 0 then failing_since else coalesce(failing_since, $3) end
     where id = $1`,
    [
      ...[feed, after(now, nextInMs), now, cursor ?? null],
      ...[validators === undefined ? null : JSON.stringify(validators), error ?? null, excused === true ? 0 : 1, learned ?? null],
    ],
  );
}

async function steer(sql: Sql, feed: string, change: FeedSteering & { readonly now: string }): Promise<void> {
  const { paused, resumeAt, pollNow, backfillSince, now } = change;
  if (paused !== undefined)
    await sql.query('update feed set paused = $2, paused_reason = $3, resume_at = $4 where id = $1', [
      ...[feed, paused !== null, paused],
      paused === null ? null : (resumeAt ?? null),
    ]);
  if (backfillSince !== undefined)
    await sql.query(`update feed set cursor = null, validators = '{}', backfill_since = $2, next_poll_at = $3 where id = $1`, [
      ...[feed, backfillSince, now],
    ]);
  if (pollNow === true || paused === null) await sql.query('update feed set next_poll_at = $2 where id = $1', [feed, now]);
}
