import { BadInput } from '../faults.ts';
import { EVENT_TYPES, type DeliveryRow, type EventType } from './journal.ts';

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

/** Where a row stands in the log: by its time, and among those of one time by what it is about. No two rows stand in one place. */
export type DeliveryPlace = readonly [at: string, subscriber: string, articleId: string, revision: number, type: EventType];

/** The place of a row, opaque, for `DeliveryQuery.before`. */
export function deliveryCursor({ at, subscriber, articleId, revision, type }: DeliveryRow): string {
  return Buffer.from(JSON.stringify([at, subscriber, articleId, revision, type] satisfies DeliveryPlace)).toString('base64url');
}

/** The place behind a cursor; null without one. @throws {BadInput} `delivery.cursor` */
export function deliveryPlace(cursor: string | undefined): DeliveryPlace | null {
  if (cursor === undefined) return null;
  const place = parsed(cursor);
  if (isPlace(place)) return place;
  throw new BadInput('delivery.cursor', { message: 'This is no place in the log of deliveries', hint: 'Give `next` of the page before' });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function isPlace(value: unknown): value is DeliveryPlace {
  if (!Array.isArray(value) || value.length !== 5) return false;
  const [at, subscriber, articleId, revision, type] = value as unknown[];
  const isInstant = typeof at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  const isRevision = Number.isInteger(revision) && Math.abs(revision as number) < 2 ** 31;
  return (
    isInstant && typeof subscriber === 'string' && typeof articleId === 'string' && isRevision && EVENT_TYPES.some((each) => each === type)
  );
}
