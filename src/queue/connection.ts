import { Redis } from 'ioredis';

/** A worker waits for Redis for ever; a producer says at once that Redis is away, since the reconciler makes up for it. */
export type Profile = 'worker' | 'producer';

const MAX_RECONNECT_MS = 2_000;

/**
 * Connects to `redis://…`, `rediss://…`, or a unix socket given as an absolute path.
 * `onError` hears of every lost connection; without a listener ioredis would print them itself.
 */
export function connect(address: string, profile: Profile, onError: (error: Error) => void): Redis {
  const client = address.startsWith('/') ? new Redis({ path: address, ...optionsOf(profile) }) : new Redis(address, optionsOf(profile));
  client.on('error', onError);
  return client;
}

interface ConnectionOptions {
  readonly retryStrategy: (times: number) => number;
  readonly maxRetriesPerRequest: number | null;
  readonly enableOfflineQueue: boolean;
}

function optionsOf(profile: Profile): ConnectionOptions {
  return {
    // BullMQ's own delay goes up to 20 s, and a queue would stand still that long after Redis is back.
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), MAX_RECONNECT_MS),
    maxRetriesPerRequest: profile === 'worker' ? null : 1,
    enableOfflineQueue: profile === 'worker',
  };
}

/** Resolves when commands can be sent; rejects with the last error after `timeoutMs`. */
export async function whenReady(client: Redis, timeoutMs: number): Promise<void> {
  if (client.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    let last: Error | undefined;
    const remember = (error: Error): void => {
      last = error;
    };
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      client.off('ready', settle);
      client.off('error', remember);
      if (error === undefined) resolve();
      else reject(error);
    };
    const timer = setTimeout(() => {
      settle(last ?? new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    client.on('error', remember);
    client.once('ready', () => {
      settle();
    });
  });
}
