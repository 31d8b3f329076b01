import { afterAll, beforeAll, expect, test } from 'vitest';
import { Transient } from '../src/faults.ts';
import type { Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { openBench, type ApiBench } from './api-bench.ts';
import { story } from './contract/journal.ts';

let bench: ApiBench;
let away: Transient | undefined;

/** A journal that can go away: then every method but `close` fails as one whose server cannot be reached. */
function leaving(journal: Journal): Journal {
  const methods = Object.entries(journal).map(([name, method]) => [
    name,
    (...args: never[]): unknown =>
      away === undefined || name === 'close' ? (method as (...args: never[]) => unknown)(...args) : Promise.reject(away),
  ]);
  return Object.fromEntries(methods) as Journal;
}

beforeAll(async () => {
  // The token of the config is known without the journal: the routes themselves are what fails here.
  bench = await openBench({ token: 'root', open: (now) => Promise.resolve(leaving(openSqliteJournal(':memory:', { now }))) });
  await bench.put(story('a', '1', 'One'), story('a', '2', 'Two'));
});
afterAll(() => bench.close());

const reason = { reason: 'x' };
const ROUTES: readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string, object?][] = [
  ...(['/changes', '/articles?q=one', '/articles/TST:a', '/articles/TST:a/diff', '/feed.json', '/feed.rss', '/consumers'] as const).map(
    (path): ['GET', string] => ['GET', `/v1${path}`],
  ),
  ...(['/held', '/held/TST:a', '/deliveries', '/subscribers', '/audit', '/tokens', '/quarantine', '/articles/TST:a/receipts'] as const).map(
    (path): ['GET', string] => ['GET', `/v1${path}`],
  ),
  ['PUT', '/v1/consumers/site', { cursor: '0' }],
  ['DELETE', '/v1/consumers/site'],
  ['POST', '/v1/consumers/site/ack', { cursor: '1' }],
  ['POST', '/v1/articles/TST:a/kill', { ...reason, slug: 'TST:a' }],
  ['POST', '/v1/articles/TST:a/release', reason],
  ['POST', '/v1/subscribers/site/pause', reason],
  ['POST', '/v1/quarantine/replay', reason],
  ['POST', '/v1/quarantine/discard', { ...reason, code: 'x.y' }],
];

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, key?: string) {
  const headers = { authorization: 'Bearer root', ...(key === undefined ? {} : { 'idempotency-key': key }) };
  return bench.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}

test.each(ROUTES)('while the journal is away %s %s is 503 and says when to come again', async (method, url, body) => {
  away = new Transient('postgres.away', 'gone');
  const answer = await ask(method, url, body);
  expect(answer.json()).toMatchObject({ status: 503, code: 'api.away', type: 'urn:wirecopy:problem:api.away' });
  expect([answer.statusCode, answer.headers['retry-after'], answer.headers['cache-control']]).toEqual([503, '5', 'no-store']);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  away = new Transient('postgres.away', 'gone', 12_345);
  expect((await ask(method, url, body)).headers['retry-after']).toBe('13');
});

test('who asks cannot be looked up: 503 too, and not 401', async () => {
  away = new Transient('postgres.away', 'gone');
  const answer = await bench.app.inject({ url: '/v1/changes', headers: { authorization: 'Bearer other' } });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
});

test('what was asked for while the journal was away is done once it is back, under the same key', async () => {
  away = new Transient('postgres.away', 'gone');
  const kill = () => ask('POST', '/v1/articles/TST:a/kill', { ...reason, slug: 'TST:a' }, 'k1');
  expect((await kill()).statusCode).toBe(503);
  away = undefined;
  expect([(await kill()).statusCode, (await kill()).headers['idempotent-replayed']]).toEqual([200, 'true']);
  expect((await bench.journal.audit({ subject: 'TST:a', limit: 9 })).map(({ action }) => action)).toEqual(['article.killed']);
});
