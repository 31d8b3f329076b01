import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { feedYaml } from '../src/cli/feed-yaml.ts';
import { feedsAdd } from '../src/cli/feeds-add.ts';
import { feedsCheck } from '../src/cli/feeds-check.ts';
import { feedLine, feedsList } from '../src/cli/feeds-list.ts';
import { feedsSteer } from '../src/cli/feeds-steer.ts';
import { checkConfig } from '../src/config.ts';
import type { HubSubscription } from '../src/store/hub-subscriptions.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closers.splice(0).reverse()) await close();
});

function listen(to: 'stdout' | 'stderr'): () => string {
  let said = '';
  vi.spyOn(process[to], 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  return () => said;
}

const FEED = `<rss version="2.0"><channel><title>Nordlinie</title><link>https://nordlinie.example/</link>
${[1, 2, 3, 4].map((n) => `<item><guid>g-${n}</guid><title>Ferry ${n} runs again</title><pubDate>Tue, 24 Nov 2026 06:0${n}:00 GMT</pubDate><description>The ferry runs again, said the harbour.</description></item>`).join('')}
</channel></rss>`;

async function serve(body: string): Promise<string> {
  const server: Server = createServer((request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml', 'cache-control': 'max-age=300' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
}

describe('feeds check', () => {
  test('prints what it saw and what to write into the config', async () => {
    const said = listen('stdout');
    const url = await serve(FEED);
    expect(await feedsCheck(url, { allow: ['127.0.0.1/32'], id: 'nordlinie' })).toBe(0);
    expect(said()).toMatch(/^validators {2}etag \(a second look was answered "not modified"\)$/m);
    expect(said()).toMatch(/^format {6}rss: 4 items$/m);
    expect(said()).toMatch(/^3\. Ferry 3 runs again\n {3}2026-11-24T06:03:00Z/m);
    expect(said()).not.toContain('4. ');
    expect(said()).toContain('asks to be left alone for 300 s');
    const yaml = said().slice(said().indexOf('feeds:'));
    expect(checkConfig(yaml, 'pasted.yaml', {}).config?.feeds).toMatchObject([{ id: 'nordlinie', everyMs: 300_000, options: { url } }]);
  });

  test('an address inside is refused unless it is allowed, and what is no feed is said', async () => {
    const said = listen('stderr');
    const url = await serve('no feed at all, only words that nobody has marked up in any way');
    expect(await feedsCheck(url, {})).toBe(75);
    expect(said()).toContain('net.refused-address');
    expect(await feedsCheck(await serve('\u0000\u0001binary'), { allow: ['127.0.0.1/32'] })).not.toBe(0);
  });

  test('secrets of the address do not stand in what is pasted', () => {
    const yaml = feedYaml({
      ...{ url: 'https://desk:s3cret@www.9news.example/feed?lang=en&apikey=k-7731', id: undefined },
      ...{ profile: 'afp', provider: 'AFP', nextInMs: undefined },
    });
    expect(yaml).not.toMatch(/s3cret|k-7731/);
    const env = { FEED_9NEWS_EXAMPLE_PASSWORD: 'one', FEED_9NEWS_EXAMPLE_KEY: 'two' };
    const { config } = checkConfig(yaml, 'pasted.yaml', env);
    expect(config?.feeds).toMatchObject([
      { id: '9news-example', profile: 'afp', options: { url: 'https://desk:one@www.9news.example/feed?lang=en&apikey=two' } },
    ]);
  });
});

test('feeds list tells how far a feed has got with its hub', () => {
  const hub: HubSubscription = {
    ...{ feed: 'ferries', state: 'active' as const, topic: 'https://a.example/', hub: 'https://hub.example/x?y' },
    ...{ leaseUntil: '2026-12-01T00:00:00.000Z', failures: 0, lastError: null },
  };
  const row = { id: 'ferries', transport: 'http', state: undefined, hub };
  expect(feedLine(row, false)).toContain('hub active at hub.example, lease until 2026-12-01T00:00:00.000Z\n');
  expect(feedLine({ ...row, hub: { ...hub, state: 'asked', leaseUntil: null, lastError: 'websub.refused: no' } }, false)).toContain(
    'hub asked at hub.example: websub.refused: no\n',
  );
  expect(JSON.parse(feedLine(row, true))).toMatchObject({ id: 'ferries', hub: { state: 'active' } });
  expect(feedLine({ ...row, hub: null }, false)).not.toContain('hub');
});

test('feeds list puts the failing ones first, with since when and why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-list-'));
  closers.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'wirecopy.yaml');
  writeFileSync(
    file,
    'data: .\nfeeds:\n  - {id: a, url: "https://a.example/"}\n  - {id: b, url: "https://b.example/"}\n  - {id: c, path: in}\n',
  );
  const journal = openSqliteJournal(join(folder, 'journal.db'));
  await journal.putFeeds(['a', 'b', 'c'].map((id) => ({ id, intervalMs: 60_000 })));
  await journal.finishPoll({ feed: 'a', nextInMs: 60_000 });
  await journal.finishPoll({ feed: 'b', nextInMs: 60_000, error: 'http.status: b.example answered 503' });
  await journal.close();
  const said = listen('stdout');
  expect(await feedsList({ config: file, environment: {}, known: {} })).toBe(0);
  const rows = said().trim().split('\n');
  expect(rows.map((row) => row.split(/\s+/).slice(0, 3).join(' '))).toEqual(['failing b http', 'well a http', 'new c directory']);
  expect(rows[0]).toContain('b.example answered 503');
});

test('feeds add writes the feed into the config, whose comments stay; pause, resume and poll go into the audit log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-add-'));
  closers.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'wirecopy.yaml');
  const url = await serve(FEED);
  writeFileSync(file, `# the desk's feeds\ndata: .\nnetwork: {allow: ["127.0.0.1"]}\nfeeds:\n  - id: a # the first\n    path: in\n`);
  const said = listen('stdout');
  listen('stderr');
  expect(await feedsAdd(url, { config: file, id: 'nordlinie', environment: {}, known: {} })).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain("# the desk's feeds");
  expect(text).toContain('# the first');
  expect(checkConfig(text, file, {}).config?.feeds.map(({ id }) => id)).toEqual(['a', 'nordlinie']);
  await expect(feedsAdd(url, { config: file, id: 'nordlinie', environment: {}, known: {} })).rejects.toMatchObject({
    code: 'config.doubled',
  });
  expect(readFileSync(file, 'utf8')).toBe(text);
  await feedsSteer('pause', 'nordlinie', { config: file, reason: 'rebuilt', until: '+6h', by: 'kim' });
  expect(said().trim().split('\n').at(-1)).toMatch(/^paused +nordlinie +http +rebuilt, until \d{4}-/);
  await feedsSteer('resume', 'nordlinie', { config: file, by: 'kim' });
  await feedsSteer('poll', 'nordlinie', { config: file, since: '2026-11-01', by: 'kim' });
  await expect(feedsSteer('poll', 'nobody', { config: file })).rejects.toMatchObject({ code: 'feed.unknown' });
  const journal = openSqliteJournal(join(folder, 'journal.db'));
  expect((await journal.audit({ subject: 'nordlinie', limit: 9 })).map(({ action }) => action)).toEqual([
    ...['feed.poll', 'feed.resume', 'feed.pause'],
  ]);
  expect(await journal.feed('nordlinie')).toMatchObject({ paused: false, backfillSince: '2026-11-01T00:00:00.000Z' });
  await journal.close();
});
