import type { DeliveryRow, EventType } from './journal.ts';

/** A row of the log of deliveries as both stores keep it. */
export interface StoredDelivery {
  readonly subscriber: string;
  readonly article_id: string;
  readonly revision: number;
  readonly type: EventType;
  readonly outcome: string;
  readonly at: string;
}

/** A row as the journal hands it out. */
export function deliveryRow({ article_id: articleId, ...row }: StoredDelivery): DeliveryRow {
  const { subscriber, revision, type, outcome, at } = row;
  return { subscriber, articleId, revision, type, outcome, at };
}
