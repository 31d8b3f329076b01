import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { verifyWebhook } from '../src/client.ts';
import { createGuardedClient, type HttpRequest } from '../src/ingest/guarded-client.ts';
import { deliverTo, type DeliverDeps } from '../src/pipeline/deliver.ts';
import { outletsOf, type Outlets } from '../src/pipeline/outlets.ts';
import { derivedSecret, keyIdOf, signingSecrets } from '../src/publish/derived-secret.ts';
import { encoderOf } from '../src/publish/encodings.ts';
import { missedBy } from '../src/publish/filter.ts';
import { gate } from '../src/publish/gate.ts';
import { openSink } from '../src/publish/sinks.ts';
import type { Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';

const KEY = 'a key of the tests, long enough for it';
const HAND = { actor: 'test', reason: 'a test' };

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Received {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** A receiver of webhooks that keeps what it is sent. */
async function receiver(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        body: Buffer.concat(chunks).toString(),
        headers: request.headers as Record<string, string>,
      });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

function outlets(journal: Journal, key: () => string | undefined = () => KEY): Outlets {
  const client = createGuardedClient({ allow: ['127.0.0.1/32'] });
  const all = outletsOf({
    ...{ fixed: new Map(), journal },
    open: async (added) => {
      const options = { url: added.url, secrets: signingSecrets(key(), added) };
      const services = {
        request: (request: HttpRequest) => client.request(request),
        resolve: (host: string, port: number) => client.resolve(host, port),
        now: () => new Date(),
      };
      const sink = await openSink('webhook', options, services);
      const encode = encoderOf(added.encoding);
      return {
        outlet: { sink, encode, missed: (article) => missedBy(added.filter, article), embargoed: false },
        close: () => sink.close(),
      };
    },
  });
  closers.push(
    () => client.close(),
    () => all.close(),
  );
  return all;
}

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const deliver = (name: string, journal: Journal, all: Outlets): Promise<void> => {
  const deps: DeliverDeps = { journal, gate, outletOf: (one) => all.outletOf(one), isGone: () => false, log, random: () => 0.5 };
  return deliverTo(name, deps, new AbortController().signal);
};

let documents = 0;
async function put(journal: Journal, key: string): Promise<void> {
  const raw = { feed: 'f', bytes: new Uint8Array(1), sha256: `s${(documents += 1)}`, receivedAt: '2026-03-09T09:00:00Z' };
  const { id: rawId } = await journal.keepRaw(raw);
  await journal.commit([{ rawId, items: [{ kind: 'article', index: 0, article: story(key, '1', key) }], last: true }]);
}

const opened = (): Journal => {
  const journal = openSqliteJournal(':memory:');
  closers.push(() => journal.close());
  return journal;
};

test('what is added over HTTP is sent to from then on, by changed settings at once, and after it is removed no more', async () => {
  const [journal, { url, received }] = [opened(), await receiver()];
  const all = outlets(journal);
  expect([await all.names(), await all.outletOf('partner')]).toEqual([[], undefined]);
  const settings = { name: 'partner', url: `${url}/one`, encoding: 'canonical', filter: {}, salt: 'salt', keyId: keyIdOf(KEY) };
  await journal.addSubscription({ ...settings, from: '0' }, HAND);
  expect(await all.names()).toEqual(['partner']);
  await put(journal, 'a');
  await deliver('partner', journal, all);
  expect(received.map(({ path }) => path)).toEqual(['/one']);
  await journal.changeSubscription('partner', { url: `${url}/two`, filter: { provider: ['OTHER'] } }, HAND);
  await put(journal, 'b');
  await deliver('partner', journal, all);
  expect(received).toHaveLength(1);
  await journal.changeSubscription('partner', { filter: { provider: ['TST'] }, encoding: 'ninjs' }, HAND);
  await put(journal, 'c');
  await deliver('partner', journal, all);
  expect(received.map(({ path }) => path)).toEqual(['/one', '/two']);
  expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({ encoding: 'ninjs', articleId: 'TST:c' });
  await journal.removeSubscription('partner', HAND);
  await put(journal, 'd');
  await deliver('partner', journal, all);
  expect([received.length, await all.names(), await journal.subscribers()]).toEqual([2, [], []]);
});

test('after a rotation both secrets hold until the old one ends; then the new one alone', async () => {
  const [journal, { url, received }] = [opened(), await receiver()];
  const all = outlets(journal);
  const settings = { name: 'partner', url, encoding: 'canonical', filter: {}, salt: 'salt', keyId: keyIdOf(KEY) };
  await journal.addSubscription({ ...settings, from: '0' }, HAND);
  const secretNow = async (): Promise<string> => derivedSecret(KEY, (await journal.subscription('partner'))!);
  const first = await secretNow();
  const holds = (secret: string): boolean => {
    const last = received.at(-1);
    try {
      verifyWebhook(last?.body ?? '', last?.headers ?? {}, [secret]);
      return true;
    } catch {
      return false;
    }
  };
  const sent = async (key: string, ...secrets: readonly string[]): Promise<boolean[]> => {
    await put(journal, key);
    await deliver('partner', journal, all);
    return secrets.map(holds);
  };
  expect(await sent('a', first)).toEqual([true]);
  await journal.rotateSubscription('partner', { overlapMs: 60_000, keyId: keyIdOf(KEY) }, HAND);
  const second = await secretNow();
  expect(second).not.toBe(first);
  expect(await sent('b', first, second)).toEqual([true, true]);
  await journal.rotateSubscription('partner', { overlapMs: 0, keyId: keyIdOf(KEY) }, HAND);
  expect(await sent('c', first, second, await secretNow())).toEqual([false, false, true]);
});

test('under another key nothing is sent and nothing lost: it is a failure that says what to do', async () => {
  const [journal, { url, received }] = [opened(), await receiver()];
  let key: string | undefined = 'another key, which is long enough too';
  const all = outlets(journal, () => key);
  const settings = { name: 'partner', url, encoding: 'canonical', filter: {}, salt: 'salt', keyId: keyIdOf(KEY) };
  await journal.addSubscription({ ...settings, from: '0' }, HAND);
  await put(journal, 'a');
  for (const wrong of [key, undefined]) {
    key = wrong;
    await deliver('partner', journal, all);
  }
  const state = await journal.subscriber('partner');
  expect([received.length, state.failures, state.cursor]).toEqual([0, 2, '0']);
  expect(state.lastError).toContain('`secret` of the config');
  expect(JSON.stringify(state)).not.toContain(KEY);
  key = KEY;
  await journal.steer('partner', { enable: true }, { ...HAND, action: 'subscriber.enable' });
  await deliver('partner', journal, all);
  expect(received).toHaveLength(1);
});

test('a secret differs by key, salt, name and number, and is one that Standard Webhooks takes', () => {
  const seed = { name: 'a', salt: 's', keyId: keyIdOf(KEY), secretNumber: 1 };
  const other = 'another key, which is long enough too';
  const secrets = [
    ...[derivedSecret(KEY, seed), derivedSecret(KEY, { ...seed, name: 'b' }), derivedSecret(KEY, { ...seed, salt: 't' })],
    ...[derivedSecret(KEY, { ...seed, secretNumber: 2 }), derivedSecret(other, { ...seed, keyId: keyIdOf(other) })],
  ];
  expect(new Set(secrets).size).toBe(5);
  for (const secret of secrets) expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  expect(derivedSecret(KEY, seed)).toBe(secrets[0]);
});
