import { sentenceOf, Transient } from '../faults.ts';
import type { TransportServices } from '../ingest/transport.ts';
import type { HttpOptions } from '../ingest/transports/http.ts';
import { discoverHub } from '../ingest/websub/discover.ts';
import type { HubKeys } from '../ingest/websub/keys.ts';
import type { HubSubscription } from '../store/hub-subscriptions.ts';
import type { Journal } from '../store/journal.ts';
import { retryInMs } from './backoff.ts';
import type { Log } from './log.ts';
import { startRounds } from './rounds.ts';

export interface HubDeps {
  readonly journal: Pick<Journal, 'claimDueHubs' | 'saveHub'>;
  /** Feeds that want to be pushed, with how they are asked. */
  readonly feeds: ReadonlyMap<string, HttpOptions>;
  readonly services: TransportServices;
  readonly keys: HubKeys;
  /** Where hubs reach the API: `https://wire.example.org`. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly random: () => number;
}

const EVERY_MS = 15_000;
const LIMIT = 20;
const CLAIM_MS = 5 * 60_000;
/** A hub asks back within this, or is asked again. */
const ANSWER_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 24 * 3_600_000;
const RETRY_MS = 60_000;
/** What is asked for; the hub decides. */
const LEASE_S = 10 * 86_400;
const ASK_MS = 60_000;

/** The address at which a hub calls back. */
export function callbackOf(publicUrl: string, keys: HubKeys, feed: string): string {
  return `${publicUrl.replace(/\/$/, '')}/v1/websub/${feed}/${keys.token(feed)}`;
}

/** Asks the hubs of all feeds whose turn it is: at first, before a lease ends, and after a failure. Polls go on all the while. */
export async function renewHubs(deps: HubDeps): Promise<void> {
  for (const subscription of await deps.journal.claimDueHubs(LIMIT, CLAIM_MS)) {
    try {
      await ask(subscription, deps);
    } catch (fault) {
      const nextInMs = retryInMs(subscription.failures + 1, RETRY_MS, deps.random);
      const error = sentenceOf(fault);
      deps.log.warn({ feed: subscription.feed, nextInMs, err: fault }, `hub: ${error}`);
      await deps.journal.saveHub(subscription.feed, { error, nextInMs });
    }
  }
}

/** Subscribes (WebSub section 5.1). The hub is looked for each time: feeds move to others. */
async function ask({ feed, state, failures }: HubSubscription, deps: HubDeps): Promise<void> {
  const options = deps.feeds.get(feed);
  if (options === undefined) return;
  const signal = AbortSignal.timeout(ASK_MS);
  const found = await discoverHub(options, { services: deps.services, signal });
  if (found === undefined) {
    await deps.journal.saveHub(feed, { state: 'none', nextInMs: LOOK_AGAIN_MS });
    return;
  }
  const { hub, topic } = found;
  // Before the hub asks back, which it may do before it answers. Until it has, the failures stay.
  const asked = state === 'active' ? {} : { state: 'asked' as const };
  const again = state === 'asked' ? retryInMs(failures + 1, ANSWER_MS, deps.random) : ANSWER_MS;
  const silent = state === 'asked' ? { error: sentenceOf(unverified(hub)) } : {};
  await deps.journal.saveHub(feed, { hub, topic, ...asked, ...silent, nextInMs: again });
  const form = {
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': callbackOf(deps.publicUrl, deps.keys, feed),
    'hub.lease_seconds': String(LEASE_S),
    'hub.secret': deps.keys.secret(feed, topic, hub),
  };
  const answer = await deps.services.request({
    method: 'POST',
    url: hub,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    signal,
  });
  if (answer.status >= 200 && answer.status < 300) return;
  throw new Transient('websub.refused', {
    message: `The hub ${new URL(hub).host} answered ${answer.status}`,
    hint: 'It is asked again; the feed is polled all the same',
  });
}

function unverified(hub: string): Transient {
  return new Transient('websub.no-verification', {
    message: `The hub ${new URL(hub).host} took the request, but never asked back`,
    hint: 'Check that `websub.public_url` leads to this API from outside',
  });
}

/** Every few seconds; several processes share the feeds. Returns how to stop it. */
export function startHubs(deps: HubDeps): () => Promise<void> {
  const onError = (error: unknown): void => {
    deps.log.warn({ err: error }, 'hubs: will try again');
  };
  return startRounds({ everyMs: EVERY_MS, atStart: true, round: () => renewHubs(deps), onError });
}
