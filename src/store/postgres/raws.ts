import type { Raw } from '../../article/raw.ts';
import { after } from '../after.ts';
import type { KeptRaw, StoredRaw } from '../journal.ts';
import { compressed, metaOf, storedRaw, type RawRow } from '../raw-row.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

/** Raw documents, with their bytes as received. */
export function rawsOf(db: Postgres, clock: JournalClock) {
  const known = async (raw: Raw): Promise<KeptRaw | undefined> => {
    const [row] = await db.query<{ id: number }>('select id from raw where feed = $1 and sha256 = $2', [raw.feed, raw.sha256]);
    return row === undefined ? undefined : { id: row.id, fresh: false };
  };
  const insert = (raw: Raw, bytes: Buffer): Promise<KeptRaw | undefined> =>
    db.transaction(async (sql) => {
      const now = await clock(sql);
      const [row] = await sql.query<{ id: number }>(
        `insert into raw(feed, sha256, received_at, meta, kept_at, touched_at) values ($1, $2, $3, $4, $5, $5)
         on conflict do nothing returning id`,
        [raw.feed, raw.sha256, raw.receivedAt, metaOf(raw), now],
      );
      if (row === undefined) return undefined;
      await sql.query('insert into raw_bytes(raw_id, kept_at, bytes) values ($1, $2, $3)', [row.id, now, bytes]);
      await sql.query('update feed set last_item_at = $1 where id = $2', [now, raw.feed]);
      return { id: row.id, fresh: true };
    });
  return {
    keepRaw: async (raw: Raw): Promise<KeptRaw> => {
      const kept = (await known(raw)) ?? (await insert(raw, compressed(raw))) ?? (await known(raw));
      if (kept === undefined) throw new Error(`raw document ${raw.sha256} of ${raw.feed} is neither kept nor known`);
      return kept;
    },
    raws: async (ids: readonly number[]): Promise<StoredRaw[]> => {
      const rows = await db.query<RawRow>(
        `select raw.*, bytes from unnest($1::bigint[]) with ordinality as wanted(id, place)
         join raw using (id) join raw_bytes on raw_id = id and raw_bytes.kept_at = raw.kept_at order by place`,
        [ids],
      );
      return rows.map(storedRaw);
    },
    claimPendingRaws: (idleMs: number, limit: number) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const rows = await sql.query<{ id: number; feed: string; attempts: number }>(
          `update raw set attempts = attempts + 1, touched_at = $1 where id in
             (select id from raw where state = 'pending' and touched_at <= $2 order by id limit $3 for update skip locked)
           returning id, feed, attempts`,
          [now, after(now, -idleMs), limit],
        );
        return rows.sort((a, b) => a.id - b.id);
      }),
  };
}
