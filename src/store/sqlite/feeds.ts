import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import type { Act } from '../audit.ts';
import type { FeedState, FeedSteering, PollOutcome } from '../feed-journal.ts';
import { feedState, type FeedRow } from '../feed-row.ts';
import type { Audit } from './audit.ts';
import type { JournalClock } from './clock.ts';

/** What is polled, when next, and how far it has got. */
export function feedsOf(db: Database, clock: JournalClock, audit: Audit) {
  const put = db.prepare(
    `insert into feed(id, interval_ms, next_poll_at, added_at) values (?, ?, ?, ?)
     on conflict(id) do update set interval_ms = excluded.interval_ms, active = 1, added_at = ifnull(added_at, excluded.added_at)`,
  );
  const retire = db.prepare('update feed set active = 0');
  const one = db.prepare<[string], FeedRow>('select * from feed where id = ?');
  const all = db.prepare<[], FeedRow>('select * from feed order by id');
  const due = db.prepare<[string, number], FeedRow>(
    'select * from feed where active = 1 and paused = 0 and next_poll_at <= ? order by next_poll_at, id limit ?',
  );
  const resume = db.prepare('update feed set paused = 0, paused_reason = null, resume_at = null where paused = 1 and resume_at <= ?');
  const postpone = db.prepare('update feed set next_poll_at = ? where id = ?');

  const putAll = db.transaction((feeds: readonly { readonly id: string; readonly intervalMs: number }[]) => {
    const now = clock();
    retire.run();
    for (const { id, intervalMs } of feeds) put.run(id, intervalMs, now, now);
  });
  // The claim is the next poll moved past the lease: a poll that dies is due again by itself.
  const claim = db.transaction((limit: number, leaseMs: number) => {
    const now = clock();
    resume.run(now);
    const rows = due.all(now, limit);
    for (const { id } of rows) postpone.run(after(now, leaseMs), id);
    return rows.map(feedState);
  });
  const stateOf = (id: string): FeedState | null => {
    const row = one.get(id);
    return row === undefined ? null : feedState(row);
  };
  return {
    putFeeds: (feeds: readonly { readonly id: string; readonly intervalMs: number }[]) => {
      putAll.immediate(feeds);
    },
    feed: stateOf,
    feeds: () => all.all().map(feedState),
    claimDueFeeds: (limit: number, leaseMs: number) => claim.immediate(limit, leaseMs),
    finishPoll: finisher(db, clock),
    postponePoll: (feed: string, inMs: number) => {
      postpone.run(after(clock(), inMs), feed);
    },
    steerFeed: steering(db, clock, { audit, stateOf }),
  };
}

function finisher(db: Database, clock: JournalClock): (outcome: PollOutcome) => void {
  const finish = db.prepare(
    `update feed set next_poll_at = @next, last_poll_at = @now, cursor = ifnull(@cursor, cursor),
       validators = ifnull(@validators, validators), last_error = @error, learned = ifnull(@learned, learned),
       backfill_since = case when @error is null then null else backfill_since end,
       failures = case when @error is null then 0 else failures + @counted end,
       failing_since = case when @error is null then null when @counted = 0 then failing_since else ifnull(failing_since, @now) end
     where id = @feed`,
  );
  return ({ feed, nextInMs, cursor, validators, error, excused, learned }) => {
    const now = clock();
    finish.run({
      ...{ feed, now, next: after(now, nextInMs), cursor: cursor ?? null, error: error ?? null },
      ...{ counted: excused === true ? 0 : 1, learned: learned ?? null },
      validators: validators === undefined ? null : JSON.stringify(validators),
    });
  };
}

function steering(
  db: Database,
  clock: JournalClock,
  { audit, stateOf }: { readonly audit: Audit; readonly stateOf: (id: string) => FeedState | null },
) {
  const pause = db.prepare('update feed set paused = ?, paused_reason = ?, resume_at = ? where id = ?');
  const again = db.prepare(`update feed set cursor = null, validators = '{}', backfill_since = ?, next_poll_at = ? where id = ?`);
  const poll = db.prepare('update feed set next_poll_at = ? where id = ?');
  const steer = db.transaction((feed: string, { paused, resumeAt, pollNow, backfillSince }: FeedSteering, act: Act): FeedState | null => {
    const now = clock();
    if (paused !== undefined) pause.run(paused === null ? 0 : 1, paused, paused === null ? null : (resumeAt ?? null), feed);
    if (backfillSince !== undefined) again.run(backfillSince, now, feed);
    if (pollNow === true || paused === null) poll.run(now, feed);
    const state = stateOf(feed);
    if (state !== null) audit.recordAudit({ ...act, subject: feed });
    return state;
  });
  return (feed: string, change: FeedSteering, act: Act) => steer.immediate(feed, change, act);
}
