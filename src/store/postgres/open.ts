import type { Journal, QuarantineRow } from '../journal.ts';
import type { QuarantineQuery } from '../replay.ts';
import { auditOf } from './audit.ts';
import { byHandOf } from './by-hand.ts';
import { changedOf } from './changed.ts';
import { journalClock } from './clock.ts';
import { commitOf } from './commit.ts';
import { connect, type Postgres } from './connection.ts';
import { consumersOf } from './consumers.ts';
import { eventsOf } from './events.ts';
import { feedsOf } from './feeds.ts';
import { holdsOf } from './holds.ts';
import { rawsOf } from './raws.ts';
import { replayOf } from './replay.ts';
import { migrate } from './schema.ts';
import { retentionOf } from './retention.ts';
import { searchOf } from './search.ts';
import { subscribersOf } from './subscribers.ts';
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
    ...tokensOf(db, clock),
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
    quarantine: async (limit: number, { code, feed }: QuarantineQuery = {}): Promise<QuarantineRow[]> => {
      const rows = await db.query<QuarantineRow & { item: number }>(
        `select quarantine.id, raw_id as "rawId", feed, item, code, message, bug, at from quarantine join raw on raw.id = raw_id
         where ($2::text is null or code = $2) and ($3::text is null or feed = $3) order by quarantine.id desc limit $1`,
        [limit, code ?? null, feed ?? null],
      );
      return rows.map((row) => ({ ...row, item: row.item < 0 ? null : row.item }));
    },
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
