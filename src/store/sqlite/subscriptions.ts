import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import type { Decision } from '../audit.ts';
import { changedSettings, subscriptionOf, type NewSubscription, type SubscriptionChange, type SubscriptionRow } from '../subscriptions.ts';
import type { Audit } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Places } from './places.ts';

/** The statements about subscriptions. */
function statementsOf(db: Database) {
  return {
    all: db.prepare<[], SubscriptionRow>('select * from subscription where removed_at is null order by name'),
    one: db.prepare<[string], SubscriptionRow>('select * from subscription where removed_at is null and name = ?'),
    taken: db.prepare<{ name: string }>(
      'select 1 from subscription where name = @name union all select 1 from subscriber where name = @name',
    ),
    insert: db.prepare(
      `insert into subscription(name, url, encoding, filter, salt, key_id, created_at)
       values (@name, @url, @encoding, @filter, @salt, @keyId, @now)`,
    ),
    begin: db.prepare<[string, number]>('insert into subscriber(name, cursor) values (?, ?)'),
    change: db.prepare<object, SubscriptionRow>(
      `update subscription set url = ifnull(@url, url), encoding = ifnull(@encoding, encoding), filter = ifnull(@filter, filter),
         version = version + 1 where name = @name and removed_at is null returning *`,
    ),
    rotate: db.prepare<object, SubscriptionRow>(
      `update subscription set secret_number = secret_number + 1, version = version + 1, key_id = @keyId,
         old_secret_until = case when key_id = @keyId then @until end where name = @name and removed_at is null returning *`,
    ),
    remove: db.prepare('update subscription set removed_at = ? where name = ? and removed_at is null'),
  };
}

/** Who was added over HTTP. */
export function subscriptionsOf(db: Database, clock: JournalClock, { audit, places }: { readonly audit: Audit; readonly places: Places }) {
  const sql = statementsOf(db);
  const add = db.transaction(({ from, filter, ...rest }: NewSubscription, decision: Decision): boolean => {
    const { name } = rest;
    const cursor = places.read(from);
    if (sql.taken.get({ name }) !== undefined) return false;
    sql.insert.run({ ...rest, filter: JSON.stringify(filter), now: clock() });
    sql.begin.run(name, cursor);
    audit.recordAudit({ ...decision, action: 'subscriber.add', subject: name });
    return true;
  });
  const change = db.transaction((name: string, { url, encoding, filter }: SubscriptionChange, decision: Decision) => {
    const texts = { url: url ?? null, encoding: encoding ?? null, filter: filter === undefined ? null : JSON.stringify(filter) };
    const row = sql.change.get({ name, ...texts });
    if (row !== undefined) audit.recordAudit({ ...decision, action: 'subscriber.update', subject: name });
    return row === undefined ? null : subscriptionOf(row);
  });
  const rotate = db.transaction((name: string, { overlapMs, keyId }: { overlapMs: number; keyId: string }, decision: Decision) => {
    const row = sql.rotate.get({ name, keyId, until: overlapMs === 0 ? null : after(clock(), overlapMs) });
    if (row !== undefined) audit.recordAudit({ ...decision, action: 'subscriber.rotate', subject: name });
    return row === undefined ? null : subscriptionOf(row);
  });
  const remove = db.transaction((name: string, decision: Decision): boolean => {
    const gone = sql.remove.run(clock(), name).changes > 0;
    if (gone) audit.recordAudit({ ...decision, action: 'subscriber.remove', subject: name });
    return gone;
  });
  return {
    subscriptions: () => sql.all.all().map(subscriptionOf),
    subscription: (name: string) => {
      const row = sql.one.get(name);
      return row === undefined ? null : subscriptionOf(row);
    },
    addSubscription: (subscription: NewSubscription, decision: Decision) => add.immediate(subscription, decision),
    changeSubscription: (name: string, settings: SubscriptionChange, decision: Decision) =>
      change.immediate(name, settings, changedSettings(settings, decision)),
    rotateSubscription: (name: string, rotation: { overlapMs: number; keyId: string }, decision: Decision) =>
      rotate.immediate(name, rotation, decision),
    removeSubscription: (name: string, decision: Decision) => remove.immediate(name, decision),
  };
}
