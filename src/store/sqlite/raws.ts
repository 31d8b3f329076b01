import type { Database } from 'better-sqlite3';
import type { Raw } from '../../article/raw.ts';
import { after } from '../after.ts';
import type { KeptRaw } from '../journal.ts';
import { compressed, metaOf, storedRaw, type RawRow } from '../raw-row.ts';
import type { JournalClock } from './clock.ts';

interface PendingRaw {
  readonly id: number;
  readonly feed: string;
  readonly attempts: number;
}

/** Raw documents, with their bytes as received. */
export function rawsOf(db: Database, clock: JournalClock) {
  const known = db.prepare<[string, string], { id: number }>('select id from raw where feed = ? and sha256 = ?');
  const insert = db.prepare('insert into raw(feed, sha256, received_at, meta, bytes, touched_at) values (?, ?, ?, ?, ?, ?)');
  const seen = db.prepare('update feed set last_item_at = ? where id = ?');
  const one = db.prepare<[number], RawRow>('select * from raw where id = ? and forgotten = 0');
  const idle = db.prepare<[string, number], PendingRaw>(
    `select id, feed, attempts + 1 as attempts from raw where state = 'pending' and touched_at <= ? order by id limit ?`,
  );
  const touch = db.prepare('update raw set attempts = attempts + 1, touched_at = ? where id = ?');

  const keep = db.transaction((raw: Raw, compressed: Buffer): KeptRaw => {
    const before = known.get(raw.feed, raw.sha256);
    if (before !== undefined) return { id: before.id, fresh: false };
    const now = clock();
    const { lastInsertRowid } = insert.run(raw.feed, raw.sha256, raw.receivedAt, metaOf(raw), compressed, now);
    seen.run(now, raw.feed);
    return { id: Number(lastInsertRowid), fresh: true };
  });
  const claim = db.transaction((idleMs: number, limit: number) => {
    const now = clock();
    const rows = idle.all(after(now, -idleMs), limit);
    for (const { id } of rows) touch.run(now, id);
    return rows;
  });
  return {
    keepRaw: (raw: Raw) => keep.immediate(raw, compressed(raw)),
    raws: (ids: readonly number[]) =>
      ids.flatMap((id) => {
        const row = one.get(id);
        return row === undefined ? [] : [storedRaw(row)];
      }),
    claimPendingRaws: (idleMs: number, limit: number) => claim.immediate(idleMs, limit),
  };
}
