import { deliveryPlace, deliveryRow, type StoredDelivery } from '../delivery-row.ts';
import type { DeliveryNote, DeliveryQuery, DeliveryRow, EventType } from '../journal.ts';
import type { Sql } from './connection.ts';

/** Writes what became of events at a subscriber. */
export async function noteDeliveries(sql: Sql, subscriber: string, notes: readonly DeliveryNote[], now: string): Promise<void> {
  // One row per event, or one statement would meet it twice.
  const last = [...new Map(notes.map((note) => [`${note.type} ${note.revision} ${note.articleId}`, note])).values()];
  await sql.query(
    `insert into delivery(subscriber, article_id, revision, type, outcome, at)
     select $1, id, revision, type, outcome, $6 from unnest($2::text[], $3::integer[], $4::text[], $5::text[]) as log(id, revision, type, outcome)
     on conflict(subscriber, article_id, revision, type) do update set outcome = excluded.outcome, at = excluded.at`,
    [
      subscriber,
      last.map(({ articleId }) => articleId),
      last.map(({ revision }) => revision),
      last.map(({ type }) => type),
      last.map(({ outcome }) => outcome),
      now,
    ],
  );
}

/** What became of each event at each subscriber. */
export function deliveryLogOf(db: Sql) {
  return {
    haveReceived: async (subscriber: string, articleIds: readonly string[], type?: EventType): Promise<ReadonlySet<string>> => {
      const rows = await db.query<{ id: string }>(
        `select distinct article_id as id from delivery where subscriber = $1 and article_id = any($2::text[]) and outcome = 'delivered'
           and type not in ('article.killed', 'article.withheld') and type = coalesce($3, type)`,
        [subscriber, articleIds, type ?? null],
      );
      return new Set(rows.map(({ id }) => id));
    },
    deliveries: async ({ subscriber, articleId, outcome, before, limit }: DeliveryQuery): Promise<DeliveryRow[]> => {
      const place = deliveryPlace(before) ?? [null, null, null, null, null];
      // Asked subscriber by subscriber: each has an index of its own story ids, and there are few of them.
      const rows = await db.query<StoredDelivery>(
        `select delivery.* from delivery
         where subscriber in (select name from subscriber where $1::text is null or name = $1) and ($2::text is null or article_id = $2)
           and ($3::text is null or starts_with(outcome, $3)) and ($4::timestamptz is null
             or (at <= $4 and (at, subscriber, article_id, revision, type) < ($4, $5::text, $6::text, $7::integer, $8::text)))
         order by at desc, subscriber desc, article_id desc, revision desc, type desc limit $9`,
        [...[subscriber ?? null, articleId ?? null, outcome ?? null], ...place, limit],
      );
      return rows.map(deliveryRow);
    },
  };
}
