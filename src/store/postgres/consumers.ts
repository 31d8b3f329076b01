import type { ConsumerState } from '../journal.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';
import { cursorOf, type Position } from './cursor.ts';
import { placeOf } from './places.ts';

interface Row extends Position {
  readonly name: string;
  readonly created_at: string;
  readonly moved_at: string | null;
}

const COLUMNS = 'name, era, xid::text as xid, seq, created_at, moved_at';
const MOVE = 'update consumer set era = $2, xid = $3::xid8, seq = $4, moved_at = $5 where name = $1';

/** Readers of the change feed whose place is kept here. */
export function consumersOf(db: Postgres, clock: JournalClock) {
  const find = async (name: string): Promise<ConsumerState | null> => {
    const [row] = await db.query<Row>(`select ${COLUMNS} from consumer where name = $1`, [name]);
    return row === undefined ? null : stateOf(row);
  };
  const move = async (name: string, cursor: string, only: string): Promise<ConsumerState | null> => {
    const { era, xid, seq } = await placeOf(db, cursor);
    await db.query(`${MOVE} ${only}`, [name, era, xid, seq, await clock(db)]);
    return find(name);
  };
  return {
    consumer: find,
    consumers: async () => (await db.query<Row>(`select ${COLUMNS} from consumer order by name`)).map(stateOf),
    createConsumer: async (name: string, from: string) => {
      const { era, xid, seq } = await placeOf(db, from);
      const made = await db.query(
        `insert into consumer(name, era, xid, seq, created_at) values ($1, $2, $3::xid8, $4, $5) on conflict do nothing returning name`,
        [name, era, xid, seq, await clock(db)],
      );
      return made.length > 0;
    },
    advanceConsumer: (name: string, through: string) => move(name, through, 'and (era, xid, seq) <= ($2, $3::xid8, $4)'),
    rewindConsumer: (name: string, to: string) => move(name, to, ''),
    removeConsumer: async (name: string) => (await db.query('delete from consumer where name = $1 returning name', [name])).length > 0,
  };
}

function stateOf(row: Row): ConsumerState {
  return { name: row.name, cursor: cursorOf(row), createdAt: row.created_at, movedAt: row.moved_at };
}
