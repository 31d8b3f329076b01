import { gunzipSync, gzipSync } from 'node:zlib';
import type { Raw } from '../../article/raw.ts';
import type { KeptRaw, StoredRaw } from '../journal.ts';
import { fromJson, later, type Connection } from './connection.ts';

interface RawRow {
  readonly id: number;
  readonly feed: string;
  readonly sha256: string;
  readonly received_at: string;
  readonly media_type: string | null;
  readonly url: string | null;
  readonly headers: string | null;
  readonly transport: string | null;
  readonly gzip: Buffer;
  readonly state: StoredRaw['state'];
  readonly attempts: number;
}

/** Level 1: a document is stored once and read once or twice, so time counts more than the last tenth of its size. */
export function compress(bytes: Uint8Array): Buffer {
  return gzipSync(bytes, { level: 1 });
}

export function keepRaw(db: Connection, raw: Raw, gzip: Buffer): KeptRaw {
  const now = db.now();
  const known = db.first<{ id: number }>('select id from raw where feed = ? and sha256 = ?', raw.feed, raw.sha256);
  if (known !== undefined) return { id: known.id, fresh: false };
  const { id } = db.run(
    `insert into raw (feed, sha256, received_at, media_type, url, headers, transport, gzip, touched_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[raw.feed, raw.sha256, raw.receivedAt, raw.mediaType ?? null, raw.url ?? null],
    ...[raw.headers === undefined ? null : JSON.stringify(raw.headers), raw.transport ?? null, gzip, now],
  );
  db.run('update feed set last_item_at = ? where id = ?', now, raw.feed);
  return { id, fresh: true };
}

/** In the order of `ids`; unknown ids are left out. */
export function rawsOf(db: Connection, ids: readonly number[]): readonly StoredRaw[] {
  return ids.flatMap((id) => {
    const row = db.first<RawRow>('select * from raw where id = ?', id);
    return row === undefined ? [] : [storedRaw(row)];
  });
}

function storedRaw(row: RawRow): StoredRaw {
  const raw: Raw = {
    feed: row.feed,
    bytes: new Uint8Array(gunzipSync(row.gzip)),
    sha256: row.sha256,
    receivedAt: row.received_at,
    ...(row.media_type === null ? {} : { mediaType: row.media_type }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.headers === null ? {} : { headers: fromJson<Record<string, string>>(row.headers) }),
    ...(row.transport === null ? {} : { transport: row.transport }),
  };
  return { id: row.id, raw, state: row.state, attempts: row.attempts };
}

export function claimPendingRaws(
  db: Connection,
  idleMs: number,
  limit: number,
): readonly { readonly id: number; readonly feed: string; readonly attempts: number }[] {
  const now = db.now();
  const idle = db.all<{ id: number; feed: string; attempts: number }>(
    `select id, feed, attempts + 1 as attempts from raw where state = 'pending' and touched_at <= ? order by id limit ?`,
    ...[later(now, -idleMs), limit],
  );
  for (const { id } of idle) db.run('update raw set attempts = attempts + 1, touched_at = ? where id = ?', now, id);
  return idle;
}
