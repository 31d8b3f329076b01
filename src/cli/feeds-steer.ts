import { loadConfig } from '../config.ts';
import { BadInput } from '../faults.ts';
import type { FeedSteering } from '../store/feed-journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { actorOf } from './actor.ts';
import { EXIT } from './exit-code.ts';
import { feedLine } from './feeds-list.ts';
import { instantOf } from './instant.ts';

export interface FeedsSteerFlags {
  readonly config: string;
  readonly reason?: string;
  readonly until?: string;
  readonly since?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export type FeedVerb = 'pause' | 'resume' | 'poll';

/**
 * `wirecopy feeds pause|resume|poll`: a person's hand on a feed of a running or a stopped service. Each act is in the audit log.
 * @throws {BadInput} `feed.unknown`, `input.instant`
 */
export async function feedsSteer(verb: FeedVerb, id: string, flags: FeedsSteerFlags): Promise<number> {
  const config = loadConfig(flags.config, process.env);
  const feed = config.feeds.find((one) => one.id === id);
  if (feed === undefined) throw new BadInput('feed.unknown', { message: `No feed is called ${id}`, hint: 'Name one of the config' });
  const journal = await openJournal(config);
  try {
    // A feed that nobody has run yet can be paused too.
    if ((await journal.feed(id)) === null) await journal.putFeeds(config.feeds.map((one) => ({ id: one.id, intervalMs: one.everyMs })));
    const act = { actor: actorOf(flags.by), action: `feed.${verb}`, reason: flags.reason ?? flags.since ?? '' };
    const state = await journal.steerFeed(id, changeOf(verb, flags), act);
    process.stdout.write(feedLine({ id, transport: feed.transport, state: state ?? undefined }, flags.json));
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}

function changeOf(verb: FeedVerb, { reason, until, since }: FeedsSteerFlags): FeedSteering {
  if (verb === 'resume') return { paused: null };
  if (verb === 'pause') return { paused: reason ?? 'no reason given', ...(until === undefined ? {} : { resumeAt: comingOf(until) }) };
  return { pollNow: true, ...(since === undefined ? {} : { backfillSince: instantOf(since) }) };
}

/** `+6h` from now on, or an instant with its zone. */
function comingOf(text: string): string {
  if (!text.startsWith('+')) return instantOf(text);
  const now = Date.now();
  return new Date(2 * now - Date.parse(instantOf(text.slice(1), () => new Date(now)))).toISOString();
}
