import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { onLoopback } from '../servers/loopback.ts';
import type { Config } from '../../src/config.ts';
import { createPipeline, type Pipeline } from '../../src/main.ts';
import type { Log } from '../../src/pipeline/log.ts';
import { story } from '../archive-files.ts';
import { delivery } from './deliveries.ts';
import { ask, redisWith, tempFolder } from './redis.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  dataDirs = [];
  for (const close of closers.splice(0).reverse()) await close();
});

const lines: string[] = [];
let dataDirs: string[] = [];
const remember = (_fields: object, message: string): void => void lines.push(message);
const log: Log = { debug: remember, info: remember, warn: remember, error: remember };

async function server(etag: string | undefined, documents: () => string): Promise<{ url: string; answers: number[] }> {
  const answers: number[] = [];
  const http = createServer((request, response) => {
    const status = etag !== undefined && request.headers['if-none-match'] === etag ? 304 : 200;
    answers.push(status);
    response.writeHead(status, { 'content-type': 'application/xml', ...(etag === undefined ? {} : { etag }) });
    response.end(status === 304 ? undefined : documents());
  });
  const { origin, stop } = await onLoopback(http);
  closers.push(stop);
  return { url: `${origin}/wire.xml`, answers };
}

async function pipeline(url: string, more: Partial<Config> = {}): Promise<Pipeline> {
  const folder = tempFolder();
  closers.push(folder.remove);
  dataDirs.push(folder.path);
  const at = { line: 1, column: 1 };
  const config: Config = {
    feeds: [{ id: 'wire', transport: 'http', everyMs: 400, provider: 'AFP', options: { url }, tests: [], at }],
    sinks: [
      {
        name: 'out',
        kind: 'directory',
        encoding: 'canonical',
        filter: {},
        embargoed: false,
        options: { path: join(folder.path, 'out') },
        at,
      },
    ],
    dataDir: folder.path,
    retention: {},
    api: null,
    network: { allow: ['127.0.0.1'] },
    secrets: [],
    ...more,
  };
  const made = await createPipeline(config, { log, environment: process.env, tickEveryMs: 200 });
  closers.push(() => made.stop());
  return made;
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 40_000; waited += 50) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`never happened: ${what}\n${lines.slice(-20).join('\n')}`);
}

describe('scheduled pulling', () => {
  test.each([
    ['a server with ETags', '"one"', [200, 304]],
    ['a server without', undefined, [200, 200]],
  ])('%s: the second tick adds nothing', async (_what, etag, statuses) => {
    const { url, answers } = await server(etag, () => delivery(0, 5));
    const made = await pipeline(url);
    await made.start(['fetch', 'normalize', 'deliver']);
    await until('five articles', async () => (await made.totals()).articles === 5);
    const before = await made.totals();
    await until('two polls', () => answers.length >= 3);
    await made.idle();
    expect(answers.slice(0, 2)).toEqual(statuses);
    expect(await made.totals()).toEqual(before);
    expect(before).toMatchObject({ received: 5, stored: 5, outbox: 5 });
  });

  test('a feed that fails is polled again and comes back', async () => {
    let broken = true;
    const { url, answers } = await server(undefined, () => (broken ? '' : delivery(0, 3)));
    const made = await pipeline(url);
    await made.start(['fetch', 'normalize', 'deliver']);
    await until('two failures', async () => ((await made.journal.feed('wire'))?.failures ?? 0) >= 2);
    expect((await made.journal.feed('wire'))?.lastError).toContain('http.empty');
    broken = false;
    await until('three articles', async () => (await made.totals()).articles === 3);
    expect(await made.journal.feed('wire')).toMatchObject({ failures: 0, lastError: null });
    expect(answers.length).toBeGreaterThan(2);
  });

  test('FLUSHALL in the middle: the reconciler rebuilds scheduler and jobs', async () => {
    const redis = await redisWith(['appendonly yes', 'maxmemory-policy noeviction']);
    closers.push(redis.stop);
    let round = 0;
    const { url, answers } = await server(undefined, () => delivery(0, (round += 1)));
    const made = await pipeline(url, { redisUrl: redis.socket });
    await made.start(['fetch', 'normalize', 'deliver']);
    await until('a first article', async () => (await made.totals()).articles > 0);
    await ask(redis.socket, (client) => client.flushall());
    const seen = answers.length;
    await until('two more polls', () => answers.length >= seen + 2);
    await until('their articles', async () => (await made.totals()).articles >= seen + 1);
    await until('nothing pending', async () => (await made.totals()).rawPending === 0);
  });

  test('documents whose jobs were lost are handed out at the next start', async () => {
    const redis = await redisWith(['appendonly yes', 'maxmemory-policy noeviction']);
    closers.push(redis.stop);
    const { url } = await server(undefined, () => delivery(0, 4));
    const made = await pipeline(url, { redisUrl: redis.socket });
    await made.start(['fetch']);
    await until('a raw document', async () => (await made.totals()).rawPending === 1);
    await made.stop();
    await ask(redis.socket, (client) => client.flushall());
    const again = await pipeline(url, { redisUrl: redis.socket, dataDir: dataDirs[0] ?? '' });
    await again.start(['normalize', 'deliver']);
    await until('four articles', async () => (await again.totals()).articles === 4);
  });
});

test('a feed that is followed gives stories of entries and pages, through queues of its own', async () => {
  const http = createServer((request, response) => {
    const at = `http://${request.headers.host ?? ''}`;
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/wire.xml')
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Herald</title><item><title>Harbour closes</title><link>${at}/story</link><description>Teaser.</description></item></channel></rss>`,
        );
    else response.writeHead(200, { 'content-type': 'text/html' }).end(story('Harbour closes'));
  });
  const { origin, stop } = await onLoopback(http);
  closers.push(stop);
  const url = `${origin}/wire.xml`;
  const feed = {
    id: 'wire',
    transport: 'http',
    everyMs: 400,
    follow: true,
    options: { url },
    tests: [],
    at: { line: 1, column: 1 },
  } as const;
  const made = await pipeline(url, { feeds: [feed] });
  await made.start(['fetch', 'normalize', 'deliver']);
  await until('the story is whole', async () => (await made.journal.head()) !== '0');
  const [view] = await made.journal.events('0', 10);
  expect(view?.article.body.text).toContain('four million crowns');
  await until('nothing is pending', async () => (await made.totals()).rawPending === 0);
});
