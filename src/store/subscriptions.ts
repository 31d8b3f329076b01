import type { Decision } from './audit.ts';

/**
 * A subscriber that was added over HTTP: a webhook. What signs its messages is not kept: it is derived from the key of the config, from `salt`
 * and from `secretNumber` (`publish/derived-secret.ts`). Instants are ISO 8601 UTC on the journal's clock.
 */
export interface Subscription {
  readonly name: string;
  readonly url: string;
  readonly encoding: string;
  /** As `publish/filter.ts` reads it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly salt: string;
  /** Tells keys apart, and nothing of the key. */
  readonly keyId: string;
  /** Counts the secrets it has had, from 1. */
  readonly secretNumber: number;
  /** Until when the secret before this one signs too; null where none does. */
  readonly oldSecretUntil: string | null;
  /** Counts its changes. */
  readonly version: number;
  readonly createdAt: string;
}

export interface NewSubscription extends Pick<Subscription, 'name' | 'url' | 'encoding' | 'filter' | 'salt' | 'keyId'> {
  /** The cursor after which it is sent everything. */
  readonly from: string;
}

export type SubscriptionChange = Partial<Pick<Subscription, 'url' | 'encoding' | 'filter'>>;

/** The part of the journal that keeps who was added over HTTP. Each change writes an audit row. */
export interface Subscriptions {
  /** Those in force, by name. */
  subscriptions(): Promise<readonly Subscription[]>;
  /** Null where there is none in force. */
  subscription(name: string): Promise<Subscription | null>;
  /**
   * False where anybody has, or has had, that name: the log of deliveries and the audit log name subscribers.
   * @throws {BadInput} `cursor.unknown`, `cursor.too-old`
   */
  addSubscription(subscription: NewSubscription, decision: Decision): Promise<boolean>;
  changeSubscription(name: string, change: SubscriptionChange, decision: Decision): Promise<Subscription | null>;
  /** A new secret; the one before signs too for `overlapMs`, unless it came from another key. */
  rotateSubscription(
    name: string,
    rotation: { readonly overlapMs: number; readonly keyId: string },
    decision: Decision,
  ): Promise<Subscription | null>;
  /** It is sent nothing more, and waits for nothing. */
  removeSubscription(name: string, decision: Decision): Promise<boolean>;
}

/** A row as both stores keep it. */
export interface SubscriptionRow {
  readonly name: string;
  readonly url: string;
  readonly encoding: string;
  readonly filter: string;
  readonly salt: string;
  readonly key_id: string;
  readonly secret_number: number;
  readonly old_secret_until: string | null;
  readonly version: number;
  readonly created_at: string;
}

/** A row as the journal hands it out. */
export function subscriptionOf({ name, url, encoding, salt, version, ...row }: SubscriptionRow): Subscription {
  return {
    ...{ name, url, encoding, salt, version, filter: JSON.parse(row.filter) as Record<string, unknown> },
    ...{ keyId: row.key_id, secretNumber: row.secret_number, oldSecretUntil: row.old_secret_until, createdAt: row.created_at },
  };
}

/** What the audit log says of a change: which settings, not what they are. */
export function changedSettings(change: SubscriptionChange, { actor, reason }: Decision): Decision {
  return { actor, reason: `${reason} (${Object.keys(change).join(', ')})`.trim() };
}
