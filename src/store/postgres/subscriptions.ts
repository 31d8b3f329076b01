import { after } from '../after.ts';
import type { Decision } from '../audit.ts';
import {
  changedSettings,
  subscriptionOf,
  type NewSubscription,
  type Subscription,
  type SubscriptionChange,
  type SubscriptionRow,
} from '../subscriptions.ts';
import { record } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import { placeOf } from './places.ts';

const COLUMNS = 'name, url, encoding, filter, salt, key_id, secret_number, old_secret_until, version, created_at';
const IN_FORCE = 'removed_at is null';

/** Who was added over HTTP. */
export function subscriptionsOf(db: Postgres, clock: JournalClock) {
  /** Runs an update of one row, with the audit row of what it did. */
  const changing = (action: string, name: string, decision: Decision, update: (sql: Sql, now: string) => Promise<SubscriptionRow[]>) =>
    db.transaction(async (sql): Promise<Subscription | null> => {
      const now = await clock(sql);
      const [row] = await update(sql, now);
      if (row === undefined) return null;
      await record(sql, { ...decision, action, subject: name }, now);
      return subscriptionOf(row);
    });
  return {
    subscriptions: async (): Promise<Subscription[]> =>
      (await db.query<SubscriptionRow>(`select ${COLUMNS} from subscription where ${IN_FORCE} order by name collate "C"`)).map(
        subscriptionOf,
      ),
    subscription: async (name: string): Promise<Subscription | null> => {
      const [row] = await db.query<SubscriptionRow>(`select ${COLUMNS} from subscription where name = $1 and ${IN_FORCE}`, [name]);
      return row === undefined ? null : subscriptionOf(row);
    },
    addSubscription: (subscription: NewSubscription, decision: Decision) =>
      db.transaction(async (sql) => add(sql, subscription, decision, await clock(sql))),
    changeSubscription: (name: string, change: SubscriptionChange, decision: Decision) =>
      changing('subscriber.update', name, changedSettings(change, decision), (sql) =>
        sql.query<SubscriptionRow>(
          `update subscription set url = coalesce($2, url), encoding = coalesce($3, encoding), filter = coalesce($4, filter), version = version + 1
           where name = $1 and ${IN_FORCE} returning ${COLUMNS}`,
          [name, change.url ?? null, change.encoding ?? null, change.filter === undefined ? null : JSON.stringify(change.filter)],
        ),
      ),
    rotateSubscription: (name: string, { overlapMs, keyId }: { overlapMs: number; keyId: string }, decision: Decision) =>
      changing('subscriber.rotate', name, decision, (sql, now) =>
        sql.query<SubscriptionRow>(
          `update subscription set secret_number = secret_number + 1, version = version + 1, key_id = $2,
             old_secret_until = case when key_id = $2 then $3::timestamptz end where name = $1 and ${IN_FORCE} returning ${COLUMNS}`,
          [name, keyId, overlapMs === 0 ? null : after(now, overlapMs)],
        ),
      ),
    removeSubscription: async (name: string, decision: Decision): Promise<boolean> => {
      const gone = await changing('subscriber.remove', name, decision, (sql, now) =>
        sql.query<SubscriptionRow>(`update subscription set removed_at = $2 where name = $1 and ${IN_FORCE} returning ${COLUMNS}`, [
          name,
          now,
        ]),
      );
      return gone !== null;
    },
  };
}

async function add(
  sql: Sql,
  { name, url, encoding, filter, salt, keyId, from }: NewSubscription,
  decision: Decision,
  now: string,
): Promise<boolean> {
  const { era, xid, seq } = await placeOf(sql, from);
  const made = await sql.query(
    `insert into subscription(name, url, encoding, filter, salt, key_id, created_at) select $1::text, $2, $3, $4, $5, $6, $7::timestamptz
           where not exists (select from subscriber where name = $1) on conflict do nothing returning name`,
    [name, url, encoding, JSON.stringify(filter), salt, keyId, now],
  );
  if (made.length === 0) return false;
  await sql.query(
    `insert into subscriber(name, era, xid, seq) values ($1, $2, $3::xid8, $4)
           on conflict(name) do update set era = excluded.era, xid = excluded.xid, seq = excluded.seq`,
    [name, era, xid, seq],
  );
  await record(sql, { ...decision, action: 'subscriber.add', subject: name }, now);
  return true;
}
