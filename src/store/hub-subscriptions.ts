/**
 * `wanted`: nobody has asked the hub yet. `none`: the feed names no hub. `asked`: the hub has yet to ask back. `denied`: it will not.
 * What is pushed is taken in every state, for it is signed.
 */
export type HubState = 'wanted' | 'none' | 'asked' | 'active' | 'denied';

/** How far a feed has got with being pushed by its hub. Instants are ISO 8601 UTC on the journal's clock; secrets are never kept. */
export interface HubSubscription {
  readonly feed: string;
  readonly state: HubState;
  /** What the hub knows the feed by. */
  readonly topic: string | null;
  readonly hub: string | null;
  /** When the hub stops pushing unless it is asked again. */
  readonly leaseUntil: string | null;
  readonly failures: number;
  readonly lastError: string | null;
}

/** What has changed; the rest stays. */
export interface HubChange {
  readonly state?: HubState;
  readonly topic?: string;
  readonly hub?: string;
  readonly leaseInMs?: number;
  /** When the subscription is looked at again. */
  readonly nextInMs: number;
  /** One more failure; without it there are none any more. */
  readonly error?: string;
}

/** The part of the journal that keeps subscriptions at hubs (WebSub). */
export interface HubSubscriptions {
  /** Feeds that want to be pushed. Others are forgotten; their hubs stop when the lease is over. */
  putHubFeeds(feeds: readonly string[]): Promise<void>;
  hubSubscription(feed: string): Promise<HubSubscription | null>;
  /** Those to look at now; each is claimed for `leaseMs`, so that two processes do not both ask. */
  claimDueHubs(limit: number, leaseMs: number): Promise<readonly HubSubscription[]>;
  /** Nothing where the feed does not want to be pushed. */
  saveHub(feed: string, change: HubChange): Promise<void>;
}

/** A row as both stores keep it. */
export interface HubRow {
  readonly feed: string;
  readonly state: HubState;
  readonly topic: string | null;
  readonly hub: string | null;
  readonly lease_until: string | null;
  readonly failures: number;
  readonly last_error: string | null;
}

export function hubSubscription({ feed, state, topic, hub, lease_until, failures, last_error }: HubRow): HubSubscription {
  return { feed, state, topic, hub, failures, leaseUntil: lease_until, lastError: last_error };
}
