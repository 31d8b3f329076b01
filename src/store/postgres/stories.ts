import type { Sql } from './connection.ts';

/**
 * Keeps other writers away from these stories until the transaction ends, so that each sees the revision before its own. Always in one
 * order: two writers never wait for each other.
 */
export async function lockStories(sql: Sql, ids: readonly string[]): Promise<void> {
  const keys = await sql.query<{ key: string }>(
    'select distinct hashtextextended(id, 0)::text as key, hashtextextended(id, 0) as number from unnest($1::text[]) as id order by number',
    [ids],
  );
  for (const { key } of keys) await sql.query('select pg_advisory_xact_lock($1)', [key]);
}
