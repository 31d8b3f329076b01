import { loadConfig } from '../config.ts';
import { BadInput } from '../faults.ts';
import { steerSubscriber } from '../pipeline/steer-subscriber.ts';
import type { DeliveryQuery, SubscriberState } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { actorOf } from './actor.ts';
import { EXIT } from './exit-code.ts';
import { instantOf } from './instant.ts';

export interface SubscriberFlags {
  readonly config: string;
  readonly reason?: string;
  readonly since?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export type SubscriberVerb = 'list' | 'pause' | 'resume' | 'enable' | 'redeliver';

/**
 * `wirecopy subscribers`: who has read how far, and a person's hand on it. Each act is in the audit log. Deliveries under way end first.
 * @throws {BadInput} `subscriber.unknown`
 */
export async function subscribersCommand(verb: SubscriberVerb, name: string | undefined, flags: SubscriberFlags): Promise<number> {
  const config = loadConfig(flags.config, process.env);
  const configured = config.sinks.map((sink) => sink.name);
  const journal = await openJournal(config);
  try {
    if (verb === 'list') {
      const added = (await journal.subscriptions()).map((one) => one.name).filter((one) => !configured.includes(one));
      const states = await Promise.all([...configured, ...added].map((one) => journal.subscriber(one)));
      for (const state of states) process.stdout.write(lineOf(state, flags.json));
      return EXIT.ok;
    }
    if (name === undefined || !(configured.includes(name) || (await journal.subscription(name)) !== null))
      throw new BadInput('subscriber.unknown', {
        message: `No subscriber is called ${name ?? ''}`,
        hint: 'Name one of wirecopy subscribers list',
      });
    const since = verb === 'redeliver' && flags.since !== undefined ? { since: instantOf(flags.since) } : {};
    const decision = { actor: actorOf(flags.by), reason: flags.reason ?? '' };
    const state = await steerSubscriber(name, { verb, ...since }, decision, journal);
    process.stdout.write(lineOf(state, flags.json));
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}

function lineOf(state: SubscriberState, json: boolean | undefined): string {
  if (json === true) return `${JSON.stringify(state)}\n`;
  const { name, cursor, failures, lastError, disabled, paused, rewindTo, nextAttemptAt } = state;
  const words = [
    disabled ? 'disabled (410)' : paused === null ? 'runs' : `paused: ${paused}`,
    `at ${cursor}`,
    ...(rewindTo === null ? [] : [`again from ${rewindTo}`]),
    ...(failures === 0 ? [] : [`${failures} failures, next try ${nextAttemptAt ?? 'now'}: ${lastError ?? ''}`]),
  ];
  return `${name}  ${words.join(', ')}\n`;
}

export interface DeliveryFlags {
  readonly config: string;
  readonly subscriber?: string;
  readonly article?: string;
  readonly outcome?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

const OUTCOMES = ['delivered', 'withheld', 'filtered', 'failed'] as const;

/** `wirecopy deliveries`: what became of each event at each subscriber, newest first. @throws {BadInput} `delivery.outcome` */
export async function deliveriesCommand({ config, subscriber, article, outcome, limit, json }: DeliveryFlags): Promise<number> {
  const wanted = OUTCOMES.find((each) => each === outcome);
  if (outcome !== undefined && wanted === undefined)
    throw new BadInput('delivery.outcome', { message: `No outcome is called ${outcome}`, hint: `Outcomes: ${OUTCOMES.join(', ')}` });
  const query: DeliveryQuery = {
    limit: Number(limit ?? 50),
    ...(subscriber === undefined ? {} : { subscriber }),
    ...(article === undefined ? {} : { articleId: article }),
    ...(wanted === undefined ? {} : { outcome: wanted }),
  };
  const journal = await openJournal(loadConfig(config, process.env));
  try {
    for (const row of await journal.deliveries(query)) {
      const { at, articleId, revision, type } = row;
      const line = `${at}  ${row.subscriber}  ${type}  ${articleId}@${revision}  ${row.outcome}`;
      process.stdout.write(`${json === true ? JSON.stringify(row) : line}\n`);
    }
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}
