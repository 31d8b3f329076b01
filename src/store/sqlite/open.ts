import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { Journal } from '../journal.ts';
import { auditOf } from './audit.ts';
import { byHandOf } from './by-hand.ts';
import { changedOf } from './changed.ts';
import { journalClock } from './clock.ts';
import { commitOf } from './commit.ts';
import { consumersOf } from './consumers.ts';
import { eventsOf } from './events.ts';
import { feedHealthOf } from './feed-health.ts';
import { feedsOf } from './feeds.ts';
import { holdsOf } from './holds.ts';
import { placesOf } from './places.ts';
import { followedOf } from './followed.ts';
import { hubsOf } from './hubs.ts';
import { quarantineOf } from './quarantine.ts';
import { rawsOf } from './raws.ts';
import { replayOf } from './replay.ts';
import { requestsOf } from './requests.ts';
import { retentionOf } from './retention.ts';
import { revisionsOf } from './revisions.ts';
import { migrate } from './schema.ts';
import { fillIndex, searchIndexOf, searchOf } from './search.ts';
import { storyRowsOf } from './story-rows.ts';
import { subscribersOf } from './subscribers.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { tokensOf } from './tokens.ts';

/**
 * The journal in one SQLite file: WAL, every commit on disk before it is acknowledged. Several processes may open it at once.
 * `options.now` replaces the database's clock in tests.
 */
export function openSqliteJournal(path: string, options: { readonly now?: () => Date } = {}): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const db = new Sqlite(path, { timeout: 5_000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  migrate(db);
  const clock = journalClock(db, options.now);
  const places = placesOf(db);
  const { eventsAfter, ...events } = eventsOf(db, clock, places);
  const index = searchIndexOf(db);
  fillIndex(db, index);
  const audit = auditOf(db, clock);
  const stories = storyRowsOf(db, clock);
  const revisions = revisionsOf(db, clock, { stories, audit, index });
  const { changed } = changedOf(db);
  return promised({
    now: clock,
    changed,
    ...feedsOf(db, clock, audit),
    ...feedHealthOf(db, clock),
    ...hubsOf(db, clock),
    ...followedOf(db, clock),
    ...rawsOf(db, clock),
    ...commitOf(db, clock, revisions),
    ...holdsOf(db, clock, index),
    ...byHandOf(db, clock, { stories, revisions, audit, index }),
    ...replayOf(db, clock, revisions),
    ...audit,
    ...events,
    ...retentionOf(db, clock),
    ...searchOf(db, events.article),
    ...consumersOf(db, clock, places),
    ...subscribersOf(db, clock, { audit, read: eventsAfter }),
    ...subscriptionsOf(db, clock, { audit, places }),
    ...tokensOf(db, clock, audit),
    ...quarantineOf(db, audit),
    ...requestsOf(db, clock),
    ...countsOf(db),
    close: () => void db.close(),
  });
}

/** The methods of `Journal` as SQLite has them: done when they return, but for waiting. */
type Immediate = { [K in keyof Journal]: (...args: Parameters<Journal[K]>) => Awaited<ReturnType<Journal[K]>> | ReturnType<Journal[K]> };

/** Wraps each method in a promise; what it throws rejects. */
function promised(methods: Immediate): Journal {
  const wrap =
    (method: (...args: never[]) => unknown) =>
    (...args: never[]) =>
      new Promise((resolve) => {
        resolve(method(...args));
      });
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, wrap(method)])) as unknown as Journal;
}

function countsOf(db: Database) {
  const totals = db.prepare<
    [],
    Record<
      'stored' | 'duplicate' | 'filtered' | 'quarantined' | 'received' | 'rawPending' | 'articles' | 'outbox' | 'quarantineRows',
      number
    >
  >(`
    select count(*) as received, coalesce(sum(outcome = 'stored'), 0) as stored, coalesce(sum(outcome = 'duplicate'), 0) as duplicate,
      coalesce(sum(outcome = 'filtered'), 0) as filtered, coalesce(sum(outcome = 'quarantined'), 0) as quarantined,
      (select count(*) from raw where state = 'pending') as rawPending, (select count(*) from head) as articles,
      (select count(*) from outbox) as outbox, (select count(*) from quarantine) as quarantineRows
    from raw_item`);
  return {
    totals: () =>
      totals.get() ?? {
        received: 0,
        stored: 0,
        duplicate: 0,
        filtered: 0,
        quarantined: 0,
        rawPending: 0,
        articles: 0,
        outbox: 0,
        quarantineRows: 0,
      },
  };
}
