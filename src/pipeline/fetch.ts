import { sha256 } from '../article/hash.ts';
import type { Raw } from '../article/raw.ts';
import { sentenceOf, Transient } from '../faults.ts';
import type { Fetched, TransportServices } from '../ingest/transport.ts';
import type { OpenTransport } from '../ingest/transports.ts';
import type { HostBudget } from '../queue/host-budget.ts';
import type { FeedState } from '../store/feed-journal.ts';
import type { Journal } from '../store/journal.ts';
import { retryInMs } from './backoff.ts';
import { announce, type HandOut } from './hand-out.ts';
import { readLearned, writeLearned, type Learned } from './learned.ts';
import type { Log } from './log.ts';
import { whileClaimed } from './poll-claim.ts';
import { intervalOf } from './poll-interval.ts';
import { observe } from './rhythm.ts';
import { noteClock } from './source-clock.ts';

/** What the config says of a feed's polls. */
export interface PollPlan {
  /** Host that is asked; its budget is shared with other feeds. Absent for a folder. */
  readonly host?: string;
  readonly leastMs?: number;
  readonly mostMs?: number;
  /** The pages that its entries lead to are fetched. */
  readonly follow?: true;
}

export interface FetchDeps {
  readonly journal: Pick<Journal, 'feed' | 'keepRaw' | 'finishPoll' | 'postponePoll'>;
  /** The open transport of a feed; absent for a feed that the config no longer names. */
  readonly transportOf: (feed: string) => OpenTransport | undefined;
  readonly planOf: (feed: string) => PollPlan;
  readonly services: TransportServices;
  /** Lets a poll in to its host, or says how long to wait. */
  readonly enterHost: HostBudget['enter'];
  /** Told how each host was reached; true while our own network is out. */
  readonly noteHost: (host: string, reached: boolean) => Promise<boolean>;
  readonly handOut: HandOut;
  readonly log: Log;
  /** The receiver's clock. */
  readonly clock: () => Date;
  readonly random: () => number;
}

/** How far a poll got; its validators are saved only once it is complete. */
interface Progress {
  cursor?: string;
  validators?: Readonly<Record<string, string>>;
  nextInMs?: number;
  more?: true;
  /** `Date` header of the last document. */
  date?: string;
}

/** Headers worth keeping with the bytes; the others may carry secrets. */
const KEPT_HEADERS: ReadonlySet<string> = new Set(['content-type', 'last-modified', 'etag', 'date']);
/** Faults that say that a host was not reached at all. */
const UNREACHED: ReadonlySet<string> = new Set(['net.no-answer', 'net.timeout', 'net.failed']);

/**
 * Polls one feed: keeps every document before the cursor moves past it, then hints at the work. Never throws for what
 * the other side does: a failing feed is polled again later, for ever. While its host has enough to do the poll is put off.
 */
export async function pollFeed(feed: string, deps: FetchDeps, signal: AbortSignal): Promise<void> {
  const state = await deps.journal.feed(feed);
  const transport = deps.transportOf(feed);
  if (state === null || state.paused || transport === undefined) return;
  const { host } = deps.planOf(feed);
  const admission = host === undefined ? undefined : await deps.enterHost(host);
  if (admission !== undefined && 'waitMs' in admission) {
    await deps.journal.postponePoll(feed, Math.round(admission.waitMs * (1 + deps.random())));
    return;
  }
  try {
    await poll(transport, state, deps, signal);
  } finally {
    await admission?.leave();
  }
}

async function poll(transport: OpenTransport, state: FeedState, deps: FetchDeps, signal: AbortSignal): Promise<void> {
  const progress: Progress = {};
  const fresh: number[] = [];
  try {
    await whileClaimed(state.id, deps.journal, () => receive(transport, state, { deps, signal, progress, fresh }));
    await finish(state, progress, fresh.length, deps);
  } catch (fault) {
    await failPoll(state, fault, progress, deps);
  }
  await announce(state.id, fresh, deps.handOut, deps.log);
}

