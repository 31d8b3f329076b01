import type { Database } from 'better-sqlite3';
import type { ConsumerState } from '../journal.ts';
import type { JournalClock } from './clock.ts';
import type { Places } from './places.ts';

interface Row {
  readonly name: string;
  readonly cursor: number;
  readonly created_at: string;
  readonly moved_at: string | null;
}

/** Readers of the change feed whose place is kept here. */
export function consumersOf(db: Database, clock: JournalClock, places: Places) {
  const one = db.prepare<[string], Row>('select * from consumer where name = ?');
  const all = db.prepare<[], Row>('select * from consumer order by name');
  const create = db.prepare('insert into consumer(name, cursor, created_at) values (?, ?, ?) on conflict do nothing');
  const advance = db.prepare('update consumer set cursor = max(cursor, ?), moved_at = ? where name = ?');
  const rewind = db.prepare('update consumer set cursor = ?, moved_at = ? where name = ?');
  const remove = db.prepare('delete from consumer where name = ?');
  const find = (name: string): ConsumerState | null => {
    const row = one.get(name);
    return row === undefined ? null : stateOf(row);
  };
  return {
    consumer: find,
    consumers: () => all.all().map(stateOf),
    createConsumer: (name: string, from: string): boolean => create.run(name, places.read(from), clock()).changes > 0,
    advanceConsumer: (name: string, through: string) => {
      advance.run(places.read(through), clock(), name);
      return find(name);
    },
    rewindConsumer: (name: string, to: string) => {
      rewind.run(places.read(to), clock(), name);
      return find(name);
    },
    removeConsumer: (name: string): boolean => remove.run(name).changes > 0,
  };
}

function stateOf({ name, cursor, created_at: createdAt, moved_at: movedAt }: Row): ConsumerState {
  return { name, cursor: String(cursor), createdAt, movedAt };
}
