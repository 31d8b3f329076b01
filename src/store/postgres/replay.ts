import type { QuarantineGroup, QuarantineQuery, RawItem, ReplayQuery, Reread, RereadFate } from '../replay.ts';
import { WHOLE } from '../whole.ts';
import type { JournalClock } from './clock.ts';
import { CHANNEL } from './commit.ts';
import type { Postgres, Sql } from './connection.ts';
import { replaceArticle, storeArticle } from './revisions.ts';
import { lockStories, namesOf } from './stories.ts';

/** Retention takes the bytes and leaves the row: what has none cannot be read again. */
const KEPT = 'exists (select from raw_bytes where raw_bytes.raw_id = raw.id and raw_bytes.kept_at = raw.kept_at)';

/** Raw documents that are read again, and the quarantine by its causes. */
export function replayOf(db: Postgres, clock: JournalClock) {
  return {
    rawsSince: async ({ feed, since, until }: ReplayQuery): Promise<number[]> => {
      const rows = await db.query<{ id: number }>(
        `select id from raw where ${KEPT} and ($1::text is null or feed = $1) and ($2::text is null or received_at >= $2)
           and ($3::text is null or received_at < $3) order by id`,
        [feed ?? null, since ?? null, until ?? null],
      );
      return rows.map(({ id }) => id);
    },
    rawsInQuarantine: async ({ code, feed, id: item }: QuarantineQuery): Promise<number[]> => {
      const rows = await db.query<{ id: number }>(
        `select distinct raw_id as id from quarantine join raw on raw.id = raw_id
         where ${KEPT} and ($1::text is null or code = $1) and ($2::text is null or feed = $2) and ($3::bigint is null or quarantine.id = $3)
         order by raw_id`,
        [code ?? null, feed ?? null, item ?? null],
      );
      return rows.map(({ id }) => id);
    },
    quarantineGroups: () =>
      db.query<QuarantineGroup>(
        `select code, feed, count(*) as count, bool_or(bug) as bug, min(at) as first, max(at) as last,
           (array_agg(message order by at desc))[1] as sample
         from quarantine join raw on raw.id = raw_id group by code, feed order by count(*) desc, code, feed`,
      ),
    rawItems: async (rawId: number): Promise<RawItem[]> => {
      const rows = await db.query<RawItem & { item: number }>(
        'select item, outcome, article_id as "articleId" from raw_item where raw_id = $1 order by item',
        [rawId],
      );
      return rows.map((row) => ({ ...row, item: row.item === WHOLE ? null : row.item }));
    },
    storeAgain: (rereads: readonly Reread[]): Promise<RereadFate[]> =>
      db.transaction(async (sql) => {
        await lockStories(sql, namesOf(rereads.flatMap((reread) => (reread.kind === 'article' ? [reread.article] : []))));
        await sql.query('select from raw where id = any($1::bigint[]) order by id for update', [rereads.map(({ rawId }) => rawId)]);
        const now = await clock(sql);
        const fates: RereadFate[] = [];
        for (const reread of rereads) fates.push(await again(sql, reread, now));
        if (fates.includes('stored')) await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
        return fates;
      }),
  };
}

async function again(sql: Sql, reread: Reread, now: string): Promise<RereadFate> {
  const { rawId, index } = reread;
  if (reread.kind === 'bad') {
    const { code, message, bug } = reread;
    await sql.query('update quarantine set code = $3, message = $4, bug = $5 where raw_id = $1 and item = $2', [
      ...[rawId, index ?? WHOLE, code, message, bug],
    ]);
    return 'quarantined';
  }
  const { article, onTopOf } = reread;
  const fate = onTopOf === undefined ? await storeArticle(sql, article, now) : await replaceArticle(sql, article, onTopOf, now);
  if (fate === 'passed') return fate;
  await sql.query(
    `insert into raw_item(raw_id, item, outcome, article_id) values ($1, $2, $3, $4) on conflict(raw_id, item) do update
     set article_id = excluded.article_id, outcome = case when raw_item.outcome = 'quarantined' then excluded.outcome else raw_item.outcome end`,
    [rawId, index, fate, article.id],
  );
  // The item is no longer in the quarantine, nor is its document as a whole.
  await sql.query('delete from quarantine where raw_id = $1 and item in ($2, $3)', [rawId, index, WHOLE]);
  await sql.query('delete from raw_item where raw_id = $1 and item = $2', [rawId, WHOLE]);
  await sql.query("update raw set state = 'done', touched_at = $2 where id = $1", [rawId, now]);
  return fate;
}
