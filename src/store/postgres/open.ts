import type { Journal } from '../journal.ts';
import { auditOf } from './audit.ts';
import { byHandOf } from './by-hand.ts';
import { changedOf } from './changed.ts';
import { journalClock } from './clock.ts';
import { commitOf } from './commit.ts';
import { connect, type Postgres } from './connection.ts';
import { consumersOf } from './consumers.ts';
import { eventsOf } from './events.ts';
import { feedHealthOf } from './feed-health.ts';
import { feedsOf } from './feeds.ts';
import { holdsOf } from './holds.ts';
import { followedOf } from './followed.ts';
import { hubsOf } from './hubs.ts';
import { quarantineOf } from './quarantine.ts';
import { rawsOf } from './raws.ts';
import { replayOf } from './replay.ts';
import { requestsOf } from './requests.ts';
import { migrate } from './schema.ts';
import { retentionOf } from './retention.ts';
import { searchOf } from './search.ts';
import { subscribersOf } from './subscribers.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { tokensOf } from './tokens.ts';

/**
 * The journal in a PostgreSQL database of its own (14 or newer), shared by any number of machines. `options.now` replaces the server's
 * clock in tests. @throws {Misconfigured} where the server refuses or is too old; {Transient} where it is away
 */
export async function openPostgresJournal(url: string, options: { readonly now?: () => Date } = {}): Promise<Journal> {
  const db = connect(url);
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  const clock = journalClock(options.now);
  const hints = changedOf(url);
  return {
    changed: (withinMs) => hints.changed(withinMs),
    now: () => clock(db),
    ...feedsOf(db, clock),
    ...feedHealthOf(db, clock),
    ...hubsOf(db, clock),
    ...followedOf(db, clock),
    ...rawsOf(db, clock),
    ...commitOf(db, clock),
    ...replayOf(db, clock),
    ...holdsOf(db, clock),
    ...byHandOf(db, clock),
    ...auditOf(db, clock),
    ...eventsOf(db, clock),
    ...retentionOf(db, clock),
    ...searchOf(db, clock),
    ...consumersOf(db, clock),
    ...subscribersOf(db, clock),
    ...subscriptionsOf(db, clock),
    ...tokensOf(db, clock),
    ...quarantineOf(db, clock),
    ...requestsOf(db, clock),
    ...countsOf(db),
    close: async () => {
      await hints.close();
      await db.close();
    },
  };
}

type Totals = Awaited<ReturnType<Journal['totals']>>;

function countsOf(db: Postgres) {
  return {
    totals: async (): Promise<Totals> => {
      const [row] = await db.query<Totals>(`
        select count(*) as received, count(*) filter (where outcome = 'stored') as stored, count(*) filter (where outcome = 'duplicate') as duplicate,
          count(*) filter (where outcome = 'filtered') as filtered, count(*) filter (where outcome = 'quarantined') as quarantined,
          (select count(*) from raw where state = 'pending') as "rawPending", (select count(*) from head) as articles,
          (select count(*) from outbox) as outbox, (select count(*) from quarantine) as "quarantineRows"
        from raw_item`);
      if (row === undefined) throw new Error('an aggregate without a row');
      return row;
    },
  };
}
