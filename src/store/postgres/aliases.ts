import type { Article } from '../../article/article.ts';
import { after } from '../after.ts';
import { aliasesOf, DAILY_HOURS, isDaily, killNames, type Alias } from '../kill-rules.ts';
import type { Sql } from './connection.ts';

const HOUR_MS = 3_600_000;
const GIVEN = 'unnest($1::text[], $2::text[], $3::text[]) as given(provider, role, value)';

function columnsOf(aliases: readonly Alias[]): [string[], string[], string[]] {
  return [aliases.map(({ provider }) => provider), aliases.map(({ role }) => role), aliases.map(({ value }) => value)];
}

/** Keeps the other ids of a story, so that a kill finds what it names. */
export async function remember(sql: Sql, article: Article, now: string): Promise<void> {
  await sql.query(
    `insert into alias(provider, role, value, id, at) select distinct provider, role, value, $4, $5::timestamptz from ${GIVEN}
     on conflict(provider, value, role, id) do update set at = excluded.at`,
    [...columnsOf(aliasesOf(article)), article.id, now],
  );
}

/** A kill that came before has named this story. */
export async function isNamedByKill(sql: Sql, article: Article): Promise<boolean> {
  const rows = await sql.query(`select from ${GIVEN} join named_kill using (provider, role, value) limit 1`, columnsOf(aliasesOf(article)));
  return rows.length > 0;
}

/** Article ids of the stories that a kill names; what it names for ever is remembered for stories to come. */
export async function killedBy(sql: Sql, kill: Article, now: string): Promise<string[]> {
  const { ids, aliases } = killNames(kill);
  const [daily, lasting] = [aliases.filter(isDaily), aliases.filter((alias) => !isDaily(alias))];
  await sql.query(
    `insert into named_kill(provider, role, value, at) select distinct provider, role, value, $4::timestamptz from ${GIVEN} on conflict do nothing`,
    [...columnsOf(lasting), now],
  );
  const found = await sql.query<{ id: string }>(`select id from ${GIVEN} join alias using (provider, role, value)`, columnsOf(lasting));
  const lately = await sql.query<{ id: string }>(
    `select distinct on (provider, role, value) id from ${GIVEN} join alias using (provider, role, value)
     where at >= $4 and id <> $5 order by provider, role, value, at desc`,
    [...columnsOf(daily), after(now, -DAILY_HOURS * HOUR_MS), kill.id],
  );
  return [...new Set([...ids, ...[...found, ...lately].map(({ id }) => id)])].filter((id) => id !== kill.id);
}
