import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import type { Forgotten, Retention } from '../journal.ts';
import { DAY_MS, MOST_AT_ONCE } from '../retention-limits.ts';
import type { JournalClock } from './clock.ts';
import { IN_FORCE } from '../subscriber-row.ts';

class DryRun extends Error {}

/** Forgets what is older than the policy says: bytes, superseded revisions, events. Tombstones, kills and the newest revision of a story stay. */
export function retentionOf(db: Database, clock: JournalClock) {
  const raws = db.prepare<[string, number]>(
    `update raw set bytes = x'', forgotten = 1
     where id in (select id from raw where forgotten = 0 and state <> 'pending' and touched_at < ? order by touched_at limit ?)`,
  );
  const revisions = db.prepare<[string, number]>(
    `delete from article where rowid in (select article.rowid from article join head on head.id = article.id
       where article.at < ? and article.revision < head.revision order by article.at limit ?)`,
  );
  // Who is still being sent to, or was paused by a person, gets all its events, however old.
  const slowest = db.prepare<{ dayAgo: string }, { seq: number }>(
    `select min(cursor) as seq from (select max(seq) - 1 as cursor from outbox union all select cursor from subscriber
       where ${IN_FORCE} and disabled = 0 and (paused is not null or leased_until > @dayAgo or next_attempt_at > @dayAgo))`,
  );
  const old = db.prepare<[string, number, number], { seq: number }>(
    "select seq from outbox where at < ? and seq <= ? and type <> 'article.killed' order by seq limit ?",
  );
  const drop = db.prepare<[number]>('delete from outbox where seq = ?');
  const raise = db.prepare<[number]>('update outbox_floor set seq = max(seq, ?)');
  const deliveries = db.prepare<[string]>("delete from delivery where at < ? and type not in ('article.killed', 'article.withheld')");

  const events = (cut: string, now: string, limit: number): number => {
    const upTo = slowest.get({ dayAgo: after(now, -DAY_MS) })?.seq ?? 0;
    const found = old.all(cut, upTo, limit);
    for (const { seq } of found) drop.run(seq);
    raise.run(found.at(-1)?.seq ?? 0);
    deliveries.run(cut);
    return found.length;
  };
  const run = db.transaction(({ rawMs, revisionsMs, eventsMs }: Retention, limit: number): Forgotten => {
    const now = clock();
    return {
      raws: rawMs === undefined ? 0 : raws.run(after(now, -rawMs), limit).changes,
      revisions: revisionsMs === undefined ? 0 : revisions.run(after(now, -revisionsMs), limit).changes,
      events: eventsMs === undefined ? 0 : events(after(now, -eventsMs), now, limit),
    };
  });
  return {
    forget: (policy: Retention, isDryRun = false): Forgotten => {
      if (!isDryRun) return run.immediate(policy, MOST_AT_ONCE);
      let found: Forgotten = { raws: 0, revisions: 0, events: 0 };
      const rehearse = db.transaction(() => {
        found = run(policy, Number.MAX_SAFE_INTEGER);
        throw new DryRun();
      });
      try {
        rehearse.immediate();
      } catch (thrown) {
        if (!(thrown instanceof DryRun)) throw thrown;
      }
      return found;
    },
  };
}