async function finish(state: FeedState, progress: Progress, arrivals: number, deps: FetchDeps): Promise<void> {
  const { id: feed } = state;
  const { more, nextInMs = 0, date, ...reached } = progress;
  const { host, leastMs, mostMs, follow } = deps.planOf(feed);
  if (host !== undefined) await deps.noteHost(host, true);
  const now = deps.clock().getTime();
  // Pages come after their poll, which was an arrival already.
  const arrived = arrivals > 0 || (follow !== true && isPushedSince(state));
  const learned = learn(state.learned, { now, arrived, date });
  const limits = {
    everyMs: state.intervalMs,
    ...(leastMs === undefined ? {} : { leastMs }),
    ...(mostMs === undefined ? {} : { mostMs }),
  };
  const interval = more === true ? 0 : jittered(intervalOf(limits, learned.rhythm, { now, arrived }), deps.random);
  await deps.journal.finishPoll({ feed, ...reached, learned: writeLearned(learned), nextInMs: Math.max(nextInMs, interval) });
}

/** Something came by itself since the last poll: what a poll brings is older than its end. */
function isPushedSince({ lastItemAt, lastPollAt }: FeedState): boolean {
  return lastItemAt !== null && lastPollAt !== null && lastItemAt > lastPollAt;
}

/** A poll with news is one arrival, however much it brought: bursts would make every pause look like an end. */
function learn(text: string | null, { now, arrived, date }: { now: number; arrived: boolean; date: string | undefined }): Learned {
  const { rhythm, offsets } = readLearned(text);
  // The first poll brings what lay there before.
  const since = rhythm.through ?? now;
  const arrivals = arrived && rhythm.through !== null ? 1 : 0;
  return { rhythm: observe(rhythm, { from: since, to: now, arrivals }), offsets: noteClock(offsets, date, now) };
}

interface Reception {
  readonly deps: FetchDeps;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly fresh: number[];
}

async function receive(transport: OpenTransport, state: FeedState, { deps, signal, progress, fresh }: Reception): Promise<void> {
  const { id: feed, cursor, validators, backfillSince: since } = state;
  const documents = transport.poll({
    ...{ feed, cursor, validators, signal, services: deps.services },
    ...(since === null ? {} : { since }),
  });
  for (;;) {
    const step = await documents.next();
    if (step.done === true) {
      Object.assign(progress, step.value);
      return;
    }
    const kept = await deps.journal.keepRaw(rawOf(feed, transport.name, step.value, deps.clock()));
    if (kept.fresh) fresh.push(kept.id);
    const { date } = step.value.headers ?? {};
    if (date !== undefined) progress.date = date;
    if (step.value.cursor !== undefined) progress.cursor = step.value.cursor;
    if (step.value.validators !== undefined) progress.validators = step.value.validators;
  }
}

function rawOf(feed: string, transport: string, { bytes, url, mediaType, headers }: Fetched, receivedAt: Date): Raw {
  const kept = Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => KEPT_HEADERS.has(name)));
  return {
    feed,
    bytes,
    sha256: sha256(bytes),
    receivedAt: receivedAt.toISOString(),
    transport,
    headers: kept,
    ...(url === undefined ? {} : { url }),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

/** A broken poll keeps its place, which says how far everything is kept here, but no validators: they would hide what is still to come. */
async function failPoll(state: FeedState, fault: unknown, { cursor }: Progress, deps: FetchDeps): Promise<void> {
  const { journal, log, random } = deps;
  const { id: feed, intervalMs } = state;
  const error = sentenceOf(fault);
  const { host } = deps.planOf(feed);
  const isOurs = host !== undefined && (await deps.noteHost(host, !isUnreached(fault)));
  const asked = fault instanceof Transient ? (fault.retryAfterMs ?? 0) : 0;
  // In an outage of our own nobody is asked less often afterwards.
  const failures = state.failures + (isOurs ? 0 : 1);
  const nextInMs = Math.max(asked, isOurs ? jittered(intervalMs, random) : retryInMs(failures, intervalMs, random));
  const place = cursor === undefined ? {} : { cursor };
  if (isOurs) log.debug({ feed, nextInMs }, `poll failed in an outage of our own network: ${error}`);
  else log.warn({ feed, failures, nextInMs, err: fault }, `poll failed: ${error}`);
  await journal.finishPoll({ feed, nextInMs, error, ...place, ...(isOurs && isUnreached(fault) ? { excused: true } : {}) });
}

function isUnreached(fault: unknown): boolean {
  return fault instanceof Transient && UNREACHED.has(fault.code);
}

/** Spreads feeds of one interval by a tenth, so that they do not all poll in one second. */
function jittered(intervalMs: number, random: () => number): number {
  return Math.round(intervalMs * (0.95 + random() / 10));
}
