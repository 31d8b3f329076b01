import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { onLoopback } from '../servers/loopback.ts';
import { serveApi } from '../../src/cli/serve-api.ts';
import type { Config } from '../../src/config.ts';
import { createPipeline } from '../../src/main.ts';
import { tempFolder } from './redis.ts';

const SECRET = 'plain text of a secret';
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const feedOf = (title: string, hub = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>urn:herald</id><updated>2026-03-09T08:00:00Z</updated>${hub}<entry><title>${title}</title><id>urn:${title.replaceAll(' ', '-')}</id><updated>2026-03-09T08:00:00Z</updated><summary>The harbour of Velmar closes for a day.</summary></entry></feed>`;

async function listening(server: Server): Promise<string> {
  const { origin, stop } = await onLoopback(server);
  closers.push(stop);
  return origin;
}

/** A site with a hub that asks back at once and then pushes one document. */
async function siteWithHub(): Promise<string> {
  const answers: { status: number; body: string }[] = [];
  const server = createServer((request, response) => {
    const at = `http://${request.headers.host ?? ''}`;
    if (request.url !== '/hub') {
      response.writeHead(200, { 'content-type': 'application/atom+xml', link: `<${at}/hub>; rel="hub", <${at}/feed>; rel="self"` });
      response.end(feedOf('Polled story'));
      return;
    }
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      response.writeHead(202).end();
      void subscribe(new URLSearchParams(body), answers);
    });
  });
  return listening(server);
}

async function subscribe(form: URLSearchParams, answers: { status: number; body: string }[]): Promise<void> {
  const [callback, topic, secret] = ['hub.callback', 'hub.topic', 'hub.secret'].map((name) => form.get(name) ?? '');
  const query = { 'hub.mode': 'subscribe', 'hub.topic': topic ?? '', 'hub.challenge': 'why', 'hub.lease_seconds': '86400' };
  const verified = await fetch(`${callback ?? ''}?${new URLSearchParams(query).toString()}`);
  answers.push({ status: verified.status, body: await verified.text() });
  if (answers.at(-1)?.body !== 'why') return;
  const body = feedOf('Story of the hub');
  const signature = `sha256=${createHmac('sha256', secret ?? '')
    .update(body)
    .digest('hex')}`;
  await fetch(callback ?? '', { method: 'POST', body, headers: { 'content-type': 'application/atom+xml', 'x-hub-signature': signature } });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('one process takes what partners post and what a hub pushes, beside its polls', async () => {
  const folder = tempFolder();
  closers.push(folder.remove);
  const [site, port] = [await siteWithHub(), await freePort()];
  const at = { line: 1, column: 1 };
  const config: Config = {
    feeds: [
      { id: 'herald', transport: 'http', everyMs: 60_000, websub: true, options: { url: `${site}/feed` }, tests: [], at },
      { id: 'partner', transport: 'push', everyMs: 60_000, options: { signature: 'github', secret: SECRET }, tests: [], at },
    ],
    ...{ sinks: [], dataDir: folder.path, retention: {}, secrets: [SECRET], network: { allow: ['127.0.0.1'] } },
    api: { host: '127.0.0.1', port },
    websub: { publicUrl: `http://127.0.0.1:${port}`, secret: 'one secret for all the hubs' },
  };
  const pipeline = await createPipeline(config, { log: silent, environment: process.env, serveApi, tickEveryMs: 200 });
  closers.push(() => pipeline.stop());
  await pipeline.start();

  const body = feedOf('Story of the partner');
  const headers = { 'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}` };
  const posted = await fetch(`http://127.0.0.1:${port}/v1/push/partner`, { method: 'POST', body, headers });
  expect([posted.status, await posted.json()]).toEqual([202, { status: 'kept' }]);

  const titles = async (): Promise<string[]> =>
    (await pipeline.journal.events('0', 100)).map(({ article }) => article.headline.text ?? '').sort();
  for (let waited = 0; waited < 40_000 && (await titles()).length < 3; waited += 50) await sleep(50);
  expect(await titles()).toEqual(['Polled story', 'Story of the hub', 'Story of the partner']);
  expect(await pipeline.journal.hubSubscription('herald')).toMatchObject({ state: 'active', failures: 0 });
});
