import type { Article } from '../../article/article.ts';
import type { ItemOutcome, RawOutcome, Tally } from '../journal.ts';
import { WHOLE } from '../whole.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import { storeArticle } from './revisions.ts';
import { lockStories, namesOf } from './stories.ts';

type Counted = Exclude<keyof Tally, 'received'>;

/** Whoever listens looks sooner; nobody depends on it. */
export const CHANNEL = 'wirecopy_changes';

/**
 * Writes what became of items: revisions, holds, tombstones, outbox, quarantine and "raw done" in one transaction. Each item of a
 * raw document counts once, however often it is processed.
 */
export function commitOf(db: Postgres, clock: JournalClock) {
  return {
    commit: (outcomes: readonly RawOutcome[]) =>
      db.transaction(async (sql) => {
        // First, as it takes no transaction number: whoever waits here must get a higher one than the writer it waits for, as events are ordered by it.
        await lockStories(sql, namesOf(articlesOf(outcomes)));
        await sql.query('select from raw where id = any($1::bigint[]) order by id for update', [outcomes.map(({ rawId }) => rawId)]);
        // Only now: whoever waited for a lock must not judge by the clock of before.
        const now = await clock(sql);
        const tally = { received: 0, stored: 0, duplicate: 0, filtered: 0, quarantined: 0 };
        for (const outcome of outcomes) {
          for (const fate of await fatesOf(sql, outcome, now)) {
            tally.received += 1;
            tally[fate] += 1;
          }
        }
        if (tally.stored > 0) await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
        return tally;
      }),
  };
}

function articlesOf(outcomes: readonly RawOutcome[]): Article[] {
  return outcomes.flatMap(({ items }) => items).flatMap((item) => (item.kind === 'article' ? [item.article] : []));
}

/** What became of the items that were not counted before; then the document is done, or was worked on. */
async function fatesOf(sql: Sql, { rawId, items, last }: RawOutcome, now: string): Promise<readonly Counted[]> {
  const rows = await sql.query<{ item: number }>('select item from raw_item where raw_id = $1', [rawId]);
  const counted = new Set(rows.map(({ item }) => item));
  const fates: Counted[] = [];
  for (const outcome of items) {
    const item = outcome.index ?? WHOLE;
    if (counted.has(item)) continue;
    const fate = await fateOf(sql, { rawId, item, outcome }, now);
    await sql.query('insert into raw_item(raw_id, item, outcome, article_id) values ($1, $2, $3, $4)', [
      ...[rawId, item, fate, outcome.kind === 'article' ? outcome.article.id : null],
    ]);
    counted.add(item);
    fates.push(fate);
  }
  const whole = items.some((outcome) => outcome.kind === 'bad' && outcome.index === null);
  const state = whole ? 'quarantined' : 'done';
  await sql.query('update raw set touched_at = $2, state = coalesce($3, state) where id = $1', [rawId, now, last ? state : null]);
  return fates;
}

async function fateOf(
  sql: Sql,
  { rawId, item, outcome }: { rawId: number; item: number; outcome: ItemOutcome },
  now: string,
): Promise<Counted> {
  if (outcome.kind === 'filtered') return 'filtered';
  if (outcome.kind === 'article') return storeArticle(sql, outcome.article, now);
  const { code, message, bug } = outcome;
  await sql.query('insert into quarantine(raw_id, item, code, message, bug, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
    rawId,
    item,
    code,
    message,
    bug,
    now,
  ]);
  return 'quarantined';
}
