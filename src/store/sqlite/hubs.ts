import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import { hubSubscription, type HubChange, type HubRow, type HubSubscription } from '../hub-subscriptions.ts';
import type { JournalClock } from './clock.ts';

/** Subscriptions at hubs. */
export function hubsOf(db: Database, clock: JournalClock) {
  const add = db.prepare('insert into hub(feed, next_at) values (?, ?) on conflict do nothing');
  const forget = db.prepare('delete from hub where not exists (select 1 from json_each(?) where value = feed)');
  const one = db.prepare<[string], HubRow>('select * from hub where feed = ?');
  const due = db.prepare<[string, number], HubRow>('select * from hub where next_at <= ? order by next_at, feed limit ?');
  const postpone = db.prepare('update hub set next_at = ? where feed = ?');
  const save = db.prepare(
    `update hub set state = ifnull(@state, state), topic = ifnull(@topic, topic), hub = ifnull(@hub, hub), next_at = @next,
       lease_until = ifnull(@lease, lease_until), last_error = @error, failures = case when @error is null then 0 else failures + 1 end
     where feed = @feed`,
  );
  const put = db.transaction((feeds: readonly string[]) => {
    const now = clock();
    forget.run(JSON.stringify(feeds));
    for (const feed of feeds) add.run(feed, now);
  });
  const claim = db.transaction((limit: number, leaseMs: number) => {
    const now = clock();
    const rows = due.all(now, limit);
    for (const { feed } of rows) postpone.run(after(now, leaseMs), feed);
    return rows.map(hubSubscription);
  });
  return {
    putHubFeeds: (feeds: readonly string[]) => {
      put.immediate(feeds);
    },
    hubSubscription: (feed: string): HubSubscription | null => {
      const row = one.get(feed);
      return row === undefined ? null : hubSubscription(row);
    },
    claimDueHubs: (limit: number, leaseMs: number) => claim.immediate(limit, leaseMs),
    saveHub: (feed: string, { state, topic, hub, leaseInMs, nextInMs, error }: HubChange) => {
      const now = clock();
      save.run({
        ...{ feed, state: state ?? null, topic: topic ?? null, hub: hub ?? null, error: error ?? null },
        ...{ next: after(now, nextInMs), lease: leaseInMs === undefined ? null : after(now, leaseInMs) },
      });
    },
  };
}
