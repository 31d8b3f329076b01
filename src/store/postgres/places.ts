import { tooOld, unknownCursor } from '../cursor-faults.ts';
import type { Sql } from './connection.ts';
import { positionOf, type Position } from './cursor.ts';

/** A cursor's place in the outbox. @throws {BadInput} `cursor.unknown`, and `cursor.too-old` where events after it are forgotten */
export async function placeOf(sql: Sql, cursor: string): Promise<Position> {
  const place = positionOf(cursor);
  if (place.seq === 0) {
    if (cursor !== '0') throw unknownCursor();
    return place;
  }
  const [row] = await sql.query<{ old: boolean; known: boolean }>(
    `select ($1, $2::xid8, $3) < (era, xid, seq) as old,
       exists (select from outbox where (outbox.era, outbox.xid, outbox.seq) >= ($1, $2::xid8, $3)) as known from outbox_floor`,
    [place.era, place.xid, place.seq],
  );
  if (row?.known !== true) throw unknownCursor();
  if (row.old) throw tooOld();
  return place;
}
