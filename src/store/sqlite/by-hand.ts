import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import type { Decision } from '../audit.ts';
import type { Decided, EventType, Receipt } from '../journal.ts';
import { killedByHand, isOnlyNotice, releasedByHand, releaseEvent } from '../revision-rules.ts';
import type { Audit } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Revisions } from './revisions.ts';
import type { SearchIndex } from './search.ts';
import type { StoryRows } from './story-rows.ts';
import { IN_FORCE } from '../subscriber-row.ts';

interface Parts {
  readonly stories: StoryRows;
  readonly revisions: Revisions;
  readonly audit: Audit;
  readonly index: SearchIndex;
}

/** What a person decides about a story, each in one transaction with its audit row. */
export function byHandOf(db: Database, clock: JournalClock, { stories, revisions, audit, index }: Parts) {
  const held = db.prepare<[string, number], { until: string | null }>('select until from hold where id = ? and revision = ?');
  const earlier = db.prepare<[string, number], { doc: string }>(
    'select doc from article where id = ? and revision < ? and publishable = 1 order by revision desc limit 1',
  );
  const rewrite = db.prepare('update article set doc = ?, publishable = 1 where id = ? and revision = ?');
  const unhold = db.prepare('delete from hold where id = ?');
  const setHead = db.prepare(
    'update head set revision = @revision, published = 1, withdrawn = min(withdrawn, @revision - 1) where id = @id',
  );
  const emit = db.prepare<[EventType, string, number, string]>('insert into outbox(type, article_id, revision, at) values (?, ?, ?, ?)');
  const receipts = db.prepare<{ id: string }, Receipt>(
    `with event as (select seq, article_id, revision, type from outbox
       where article_id = @id and type in ('article.killed', 'article.withheld') order by seq desc limit 1)
     select name as subscriber, delivery.outcome, delivery.at from event cross join (select name from subscriber where ${IN_FORCE}) as subscriber
       left join delivery on delivery.subscriber = name and delivery.article_id = event.article_id
         and delivery.revision = event.revision and delivery.type = event.type
     union all select name, case when cursor >= seq then 'acknowledged' end, case when cursor >= seq then moved_at end
     from event cross join consumer order by 1`,
  );

  const release = db.transaction((id: string, decision: Decision): Decided => {
    const [head, newest] = [stories.headOf(id), stories.newest(id)];
    if (head === undefined || newest === undefined) return 'unknown';
    if (stories.isBuried(id)) return 'killed';
    if (held.get(id, head.revision) === undefined) return 'not-held';
    const back = isOnlyNotice(newest) ? earlier.get(id, head.revision) : undefined;
    if (back === undefined && isOnlyNotice(newest)) return 'no-text';
    const free = releasedByHand(back === undefined ? newest : (JSON.parse(back.doc) as Article), clock());
    if (free === 'expired') return 'expired';
    const revision = back === undefined ? head.revision : stories.keep(free, head);
    if (back === undefined) rewrite.run(JSON.stringify(free), id, revision);
    unhold.run(id);
    setHead.run({ id, revision });
    index.put(free, clock());
    emit.run(releaseEvent(newest.status, head.published), id, revision, clock());
    audit.recordAudit({ ...decision, action: 'article.released', subject: `${id}@${revision}` });
    return 'done';
  });

  const kill = db.transaction((id: string, decision: Decision): Decided => {
    const [head, newest] = [stories.headOf(id), stories.newest(id)];
    if (head === undefined || newest === undefined) return 'unknown';
    if (stories.isBuried(id)) return 'killed';
    const dead = killedByHand(newest);
    revisions.kill(dead, stories.keep(dead, head), decision);
    return 'done';
  });
  return {
    release: (id: string, decision: Decision) => release.immediate(id, decision),
    kill: (id: string, decision: Decision) => kill.immediate(id, decision),
    receipts: (id: string) => receipts.all({ id }),
  };
}
