import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { sha256 } from '../article/hash.ts';

/** How much one host is asked for by all processes of this Redis together. */
export interface HostLimits {
  /** Polls under way at one time. */
  readonly atOnce: number;
  /** Polls begun in a second, in the mean; ten seconds' worth may come in a row. */
  readonly perSecond: number;
}

/** Two connections, and two polls a second: what a browser does. Feeds of one host that are due together take turns. */
export const HOST_LIMITS: HostLimits = { atOnce: 2, perSecond: 2 };

/** A place at a host, to be given back, or how long to wait for one. */
export type Admission = { readonly leave: () => Promise<void> } | { readonly waitMs: number };

/** Shares a host among processes. */
export interface HostBudget {
  enter(host: string): Promise<Admission>;
}

const BURST_SECONDS = 10;
/** A process that dies gives its places back after this; one that lives renews them. */
const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
const BUSY_WAIT_MS = 1_000;

/**
 * One round trip on Redis' own clock: a set of leases for what is under way, and a bucket of tokens that fills up with time. Answers 0 for a
 * place, or the milliseconds to wait.
 */
const ENTER = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ms)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return tonumber(ARGV[6]) end
local rate, burst = tonumber(ARGV[3]), tonumber(ARGV[4])
local bucket = redis.call('HMGET', KEYS[2], 'tokens', 'at')
local tokens = math.min(burst, (tonumber(bucket[1]) or burst) + (ms - (tonumber(bucket[2]) or ms)) * rate / 1000)
if tokens < 1 then return math.ceil((1 - tokens) * 1000 / rate) end
redis.call('HSET', KEYS[2], 'tokens', tostring(tokens - 1), 'at', ms)
redis.call('PEXPIRE', KEYS[2], math.ceil(burst / rate * 1000) + 1000)
redis.call('ZADD', KEYS[1], ms + tonumber(ARGV[5]), ARGV[1])
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[5]))
return 0
`;

/** A place that was lost with the data of Redis is taken again: the poll is under way. */
const RENEW = `
local now = redis.call('TIME')
redis.call('ZADD', KEYS[1], now[1] * 1000 + math.floor(now[2] / 1000) + tonumber(ARGV[2]), ARGV[1])
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[2]))
return 0
`;

/** The budget of all hosts in one Redis. Without an answer of Redis a poll may go on: the budget is a courtesy, the poll is not. */
export function hostBudget(redis: Redis, { atOnce, perSecond }: HostLimits = HOST_LIMITS): HostBudget {
  return {
    enter: async (host) => {
      const key = `{wirecopy}-host:${sha256(host).slice(0, 24)}`;
      const place = randomUUID();
      const burst = Math.max(1, perSecond * BURST_SECONDS);
      const waitMs = await redis
        .eval(ENTER, 2, `${key}:busy`, `${key}:tokens`, place, atOnce, perSecond, burst, LEASE_MS, BUSY_WAIT_MS)
        .catch(() => 0);
      if (typeof waitMs === 'number' && waitMs > 0) return { waitMs };
      const renewal = setInterval(() => {
        redis.eval(RENEW, 1, `${key}:busy`, place, LEASE_MS).catch(() => undefined);
      }, RENEW_MS).unref();
      return {
        leave: async () => {
          clearInterval(renewal);
          await redis.zrem(`${key}:busy`, place).catch(() => undefined);
        },
      };
    },
  };
}
