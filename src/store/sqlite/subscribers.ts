import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import type { Act } from '../audit.ts';
import type { DeliveryFailure, DeliveryNote, GateView, Steering, SubscriberState } from '../journal.ts';
import { IN_FORCE, mustWait, subscriberState, type SubscriberRow } from '../subscriber-row.ts';
import type { Audit } from './audit.ts';
import type { JournalClock } from './clock.ts';
import { deliveryLogOf } from './delivery-log.ts';
import { sequenceOf } from './events.ts';

interface Row extends SubscriberRow {
  readonly cursor: number;
}

const FRESH = { cursor: 0, failures: 0, next_attempt_at: null, last_error: null, disabled: 0, leased_until: null } as const;

/** The statements about subscribers. */
function statementsOf(db: Database) {
  return {
    ensure: db.prepare('insert into subscriber(name) values (?) on conflict do nothing'),
    find: db.prepare<[string], Row>('select * from subscriber where name = ?'),
    all: db.prepare<[], Row>(`select * from subscriber where ${IN_FORCE} order by name`),
    lease: db.prepare('update subscriber set leased_until = ? where name = ?'),
    rewind: db.prepare('update subscriber set cursor = ?, rewind_to = null where name = ?'),
    move: db.prepare(
      'update subscriber set cursor = max(cursor, ?), failures = 0, last_error = null, next_attempt_at = null, leased_until = null where name = ?',
    ),
    fail: db.prepare(
      'update subscriber set failures = failures + 1, last_error = ?, next_attempt_at = ?, disabled = max(disabled, ?), leased_until = null where name = ?',
    ),
    pause: db.prepare('update subscriber set paused = ? where name = ?'),
    enable: db.prepare('update subscriber set disabled = 0, failures = 0, last_error = null, next_attempt_at = null where name = ?'),
    askRewind: db.prepare('update subscriber set rewind_to = ? where name = ?'),
  };
}

/** Who has read how far. `read` gives the events after a cursor, inside the claiming transaction. */
export function subscribersOf(
  db: Database,
  clock: JournalClock,
  { audit, read }: { readonly audit: Audit; readonly read: (after: number, limit: number) => GateView[] },
) {
  const sql = statementsOf(db);
  const log = deliveryLogOf(db);

  const rowOf = (name: string): Row => {
    sql.ensure.run(name);
    return sql.find.get(name) ?? { ...FRESH, name, paused: null, rewind_to: null };
  };
  const claim = db.transaction((name: string, limit: number, leaseMs: number): GateView[] => {
    const row = rowOf(name);
    const now = clock();
    if (mustWait(row, now)) return [];
    const from = row.rewind_to === null ? row.cursor : sequenceOf(row.rewind_to);
    if (row.rewind_to !== null) sql.rewind.run(from, name);
    const found = read(from, limit);
    if (found.length > 0) sql.lease.run(after(now, leaseMs), name);
    return found;
  });
  const acknowledge = db.transaction((name: string, through: string, notes: readonly DeliveryNote[]) => {
    sql.ensure.run(name);
    log.note(name, notes, clock());
    sql.move.run(sequenceOf(through), name);
  });
  const fail = db.transaction((name: string, { error, retryInMs, disable = false, of }: DeliveryFailure) => {
    sql.ensure.run(name);
    const now = clock();
    if (of !== undefined) log.note(name, [{ ...of, outcome: `failed: ${error}` }], now);
    sql.fail.run(error, after(now, retryInMs), disable ? 1 : 0, name);
  });
  const steer = db.transaction((name: string, { paused, enable, rewindTo }: Steering, act: Act) => {
    sql.ensure.run(name);
    if (paused !== undefined) sql.pause.run(paused, name);
    if (enable === true) sql.enable.run(name);
    if (rewindTo !== undefined) sql.askRewind.run(rewindTo, name);
    audit.recordAudit({ ...act, subject: name });
    return subscriberOf(rowOf(name));
  });
  return {
    subscriber: (name: string) => subscriberOf(rowOf(name)),
    subscribers: () => sql.all.all().map(subscriberOf),
    claimDeliveries: (name: string, limit: number, leaseMs: number) => claim.immediate(name, limit, leaseMs),
    acknowledge: (name: string, through: string, notes: readonly DeliveryNote[]) => {
      acknowledge.immediate(name, through, notes);
    },
    deliveryFailed: (name: string, failure: DeliveryFailure) => {
      fail.immediate(name, failure);
    },
    steer: (name: string, change: Steering, act: Act) => steer.immediate(name, change, act),
    haveReceived: log.haveReceived,
    deliveries: log.deliveries,
  };
}

function subscriberOf(row: Row): SubscriberState {
  return subscriberState(row, String(row.cursor));
}
