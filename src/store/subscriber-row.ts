import type { SubscriberState } from './journal.ts';

/** A subscriber as both stores keep it, without its cursor; SQLite has no booleans. */
export interface SubscriberRow {
  readonly name: string;
  readonly failures: number;
  readonly next_attempt_at: string | null;
  readonly last_error: string | null;
  readonly disabled: boolean | 0 | 1;
  readonly leased_until: string | null;
  readonly paused: string | null;
  readonly rewind_to: string | null;
}

/** SQL: who was added over HTTP and removed again is sent nothing, and waits for nothing. */
export const IN_FORCE = 'name not in (select name from subscription where removed_at is not null)';

/** A row as the journal hands it out. */
export function subscriberState(row: SubscriberRow, cursor: string): SubscriberState {
  const { name, failures, disabled, paused } = row;
  return {
    ...{ name, cursor, failures, paused, disabled: Boolean(disabled) },
    ...{ nextAttemptAt: row.next_attempt_at, lastError: row.last_error, rewindTo: row.rewind_to },
  };
}

/** Whether nothing may be claimed for this subscriber now: it is disabled or paused, somebody delivers to it, or its next attempt is later. */
export function mustWait({ disabled, paused, leased_until: lease, next_attempt_at: next }: SubscriberRow, now: string): boolean {
  return Boolean(disabled) || paused !== null || [lease, next].some((until) => until !== null && until > now);
}
