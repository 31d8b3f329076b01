import { loadConfig, type Environment, type Known } from '../config.ts';
import type { FeedState } from '../store/feed-journal.ts';
import type { HubSubscription } from '../store/hub-subscriptions.ts';
import { openJournal } from '../store/open-journal.ts';
import { EXIT } from './exit-code.ts';

export interface FeedsListOptions {
  readonly config: string;
  readonly json?: boolean;
  readonly environment: Environment;
  readonly known: Known;
}

/** A feed of the config with its state in the journal; absent before its first run. */
export interface FeedRow {
  readonly id: string;
  readonly transport: string;
  readonly state: FeedState | undefined;
  /** Of a feed that is to be pushed by its hub. */
  readonly hub?: HubSubscription | null;
}

/** `wirecopy feeds list`: incidents of our own network, then every feed of the config with its state in the journal, the worst first. @throws {Misconfigured} */
export async function feedsList({ config: file, json, environment, known }: FeedsListOptions): Promise<number> {
  const config = loadConfig(file, environment, known);
  const journal = await openJournal(config);
  try {
    for (const incident of (await journal.incidents(20)).filter(({ endedAt }) => endedAt === null))
      process.stdout.write(
        json === true ? `${JSON.stringify({ incident })}\n` : `incident since ${incident.beganAt}: ${incident.detail}\n`,
      );
    const states = new Map((await journal.feeds()).map((state) => [state.id, state]));
    const rows: FeedRow[] = [];
    for (const { id, transport, websub } of config.feeds)
      rows.push({ id, transport, state: states.get(id), ...(websub === true ? { hub: await journal.hubSubscription(id) } : {}) });
    rows.sort((a, b) => rankOf(b.state) - rankOf(a.state) || (a.id < b.id ? -1 : 1));
    for (const row of rows) process.stdout.write(feedLine(row, json));
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}

/** A feed in one line, each alarm on one of its own; or all as JSON. */
export function feedLine({ id, transport, state, hub }: FeedRow, json: boolean | undefined): string {
  if (json === true) return `${JSON.stringify({ id, transport, ...state, hub, validators: undefined, learned: undefined })}\n`;
  const line = `${sentence(state).padEnd(8)} ${id.padEnd(24)} ${transport.padEnd(10)} ${detail(state)}\n`;
  return [
    line,
    ...hubLine(hub),
    ...(state?.alarms ?? []).map((alarm) => `         ${alarm.code} since ${alarm.since}: ${alarm.detail}\n`),
  ].join('');
}

function hubLine(hub: HubSubscription | null | undefined): string[] {
  if (hub === undefined || hub === null) return [];
  const lease = hub.leaseUntil === null ? '' : `, lease until ${hub.leaseUntil}`;
  const error = hub.lastError === null ? '' : `: ${hub.lastError}`;
  return [`         hub ${hub.state}${hub.hub === null ? '' : ` at ${new URL(hub.hub).host}`}${lease}${error}\n`];
}

function rankOf(state: FeedState | undefined): number {
  if (state === undefined) return 0;
  if (state.failures > 0) return 3;
  return state.alarms.length > 0 ? 2 : state.paused ? 1 : 0;
}

function sentence(state: FeedState | undefined): string {
  if (state?.paused === true) return 'paused';
  if (state?.lastPollAt == null) return 'new';
  if (state.failures > 0) return 'failing';
  return state.alarms.length > 0 ? 'alarm' : 'well';
}

function detail(state: FeedState | undefined): string {
  if (state?.paused === true) return `${state.pausedReason ?? ''}${state.resumeAt === null ? '' : `, until ${state.resumeAt}`}`;
  if (state?.lastPollAt == null) return 'not polled yet';
  const item = `last item ${state.lastItemAt ?? 'never'}`;
  if (state.failures > 0)
    return `since ${state.failingSince ?? '?'}, ${state.failures} in a row, next ${state.nextPollAt}, ${item}: ${state.lastError ?? ''}`;
  const own = state.lastError === null ? '' : `, not reached in an outage of our own network: ${state.lastError}`;
  return `last poll ${state.lastPollAt}, next ${state.nextPollAt}, ${item}${own}`;
}
