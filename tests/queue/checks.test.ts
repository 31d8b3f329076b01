import { describe, expect, test } from 'vitest';
import { checkRedis, judge } from '../../src/queue/checks.ts';
import { redisWith } from './redis.ts';

const GOOD = ['appendonly yes', 'maxmemory-policy noeviction'];

describe('start-up checks against a real server', () => {
  test('a well configured one passes without a warning', async () => {
    const redis = await redisWith(GOOD);
    expect(await checkRedis(redis.socket)).toEqual([]);
    await redis.stop();
  });

  test.each([
    ['eviction', ['appendonly yes', 'maxmemory-policy allkeys-lru'], 'redis.eviction', /noeviction/],
    ['no append-only file', ['appendonly no', 'maxmemory-policy noeviction'], 'redis.volatile', /appendonly yes/],
  ])('%s is refused with what to do', async (_what, settings, code, hint) => {
    const redis = await redisWith(settings);
    await expect(checkRedis(redis.socket)).rejects.toMatchObject({
      name: 'Misconfigured',
      code,
      hint: expect.stringMatching(hint) as string,
    });
    await redis.stop();
  });

  test('CONFIG may be forbidden, as managed services do', async () => {
    const redis = await redisWith([...GOOD, 'rename-command CONFIG ""']);
    expect(await checkRedis(redis.socket)).toEqual([]);
    await redis.stop();
  });

  test('none at all is transient, and the password is not printed', async () => {
    const refused = checkRedis('redis://:geheim@127.0.0.1:1', 300);
    await expect(refused).rejects.toMatchObject({ name: 'Transient', code: 'redis.unreachable' });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('geheim') as string });
  });
});

test('what a server does not tell is a warning; a replica and one that loads are refused', () => {
  expect(judge(new Map())).toHaveLength(2);
  expect(() => judge(new Map([['role', 'slave']]))).toThrow(/replica/);
  expect(() => judge(new Map([['loading', '1']]))).toThrow(/loading/);
});
