import { expect, test, vi } from 'vitest';
import { connect, whenReady } from '../../src/queue/connection.ts';
import { hostBudget, type Admission } from '../../src/queue/host-budget.ts';
import { redisWith } from './redis.ts';

const entered = (admissions: readonly Admission[]): number => admissions.filter((one) => 'leave' in one).length;

test('two processes share the places and the rate of one host', async () => {
  const redis = await redisWith([]);
  const clients = [connect(redis.socket, 'worker', () => undefined), connect(redis.socket, 'worker', () => undefined)];
  const [here, there] = clients.map((client) => hostBudget(client, { atOnce: 3, perSecond: 0.5 }));
  if (here === undefined || there === undefined) throw new Error('unreachable');
  const first = await Promise.all([here, there, here, there, here].map((budget) => budget.enter('wire.example')));
  expect(entered(first)).toBe(3);
  expect(first.find((one) => 'waitMs' in one)).toEqual({ waitMs: 1_000 });
  expect(entered([await there.enter('other.example')])).toBe(1);
  for (const one of first) if ('leave' in one) await one.leave();
  // Five tokens lie ready; three are spent, and a new one takes two seconds.
  const second = [await here.enter('wire.example'), await there.enter('wire.example'), await here.enter('wire.example')];
  expect(entered(second)).toBe(2);
  const wait = second.find((one) => 'waitMs' in one);
  expect(wait !== undefined && 'waitMs' in wait ? wait.waitMs : 0).toBeGreaterThan(500);
  for (const client of clients) client.disconnect();
  await redis.stop();
});

test('a place is renewed while it is used, also in a Redis that was emptied, and given back once', async () => {
  const redis = await redisWith([]);
  const client = connect(redis.socket, 'worker', () => undefined);
  await whenReady(client, 5_000);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const budget = hostBudget(client, { atOnce: 1, perSecond: 100 });
    const place = await budget.enter('wire.example');
    await client.flushall();
    vi.advanceTimersByTime(5_000);
    await client.ping();
    expect(entered([await budget.enter('wire.example')])).toBe(0);
    if ('leave' in place) await place.leave();
    vi.advanceTimersByTime(20_000);
    expect(entered([await budget.enter('wire.example')])).toBe(1);
  } finally {
    vi.useRealTimers();
    client.disconnect();
    await redis.stop();
  }
});

test('a courtesy only: without Redis the poll goes on', async () => {
  const client = connect('redis://127.0.0.1:1', 'producer', () => undefined);
  expect(entered([await hostBudget(client).enter('wire.example')])).toBe(1);
  client.disconnect();
});
