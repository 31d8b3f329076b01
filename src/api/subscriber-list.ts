import type { FastifyReply } from 'fastify';
import type { SubscriberState } from '../store/journal.ts';
import type { Subscription } from '../store/subscriptions.ts';
import type { DeskOptions, SubscriberSettings } from './desk-options.ts';
import { sendProblem } from './problem.ts';

/** A subscriber, and where its settings are. */
export interface ListedSubscriber extends SubscriberSettings {
  readonly managed: 'config' | 'api';
  /** Of one that was added over HTTP; an address of the config may hold a secret. */
  readonly url: string | null;
  readonly oldSecretUntil: string | null;
}

/** Those of the config, then those added over HTTP. */
export async function listSubscribers({ subscribers, journal }: DeskOptions): Promise<readonly ListedSubscriber[]> {
  const configured = subscribers.map(ofConfig);
  const added = (await journal.subscriptions()).filter(({ name }) => !subscribers.some((each) => each.name === name));
  return [...configured, ...added.map(ofJournal)];
}

export async function findSubscriber(name: string, { subscribers, journal }: DeskOptions): Promise<ListedSubscriber | undefined> {
  const configured = subscribers.find((each) => each.name === name);
  if (configured !== undefined) return ofConfig(configured);
  const added = await journal.subscription(name);
  return added === null ? undefined : ofJournal(added);
}

/** A subscriber as an answer tells of it. */
export function subscriberBody(
  { name, kind, encoding, filter, embargoed, managed, url, oldSecretUntil }: ListedSubscriber,
  state: SubscriberState,
): object {
  return { ...state, name, kind, encoding, filter, embargoed, managed, url, oldSecretUntil };
}

export function ofJournal({ name, encoding, filter, url, oldSecretUntil }: Subscription): ListedSubscriber {
  return { name, kind: 'webhook', encoding, filter, embargoed: false, managed: 'api', url, oldSecretUntil };
}

export function noSubscriber(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 404, { code: 'subscriber.unknown', detail: 'No subscriber has this name' });
}

function ofConfig(settings: SubscriberSettings): ListedSubscriber {
  return { ...settings, managed: 'config', url: null, oldSecretUntil: null };
}
