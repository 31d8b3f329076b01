import type { Article } from '../../article/article.ts';
import { likenessKey } from '../../article/likeness.ts';
import type { Decision } from '../audit.ts';
import type { EventType } from '../journal.ts';
import { decisionOf, isKill, namedBefore } from '../kill-rules.ts';
import { embargoIn, entryOf, isSame, judged, movesEmbargo, numbered, reread, type StoryHead } from '../revision-rules.ts';
import { isNamedByKill, killedBy, remember } from './aliases.ts';
import { record } from './audit.ts';
import type { Sql } from './connection.ts';
import { indexStory, unindexStory } from './search.ts';

/** What is known of a story, read in one statement. */
export interface Story {
  readonly head: StoryHead | undefined;
  readonly last: number;
  readonly buried: boolean;
}

interface StoryRow {
  readonly revision: number | null;
  readonly published: boolean;
  readonly revision_key: string;
  readonly content_hash: string;
  readonly kind: string;
  readonly publishable: boolean;
  readonly held_doc: string | null;
  readonly last: number | null;
  readonly buried: boolean;
}

const FIRST_MS = Date.UTC(1, 0);
const LAST_MS = Date.UTC(9999, 11, 31);

/**
 * Stores one article as the next revision of its story, or tells that it is none. The story is locked by the caller; `now` is the
 * journal's clock.
 */
export async function storeArticle(sql: Sql, arrived: Article, now: string): Promise<'stored' | 'duplicate'> {
  const { id } = arrived;
  const story = await storyOf(sql, id);
  const article = judged(arrived, story.head, now);
  if (isSame(story.head, article) || (!movesEmbargo(story.head, article) && (await hasTwin(sql, article)))) return 'duplicate';
  await take(sql, article, story, now);
  return 'stored';
}

/**
 * Stores what the same document says now as the next revision of its story, whatever it was before. `passed` where the story has gone on
 * from the revision `onTopOf`, or was killed. The story is locked by the caller.
 */
export async function replaceArticle(sql: Sql, arrived: Article, onTopOf: number, now: string): Promise<'stored' | 'passed'> {
  const story = await storyOf(sql, arrived.id);
  if (story.head?.revision !== onTopOf || story.buried) return 'passed';
  const article = judged(arrived, story.head, now);
  await take(sql, article, { ...story, head: reread(story.head, article) }, now);
  return 'stored';
}

async function take(sql: Sql, article: Article, story: Story, now: string): Promise<void> {
  const revision = await keep(sql, article, story, now);
  await remember(sql, article, now);
  if (isKill(article)) await killStory(sql, article, { revision, decision: decisionOf(article), now });
  else await enter(sql, article, { revision, story, now });
}

async function enter(sql: Sql, article: Article, { revision, story, now }: { revision: number; story: Story; now: string }): Promise<void> {
  const { id } = article;
  const named = !story.buried && (await isNamedByKill(sql, article));
  // Whoever has an earlier revision must hear of it.
  if (named && story.head !== undefined) {
    await announce(sql, { id, revision }, namedBefore(article), now);
    return;
  }
  if (named) await bury(sql, { id, revision: 0 }, now);
  const entry = entryOf(article, story.head, story.buried || named);
  if (entry.late) return;
  await sql.query('delete from hold where id = $1', [id]);
  if (entry.event !== undefined) await emit(sql, entry.event, { id, revision, early: entry.early }, now);
  if (entry.hold !== undefined)
    await sql.query('insert into hold(id, revision, until, reason) values ($1, $2, $3, $4)', [
      ...[id, revision, instantOrNone(entry.hold.until), entry.hold.reason],
    ]);
  await setHead(sql, article, revision, entry.published);
  if (!story.buried && !named) await indexStory(sql, article, now);
  if (entry.withdraws) await sql.query('update head set withdrawn = $2 where id = $1', [id, revision]);
  if (entry.event === 'article.withheld')
    await record(sql, { ...decisionOf(article), action: 'article.withheld', subject: `${id}@${revision}` }, now);
}

/** One row of the outbox. `early`: for those alone who may have copy before its time. */
export async function emit(
  sql: Sql,
  type: EventType,
  { id, revision, early = false }: { readonly id: string; readonly revision: number; readonly early?: boolean },
  now: string,
): Promise<void> {
  const text = 'insert into outbox(era, type, article_id, revision, at, early) select n, $1, $2, $3, $4, $5 from era';
  await sql.query(text, [type, id, revision, now, early]);
}

