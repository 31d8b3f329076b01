import { after } from '../after.ts';
import type { Forgotten, Retention } from '../journal.ts';
import { DAY_MS, MOST_AT_ONCE } from '../retention-limits.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import type { Position } from './cursor.ts';
import { IN_FORCE } from '../subscriber-row.ts';

class DryRun extends Error {}

/** Forgets what is older than the policy says: bytes, superseded revisions, events. Tombstones, kills and the newest revision of a story stay. */
export function retentionOf(db: Postgres, clock: JournalClock) {
  const run = async (sql: Sql, { rawMs, revisionsMs, eventsMs }: Retention, limit: number): Promise<Forgotten> => {
    const now = await clock(sql);
    return {
      raws: rawMs === undefined ? 0 : await forgetRaws(sql, after(now, -rawMs), limit),
      revisions: revisionsMs === undefined ? 0 : await forgetRevisions(sql, after(now, -revisionsMs), limit),
      events: eventsMs === undefined ? 0 : await forgetEvents(sql, { cut: after(now, -eventsMs), dayAgo: after(now, -DAY_MS), limit }),
    };
  };
  return {
    forget: async (policy: Retention, isDryRun = false): Promise<Forgotten> => {
      if (!isDryRun) return db.transaction((sql) => run(sql, policy, MOST_AT_ONCE));
      let found: Forgotten = { raws: 0, revisions: 0, events: 0 };
      const rehearsal = db.transaction(async (sql) => {
        found = await run(sql, policy, 1_000_000_000);
        throw new DryRun();
      });
      await rehearsal.catch((thrown: unknown) => {
        if (!(thrown instanceof DryRun)) throw thrown;
      });
      return found;
    },
  };
}

/** Whole months first: dropping a partition costs nothing. A month with a document that waits is left until that is done. */
async function forgetRaws(sql: Sql, cut: string, limit: number): Promise<number> {
  const months = await sql.query<{ name: string }>(
    `select part.name from (select inhrelid::regclass::text as name from pg_inherits where inhparent = 'raw_bytes'::regclass) as part,
       lateral (select to_date(right(part.name, 7), 'YYYY_MM')::timestamptz as first where part.name ~ '_[0-9]{4}_[0-9]{2}$') as month
     where first + interval '1 month' <= $1
       and not exists (select from raw where state = 'pending' and kept_at >= first and kept_at < first + interval '1 month')`,
    [cut],
  );
  let dropped = 0;
  for (const { name } of months) {
    const [row] = await sql.query<{ n: number }>(`select count(*) as n from ${name}`);
    await sql.query(`drop table ${name}`);
    dropped += row?.n ?? 0;
  }
  const single = await sql.query(
    `delete from raw_bytes where (raw_id, kept_at) in (select raw_id, raw_bytes.kept_at from raw_bytes join raw on raw.id = raw_id
       where raw_bytes.kept_at < $1 and state <> 'pending' limit $2) returning raw_id`,
    [cut, limit],
  );
  return dropped + single.length;
}

async function forgetRevisions(sql: Sql, cut: string, limit: number): Promise<number> {
  const rows = await sql.query(
    `delete from article where (id, revision) in (select article.id, article.revision from article join head on head.id = article.id
       where article.at < $1 and article.revision < head.revision limit $2) returning id`,
    [cut, limit],
  );
  return rows.length;
}

/** Who is still being sent to, or was paused by a person, gets all its events, however old. */
async function forgetEvents(sql: Sql, { cut, dayAgo, limit }: { cut: string; dayAgo: string; limit: number }): Promise<number> {
  const gone = await sql.query<Position>(
    `delete from outbox where (era, xid, seq) in (select era, xid, seq from outbox
       where at < $1 and type <> 'article.killed' and xid < pg_snapshot_xmin(pg_current_snapshot())
         and (era, xid, seq) < (select era, xid, seq from outbox order by era desc, xid desc, seq desc limit 1)
         and not exists (select from subscriber where ${IN_FORCE} and not disabled and (subscriber.era, subscriber.xid, subscriber.seq) < (outbox.era, outbox.xid, outbox.seq)
           and (paused is not null or leased_until > $2 or next_attempt_at > $2))
       order by era, xid, seq limit $3) returning era, xid::text as xid, seq`,
    [cut, dayAgo, limit],
  );
  await sql.query(
    `update outbox_floor set (era, xid, seq) = (select given.era, given.xid::xid8, given.seq from unnest($1::integer[], $2::text[], $3::bigint[]) as given(era, xid, seq)
       order by given.era desc, given.xid::xid8 desc, given.seq desc limit 1)
     where cardinality($1::integer[]) > 0`,
    [gone.map(({ era }) => era), gone.map(({ xid }) => xid), gone.map(({ seq }) => seq)],
  );
  await sql.query("delete from delivery where at < $1 and type not in ('article.killed', 'article.withheld')", [cut]);
  return gone.length;
}
