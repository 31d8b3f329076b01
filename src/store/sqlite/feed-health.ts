import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import { DAYS_KEPT, type Alarm, type DayCounts, type Incident } from '../feed-journal.ts';
import { added, incident, type IncidentRow } from '../feed-row.ts';
import type { JournalClock } from './clock.ts';

const DAY_MS = 86_400_000;

interface DayRow {
  readonly feed: string;
  readonly day: string;
  readonly counts: string;
}

/** What is known of how well feeds do: alarms, numbers by day, incidents of our own network. */
export function feedHealthOf(db: Database, clock: JournalClock) {
  const alarm = db.prepare('update feed set alarms = ? where id = ?');
  const day = db.prepare<[string, string], DayRow>('select * from feed_day where feed = ? and day = ?');
  const put = db.prepare('insert or replace into feed_day(feed, day, counts) values (?, ?, ?)');
  const drop = db.prepare('delete from feed_day where feed = ? and day < ?');
  const days = db.prepare<[{ feed: string | null }], DayRow>(
    'select * from feed_day where @feed is null or feed = @feed order by feed, day',
  );
  const begin = db.prepare('insert into incident(place, began_at, detail) values (?, ?, ?) on conflict do nothing');
  const end = db.prepare('update incident set ended_at = ? where place = ? and ended_at is null');
  const newest = db.prepare<[number], IncidentRow>('select * from incident order by id desc limit ?');

  const count = db.transaction((feed: string, counts: Readonly<Record<string, number>>) => {
    const now = clock();
    const today = now.slice(0, 10);
    const before = day.get(feed, today);
    put.run(feed, today, JSON.stringify(added(before === undefined ? {} : countsIn(before), counts)));
    if (before === undefined) drop.run(feed, after(now, -DAYS_KEPT * DAY_MS).slice(0, 10));
  });
  return {
    setAlarms: (feed: string, alarms: readonly Alarm[]) => {
      alarm.run(JSON.stringify(alarms), feed);
    },
    countItems: (feed: string, counts: Readonly<Record<string, number>>) => {
      count.immediate(feed, counts);
    },
    dayCounts: (feed?: string): DayCounts[] => days.all({ feed: feed ?? null }).map((row) => ({ ...row, counts: countsIn(row) })),
    beginIncident: (place: string, detail: string) => {
      begin.run(place, clock(), detail);
    },
    endIncident: (place: string) => {
      end.run(clock(), place);
    },
    incidents: (limit: number): Incident[] => newest.all(limit).map(incident),
  };
}

function countsIn({ counts }: DayRow): Record<string, number> {
  return JSON.parse(counts) as Record<string, number>;
}
