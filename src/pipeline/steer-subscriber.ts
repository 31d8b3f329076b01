import type { Decision } from '../store/audit.ts';
import type { Journal, Steering, SubscriberState } from '../store/journal.ts';

/** What a person does to a subscriber; `redeliver` sends again what came since an instant or after a cursor, or everything. */
export interface SubscriberAct {
  readonly verb: 'pause' | 'resume' | 'enable' | 'redeliver';
  /** ISO 8601 UTC. */
  readonly since?: string;
  readonly cursor?: string;
}

/**
 * Does it, with an audit row in the same transaction. Deliveries under way end first.
 * @throws {BadInput} `cursor.unknown`, `cursor.too-old` where it cannot be sent again from there
 */
export async function steerSubscriber(
  name: string,
  act: SubscriberAct,
  { actor, reason }: Decision,
  journal: Pick<Journal, 'steer' | 'cursorBefore' | 'events'>,
): Promise<SubscriberState> {
  const from = act.verb === 'redeliver' ? ` (from ${act.since ?? act.cursor ?? 'the start'})` : '';
  const told = { actor, action: `subscriber.${act.verb}`, reason: `${reason}${from}`.trim() };
  return journal.steer(name, await changeOf(act, reason, journal), told);
}

async function changeOf(act: SubscriberAct, reason: string, journal: Pick<Journal, 'cursorBefore' | 'events'>): Promise<Steering> {
  if (act.verb === 'pause') return { paused: reason === '' ? 'no reason given' : reason };
  if (act.verb === 'resume') return { paused: null };
  if (act.verb === 'enable') return { enable: true };
  if (act.since !== undefined) return { rewindTo: await journal.cursorBefore(act.since) };
  // The journal says what is wrong with a cursor when somebody reads from it.
  if (act.cursor !== undefined) await journal.events(act.cursor, 1);
  return { rewindTo: act.cursor ?? '0' };
}
