import { describe, expect, test, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { BadInput, Transient } from '../../src/faults.ts';
import type { Fetched, PollAdvice } from '../../src/ingest/transport.ts';
import { deliverTo, type DeliverDeps, type Outlet } from '../../src/pipeline/deliver.ts';
import { POLL_CLAIM_MS } from '../../src/pipeline/poll-claim.ts';
import { pollFeed, type FetchDeps } from '../../src/pipeline/fetch.ts';
import type { Log } from '../../src/pipeline/log.ts';
import { normalizeBatch, type NormalizeDeps, type NormalizeRaw } from '../../src/pipeline/normalize.ts';
import { reconcile } from '../../src/pipeline/reconcile.ts';
import type { Delivery } from '../../src/publish/sink.ts';
import type { ItemOutcome, Journal, SubscriberState } from '../../src/store/journal.ts';
import { memoryJournal } from './memory-journal.ts';

const none = (): void => undefined;
const log: Log = { debug: none, info: none, warn: none, error: none };
const signal = new AbortController().signal;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = { identity: {}, status: { kind: 'story', effective: 'usable' }, provenance: { rules: 'none@1' } };
const article = (index: number): ItemOutcome => ({ kind: 'article', index, article: { id: `afp:${index}`, ...plain } as Article });

async function* documents(list: readonly (Fetched | Error)[], advice: PollAdvice = {}): AsyncGenerator<Fetched, PollAdvice> {
  for (const one of list) {
    await Promise.resolve();
    if (one instanceof Error) throw one;
    yield one;
  }
  return advice;
}

function fetching(journal: Journal, list: readonly (Fetched | Error)[], hints: number[][]): FetchDeps {
  return {
    journal,
    transportOf: () => ({ name: 'test', poll: () => documents(list) }),
    services: { request: () => Promise.reject(new Error('unused')), resolve: () => Promise.reject(new Error('unused')) },
    planOf: () => ({}),
    enterHost: () => Promise.resolve({ leave: () => Promise.resolve() }),
    noteHost: () => Promise.resolve(false),
    handOut: (_feed, raws) => Promise.resolve(void hints.push([...raws])),
    log,
    clock: () => new Date(0),
    random: () => 0.5,
  };
}

describe('fetch', () => {
  test('keeps every document before the cursor moves, then hints in batches', async () => {
    const journal = memoryJournal();
    await journal.putFeeds([{ id: 'f', intervalMs: 1_000 }]);
    const hints: number[][] = [];
    const list = Array.from({ length: 120 }, (_, index) => ({ bytes: bytes(`document ${index}`), cursor: String(index) }));
    await pollFeed('f', fetching(journal, list, hints), signal);
    expect(journal.calls.indexOf('finishPoll ok 119')).toBe(120);
    expect(hints.map((batch) => batch.length)).toEqual([50, 50, 20]);
  });

  test('a poll that breaks keeps what came and its place, and is tried again', async () => {
    const journal = memoryJournal();
    await journal.putFeeds([{ id: 'f', intervalMs: 1_000 }]);
    const hints: number[][] = [];
    await pollFeed('f', fetching(journal, [{ bytes: bytes('one'), cursor: '1' }, new Transient('net.timeout', 'slow')], hints), signal);
    expect(journal.calls).toEqual(['keepRaw', 'finishPoll failed 1']);
    expect(hints).toEqual([[1]]);
    expect(await journal.feed('f')).toMatchObject({ failures: 1, cursor: '1' });
  });

  test('while its host has enough to do, a poll is put off and not counted', async () => {
    const journal = memoryJournal();
    await journal.putFeeds([{ id: 'f', intervalMs: 1_000 }]);
    const busy = { planOf: () => ({ host: 'wire.example' }), enterHost: () => Promise.resolve({ waitMs: 500 }) };
    await pollFeed('f', { ...fetching(journal, [{ bytes: bytes('one') }], []), ...busy }, signal);
    expect(journal.calls).toEqual(['postponePoll']);
  });

  test('the place at the host is given back whatever happens; in an outage of our own the feed is not blamed', async () => {
    const journal = memoryJournal();
    await journal.putFeeds([{ id: 'f', intervalMs: 1_000 }]);
    const told: string[] = [];
    const deps = {
      ...fetching(journal, [new Transient('net.failed', 'no route')], []),
      planOf: () => ({ host: 'wire.example' }),
      enterHost: () => Promise.resolve({ leave: () => Promise.resolve(void told.push('left')) }),
      noteHost: (host: string, reached: boolean) => Promise.resolve(told.push(`${host} ${String(reached)}`) > 0),
    };
    await pollFeed('f', deps, signal);
    expect(told).toEqual(['wire.example false', 'left']);
    expect(await journal.feed('f')).toMatchObject({ failures: 0 });
  });

  test('a poll that goes on keeps its feed claimed, and no renewal comes after its end', async () => {
    vi.useFakeTimers();
    try {
      const journal = memoryJournal();
      await journal.putFeeds([{ id: 'f', intervalMs: 1_000 }]);
      async function* slow(): AsyncGenerator<Fetched, PollAdvice> {
        await new Promise((resolve) => setTimeout(resolve, 2.5 * 4_000));
        yield { bytes: bytes('one') };
        return {};
      }
      const polled = pollFeed('f', { ...fetching(journal, [], []), transportOf: () => ({ name: 'test', poll: slow }) }, signal);
      await vi.advanceTimersByTimeAsync(POLL_CLAIM_MS - 1);
      await polled;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(journal.calls).toEqual(['postponePoll', 'postponePoll', 'keepRaw', 'finishPoll ok -']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('without Redis the documents are kept all the same', async () => {
    const journal = memoryJournal();
    await journal.putFeeds([{ id: 'f', intervalMs: 1_000 }]);
    const deps = { ...fetching(journal, [{ bytes: bytes('one') }], []), addNormalize: () => Promise.reject(new Error('no Redis')) };
    await pollFeed('f', deps, signal);
    expect((await journal.totals()).rawPending).toBe(1);
  });
});

async function kept(journal: Journal, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1)
    ids.push(
      (await journal.keepRaw({ feed: 'f', bytes: bytes(String(index)), sha256: String(index), receivedAt: '2026-01-01T00:00:00Z' })).id,
    );
  return ids;
}

function normalizing(journal: Journal, normalizeRaw: NormalizeRaw): NormalizeDeps {
  return { journal, normalizeRaw, readingOf: () => ({}), wake: () => Promise.resolve(), log };
}

describe('normalize', () => {
  test('a large document is committed in transactions of 50, the last one ends it', async () => {
    const journal = memoryJournal();
    const ids = await kept(journal, 1);
    const tally = await normalizeBatch(
      ids,
      normalizing(journal, () => Array.from({ length: 120 }, (_, index) => article(index))),
    );
    expect(journal.calls.filter((call) => call.startsWith('commit'))).toEqual(['commit 1:50', 'commit 1:50', 'commit 1:20!']);
    expect(tally).toMatchObject({ received: 120, stored: 120 });
  });

  test('many small documents share a transaction', async () => {
    const journal = memoryJournal();
    const ids = await kept(journal, 30);
    await normalizeBatch(
      ids,
      normalizing(journal, (raw) => [article(Number(raw.sha256))]),
    );
    expect(journal.calls.filter((call) => call.startsWith('commit'))).toHaveLength(1);
    expect(await journal.totals()).toMatchObject({ articles: 30, rawPending: 0 });
  });

  test('a bad document and a bug are quarantined; their neighbours go through', async () => {
    const journal = memoryJournal();
    const ids = await kept(journal, 4);
    const normalizeRaw: NormalizeRaw = function* (raw) {
      if (raw.sha256 === '1') throw new BadInput('xml.truncated', 'cut off');
      yield article(Number(raw.sha256));
      if (raw.sha256 === '2') throw new TypeError('a bug after the first item');
    };
    expect(await normalizeBatch(ids, normalizing(journal, normalizeRaw))).toEqual({
      received: 5,
      stored: 3,
      duplicate: 0,
      filtered: 0,
      quarantined: 2,
    });
    expect((await journal.totals()).rawPending).toBe(0);
  });

  test('a job that runs twice stores nothing twice', async () => {
    const journal = memoryJournal();
    const ids = await kept(journal, 3);
    const deps = normalizing(journal, (raw) => [article(Number(raw.sha256))]);
    await normalizeBatch(ids, deps);
    expect(await normalizeBatch(ids, deps)).toMatchObject({ received: 0, stored: 0 });
  });

  test('a document that is handed out again and again is quarantined, not tried for ever', async () => {
    const journal = memoryJournal();
    const ids = await kept(journal, 1);
    for (let round = 0; round < 11; round += 1) await journal.claimPendingRaws(0, 10);
    const tally = await normalizeBatch(
      ids,
      normalizing(journal, () => {
        throw new Error('never called');
      }),
    );
    expect(tally).toMatchObject({ quarantined: 1 });
  });
});

describe('deliver', () => {
  async function withEvents(count: number): Promise<Journal & { calls: string[] }> {
    const journal = memoryJournal();
    const ids = await kept(journal, 1);
    await normalizeBatch(
      ids,
      normalizing(journal, () => Array.from({ length: count }, (_, index) => article(index))),
    );
    journal.calls.length = 0;
    return journal;
  }
  function delivering(journal: Journal, send: (list: readonly Delivery[]) => Promise<void>): DeliverDeps {
    return {
      journal,
      gate: ({ article: { id } }) => (id === 'afp:1' ? { pass: false, reason: 'embargo' } : { pass: true }),
      outletOf: () => ({
        sink: { send, close: () => Promise.resolve() },
        encode: ({ id }) => ({ encoding: 'canonical', mediaType: 'application/json', extension: 'json', text: JSON.stringify({ id }) }),
        missed: () => undefined,
        embargoed: false,
      }),
      isGone: (fault) => fault instanceof RangeError,
      log,
      random: () => 0.5,
    };
  }

  test('sends in order what the gate lets through, and acknowledges what it holds back', async () => {
    const journal = await withEvents(3);
    const sent: string[] = [];
    await deliverTo(
      'out',
      delivering(journal, (list) => Promise.resolve(void sent.push(...list.map(({ key }) => key)))),
      signal,
    );
    expect(sent).toEqual(['afp:0@1', 'afp:2@1']);
    expect(journal.calls).toEqual(['acknowledge 3 delivered,withheld: embargo,delivered']);
  });

  test('a failure moves no cursor and backs off; a sink that is gone is disabled', async () => {
    const journal = await withEvents(2);
    await deliverTo(
      'out',
      delivering(journal, () => Promise.reject(new Transient('http.status', '503'))),
      signal,
    );
    expect(journal.calls).toEqual(['deliveryFailed retry']);
    expect(await journal.subscriber('out')).toMatchObject({ cursor: '0', failures: 1 });
    const gone = await withEvents(2);
    await deliverTo(
      'out',
      delivering(gone, () => Promise.reject(new RangeError('410'))),
      signal,
    );
    expect(await gone.subscriber('out')).toMatchObject({ disabled: true });
  });

  test('what a failing sink had taken before is acknowledged, the one that failed is named', async () => {
    const journal = await withEvents(4);
    const failures: unknown[] = [];
    const noting = { ...journal, deliveryFailed: (_name: string, failure: object) => Promise.resolve(void failures.push(failure)) };
    const deps = delivering(noting, () => Promise.resolve());
    const breaking: Outlet = {
      ...(await deps.outletOf('out'))!,
      sink: {
        send: (_list, _signal, done) => {
          done?.();
          return Promise.reject(new Transient('http.status', '503'));
        },
        close: () => Promise.resolve(),
      },
    };
    await deliverTo('out', { ...deps, outletOf: () => breaking }, signal);
    expect(journal.calls).toEqual(['acknowledge 2 delivered,withheld: embargo']);
    expect(failures).toMatchObject([{ of: { articleId: 'afp:2', revision: 1, type: 'article.created' } }]);
  });

  test('a filter leaves out what it does not want, but not what becomes of a story that the subscriber has', async () => {
    const journal = await withEvents(4);
    const deps = delivering(journal, () => Promise.resolve());
    const picky: Outlet = {
      ...(await deps.outletOf('out'))!,
      missed: ({ id }) => (id === 'afp:0' || id === 'afp:2' ? 'language' : undefined),
    };
    const had = { ...journal, haveReceived: () => Promise.resolve(new Set(['afp:2'])) };
    await deliverTo('out', { ...deps, journal: had, outletOf: () => picky }, signal);
    expect(journal.calls).toEqual(['acknowledge 4 filtered: language,withheld: embargo,delivered,delivered']);
  });
});

test('the reconciler wakes who lags, although no hint ever came; not who is paused, disabled or waits for its next try', async () => {
  const woken: string[] = [];
  const state = (name: string, more: Partial<SubscriberState> = {}): SubscriberState => ({
    ...{ name, cursor: '3', failures: 0, nextAttemptAt: null, lastError: null, disabled: false, paused: null, rewindTo: null },
    ...more,
  });
  const journal = {
    ...{ now: () => Promise.resolve('2026-03-09T09:00:00.000Z'), head: () => Promise.resolve('7') },
    ...{ releaseDue: () => Promise.resolve(0), claimPendingRaws: () => Promise.resolve([]) },
    subscribers: () =>
      Promise.resolve([
        state('lags'),
        state('is-there', { cursor: '7' }),
        state('goes-back', { cursor: '7', rewindTo: '0' }),
        state('may-try-again', { failures: 3, nextAttemptAt: '2026-03-09T08:59:59.000Z' }),
        state('waits', { failures: 3, nextAttemptAt: '2026-03-09T09:00:01.000Z' }),
        state('paused', { paused: 'moving' }),
        state('gone', { disabled: true }),
        state('not-configured'),
      ]),
  };
  const queues = {
    ensureTick: () => Promise.resolve(),
    ...{ addDeliver: (name: string) => Promise.resolve(void woken.push(name)) },
    backlog: () => Promise.resolve({ tick: 0, poll: 0, follow: 0, normalize: 0, deliver: 0 }),
  };
  const sinks = ['lags', 'is-there', 'goes-back', 'may-try-again', 'waits', 'paused', 'gone', 'new'];
  await reconcile({ journal, queues, handOut: () => Promise.resolve(), subscribers: () => Promise.resolve(sinks), tickEveryMs: 1_000 });
  expect(woken).toEqual(['lags', 'goes-back', 'may-try-again', 'new']);
});

test('the reconciler hands out pending documents with new ids, but not while the queue still holds their jobs', async () => {
  const journal = memoryJournal();
  await kept(journal, 60);
  const rounds: number[][] = [];
  let backlog = 1;
  const queues = {
    addDeliver: () => Promise.resolve(),
    ensureTick: () => Promise.resolve(),
    backlog: () => Promise.resolve({ tick: 0, poll: 0, follow: 0, normalize: backlog, deliver: 0 }),
  };
  const handOut = (_feed: string, raws: readonly number[], round: number) => Promise.resolve(void rounds.push([raws.length, round]));
  const deps = { journal, queues, handOut, subscribers: () => Promise.resolve(['out']), tickEveryMs: 1_000 };
  await reconcile(deps, 0);
  expect(rounds).toEqual([]);
  backlog = 0;
  await reconcile(deps, 0);
  await reconcile(deps, 0);
  expect(rounds).toEqual([
    [50, 1],
    [10, 1],
    [50, 2],
    [10, 2],
  ]);
});
