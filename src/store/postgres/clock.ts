import type { Sql } from './connection.ts';

/** The journal's clock: ISO 8601 UTC with milliseconds. It is the server's, so no worker's clock decides anything. */
export type JournalClock = (sql: Sql) => Promise<string>;

/** The server's own clock (not the moment its transaction began), unless a test brings one. */
export function journalClock(now?: () => Date): JournalClock {
  if (now !== undefined) return () => Promise.resolve(now().toISOString());
  return async (sql) => {
    const [row] = await sql.query<{ at: string }>("select date_trunc('milliseconds', clock_timestamp()) as at");
    return row?.at ?? '';
  };
}
