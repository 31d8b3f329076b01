import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { onLoopback } from './servers/loopback.ts';
import { listen } from '../src/api/listen.ts';
import { createGuardedClient } from '../src/ingest/guarded-client.ts';
import { http } from '../src/ingest/transports/http.ts';
import { hubIn } from '../src/ingest/websub/discover.ts';
import { hubKeys } from '../src/ingest/websub/keys.ts';
import { keepPushed } from '../src/pipeline/push.ts';
import { callbackOf, renewHubs, type HubDeps } from '../src/pipeline/websub.ts';
import { openBench, type ApiBench } from './api-bench.ts';

const KEYS = hubKeys('one secret for all the hubs');
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly form: URLSearchParams;
}

/** A publisher and its hub on loopback: answers what the test says, and remembers what it was asked. */
async function publisher(): Promise<{
  url: string;
  asked: Asked[];
  answers: { feed: [number, Record<string, string>, string]; hub: number };
}> {
  const asked: Asked[] = [];
  const answers: { feed: [number, Record<string, string>, string]; hub: number } = { feed: [200, {}, ''], hub: 202 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://x');
      asked.push({ method: request.method ?? '', url, headers: request.headers, form: new URLSearchParams(body) });
      if (url.pathname === '/hub') response.writeHead(answers.hub).end();
      else response.writeHead(answers.feed[0], answers.feed[1]).end(answers.feed[2]);
    });
  });
  const { origin, stop } = await onLoopback(server);
  cleanups.push(stop);
  const url = origin;
  answers.feed[2] = atom(`<link rel="hub" href="${url}/hub"/><link rel="self" href="${url}/feed?edition=north"/>`);
  return { url, asked, answers };
}

const atom = (links: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ferries</title><id>urn:ferries</id><updated>2026-03-09T08:00:00Z</updated>${links}<entry><title>Late</title><id>urn:1</id><updated>2026-03-09T08:00:00Z</updated></entry></feed>`;

interface Stage {
  readonly bench: ApiBench;
  readonly deps: HubDeps;
  readonly site: Awaited<ReturnType<typeof publisher>>;
  readonly callback: string;
  readonly forged: string[];
  forward(ms: number): void;
}

async function stage({ allow = ['127.0.0.1/32'] } = {}): Promise<Stage> {
  const site = await publisher();
  let now = Date.parse('2026-03-09T09:00:00Z');
  const forged: string[] = [];
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const journalOf = (): ApiBench['journal'] => bench.journal;
  const bench: ApiBench = await openBench({
    now: () => new Date(now),
    websub: {
      journal: {
        hubSubscription: (feed) => journalOf().hubSubscription(feed),
        saveHub: (feed, change) => journalOf().saveHub(feed, change),
      },
      keys: KEYS,
      keep: (pushed) =>
        keepPushed(pushed, { journal: journalOf(), handOut: () => Promise.resolve(), log: silent, clock: () => new Date(now) }),
      onForged: (feed) => forged.push(feed),
    },
  });
  cleanups.push(bench.close);
  const publicUrl = await listen(bench.app, { host: '127.0.0.1', port: 0, secured: true });
  const client = createGuardedClient({ allow });
  cleanups.push(() => client.close());
  await bench.journal.putFeeds([{ id: 'ferries', intervalMs: 60_000 }]);
  await bench.journal.putHubFeeds(['ferries']);
  const feeds = new Map([['ferries', http.readOptions({ url: `${site.url}/feed` })]]);
  const deps = { journal: bench.journal, feeds, services: client, keys: KEYS, publicUrl, log: silent, random: () => 0.5 };
  return {
    ...{ bench, deps, site, forged, callback: callbackOf(publicUrl, KEYS, 'ferries') },
    forward: (ms) => {
      now += ms;
    },
  };
}

/** What a hub does once it was asked. */
async function verify(
  { callback, site }: Stage,
  more: Record<string, string> = {},
): Promise<{ status: number; body: string; type: string | null }> {
  const form = site.asked.find(({ url }) => url.pathname === '/hub')?.form;
  const query = {
    'hub.mode': 'subscribe',
    'hub.topic': form?.get('hub.topic') ?? '',
    'hub.challenge': 'c<h>1',
    'hub.lease_seconds': '1000',
    ...more,
  };
  const answer = await fetch(`${callback}?${new URLSearchParams(query).toString()}`);
  return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') };
}

async function pushTo(callback: string, body: string, secret: string, algorithm = 'sha256'): Promise<number> {
  const signature = `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
  const answer = await fetch(callback, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/atom+xml', 'x-hub-signature': signature },
  });
  return answer.status;
}