export async function storyOf(sql: Sql, id: string): Promise<Story> {
  const [row] = await sql.query<StoryRow>(
    `select head.revision, published, revision_key, content_hash, kind, publishable,
       case when not publishable then doc end as held_doc, (select max(revision) from article where article.id = $1) as last, exists (select from tombstone where tombstone.id = $1) as buried
     from (select $1::text as id) as wanted left join head using (id)
       left join article on article.id = head.id and article.revision = head.revision`,
    [id],
  );
  if (row === undefined) return { head: undefined, last: 0, buried: false };
  const { revision, published, kind, publishable } = row;
  const head =
    revision === null
      ? undefined
      : {
          ...{ revision, published, kind, publishable, revisionKey: row.revision_key, contentHash: row.content_hash },
          ...embargoIn(row.held_doc),
        };
  return { head, last: row.last ?? 0, buried: row.buried };
}

async function hasTwin(sql: Sql, { id, identity, status }: Article): Promise<boolean> {
  const rows = await sql.query(
    'select from article where id = $1 and content_hash = $2 and revision_key = $3 and kind = $4 and publishable = $5 limit 1',
    [id, identity.contentHash, identity.revisionKey, status.kind, status.publishable],
  );
  return rows.length > 0;
}

/** Writes the next revision of a story and returns its number. */
export async function keep(sql: Sql, article: Article, { head, last }: Story, now: string): Promise<number> {
  const { id, identity, status } = article;
  const revision = last + 1;
  await sql.query(
    'insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      ...[id, revision, identity.revisionKey, identity.contentHash, status.kind, status.publishable],
      ...[JSON.stringify(numbered(article, revision, head)), now],
    ],
  );
  return revision;
}

async function setHead(sql: Sql, article: Article, revision: number, published: boolean): Promise<void> {
  const key = likenessKey(article);
  await sql.query(
    `insert into head(id, revision, published, provider, slug, version_at) values ($1, $2, $3, $4, $5, $6)
     on conflict(id) do update set revision = excluded.revision, published = excluded.published,
       provider = coalesce(excluded.provider, head.provider), slug = coalesce(excluded.slug, head.slug),
       version_at = coalesce(excluded.version_at, head.version_at)`,
    [article.id, revision, published, key?.provider ?? null, key?.slug ?? null, instantOrNone(key?.at ?? null)],
  );
}

/** What a kill does: it takes its story, and all that it names, away for good. The stories are locked by the caller. */
export async function killStory(
  sql: Sql,
  article: Article,
  { revision, decision, now }: { revision: number; decision: Decision; now: string },
): Promise<void> {
  await announce(sql, { id: article.id, revision }, decision, now);
  for (const id of await killedBy(sql, article, now)) {
    const story = await storyOf(sql, id);
    if (story.buried) continue;
    const [known] = await sql.query<{ doc: string }>('select doc from head join article using (id, revision) where id = $1', [id]);
    // Of a story that has not arrived yet nobody has a copy: the tombstone alone stops it.
    if (known === undefined) await bury(sql, { id, revision: 0 }, now);
    else {
      const named = { ...(JSON.parse(known.doc) as Article), status: article.status };
      await announce(sql, { id, revision: await keep(sql, named, story, now) }, decision, now);
    }
  }
}

async function announce(sql: Sql, story: { id: string; revision: number }, decision: Decision, now: string): Promise<void> {
  await sql.query('delete from hold where id = $1', [story.id]);
  await unindexStory(sql, story.id);
  await emit(sql, 'article.killed', story, now);
  await bury(sql, story, now);
  await sql.query('insert into head(id, revision) values ($1, $2) on conflict(id) do update set revision = excluded.revision', [
    ...[story.id, story.revision],
  ]);
  await record(sql, { ...decision, action: 'article.killed', subject: `${story.id}@${story.revision}` }, now);
}

async function bury(sql: Sql, { id, revision }: { id: string; revision: number }, now: string): Promise<void> {
  await sql.query('insert into tombstone(id, at, revision) values ($1, $2, $3) on conflict(id) do nothing', [id, now, revision]);
}

/** What is no instant, or of a year that the database cannot hold, is no moment that comes by itself. */
function instantOrNone(utc: string | null): string | null {
  const ms = utc === null ? Number.NaN : Date.parse(utc);
  return ms > FIRST_MS && ms < LAST_MS ? new Date(ms).toISOString() : null;
}
