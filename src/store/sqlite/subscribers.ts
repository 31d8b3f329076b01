import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import type { GateView, SubscriberState } from '../journal.ts';
import { mustWait, subscriberState, type SubscriberRow } from '../subscriber-row.ts';
import type { JournalClock } from './clock.ts';
import { sequenceOf } from './events.ts';

interface Row extends SubscriberRow {
  readonly cursor: number;
}

/** Who has read how far. `read` gives the events after a cursor, inside the claiming transaction. */
export function subscribersOf(db: Database, clock: JournalClock, read: (cursor: string, limit: number) => GateView[]) {
  const ensure = db.prepare('insert into subscriber(name) values (?) on conflict do nothing');
  const find = db.prepare<[string], Row>('select * from subscriber where name = ?');
  const lease = db.prepare('update subscriber set leased_until = ? where name = ?');
  const move = db.prepare(
    'update subscriber set cursor = max(cursor, ?), failures = 0, last_error = null, next_attempt_at = null, leased_until = null where name = ?',
  );
  const note = db.prepare(
    'insert into delivery(subscriber, key, outcome, at) values (?, ?, ?, ?) on conflict(subscriber, key) do update set outcome = excluded.outcome, at = excluded.at',
  );
  const fail = db.prepare(
    'update subscriber set failures = failures + 1, last_error = ?, next_attempt_at = ?, disabled = max(disabled, ?), leased_until = null where name = ?',
  );

  const rowOf = (name: string): Row => {
    ensure.run(name);
    return find.get(name) ?? { name, cursor: 0, failures: 0, next_attempt_at: null, last_error: null, disabled: 0, leased_until: null };
  };
  const claim = db.transaction((name: string, limit: number, leaseMs: number): GateView[] => {
    const row = rowOf(name);
    const now = clock();
    if (mustWait(row, now)) return [];
    const found = read(String(row.cursor), limit);
    if (found.length > 0) lease.run(after(now, leaseMs), name);
    return found;
  });
  const acknowledge = db.transaction(
    (name: string, through: string, log: readonly { readonly key: string; readonly outcome: string }[]) => {
      ensure.run(name);
      const now = clock();
      for (const { key, outcome } of log) note.run(name, key, outcome, now);
      move.run(sequenceOf(through), name);
    },
  );
  return {
    subscriber: (name: string) => subscriberOf(rowOf(name)),
    subscribers: () => db.prepare<[], Row>('select * from subscriber order by name').all().map(subscriberOf),
    claimDeliveries: (name: string, limit: number, leaseMs: number) => claim.immediate(name, limit, leaseMs),
    acknowledge: (name: string, through: string, log: readonly { readonly key: string; readonly outcome: string }[]) => {
      acknowledge.immediate(name, through, log);
    },
    deliveryFailed: (
      name: string,
      { error, retryInMs, disable = false }: { readonly error: string; readonly retryInMs: number; readonly disable?: boolean },
    ) => {
      ensure.run(name);
      fail.run(error, after(clock(), retryInMs), disable ? 1 : 0, name);
    },
  };
}

function subscriberOf(row: Row): SubscriberState {
  return subscriberState(row, String(row.cursor));
}
