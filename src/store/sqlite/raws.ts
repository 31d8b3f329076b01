import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { Raw } from '../../article/raw.ts';
import type { KeptRaw, StoredRaw } from '../journal.ts';
import { after, type JournalClock } from './clock.ts';

interface RawRow {
  readonly id: number;
  readonly feed: string;
  readonly sha256: string;
  readonly received_at: string;
  readonly meta: string;
  readonly bytes: Buffer;
  readonly state: StoredRaw['state'];
  readonly attempts: number;
}

interface PendingRaw {
  readonly id: number;
  readonly feed: string;
  readonly attempts: number;
}

/** Bytes as received, compressed at level 1: written once and read once or twice, time counts more than the last tenth of size. */
export function rawsOf(db: Database, clock: JournalClock) {
  const known = db.prepare<[string, string], { id: number }>('select id from raw where feed = ? and sha256 = ?');
  const insert = db.prepare('insert into raw(feed, sha256, received_at, meta, bytes, touched_at) values (?, ?, ?, ?, ?, ?)');
  const seen = db.prepare('update feed set last_item_at = ? where id = ?');
  const one = db.prepare<[number], RawRow>('select * from raw where id = ?');
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
    keepRaw: (raw: Raw) => keep.immediate(raw, gzipSync(raw.bytes, { level: 1 })),
    raws: (ids: readonly number[]) =>
      ids.flatMap((id) => {
        const row = one.get(id);
        return row === undefined ? [] : [storedRaw(row)];
      }),
    claimPendingRaws: (idleMs: number, limit: number) => claim.immediate(idleMs, limit),
  };
}

function metaOf({ mediaType, url, headers, transport }: Raw): string {
  return JSON.stringify({ mediaType, url, headers, transport });
}

function storedRaw({ id, feed, sha256, received_at, meta, bytes, state, attempts }: RawRow): StoredRaw {
  const more = JSON.parse(meta) as Pick<Raw, 'mediaType' | 'url' | 'headers' | 'transport'>;
  return { id, raw: { feed, bytes: new Uint8Array(gunzipSync(bytes)), sha256, receivedAt: received_at, ...more }, state, attempts };
}
