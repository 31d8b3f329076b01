import type { Article } from '../../article/article.ts';
import type { SearchPage, SearchQuery } from '../journal.ts';
import { ALL, phrasesOf, searchTextOf, tagsFor, tagsOf, type Phrase } from '../search-words.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import { readStories } from './events.ts';

/** No phrase reaches from one part into the next. */
const GAP = 2;

/** Indexes a story in the transaction that changes it. It gets a new number each time: the latest to arrive have the highest. */
export async function indexStory(sql: Sql, article: Article, now: string): Promise<void> {
  await sql.query(
    `insert into found(id, at, words) values ($1, $2, $3::tsvector)
     on conflict(id) do update set n = nextval('found_number'), at = excluded.at, words = excluded.words`,
    [article.id, now, vectorOf(article)],
  );
}

export async function unindexStory(sql: Sql, id: string): Promise<void> {
  await sql.query('delete from found where id = $1', [id]);
}

/** Among so many of the latest stories whatever is common is found at once. */
const LATEST = 1_000;
const IN_RANGE = `n < $2 and ($3::timestamptz is null or n >= coalesce((select n from found where at >= $3 order by at, n limit 1), $5))
  and ($4::timestamptz is null or n < coalesce((select n from found where at >= $4 order by at, n limit 1), $5))`;
/** From the latest back, looking at each. */
const WALK = `select id, n from (select id, n, words from found where ${IN_RANGE} order by n desc limit ${LATEST}) as latest
  where words @@ $1::tsquery order by n desc limit $6`;
/** Whether there are more than the latest. */
const MORE = `select n from found where $1::text is not null and ${IN_RANGE} order by n desc offset ${LATEST} limit 1`;
/** By the index of words, then the latest of them. Left to itself the planner, which knows the frequency of few words, walks a million stories. */
const LOOK_UP = `with matching as materialized (select id, n, at from found where words @@ $1::tsquery)
  select id, n from matching where ${IN_RANGE} order by n desc limit $6`;

/** Reads the index. */
export function searchOf(db: Postgres, clock: JournalClock) {
  return {
    search: async (query: SearchQuery): Promise<SearchPage> => {
      const { since, until, before, limit } = query;
      const given = [questionOf(query), numberOf(before), since ?? null, until ?? null, Number.MAX_SAFE_INTEGER, limit];
      const walked = await db.query<{ id: string; n: number }>(WALK, given);
      const isAll = walked.length === limit || (await db.query(MORE, given.slice(0, 5))).length === 0;
      const rows = isAll ? walked : await db.query<{ id: string; n: number }>(LOOK_UP, given);
      const last = rows.length < limit ? undefined : rows.at(-1);
      const hits = await readStories(
        db,
        clock,
        rows.map(({ id }) => id),
      );
      return { hits, next: last === undefined ? null : String(last.n) };
    },
  };
}

function numberOf(before: string | undefined): number {
  return before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : Number.MAX_SAFE_INTEGER;
}

/** Words with their places, as PostgreSQL writes them; they are letters and digits only, so that nothing needs escaping. */
function vectorOf(article: Article): string {
  const { headline, names, text } = searchTextOf(article);
  let place = 0;
  const parts = [headline, names, text].flatMap((part) => {
    place += GAP;
    return part === '' ? [] : part.split(' ').map((word) => `${word}:${(place += 1)}`);
  });
  return [...parts, ...tagsOf(article)].join(' ');
}

function questionOf(query: SearchQuery): string {
  const phrases = phrasesOf(query.text).map(textOf);
  const { wanted, unwanted } = tagsFor(query);
  const demands = [...phrases, ...wanted, ...unwanted.map((tag) => `!${tag}`)];
  return demands.some((one) => !one.startsWith('!')) ? demands.join(' & ') : [ALL, ...demands].join(' & ');
}

function textOf({ words, isPrefix, isExcluded }: Phrase): string {
  const row = words.map((word, at) => (isPrefix && at === words.length - 1 ? `${word}:*` : word)).join(' <-> ');
  return `${isExcluded ? '!' : ''}(${row})`;
}

/** Indexes the stories of a journal that is older than its index; inside the transaction of the migration. */
export async function fillIndex(sql: Sql): Promise<void> {
  const heads = await sql.query<{ id: string; at: string }>(
    `select head.id, at from head join article using (id, revision)
     where not exists (select from tombstone where tombstone.id = head.id) and not exists (select from found) order by at, head.id`,
  );
  for (const { id, at } of heads) {
    const [row] = await sql.query<{ doc: string }>('select doc from head join article using (id, revision) where id = $1', [id]);
    if (row !== undefined) await indexStory(sql, JSON.parse(row.doc) as Article, at);
  }
}
