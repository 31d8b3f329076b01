import { after } from '../after.ts';
import { FOLLOWED_MS } from '../followed-pages.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

/** Entries whose pages were fetched. */
export function followedOf(db: Postgres, clock: JournalClock) {
  return {
    followed: async (feed: string, keys: readonly string[]): Promise<ReadonlySet<string>> => {
      const rows = await db.query<{ key: string }>('select key from followed where feed = $1 and key = any($2::text[])', [feed, keys]);
      return new Set(rows.map(({ key }) => key));
    },
    noteFollowed: async (feed: string, key: string): Promise<void> => {
      const now = await clock(db);
      await db.query('insert into followed(feed, key, at) values ($1, $2, $3) on conflict(feed, key) do update set at = excluded.at', [
        ...[feed, key, now],
      ]);
      await db.query('delete from followed where feed = $1 and at < $2', [feed, after(now, -FOLLOWED_MS)]);
    },
  };
}
