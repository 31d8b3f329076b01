import { after } from '../after.ts';
import type { Act } from '../audit.ts';
import type { DeliveryFailure, DeliveryNote, GateView, Steering, SubscriberState } from '../journal.ts';
import { IN_FORCE, mustWait, subscriberState, type SubscriberRow } from '../subscriber-row.ts';
import { record } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import { cursorOf, positionOf, type Position } from './cursor.ts';
import { deliveryLogOf, noteDeliveries } from './delivery-log.ts';
import { readEvents } from './events.ts';

interface Row extends SubscriberRow, Position {}

const COLUMNS = 'name, era, xid::text as xid, seq, failures, next_attempt_at, last_error, disabled, leased_until, paused, rewind_to';

/** Who has read how far. */
export function subscribersOf(db: Postgres, clock: JournalClock) {
  return {
    ...deliveryLogOf(db),
    subscriber: async (name: string) => subscriberOf(await rowOf(db, name)),
    subscribers: async () => (await db.query<Row>(`select ${COLUMNS} from subscriber where ${IN_FORCE} order by name`)).map(subscriberOf),
    claimDeliveries: (name: string, limit: number, leaseMs: number): Promise<GateView[]> =>
      db.transaction(async (sql) => {
        const row = await rowOf(sql, name, 'for update');
        const now = await clock(sql);
        if (mustWait(row, now)) return [];
        const from = await beginning(sql, row);
        const found = await readEvents(sql, clock, { from, limit });
        if (found.length > 0) await sql.query('update subscriber set leased_until = $2 where name = $1', [name, after(now, leaseMs)]);
        return found;
      }),
    acknowledge: async (name: string, through: string, notes: readonly DeliveryNote[]) => {
      await db.transaction(async (sql) => {
        await rowOf(sql, name, 'for update');
        await noteDeliveries(sql, name, notes, await clock(sql));
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
    deliveryFailed: async (name: string, { error, retryInMs, disable = false, of }: DeliveryFailure) => {
      await db.transaction(async (sql) => {
        await rowOf(sql, name, 'for update');
        const now = await clock(sql);
        if (of !== undefined) await noteDeliveries(sql, name, [{ ...of, outcome: `failed: ${error}` }], now);
        await sql.query(
          `update subscriber set failures = failures + 1, last_error = $2, next_attempt_at = $3, disabled = disabled or $4, leased_until = null
           where name = $1`,
          [name, error, after(now, retryInMs), disable],
        );
      });
    },
    steer: (name: string, change: Steering, act: Act): Promise<SubscriberState> =>
      db.transaction(async (sql) => {
        const state = await steer(sql, name, change);
        await record(sql, { ...act, subject: name }, await clock(sql));
        return state;
      }),
  };
}

async function steer(sql: Sql, name: string, { paused, enable, rewindTo }: Steering): Promise<SubscriberState> {
  await rowOf(sql, name, 'for update');
  if (paused !== undefined) await sql.query('update subscriber set paused = $2 where name = $1', [name, paused]);
  if (enable === true)
    await sql.query('update subscriber set disabled = false, failures = 0, last_error = null, next_attempt_at = null where name = $1', [
      name,
    ]);
  if (rewindTo !== undefined) await sql.query('update subscriber set rewind_to = $2 where name = $1', [name, rewindTo]);
  return subscriberOf(await rowOf(sql, name));
}

/** Where the next claim begins; a rewind that was asked for happens now. */
async function beginning(sql: Sql, row: Row): Promise<Position> {
  if (row.rewind_to === null) return row;
  const from = positionOf(row.rewind_to);
  await sql.query('update subscriber set era = $2, xid = $3::xid8, seq = $4, rewind_to = null where name = $1', [
    ...[row.name, from.era, from.xid, from.seq],
  ]);
  return from;
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