describe('WebSub', () => {
  test('a feed finds its hub, subscribes, is verified, pushed to, and renewed before the lease ends', async () => {
    const now = await stage();
    await renewHubs(now.deps);
    const [, asking] = now.site.asked;
    expect(Object.fromEntries(asking?.form ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': `${now.site.url}/feed?edition=north`,
      'hub.callback': now.callback,
      'hub.lease_seconds': '864000',
      'hub.secret': KEYS.secret('ferries', `${now.site.url}/feed?edition=north`, `${now.site.url}/hub`),
    });
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({
      state: 'asked',
      hub: `${now.site.url}/hub`,
      leaseUntil: null,
    });

    expect(await verify(now)).toEqual({ status: 200, body: 'c<h>1', type: 'text/plain; charset=utf-8' });
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({
      state: 'active',
      leaseUntil: '2026-03-09T09:16:40.000Z',
      failures: 0,
    });

    const secret = asking!.form.get('hub.secret')!;
    const text = atom('');
    for (const algorithm of ['sha1', 'sha256', 'sha512'])
      expect(await pushTo(now.callback, `${text}<!--${algorithm}-->`, secret, algorithm)).toBe(202);
    expect(await pushTo(now.callback, `${text}<!--sha1-->`, secret)).toBe(202);
    const kept = await now.bench.journal.raws([1, 2, 3, 4]);
    expect(kept).toHaveLength(3);
    expect(kept[0]).toMatchObject({
      raw: { feed: 'ferries', transport: 'websub', url: `${now.site.url}/feed`, mediaType: 'application/atom+xml' },
    });
    expect(Buffer.from(kept[0]!.raw.bytes).toString()).toBe(`${text}<!--sha1-->`);

    await renewHubs(now.deps);
    expect(now.site.asked).toHaveLength(2);
    now.forward(801_000);
    await renewHubs(now.deps);
    expect(now.site.asked).toHaveLength(4);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ state: 'active' });
    await verify(now);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ leaseUntil: '2026-03-09T09:30:01.000Z' });
  });

  test('what is not signed by the hub is acknowledged and not kept', async () => {
    const now = await stage();
    await renewHubs(now.deps);
    await verify(now);
    expect(await pushTo(now.callback, atom(''), 'another secret')).toBe(202);
    expect((await fetch(now.callback, { method: 'POST', body: atom('') })).status).toBe(202);
    expect([await now.bench.journal.raws([1]), now.forged]).toEqual([[], ['ferries', 'ferries']]);
  });

  test.each([
    ['a subscription for another topic', { 'hub.topic': 'https://elsewhere.example/feed' }],
    ['an end that nobody asked for', { 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.challenge': '' }],
  ])('%s is not confirmed', async (_, more) => {
    const now = await stage();
    await renewHubs(now.deps);
    expect((await verify(now, more)).status).toBe(404);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ state: 'asked' });
  });

  test('before we asked, nothing is confirmed, whoever knows the address', async () => {
    const now = await stage();
    expect((await verify(now)).status).toBe(404);
  });

  test('whoever does not know the address is told that there is nothing', async () => {
    const now = await stage();
    await renewHubs(now.deps);
    const guessed = now.callback.replace(/.{4}$/, '0000');
    expect((await fetch(`${guessed}?hub.mode=subscribe`)).status).toBe(404);
    expect((await fetch(guessed, { method: 'POST', body: 'x' })).status).toBe(404);
    expect((await fetch(now.callback.replace('ferries', 'trains'), { method: 'POST', body: 'x' })).status).toBe(404);
  });

  test('a feed that no longer wants to be pushed is gone', async () => {
    const now = await stage();
    await renewHubs(now.deps);
    await now.bench.journal.putHubFeeds([]);
    expect(await pushTo(now.callback, atom(''), 'any')).toBe(410);
    expect((await verify(now)).status).toBe(404);
  });

  test('a hub that denies is asked again a day later', async () => {
    const now = await stage();
    await renewHubs(now.deps);
    expect((await verify(now, { 'hub.mode': 'denied', 'hub.reason': 'no\r\ncontract' })).status).toBe(200);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ state: 'denied', failures: 1 });
    expect((await now.bench.journal.hubSubscription('ferries'))?.lastError).toMatch(/^websub\.denied: .*no {2}contract/);
    now.forward(23 * 3_600_000);
    await renewHubs(now.deps);
    expect(now.site.asked).toHaveLength(2);
    now.forward(3_600_000);
    await renewHubs(now.deps);
    expect(now.site.asked).toHaveLength(4);
  });

  test('a hub that refuses, or does not ask back, is asked again, each time later', async () => {
    const now = await stage();
    now.site.answers.hub = 410;
    await renewHubs(now.deps);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ failures: 1 });
    expect((await now.bench.journal.hubSubscription('ferries'))?.lastError).toContain('websub.refused: The hub 127.0.0.1');
    now.site.answers.hub = 202;
    now.forward(60_000);
    await renewHubs(now.deps);
    now.forward(15 * 60_000);
    await renewHubs(now.deps);
    expect((await now.bench.journal.hubSubscription('ferries'))?.lastError).toContain('websub.no-verification');
    await verify(now);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ state: 'active', failures: 0, lastError: null });
  });

  test('a feed without a hub is looked at again a day later', async () => {
    const now = await stage();
    now.site.answers.feed[2] = atom('');
    await renewHubs(now.deps);
    expect(await now.bench.journal.hubSubscription('ferries')).toMatchObject({ state: 'none', hub: null });
    expect(now.site.asked).toHaveLength(1);
  });

  test('a hub at an address that is not allowed is never connected to', async () => {
    const now = await stage({ allow: [] });
    await renewHubs(now.deps);
    expect(now.site.asked).toEqual([]);
    expect((await now.bench.journal.hubSubscription('ferries'))?.lastError).toContain('net.refused-');
  });
});

