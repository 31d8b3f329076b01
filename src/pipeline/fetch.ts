import { sha256 } from '../article/hash.ts';
import type { Raw } from '../article/raw.ts';
import { sentenceOf, Transient } from '../faults.ts';
import type { Fetched, TransportServices } from '../ingest/transport.ts';
import type { OpenTransport } from '../ingest/transports.ts';
import { BATCH } from '../queue/names.ts';
import type { FeedState, Journal } from '../store/journal.ts';
import { retryInMs } from './backoff.ts';
import type { Log } from './log.ts';

export interface FetchDeps {
  readonly journal: Pick<Journal, 'feed' | 'keepRaw' | 'finishPoll'>;
  /** The open transport of a feed; absent for a feed that the config no longer names. */
  readonly transportOf: (feed: string) => OpenTransport | undefined;
  readonly services: TransportServices;
  readonly addNormalize: (feed: string, raws: readonly number[], round: number) => Promise<void>;
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
}

/** Headers worth keeping with the bytes; the others may carry secrets. */
const KEPT_HEADERS: ReadonlySet<string> = new Set(['content-type', 'last-modified', 'etag', 'date']);

/**
 * Polls one feed: keeps every document before the cursor moves past it, then hints at the work. Never throws for what
 * the other side does: a failing feed is polled again later, for ever.
 */
export async function pollFeed(feed: string, deps: FetchDeps, signal: AbortSignal): Promise<void> {
  const state = await deps.journal.feed(feed);
  const transport = deps.transportOf(feed);
  if (state === null || state.paused || transport === undefined) return;
  const progress: Progress = {};
  const fresh: number[] = [];
  try {
    await receive(transport, state, { deps, signal, progress, fresh });
    const { more, nextInMs = 0, ...reached } = progress;
    const interval = more === true ? 0 : jittered(state.intervalMs, deps.random);
    await deps.journal.finishPoll({ feed, ...reached, nextInMs: Math.max(nextInMs, interval) });
  } catch (fault) {
    await failPoll(state, fault, progress, deps);
  }
  await announce(feed, fresh, deps);
}

interface Reception {
  readonly deps: FetchDeps;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly fresh: number[];
}

async function receive(transport: OpenTransport, state: FeedState, { deps, signal, progress, fresh }: Reception): Promise<void> {
  const { id: feed, cursor, validators } = state;
  const documents = transport.poll({ feed, cursor, validators, signal, services: deps.services });
  for (;;) {
    const step = await documents.next();
    if (step.done === true) {
      Object.assign(progress, step.value);
      return;
    }
    const kept = await deps.journal.keepRaw(rawOf(feed, transport.name, step.value, deps.clock()));
    if (kept.fresh) fresh.push(kept.id);
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
async function failPoll(state: FeedState, fault: unknown, { cursor }: Progress, { journal, log, random }: FetchDeps): Promise<void> {
  const error = sentenceOf(fault);
  const asked = fault instanceof Transient ? (fault.retryAfterMs ?? 0) : 0;
  const nextInMs = Math.max(asked, retryInMs(state.failures + 1, state.intervalMs, random));
  log.warn({ feed: state.id, failures: state.failures + 1, nextInMs, err: fault }, `poll failed: ${error}`);
  await journal.finishPoll({ feed: state.id, nextInMs, error, ...(cursor === undefined ? {} : { cursor }) });
}

/** Spreads feeds of one interval by a tenth, so that they do not all poll in one second. */
function jittered(intervalMs: number, random: () => number): number {
  return Math.round(intervalMs * (0.95 + random() / 10));
}

/** A lost hint is no loss: the raw rows stay pending in the journal and the reconciler hands them out. */
async function announce(feed: string, fresh: readonly number[], { addNormalize, log }: FetchDeps): Promise<void> {
  try {
    for (let start = 0; start < fresh.length; start += BATCH) await addNormalize(feed, fresh.slice(start, start + BATCH), 0);
  } catch (error) {
    log.warn({ feed, raws: fresh.length, err: error }, 'queue away: the reconciler will hand these out');
  }
}
