import type { Article } from '../../article/article.ts';
import type { Decision } from '../audit.ts';
import type { Decided, Receipt } from '../journal.ts';
import { isOnlyNotice, killedByHand, releasedByHand, releaseEvent } from '../revision-rules.ts';
import { record } from './audit.ts';
import type { JournalClock } from './clock.ts';
import { CHANNEL } from './commit.ts';
import type { Postgres, Sql } from './connection.ts';
import { emit, keep, killStory, storyOf } from './revisions.ts';
import { indexStory } from './search.ts';
import { lockStories, namesOf } from './stories.ts';
import { IN_FORCE } from '../subscriber-row.ts';

const HEAD_DOC = 'select doc from head join article using (id, revision) where id = $1';

/** What a person decides about a story, each in one transaction with its audit row. */
export function byHandOf(db: Postgres, clock: JournalClock) {
  return {
    release: (id: string, decision: Decision) =>
      db.transaction(async (sql) => {
        await lockStories(sql, [id]);
        return release(sql, { id, decision, now: await clock(sql) });
      }),
    kill: async (id: string, decision: Decision): Promise<Decided> => {
      const [known] = await db.query<{ doc: string }>(HEAD_DOC, [id]);
      if (known === undefined) return 'unknown';
      const names = namesOf([killedByHand(JSON.parse(known.doc) as Article)]);
      return db.transaction(async (sql) => {
        await lockStories(sql, names);
        return kill(sql, { id, decision, now: await clock(sql) });
      });
    },
    receipts: (id: string) =>
      db.query<Receipt>(
        `with event as (select era, xid, seq, article_id, revision, type from outbox
           where article_id = $1 and type in ('article.killed', 'article.withheld') order by era desc, xid desc, seq desc limit 1)
         select name as subscriber, delivery.outcome, delivery.at from event cross join (select name from subscriber where ${IN_FORCE}) as subscriber
           left join delivery on delivery.subscriber = name and delivery.article_id = event.article_id
             and delivery.revision = event.revision and delivery.type = event.type
         union all select name, case when past then 'acknowledged' end, case when past then moved_at end
         from (select name, moved_at, (consumer.era, consumer.xid, consumer.seq) >= (event.era, event.xid, event.seq) as past
               from event cross join consumer) as read order by 1`,
        [id],
      ),
  };
}

interface Order {
  readonly id: string;
  readonly decision: Decision;
  readonly now: string;
}

async function release(sql: Sql, { id, decision, now }: Order): Promise<Decided> {
  const story = await storyOf(sql, id);
  if (story.head === undefined) return 'unknown';
  if (story.buried) return 'killed';
  const { revision: newest, published } = story.head;
  const [waiting] = await docs(sql, 'select doc from hold join article using (id, revision) where id = $1 and revision = $2', [id, newest]);
  if (waiting === undefined) return 'not-held';
  const back = isOnlyNotice(waiting) ? await beforeNotice(sql, id, newest) : waiting;
  if (back === undefined) return 'no-text';
  const free = releasedByHand(back, now);
  if (free === 'expired') return 'expired';
  const revision = back === waiting ? newest : await keep(sql, free, story, now);
  if (back === waiting)
    await sql.query('update article set doc = $3, publishable = true where id = $1 and revision = $2', [
      id,
      revision,
      JSON.stringify(free),
    ]);
  await sql.query('delete from hold where id = $1', [id]);
  await sql.query('update head set revision = $2, published = true, withdrawn = least(withdrawn, $2 - 1) where id = $1', [id, revision]);
  await indexStory(sql, free, now);
  await emit(sql, releaseEvent(waiting.status, published), { id, revision }, now);
  await record(sql, { ...decision, action: 'article.released', subject: `${id}@${revision}` }, now);
  await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
  return 'done';
}

/** What was out before a withhold that is only a notice. */
async function beforeNotice(sql: Sql, id: string, revision: number): Promise<Article | undefined> {
  const text = 'select doc from article where id = $1 and revision < $2 and publishable order by revision desc limit 1';
  const [found] = await docs(sql, text, [id, revision]);
  return found;
}

async function kill(sql: Sql, { id, decision, now }: Order): Promise<Decided> {
  const story = await storyOf(sql, id);
  const [newest] = await docs(sql, HEAD_DOC, [id]);
  if (newest === undefined) return 'unknown';
  if (story.buried) return 'killed';
  const dead = killedByHand(newest);
  await killStory(sql, dead, { revision: await keep(sql, dead, story, now), decision, now });
  await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
  return 'done';
}

async function docs(sql: Sql, text: string, values: readonly unknown[]): Promise<Article[]> {
  return (await sql.query<{ doc: string }>(text, values)).map(({ doc }) => JSON.parse(doc) as Article);
}
