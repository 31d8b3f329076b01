import type { Database } from 'better-sqlite3';
import { deliveryPlace, deliveryRow, type StoredDelivery } from '../delivery-row.ts';
import type { DeliveryNote, DeliveryQuery, EventType } from '../journal.ts';

/** What became of each event at each subscriber. */
export function deliveryLogOf(db: Database) {
  const note = db.prepare(
    `insert into delivery(subscriber, article_id, revision, type, outcome, at) values (?, ?, ?, ?, ?, ?)
     on conflict do update set outcome = excluded.outcome, at = excluded.at`,
  );
  const received = db.prepare<[string, string, string | null], { one: 1 }>(
    `select 1 as one from delivery where subscriber = ? and article_id = ? and outcome = 'delivered'
       and type not in ('article.killed', 'article.withheld') and type = coalesce(?, type) limit 1`,
  );
  // Asked subscriber by subscriber: each has an index of its own story ids, and there are few of them.
  const listed = db.prepare<object, StoredDelivery>(
    `select * from delivery
     where subscriber in (select name from subscriber where @subscriber is null or name = @subscriber)
       and (@articleId is null or article_id = @articleId) and (@outcome is null or outcome like @outcome || '%')
       and (@at is null or (at <= @at and (at, subscriber, article_id, revision, type) < (@at, @who, @story, @number, @event)))
     order by at desc, subscriber desc, article_id desc, revision desc, type desc limit @limit`,
  );
  return {
    note: (subscriber: string, notes: readonly DeliveryNote[], at: string): void => {
      for (const { articleId, revision, type, outcome } of notes) note.run(subscriber, articleId, revision, type, outcome, at);
    },
    haveReceived: (subscriber: string, articleIds: readonly string[], type?: EventType): ReadonlySet<string> =>
      new Set(articleIds.filter((id) => received.get(subscriber, id, type ?? null) !== undefined)),
    deliveries: ({ subscriber, articleId, outcome, before, limit }: DeliveryQuery) => {
      const [at, who, story, number, event] = deliveryPlace(before) ?? [null, null, null, null, null];
      const wanted = { subscriber: subscriber ?? null, articleId: articleId ?? null, outcome: outcome ?? null };
      return listed.all({ ...wanted, ...{ at, who, story, number, event, limit } }).map(deliveryRow);
    },
  };
}
