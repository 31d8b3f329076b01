import type { Database, Statement } from 'better-sqlite3';
import type { ConsumerState } from '../consumers.ts';
import type { JournalClock } from './clock.ts';
import type { Places } from './places.ts';

interface Row {
  readonly name: string;
  readonly cursor: number;
  readonly owner: string | null;
  readonly created_at: string;
  readonly moved_at: string | null;
}

interface Move {
  readonly name: string;
  readonly cursor: number;
  readonly now: string;
  readonly by: string | null;
}

const MAY_MOVE = 'name = @name and (owner is null or owner = @by or @by is null)';

/** Readers of the change feed whose place is kept here. */
export function consumersOf(db: Database, clock: JournalClock, places: Places) {
  const one = db.prepare<[string], Row>('select * from consumer where name = ?');
  const all = db.prepare<[], Row>('select * from consumer order by name');
  const create = db.prepare('insert into consumer(name, cursor, created_at, owner) values (?, ?, ?, ?) on conflict do nothing');
  const advance = db.prepare<Move>(`update consumer set cursor = max(cursor, @cursor), moved_at = @now where ${MAY_MOVE}`);
  const rewind = db.prepare<Move>(`update consumer set cursor = @cursor, moved_at = @now where ${MAY_MOVE}`);
  const remove = db.prepare<Pick<Move, 'name' | 'by'>>(`delete from consumer where ${MAY_MOVE}`);
  const find = (name: string): ConsumerState | null => {
    const row = one.get(name);
    return row === undefined ? null : stateOf(row);
  };
  const move = (how: Statement<Move>, name: string, cursor: string, by: string | undefined): ConsumerState | null =>
    how.run({ name, cursor: places.read(cursor), now: clock(), by: by ?? null }).changes > 0 ? find(name) : null;
  return {
    consumer: find,
    consumers: () => all.all().map(stateOf),
    createConsumer: (name: string, from: string, owner?: string): boolean =>
      create.run(name, places.read(from), clock(), owner ?? null).changes > 0,
    advanceConsumer: (name: string, through: string, by?: string) => move(advance, name, through, by),
    rewindConsumer: (name: string, to: string, by?: string) => move(rewind, name, to, by),
    removeConsumer: (name: string, by?: string): boolean => remove.run({ name, by: by ?? null }).changes > 0,
  };
}

function stateOf({ name, cursor, owner, created_at: createdAt, moved_at: movedAt }: Row): ConsumerState {
  return { name, cursor: String(cursor), owner, createdAt, movedAt };
}
