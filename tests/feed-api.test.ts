import { request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { openBench, type ApiBench } from './api-bench.ts';
import { story } from './contract/journal.ts';

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function opened(): Promise<ApiBench> {
  const bench = await openBench({ now: () => new Date() });
  closers.push(() => bench.close());
  return bench;
}

const KILL = { kind: 'kill', effective: 'canceled', publishable: false, reasons: ['kill'] } satisfies Partial<Article['status']>;

interface Said {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
}

/** Reads server-sent events until there are as many as wanted. */
async function listen(
  address: string,
  wanted: number,
  headers: Record<string, string> = {},
  meanwhile?: () => Promise<void>,
): Promise<Said[]> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${address}/v1/changes`, { headers: { accept: 'text/event-stream', ...headers } }, (answer) => {
      let text = '';
      answer.on('error', () => undefined);
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const said = text
          .split('\n\n')
          .slice(0, -1)
          .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))) as Said);
        if (said.filter(({ data }) => data !== undefined).length < wanted) return;
        asked.destroy();
        resolve(said);
      });
      if (meanwhile !== undefined) meanwhile().catch(reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('server-sent events: the same sequence, as it comes, resumed after Last-Event-ID, with kills that carry no text', async () => {
  const { app, journal, put } = await opened();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  await put(story('a', '1', 'One'));
  const first = await listen(address, 3, {}, async () => {
    await put(
      story('b', '1', 'Two', { effective: 'withheld', publishable: false, reasons: ['pubstatus-unknown'] }),
      story('c', '1', 'Three'),
    );
    await put(story('a', '2', 'Kill', KILL));
  });
  expect(first[0]).toEqual({ retry: '2000' });
  const told = first.filter(({ data }) => data !== undefined);
  expect(told.map(({ event, data }) => [event, (JSON.parse(data ?? '') as { articleId: string }).articleId])).toEqual([
    ['article.created', 'TST:a'],
    ['article.created', 'TST:c'],
    ['article.killed', 'TST:a'],
  ]);
  expect(told[2]?.data).not.toContain('One');
  const rest = await listen(address, 1, { 'last-event-id': told[1]?.id ?? '' });
  expect(rest.filter(({ data }) => data !== undefined).map(({ event }) => event)).toEqual(['article.killed']);
  expect(rest.at(-1)?.id).toBe(await journal.head());
  const reset = await listen(address, 2, { 'last-event-id': '999' });
  expect(reset[1]).toEqual({ event: 'reset', id: '0', data: '{"cursor":"0","code":"cursor.unknown"}' });
  expect(reset[2]).toMatchObject({ event: 'article.created' });
});

test('a named consumer over HTTP: create, read, acknowledge, reset; of a killed story it gets the kill alone', async () => {
  const { app, journal, put } = await opened();
  const ask = async (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await app.inject({ method, url: `/v1/consumers${url}`, ...(body === undefined ? {} : { payload: body }) });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };
  const idsOf = async (): Promise<string[]> => {
    const { body } = await ask('GET', '/site/changes?limit=2');
    return (body['events'] as { type: string; articleId: string }[]).map(({ type, articleId }) => `${type} ${articleId}`);
  };
  await put(story('a', '1', 'One'), story('b', '1', 'Two'), story('c', '1', 'Three'));
  expect(await ask('GET', '/site/changes')).toMatchObject({ status: 404, body: { code: 'api.no-consumer' } });
  expect((await ask('PUT', '/site', { cursor: '0' })).status).toBe(201);
  expect(await ask('PUT', '/site', { cursor: 'now' })).toMatchObject({ status: 200, body: { name: 'site', cursor: '0' } });
  expect([await idsOf(), await idsOf()]).toEqual(Array(2).fill(['article.created TST:a', 'article.created TST:b']));
  const { body: page } = await ask('GET', '/site/changes?limit=2');
  expect((await ask('POST', '/site/ack', { cursor: page['cursor'] })).body['cursor']).toBe(page['cursor']);
  expect(await idsOf()).toEqual(['article.created TST:c']);
  await put(story('a', '2', 'Kill', KILL));
  await ask('POST', '/site/reset', { cursor: '0' });
  expect(await idsOf()).toEqual(['article.created TST:b']);
  await ask('POST', '/site/ack', { cursor: page['cursor'] });
  expect(await idsOf()).toEqual(['article.created TST:c', 'article.killed TST:a']);
  await ask('POST', '/site/reset', { cursor: 'now' });
  expect((await ask('GET', '/site')).body['cursor']).toBe(await journal.head());
  expect(await ask('POST', '/site/ack', { cursor: '999' })).toMatchObject({ status: 410, body: { code: 'cursor.unknown', reset: '0' } });
  expect((await app.inject('/v1/changes?cursor=999')).json()).toMatchObject({ status: 410, code: 'cursor.unknown', reset: '0' });
  expect((await ask('GET', '')).body).toHaveLength(1);
  expect([(await ask('DELETE', '/site')).status, (await ask('DELETE', '/site')).status]).toEqual([204, 404]);
});

test('search over HTTP finds only what may be seen now, page by page', async () => {
  const { app, put } = await opened();
  const embargo = { until: { utc: '2999-01-01T00:00:00Z', raw: 'x', basis: 'explicit-utc' as const }, release: 'automatic' as const };
  const held = { effective: 'embargoed', publishable: false, reasons: ['embargo'], embargo } satisfies Partial<Article['status']>;
  await put(
    story('a', '1', 'Ferry one'),
    story('b', '1', 'Ferry two', held),
    story('c', '1', 'Ferry three'),
    story('d', '1', 'Ferry four', KILL),
  );
  const find = async (query: string): Promise<{ articles: { id: string; internal?: unknown }[]; next: string | null }> =>
    (await app.inject(`/v1/articles?${query}`)).json();
  expect((await find('q=ferry')).articles.map(({ id }) => id)).toEqual(['TST:c', 'TST:a']);
  const { articles, next } = await find('q=ferr*&limit=1&provider=tst');
  expect([articles.map(({ id }) => id), (await find(`q=ferry&limit=1&before=${next ?? ''}`)).articles.map(({ id }) => id)]).toEqual([
    ['TST:c'],
    ['TST:a'],
  ]);
  expect((await find('q=two')).articles).toEqual([]);
  expect((await app.inject('/v1/articles?since=yesterday')).statusCode).toBe(400);
});
