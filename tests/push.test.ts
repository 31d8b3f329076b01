import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import type { PushOptions } from '../src/api/push.ts';
import { Misconfigured } from '../src/faults.ts';
import { openTransport } from '../src/ingest/transports.ts';
import { push } from '../src/ingest/transports/push.ts';
import { pollFeed } from '../src/pipeline/fetch.ts';
import { readLearned } from '../src/pipeline/learned.ts';
import { keepPushed } from '../src/pipeline/push.ts';
import { evidence } from '../src/pipeline/rhythm.ts';
import { openBench, type ApiBench } from './api-bench.ts';
import { noServices } from './contract/transport.ts';

const NOW = '2026-03-09T09:00:00Z';
const SECRET = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const PLAIN = 'plain text of a secret';
const FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Ferries – Fähren</title></channel></rss>';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

let bench: ApiBench | undefined;
afterEach(() => bench?.close());

const hints: unknown[][] = [];
async function api({ handOut = (...given: unknown[]) => Promise.resolve(void hints.push(given)) } = {}): Promise<ApiBench> {
  hints.length = 0;
  const receivers = new Map([
    ['ferries', push.readOptions({ secret: SECRET }).signature],
    ['trains', push.readOptions({ secret: PLAIN, old_secret: `${PLAIN} of old`, signature: 'github' }).signature],
  ]);
  const keep: PushOptions['keep'] = (pushed) =>
    keepPushed(pushed, { journal: bench!.journal, handOut, log: silent, clock: () => new Date(NOW) });
  bench = await openBench({ push: { receivers, keep, now: () => new Date(NOW) } });
  await bench.grantAll();
  await bench.journal.putFeeds([...receivers.keys()].map((id) => ({ id, intervalMs: 60_000 })));
  return bench;
}

const signed = (body: string, { at = NOW, secret = SECRET, id = 'msg-1' } = {}): Record<string, string> => {
  const time = new Date(at);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(time.getTime() / 1_000),
    'webhook-signature': new Webhook(secret).sign(id, time, body),
    'content-type': 'application/rss+xml; charset=utf-8',
  };
};
const hubSigned = (body: string, secret = PLAIN): Record<string, string> => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});
const post = ({ app }: ApiBench, feed: string, headers: Record<string, string>, payload: string | Buffer = FEED) =>
  app.inject({ method: 'POST', url: `/v1/push/${feed}`, headers, payload });

