import { afterEach, expect, test } from 'vitest';
import { openBench, type ApiBench } from './api-bench.ts';
import { story } from './contract/journal.ts';

const benches: ApiBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

test('a consumer is moved and forgotten by the token that made it, and by an admin', async () => {
  const bench = await openBench();
  benches.push(bench);
  const { app, journal, put, grant, grantAll } = bench;
  await put(story('a', '1', 'One'));
  await grantAll();
  await grant('guest');
  const ask = async (token: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ method, headers, url: `/v1/consumers${url}`, ...(body === undefined ? {} : { payload: body }) });
    return `${answer.statusCode} ${answer.body === '' ? '' : (answer.json<{ code?: string; cursor?: string }>().code ?? '')}`.trim();
  };
  expect(await ask('viewer', 'PUT', '/site', { cursor: '0' })).toBe('201');
  expect(await journal.consumer('site')).toMatchObject({ owner: 'token viewer' });
  const head = await journal.head();
  for (const token of ['guest', 'operator', 'chief']) {
    const answers = [
      await ask(token, 'PUT', '/site', { cursor: '0' }),
      await ask(token, 'POST', '/site/ack', { cursor: head }),
      await ask(token, 'POST', '/site/reset', { cursor: head }),
      await ask(token, 'DELETE', '/site'),
    ];
    expect([token, answers]).toEqual([token, Array(4).fill('403 api.consumer-owner')]);
  }
  expect(await journal.consumer('site')).toMatchObject({ cursor: '0', movedAt: null });
  // To look does not move it.
  expect([await ask('guest', 'GET', '/site'), await ask('guest', 'GET', '/site/changes')]).toEqual(['200', '200']);
  expect([await ask('viewer', 'PUT', '/site', { cursor: '0' }), await ask('viewer', 'POST', '/site/ack', { cursor: head })]).toEqual([
    '200',
    '200',
  ]);
  expect(await ask('admin', 'POST', '/site/reset', { cursor: '0' })).toBe('200');
  expect([await ask('admin', 'DELETE', '/site'), await ask('admin', 'DELETE', '/site')]).toEqual(['204', '404 api.no-consumer']);
  // One that was made before there were tokens is anybody's.
  await journal.createConsumer('old', '0');
  expect([await ask('guest', 'POST', '/old/ack', { cursor: head }), await ask('viewer', 'DELETE', '/old')]).toEqual(['200', '204']);
});
