import type { ConsumerState } from '../consumers.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';
import { cursorOf, type Position } from './cursor.ts';
import { placeOf } from './places.ts';

interface Row extends Position {
  readonly name: string;
  readonly owner: string | null;
  readonly created_at: string;
  readonly moved_at: string | null;
}

const COLUMNS = 'name, era, xid::text as xid, seq, owner, created_at, moved_at';
const MAY_MOVE = 'name = $1 and (owner is null or owner = $2 or $2::text is null)';
const ANYWHERE = '(era, xid, seq) = row($3, $4::xid8, $5)';
/** To the later of both places. */
const ONWARD =
  '(era, xid, seq) = (select era, xid, seq from (values (era, xid, seq), ($3::integer, $4::xid8, $5::bigint)) as place(era, xid, seq) order by 1 desc, 2 desc, 3 desc limit 1)';

/** Readers of the change feed whose place is kept here. */
export function consumersOf(db: Postgres, clock: JournalClock) {
  const find = async (name: string): Promise<ConsumerState | null> => {
    const [row] = await db.query<Row>(`select ${COLUMNS} from consumer where name = $1`, [name]);
    return row === undefined ? null : stateOf(row);
  };
  const move = async (name: string, cursor: string, by: string | undefined, place: string): Promise<ConsumerState | null> => {
    const { era, xid, seq } = await placeOf(db, cursor);
    const [row] = await db.query<Row>(`update consumer set ${place}, moved_at = $6 where ${MAY_MOVE} returning ${COLUMNS}`, [
      ...[name, by ?? null, era, xid, seq, await clock(db)],
    ]);
    return row === undefined ? null : stateOf(row);
  };
  return {
    consumer: find,
    consumers: async () => (await db.query<Row>(`select ${COLUMNS} from consumer order by name`)).map(stateOf),
    createConsumer: async (name: string, from: string, owner?: string) => {
      const { era, xid, seq } = await placeOf(db, from);
      const made = await db.query(
        `insert into consumer(name, era, xid, seq, created_at, owner) values ($1, $2, $3::xid8, $4, $5, $6) on conflict do nothing returning name`,
        [name, era, xid, seq, await clock(db), owner ?? null],
      );
      return made.length > 0;
    },
    advanceConsumer: (name: string, through: string, by?: string) => move(name, through, by, ONWARD),
    rewindConsumer: (name: string, to: string, by?: string) => move(name, to, by, ANYWHERE),
    removeConsumer: async (name: string, by?: string) =>
      (await db.query(`delete from consumer where ${MAY_MOVE} returning name`, [name, by ?? null])).length > 0,
  };
}

function stateOf(row: Row): ConsumerState {
  return { name: row.name, cursor: cursorOf(row), owner: row.owner, createdAt: row.created_at, movedAt: row.moved_at };
}