describe('the hub of a feed', () => {
  const found = (link: string | undefined, text = atom(''), url = 'https://a.example/feed') =>
    hubIn({ url, headers: link === undefined ? {} : { link }, bytes: Buffer.from(text) }, url);

  test.each([
    ['<https://hub.example/>; rel="hub", <https://a.example/topic>; rel="self"', 'https://hub.example/', 'https://a.example/topic'],
    ['<https://a.example/x>; rel=next; title="a, b", </hub>;rel=hub', 'https://a.example/hub', 'https://a.example/feed'],
    ['<https://hub.example/>; REL="next Hub"', 'https://hub.example/', 'https://a.example/feed'],
  ])('is read from %s', (link, hub, topic) => {
    expect(found(link)).toEqual({ hub, topic });
  });

  test('headers go before the document, and a document alone will do', () => {
    const text = atom('<link rel="hub" href="https://one.example/"/><link rel="self" href="https://a.example/self"/>');
    expect(found(undefined, text)).toEqual({ hub: 'https://one.example/', topic: 'https://a.example/self' });
    expect(found('<https://two.example/>; rel=hub', text)).toEqual({ hub: 'https://two.example/', topic: 'https://a.example/feed' });
    const rss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title><atom:link rel="hub" href="https://one.example/"/></channel></rss>`;
    expect(found(undefined, rss)).toEqual({ hub: 'https://one.example/', topic: 'https://a.example/feed' });
  });

  test('is none where it is in the open for a feed that is not, no web address, or the document no feed', () => {
    expect(found('<http://hub.example/>; rel=hub')).toBeUndefined();
    expect(found('<http://hub.example/>; rel=hub', '', 'http://a.example/feed')).toEqual({
      hub: 'http://hub.example/',
      topic: 'http://a.example/feed',
    });
    expect(found('<javascript:alert(1)>; rel=hub')).toBeUndefined();
    expect(found(undefined, 'no feed')).toBeUndefined();
  });
});
