import { after } from '../after.ts';
import type { GateView, SubscriberState } from '../journal.ts';
import { mustWait, subscriberState, type SubscriberRow } from '../subscriber-row.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import { cursorOf, positionOf, type Position } from './cursor.ts';
import { readEvents } from './events.ts';

interface Row extends SubscriberRow, Position {}

const COLUMNS = 'name, era, xid::text as xid, seq, failures, next_attempt_at, last_error, disabled, leased_until';

/** Who has read how far. */
export function subscribersOf(db: Postgres, clock: JournalClock) {
  return {
    subscriber: async (name: string) => subscriberOf(await rowOf(db, name)),
    subscribers: async () => (await db.query<Row>(`select ${COLUMNS} from subscriber order by name`)).map(subscriberOf),
    claimDeliveries: (name: string, limit: number, leaseMs: number): Promise<GateView[]> =>
      db.transaction(async (sql) => {
        const row = await rowOf(sql, name, 'for update');
        const now = await clock(sql);
        if (mustWait(row, now)) return [];
        const found = await readEvents(sql, clock, { from: row, limit });
        if (found.length > 0) await sql.query('update subscriber set leased_until = $2 where name = $1', [name, after(now, leaseMs)]);
        return found;
      }),
    acknowledge: async (name: string, through: string, log: readonly { readonly key: string; readonly outcome: string }[]) => {
      await db.transaction(async (sql) => {
        await rowOf(sql, name, 'for update');
        const now = await clock(sql);
        // One row per key, or one statement would meet it twice.
        const last = [...new Map(log.map(({ key, outcome }) => [key, outcome]))];
        await sql.query(
          `insert into delivery(subscriber, key, outcome, at) select $1, key, outcome, $4 from unnest($2::text[], $3::text[]) as log(key, outcome)
           on conflict(subscriber, key) do update set outcome = excluded.outcome, at = excluded.at`,
          [name, last.map(([key]) => key), last.map(([, outcome]) => outcome), now],
        );
        const { era, xid, seq } = positionOf(through);
        await sql.query(
          `update subscriber set failures = 0, last_error = null, next_attempt_at = null, leased_until = null where name = $1`,
          [name],
        );
        await sql.query(
          'update subscriber set era = $2, xid = $3::xid8, seq = $4 where name = $1 and (era, xid, seq) < ($2, $3::xid8, $4)',
          [name, era, xid, seq],
        );
      });
    },
    deliveryFailed: async (
      name: string,
      { error, retryInMs, disable = false }: { readonly error: string; readonly retryInMs: number; readonly disable?: boolean },
    ) => {
      await db.transaction(async (sql) => {
        await rowOf(sql, name, 'for update');
        await sql.query(
          `update subscriber set failures = failures + 1, last_error = $2, next_attempt_at = $3, disabled = disabled or $4, leased_until = null
           where name = $1`,
          [name, error, after(await clock(sql), retryInMs), disable],
        );
      });
    },
  };
}

/** A subscriber that is asked for the first time begins at the start. */
async function rowOf(sql: Sql, name: string, lock: '' | 'for update' = ''): Promise<Row> {
  const find = (): Promise<Row[]> => sql.query(`select ${COLUMNS} from subscriber where name = $1 ${lock}`, [name]);
  const [known] = await find();
  if (known !== undefined) return known;
  await sql.query('insert into subscriber(name) values ($1) on conflict do nothing', [name]);
  const [row] = await find();
  if (row === undefined) throw new Error(`subscriber ${name} vanished`);
  return row;
}

function subscriberOf(row: Row): SubscriberState {
  return subscriberState(row, cursorOf(row));
}
