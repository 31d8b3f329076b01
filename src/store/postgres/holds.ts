import type { Article } from '../../article/article.ts';
import { heldPage, type HeldPage, type HeldQuery, type HeldRow } from '../held.ts';
import { released } from '../revision-rules.ts';
import type { JournalClock } from './clock.ts';
import { CHANNEL } from './commit.ts';
import type { Postgres } from './connection.ts';
import { emit } from './revisions.ts';
import { indexStory } from './search.ts';
import { lockStories } from './stories.ts';

interface HoldRow {
  readonly id: string;
  readonly revision: number;
  readonly doc: string;
}

const DUE = `select hold.id, hold.revision, doc from hold join article using (id, revision)
  where until <= $1 and not exists (select from tombstone where tombstone.id = hold.id)`;

const WAITING = `from hold join article using (id, revision) where not exists (select from tombstone where tombstone.id = hold.id)`;

/** What waits; and embargoes that have passed on the journal's clock become events. */
export function holdsOf(db: Postgres, clock: JournalClock) {
  return {
    held: async ({ limit, offset }: HeldQuery): Promise<HeldPage> => {
      const rows = await db.query<HeldRow>(
        `select doc, until, reason, at as since ${WAITING} order by until nulls last, hold.id collate "C" limit $1 offset $2`,
        [limit, offset],
      );
      const [count] = await db.query<{ total: number }>(`select count(*) as total ${WAITING}`);
      return heldPage(rows, count?.total ?? 0);
    },
    releaseDue: (limit: number) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const due = await sql.query<HoldRow>(`${DUE} order by until, hold.id limit $2`, [now, limit]);
        if (due.length === 0) return 0;
        await lockStories(
          sql,
          due.map(({ id }) => id),
        );
        // Again, now that nobody else can: a kill or a newer revision may have come first.
        const rows = await sql.query<HoldRow>(`${DUE} and hold.id = any($2::text[]) order by until, hold.id`, [
          now,
          due.map(({ id }) => id),
        ]);
        for (const { id, revision, doc } of rows) {
          const free = released(JSON.parse(doc) as Article);
          const article = JSON.stringify(free);
          await sql.query('update article set doc = $3, publishable = true where id = $1 and revision = $2', [id, revision, article]);
          await indexStory(sql, free, now);
          await sql.query('delete from hold where id = $1 and revision = $2', [id, revision]);
          await emit(sql, 'embargo.lifted', { id, revision }, now);
          await sql.query('update head set published = true where id = $1 and revision = $2', [id, revision]);
        }
        await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
        return rows.length;
      }),
  };
}
