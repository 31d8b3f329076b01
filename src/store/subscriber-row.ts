import type { SubscriberState } from './journal.ts';

/** A subscriber as both stores keep it, without its cursor; SQLite has no booleans. */
export interface SubscriberRow {
  readonly name: string;
  readonly failures: number;
  readonly next_attempt_at: string | null;
  readonly last_error: string | null;
  readonly disabled: boolean | 0 | 1;
  readonly leased_until: string | null;
}

/** A row as the journal hands it out. */
export function subscriberState(row: SubscriberRow, cursor: string): SubscriberState {
  const { name, failures, disabled } = row;
  return { name, cursor, failures, nextAttemptAt: row.next_attempt_at, lastError: row.last_error, disabled: Boolean(disabled) };
}

/** Whether nothing may be claimed for this subscriber now: it is disabled, somebody delivers to it, or its next attempt is later. */
export function mustWait({ disabled, leased_until: lease, next_attempt_at: next }: SubscriberRow, now: string): boolean {
  return Boolean(disabled) || [lease, next].some((until) => until !== null && until > now);
}
