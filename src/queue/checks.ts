import type { Redis } from 'ioredis';
import { Misconfigured, Transient } from '../faults.ts';
import { connect, whenReady } from './connection.ts';

/**
 * Looks whether this Redis can carry the queues, and returns warnings about what it would not tell.
 * Reads INFO, which managed services answer where they forbid CONFIG.
 * @throws {Misconfigured} `redis.eviction`, `redis.volatile`, `redis.replica`
 * @throws {Transient} `redis.unreachable`, `redis.loading`
 */
export async function checkRedis(address: string, timeoutMs = 5_000): Promise<string[]> {
  const client = connect(address, 'producer', () => undefined);
  try {
    await whenReady(client, timeoutMs);
    return judge(await infoOf(client));
  } catch (error) {
    if (error instanceof Misconfigured || error instanceof Transient) throw error;
    throw unreachable(address, error);
  } finally {
    client.disconnect();
  }
}

async function infoOf(client: Redis): Promise<Map<string, string>> {
  const text = await client.info();
  return new Map(
    text
      .split(/\r?\n/)
      .filter((line) => line.includes(':'))
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

/** What INFO says, judged. Apart, so that a test can ask about servers that it does not have. */
export function judge(info: ReadonlyMap<string, string>): string[] {
  if (info.get('loading') === '1') throw new Transient('redis.loading', 'Redis is still loading its data');
  if (info.get('role') === 'slave')
    throw new Misconfigured('redis.replica', { message: 'This Redis is a read-only replica', hint: 'Point REDIS_URL at the primary' });
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    throw new Misconfigured('redis.eviction', {
      message: `Redis may evict jobs (maxmemory-policy is ${policy})`,
      hint: 'Set `maxmemory-policy noeviction` in redis.conf, or run `redis-cli config set maxmemory-policy noeviction`',
    });
  const appendOnly = info.get('aof_enabled');
  if (appendOnly === '0')
    throw new Misconfigured('redis.volatile', {
      message: 'Redis forgets its jobs when it stops (appendonly is no)',
      hint: 'Set `appendonly yes` in redis.conf, or run `redis-cli config set appendonly yes`',
    });
  return [
    ...(policy === undefined ? ['Redis does not tell its maxmemory-policy: make sure that it is noeviction'] : []),
    ...(appendOnly === undefined ? ['Redis does not tell whether its append-only file is on: make sure that it is'] : []),
  ];
}

function unreachable(address: string, error: unknown): Transient {
  const why = error instanceof Error && error.message !== '' ? error.message : String(error);
  return new Transient('redis.unreachable', {
    message: `No Redis answers at ${withoutSecrets(address)}: ${why}`,
    hint: 'Start it, or unset REDIS_URL to have wirecopy start its own',
  });
}

function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^@/]{0,500}@/, '//…@');
}
