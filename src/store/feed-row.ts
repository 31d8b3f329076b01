import type { Alarm, FeedState, Incident } from './feed-journal.ts';

/** A feed as both stores keep it; SQLite has no booleans. */
export interface FeedRow {
  readonly id: string;
  readonly interval_ms: number;
  readonly paused: boolean | 0 | 1;
  readonly paused_reason: string | null;
  readonly resume_at: string | null;
  readonly next_poll_at: string;
  readonly cursor: string | null;
  readonly validators: string;
  readonly backfill_since: string | null;
  readonly failures: number;
  readonly failing_since: string | null;
  readonly last_error: string | null;
  readonly last_poll_at: string | null;
  readonly last_item_at: string | null;
  readonly added_at: string | null;
  readonly learned: string | null;
  readonly alarms: string;
}

export interface IncidentRow {
  readonly place: string;
  readonly began_at: string;
  readonly ended_at: string | null;
  readonly detail: string;
}

/** A row as the journal hands it out. */
export function feedState(row: FeedRow): FeedState {
  const { id, cursor, failures, learned } = row;
  return {
    ...{ id, cursor, failures, paused: Boolean(row.paused), intervalMs: row.interval_ms, nextPollAt: row.next_poll_at },
    ...{ pausedReason: row.paused_reason, resumeAt: row.resume_at, backfillSince: row.backfill_since },
    validators: JSON.parse(row.validators) as Record<string, string>,
    ...{ failingSince: row.failing_since, lastError: row.last_error, lastPollAt: row.last_poll_at, lastItemAt: row.last_item_at },
    ...{ addedAt: row.added_at, learned, alarms: JSON.parse(row.alarms) as Alarm[] },
  };
}

export function incident({ place, detail, began_at, ended_at }: IncidentRow): Incident {
  return { place, detail, beganAt: began_at, endedAt: ended_at };
}

/** The sum of two days' numbers. */
export function added(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const sum: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
