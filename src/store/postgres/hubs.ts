import { after } from '../after.ts';
import { hubSubscription, type HubChange, type HubRow, type HubSubscription } from '../hub-subscriptions.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

/** Subscriptions at hubs. */
export function hubsOf(db: Postgres, clock: JournalClock) {
  return {
    putHubFeeds: (feeds: readonly string[]) =>
      db.transaction(async (sql) => {
        const sorted = [...feeds].sort();
        await sql.query('delete from hub where not (feed = any($1::text[]))', [sorted]);
        await sql.query('insert into hub(feed, next_at) select feed, $2 from unnest($1::text[]) as feed on conflict do nothing', [
          sorted,
          await clock(sql),
        ]);
      }),
    hubSubscription: async (feed: string): Promise<HubSubscription | null> => {
      const [row] = await db.query<HubRow>('select * from hub where feed = $1', [feed]);
      return row === undefined ? null : hubSubscription(row);
    },
    claimDueHubs: (limit: number, leaseMs: number) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const rows = await sql.query<HubRow>(
          'select * from hub where next_at <= $1 order by next_at, feed limit $2 for update skip locked',
          [now, limit],
        );
        await sql.query('update hub set next_at = $1 where feed = any($2::text[])', [after(now, leaseMs), rows.map(({ feed }) => feed)]);
        return rows.map(hubSubscription);
      }),
    saveHub: async (feed: string, { state, topic, hub, leaseInMs, nextInMs, error }: HubChange): Promise<void> => {
      const now = await clock(db);
      await db.query(
        `update hub set state = coalesce($2, state), topic = coalesce($3, topic), hub = coalesce($4, hub), next_at = $5,
           lease_until = coalesce($6, lease_until), last_error = $7, failures = case when $7::text is null then 0 else failures + 1 end
         where feed = $1`,
        [
          ...[feed, state ?? null, topic ?? null, hub ?? null, after(now, nextInMs)],
          ...[leaseInMs === undefined ? null : after(now, leaseInMs), error ?? null],
        ],
      );
    },
  };
}
