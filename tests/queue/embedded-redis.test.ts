import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkRedis } from '../../src/queue/checks.ts';
import { findRedis, startEmbeddedRedis } from '../../src/queue/embedded-redis.ts';
import { alive, readLock } from '../../src/queue/redis-lock.ts';
import { ask, tempFolder } from './redis.ts';

const environment = process.env;
const folders: { remove: () => void }[] = [];
function folder(): string {
  const made = tempFolder();
  folders.push(made);
  return made.path;
}
afterEach(() => {
  for (const made of folders.splice(0)) made.remove();
});

describe('embedded Redis', () => {
  test('starts with durable settings, keeps its data over a restart, and leaves nothing running', async () => {
    const directory = folder();
    const one = await startEmbeddedRedis({ directory, environment });
    expect(await checkRedis(one.address)).toEqual([]);
    await ask(one.address, (client) => client.set('kept', 'yes'));
    const mark = readLock(directory)?.redis;
    await one.stop();
    expect(mark !== undefined && alive(mark)).toBe(false);
    expect(existsSync(join(directory, 'redis.lock'))).toBe(false);
    const two = await startEmbeddedRedis({ directory, environment });
    expect(await ask(two.address, (client) => client.get('kept'))).toBe('yes');
    await two.stop();
  });

  test('a living owner is refused; one that was killed is taken over', async () => {
    const directory = folder();
    const one = await startEmbeddedRedis({ directory, environment });
    await expect(startEmbeddedRedis({ directory, environment })).rejects.toMatchObject({ code: 'redis.in-use' });
    const lock = readLock(directory);
    writeFileSync(
      join(directory, 'redis.lock'),
      JSON.stringify({ ...lock, owner: { pid: process.pid, started: 'another process with this number' } }),
    );
    const two = await startEmbeddedRedis({ directory, environment });
    expect(two.pid).toBe(one.pid);
    await two.stop();
    expect(alive({ pid: one.pid, started: lock?.redis.started ?? null })).toBe(false);
  });

  test('a data directory whose path is too long for a socket works', async () => {
    const directory = join(folder(), 'x'.repeat(120));
    const redis = await startEmbeddedRedis({ directory, environment });
    expect(await ask(redis.address, (client) => client.ping())).toBe('PONG');
    await redis.stop();
  });

  test('no binary: one line that installs it; a binary that fails: transient', async () => {
    expect(() => findRedis({ PATH: '/nowhere' })).toThrow(
      expect.objectContaining({ code: 'redis.absent', hint: expect.stringContaining('apt-get install redis-server') as string }) as Error,
    );
    const directory = folder();
    mkdirSync(join(directory, 'bin'));
    const binary = join(directory, 'bin', 'redis-server');
    writeFileSync(binary, '#!/bin/sh\nexit 3\n');
    chmodSync(binary, 0o755);
    await expect(startEmbeddedRedis({ directory, environment: { WIRECOPY_REDIS_BIN: binary } })).rejects.toMatchObject({
      code: 'redis.start',
    });
    expect(existsSync(join(directory, 'redis.lock'))).toBe(false);
  });
});
