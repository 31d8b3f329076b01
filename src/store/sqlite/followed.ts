import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import { FOLLOWED_MS } from '../followed-pages.ts';
import type { JournalClock } from './clock.ts';

/** Entries whose pages were fetched. */
export function followedOf(db: Database, clock: JournalClock) {
  const known = db.prepare<[string, string], { key: string }>(
    'select key from followed where feed = ? and key in (select value from json_each(?))',
  );
  const note = db.prepare('insert into followed(feed, key, at) values (?, ?, ?) on conflict do update set at = excluded.at');
  const forget = db.prepare('delete from followed where feed = ? and at < ?');
  return {
    followed: (feed: string, keys: readonly string[]): ReadonlySet<string> =>
      new Set(known.all(feed, JSON.stringify(keys)).map(({ key }) => key)),
    noteFollowed: (feed: string, key: string) => {
      const now = clock();
      note.run(feed, key, now);
      forget.run(feed, after(now, -FOLLOWED_MS));
    },
  };
}
