import type { Article } from '../../article/article.ts';
import { aliasesOf, killNames, type Alias } from '../kill-rules.ts';
import type { Sql } from './connection.ts';

/** Everything that a transaction which stores these articles may touch: their stories, what their kills name, and all by which either is named. */
export function namesOf(articles: readonly Article[]): string[] {
  return articles.flatMap((article) => {
    const { ids, aliases } = killNames(article);
    return [article.id, ...ids, ...[...aliasesOf(article), ...aliases].map(nameOf)];
  });
}

function nameOf({ provider, role, value }: Alias): string {
  return JSON.stringify([provider, role, value]);
}

/**
 * Keeps other writers away from these names until the transaction ends, so that each sees the revision, or the kill, before its own.
 * Always in one order: two writers never wait for each other.
 */
export async function lockStories(sql: Sql, names: readonly string[]): Promise<void> {
  await sql.query(
    `select pg_advisory_xact_lock(key)
     from (select distinct hashtextextended(name, 0) as key from unnest($1::text[]) as name order by key) as keys`,
    [names],
  );
}