describe('POST /v1/push/<feed>', () => {
  test('what is signed is kept byte by byte before 202, and hinted at once', async () => {
    const opened = await api();
    const answer = await post(opened, 'ferries', signed(FEED));
    expect([answer.statusCode, answer.json()]).toEqual([202, { status: 'kept' }]);
    const [stored] = await opened.journal.raws([1]);
    expect(stored).toMatchObject({
      state: 'pending',
      raw: { feed: 'ferries', transport: 'push', receivedAt: '2026-03-09T09:00:00.000Z', mediaType: 'application/rss+xml; charset=utf-8' },
    });
    expect(Buffer.from(stored!.raw.bytes).toString()).toBe(FEED);
    expect(hints).toEqual([['ferries', [1], 0]]);
  });

  test('the same bytes again are known, whatever their id', async () => {
    const opened = await api();
    await post(opened, 'ferries', signed(FEED));
    const again = await post(opened, 'ferries', signed(FEED, { id: 'msg-2' }));
    expect([again.statusCode, again.json()]).toEqual([202, { status: 'known' }]);
    expect(hints).toHaveLength(1);
  });

  test('bytes that are no text, and no content type, are no matter', async () => {
    const opened = await api();
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
    const headers = { 'x-hub-signature-256': `sha256=${createHmac('sha256', PLAIN).update(bytes).digest('hex')}` };
    expect((await post(opened, 'trains', headers, bytes)).statusCode).toBe(202);
    expect(Buffer.from((await opened.journal.raws([1]))[0]!.raw.bytes)).toEqual(bytes);
  });

  test('while secrets rotate, both count', async () => {
    const opened = await api();
    expect((await post(opened, 'trains', hubSigned(FEED))).statusCode).toBe(202);
    expect((await post(opened, 'trains', hubSigned(FEED, `${PLAIN} of old`))).statusCode).toBe(202);
  });

  test.each([
    ['another body', 'ferries', signed(`${FEED} `), 401, 'push.signature'],
    ['another secret', 'ferries', signed(FEED, { secret: `whsec_${Buffer.alloc(24).toString('base64')}` }), 401, 'push.signature'],
    ['a message that is six minutes old', 'ferries', signed(FEED, { at: '2026-03-09T08:54:00Z' }), 401, 'push.signature'],
    ['a message from six minutes ahead', 'ferries', signed(FEED, { at: '2026-03-09T09:06:00Z' }), 401, 'push.signature'],
    ['a time that is none', 'ferries', { ...signed(FEED), 'webhook-timestamp': 'soon' }, 401, 'push.signature'],
    ['no signature', 'ferries', {}, 401, 'push.signature'],
    ['the signature of another scheme', 'ferries', hubSigned(FEED), 401, 'push.signature'],
    ['half a signature', 'trains', { 'x-hub-signature-256': hubSigned(FEED)['x-hub-signature-256']!.slice(0, 40) }, 401, 'push.signature'],
    ['a feed that is not pushed to', 'ships', signed(FEED), 404, 'push.no-feed'],
  ])('%s is refused, and nothing is kept', async (_, feed, headers, status, code) => {
    const opened = await api();
    const answer = await post(opened, feed, headers);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(await opened.journal.raws([1])).toEqual([]);
  });

  test('a body that is empty or too large is refused', async () => {
    const opened = await api();
    expect((await post(opened, 'ferries', signed(''), '')).json()).toMatchObject({ status: 400, code: 'push.empty' });
    const large = 'x'.repeat(20_000_001);
    expect((await post(opened, 'ferries', signed(large), large)).statusCode).toBe(413);
  });

  test('a paused feed asks its sender to come again', async () => {
    const opened = await api();
    await opened.journal.steerFeed('ferries', { paused: 'strike' }, { actor: 'desk', action: 'feed.pause', reason: 'strike' });
    const answer = await post(opened, 'ferries', signed(FEED));
    expect([answer.statusCode, answer.headers['retry-after'], answer.json<{ code: string }>().code]).toEqual([503, '300', 'push.paused']);
  });

  test('while the queue is away the document is kept all the same', async () => {
    const opened = await api({ handOut: () => Promise.reject(new Error('away')) });
    expect((await post(opened, 'ferries', signed(FEED))).statusCode).toBe(202);
    expect(await opened.journal.claimPendingRaws(0, 10)).toHaveLength(1);
  });

  test('strangers leave nothing behind, not even an idempotency key', async () => {
    const opened = await api();
    await post(opened, 'ferries', { 'idempotency-key': 'a' });
    const answer = await post(opened, 'ferries', { ...signed(FEED), 'idempotency-key': 'a' });
    expect([answer.statusCode, answer.headers['idempotent-replayed']]).toEqual([202, undefined]);
  });

  test('everything else still asks for a token', async () => {
    const opened = await api();
    expect((await opened.app.inject({ method: 'GET', url: '/v1/changes' })).statusCode).toBe(401);
  });
});

test('what came by itself counts for the silence alarm', async () => {
  let now = Date.parse(NOW);
  const opened = (bench = await openBench({ now: () => new Date(now) }));
  await opened.journal.putFeeds([{ id: 'ferries', intervalMs: 60_000 }]);
  const transport = openTransport('push', { secret: SECRET });
  const deps = {
    ...{ journal: opened.journal, transportOf: () => transport, planOf: () => ({}), services: noServices, clock: () => new Date(now) },
    ...{ enterHost: () => Promise.resolve({ waitMs: 0 }), noteHost: () => Promise.resolve(false), random: () => 0.5, log: silent },
    handOut: () => Promise.resolve(),
  };
  const poll = async (): Promise<number> => {
    now += 60_000;
    await pollFeed('ferries', deps, new AbortController().signal);
    return evidence(readLearned((await opened.journal.feed('ferries'))?.learned ?? null).rhythm).arrivals;
  };
  expect([await poll(), await poll()]).toEqual([0, 0]);
  now += 1_000;
  await keepPushed({ feed: 'ferries', bytes: Buffer.from(FEED), transport: 'push' }, deps);
  expect(await poll()).toBeCloseTo(1);
  expect(await poll()).toBeCloseTo(1);
});

test.each([
  [{}],
  [{ secret: 'short' }],
  [{ secret: 'short', signature: 'github' }],
  [{ secret: SECRET, signature: 'none' }],
  [{ secret: SECRET, url: 'x' }],
])('a push feed refuses %j', (raw) => {
  expect(() => push.readOptions(raw)).toThrow(Misconfigured);
});
