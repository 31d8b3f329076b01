import { after } from '../after.ts';
import { DAYS_KEPT, type Alarm, type DayCounts, type Incident } from '../feed-journal.ts';
import { added, incident, type IncidentRow } from '../feed-row.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

const DAY_MS = 86_400_000;

interface DayRow {
  readonly feed: string;
  readonly day: string;
  readonly counts: string;
}

/** What is known of how well feeds do: alarms, numbers by day, incidents of our own network. */
export function feedHealthOf(db: Postgres, clock: JournalClock) {
  return {
    setAlarms: async (feed: string, alarms: readonly Alarm[]) => {
      await db.query('update feed set alarms = $2 where id = $1', [feed, JSON.stringify(alarms)]);
    },
    countItems: (feed: string, counts: Readonly<Record<string, number>>) =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const today = now.slice(0, 10);
        const fresh = await sql.query(
          `insert into feed_day(feed, day, counts) values ($1, $2, '{}') on conflict do nothing returning feed`,
          [...[feed, today]],
        );
        const [row] = await sql.query<DayRow>('select * from feed_day where feed = $1 and day = $2 for update', [feed, today]);
        await sql.query('update feed_day set counts = $3 where feed = $1 and day = $2', [
          ...[feed, today, JSON.stringify(added(row === undefined ? {} : countsIn(row), counts))],
        ]);
        if (fresh.length > 0)
          await sql.query('delete from feed_day where feed = $1 and day < $2', [feed, after(now, -DAYS_KEPT * DAY_MS).slice(0, 10)]);
      }),
    dayCounts: async (feed?: string): Promise<DayCounts[]> => {
      const rows = await db.query<DayRow>('select * from feed_day where $1::text is null or feed = $1 order by feed, day', [feed ?? null]);
      return rows.map((row) => ({ ...row, counts: countsIn(row) }));
    },
    beginIncident: async (place: string, detail: string) => {
      await db.query('insert into incident(place, began_at, detail) values ($1, $2, $3) on conflict do nothing', [
        ...[place, await clock(db), detail],
      ]);
    },
    endIncident: async (place: string) => {
      await db.query('update incident set ended_at = $2 where place = $1 and ended_at is null', [place, await clock(db)]);
    },
    incidents: async (limit: number): Promise<Incident[]> =>
      (await db.query<IncidentRow>('select * from incident order by id desc limit $1', [limit])).map(incident),
  };
}

function countsIn({ counts }: DayRow): Record<string, number> {
  return JSON.parse(counts) as Record<string, number>;
}
