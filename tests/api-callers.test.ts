import { request as httpRequest } from 'node:http';
import { fastify } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { describeRoles } from '../src/api/callers.ts';
import { openBench, type ApiBench, type BenchOptions } from './api-bench.ts';
import { story } from './contract/journal.ts';

const benches: ApiBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function opened(options?: BenchOptions): Promise<ApiBench> {
  const bench = await openBench(options);
  benches.push(bench);
  return bench;
}

async function asked({ app }: ApiBench, authorization?: string, host = 'localhost'): Promise<string> {
  const headers = { host, ...(authorization === undefined ? {} : { authorization }) };
  const answer = await app.inject({ url: '/v1/changes', headers });
  return `${answer.statusCode} ${answer.statusCode === 200 ? '' : answer.json<{ code: string }>().code}`.trim();
}

test('a token holds until it is revoked or ends, and its text is nowhere in the journal', async () => {
  let now = new Date('2026-03-09T09:00:00Z');
  const bench = await opened({ now: () => now });
  await bench.grant('desk');
  await bench.grant('guest', { validMs: 60_000 });
  expect([await asked(bench, 'Bearer desk'), await asked(bench, 'Bearer guest')]).toEqual(['200', '200']);
  for (const header of [undefined, 'Bearer', 'Bearer other', 'Basic desk', 'desk', 'Bearer desk guest'])
    expect([header, await asked(bench, header)]).toEqual([header, '401 api.token']);
  now = new Date('2026-03-09T09:01:00Z');
  expect([await asked(bench, 'Bearer desk'), await asked(bench, 'Bearer guest')]).toEqual(['200', '401 api.token']);
  await bench.journal.revokeToken('desk', { actor: 'anna', reason: 'lost' });
  expect(await asked(bench, 'Bearer desk')).toBe('401 api.token');
  // Taking the last one away opens nothing.
  expect(await asked(bench)).toBe('401 api.token');
  expect((await bench.journal.audit({ limit: 1 }))[0]).toMatchObject({ actor: 'anna', action: 'token.revoked', subject: 'desk' });
});

test('without any token only this machine may look', async () => {
  const bench = await opened();
  expect(await asked(bench)).toBe('200');
  for (const host of ['127.0.0.1:9090', '[::1]:9090', 'localhost'])
    expect([host, await asked(bench, undefined, host)]).toEqual([host, '200']);
  // A name that an attacker has led here, in a browser on this machine.
  expect(await asked(bench, undefined, 'attacker.example')).toBe('403 api.host');
  expect(await asked(bench, 'Bearer any')).toBe('401 api.token');
  await bench.grant('desk');
  expect(await asked(bench)).toBe('401 api.token');
  expect(await asked(bench, 'Bearer desk', 'wire.example.org')).toBe('200');
});

test('the token of the config is an admin’s, beside those of the journal', async () => {
  const bench = await opened({ token: 'from-the-config' });
  await bench.grant('desk');
  expect([await asked(bench, 'Bearer from-the-config'), await asked(bench, 'Bearer desk'), await asked(bench)]).toEqual([
    '200',
    '200',
    '401 api.token',
  ]);
});

test('a stream ends with the token that opened it', async () => {
  const bench = await opened();
  await bench.grant('desk');
  const address = await bench.app.listen({ host: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve, reject) => {
    const headers = { accept: 'text/event-stream', authorization: 'Bearer desk' };
    const asking = httpRequest(`${address}/v1/changes`, { headers }, (answer) => {
      answer.once('data', () => {
        bench.journal
          .revokeToken('desk', { actor: 'anna', reason: 'lost' })
          .then(() => bench.put(story('a', '1', 'One')))
          .catch(reject);
      });
      answer.on('data', () => undefined);
      answer.on('end', resolve);
    });
    asking.on('error', reject);
    asking.end();
  });
});

test('each route states whom it is for; one that does not stops the start', () => {
  const app = fastify();
  describeRoles(app);
  expect(() => app.get('/x', () => '')).toThrow('/x states no role');
});
