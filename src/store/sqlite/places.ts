import type { Database } from 'better-sqlite3';
import { tooOld, unknownCursor } from '../cursor-faults.ts';

/** Places in the outbox, as those who read it name them. */
export function placesOf(db: Database) {
  const bounds = db.prepare<[], { floor: number; newest: number }>(
    'select (select seq from outbox_floor) as floor, ifnull((select max(seq) from outbox), 0) as newest',
  );
  return {
    /** A cursor's sequence. @throws {BadInput} `cursor.unknown`, and `cursor.too-old` where events after it are forgotten */
    read: (cursor: string): number => {
      if (!/^\d{1,15}$/.test(cursor)) throw unknownCursor();
      const seq = Number(cursor);
      if (seq === 0) return 0;
      const { floor, newest } = bounds.get() ?? { floor: 0, newest: 0 };
      if (seq > newest) throw unknownCursor();
      if (seq < floor) throw tooOld();
      return seq;
    },
  };
}

export type Places = ReturnType<typeof placesOf>;
