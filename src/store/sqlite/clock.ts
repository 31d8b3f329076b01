import type { Database } from 'better-sqlite3';

/** The journal's clock: ISO 8601 UTC with milliseconds, so that texts compare as instants. */
export type JournalClock = () => string;

/** The database's own clock, unless a test brings one. */
export function journalClock(db: Database, now?: () => Date): JournalClock {
  if (now !== undefined) return () => now().toISOString();
  const read = db.prepare<[], { at: string }>("select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as at");
  return () => read.get()?.at ?? '';
}
