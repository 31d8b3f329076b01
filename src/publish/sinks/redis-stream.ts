import type { Socket } from 'node:net';
import type { Redis } from 'ioredis';
import { Misconfigured, Transient } from '../../faults.ts';
import { takesBack } from '../event.ts';
import { messageOf } from '../message.ts';
import { openSocket, type SocketPlace } from '../open-socket.ts';
import type { Delivery, Sink, SinkKind, SinkServices } from '../sink.ts';
import { countOption } from '../sink-options.ts';

export interface RedisStreamOptions {
  readonly place: SocketPlace;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  readonly stream: string;
  readonly maxLength: number;
}

const PAGE = 200;
const CONNECT_MS = 5_000;

/**
 * A capped live tail: each event is an entry of a Redis stream with the fields `key`, `type`, `story` and `message` (`messageOf`). What takes a
 * story back removes its entries first, for a stream is read from its beginning too. Redelivery adds an entry with the same key.
 */
export const redisStream: SinkKind<RedisStreamOptions> = {
  name: 'redis-stream',
  readOptions(raw) {
    const url = typeof raw['url'] === 'string' && URL.canParse(raw['url']) ? new URL(raw['url']) : undefined;
    if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
      throw new Misconfigured('config.sink', {
        message: 'A redis-stream sink needs the address of a Redis',
        hint: 'Write url: redis://host:6379, or ${env:NAME} where it has a password',
      });
    const { stream = 'wirecopy' } = raw;
    if (typeof stream !== 'string' || stream === '')
      throw new Misconfigured('config.sink', { message: '`stream` is no name', hint: 'Without it, the stream is called wirecopy' });
    const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || 6379, tls: url.protocol === 'rediss:' };
    return {
      ...{ place, stream, maxLength: countOption(raw, 'maxLength', 10_000), db: Number(/^\/(\d{1,3})$/.exec(url.pathname)?.[1] ?? 0) },
      ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
      ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    };
  },
  open(options, services) {
    return Promise.resolve(new RedisStreamSink(options, services));
  },
};

class RedisStreamSink implements Sink {
  readonly #options: RedisStreamOptions;
  readonly #services: SinkServices;
  #client: Redis | undefined;

  constructor(options: RedisStreamOptions, services: SinkServices) {
    this.#options = options;
    this.#services = services;
  }

  async send(deliveries: readonly Delivery[], signal: AbortSignal, done?: () => void): Promise<void> {
    const end = (): void => {
      this.#drop();
    };
    signal.addEventListener('abort', end, { once: true });
    try {
      this.#client ??= await connected(this.#options, this.#services);
      for (const delivery of deliveries) {
        await this.#add(this.#client, delivery);
        done?.();
      }
    } catch (thrown) {
      this.#drop();
      throw new Transient(
        'sink.redis-stream',
        `The Redis of the stream failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      );
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  close(): Promise<void> {
    this.#drop();
    return Promise.resolve();
  }

  #drop(): void {
    this.#client?.disconnect();
    this.#client = undefined;
  }

  async #add(client: Redis, delivery: Delivery): Promise<void> {
    const { stream, maxLength } = this.#options;
    const { event, key } = delivery;
    if (takesBack(event.type)) await removeStory(client, stream, event.articleId);
    const fields = ['key', key, 'type', event.type, 'story', event.articleId, 'message', messageOf(delivery)];
    await client.xadd(stream, 'MAXLEN', '~', maxLength, '*', ...fields);
  }
}

/** Looks through the whole stream, which is capped, a page at a time. */
async function removeStory(client: Redis, stream: string, story: string): Promise<void> {
  for (let from = '-'; ;) {
    const page = await client.xrange(stream, from, '+', 'COUNT', PAGE);
    const gone = page.filter(([, fields]) => fields[fields.indexOf('story') + 1] === story).map(([id]) => id);
    if (gone.length > 0) await client.xdel(stream, ...gone);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    from = `(${last[0]}`;
  }
}

async function connected({ place, username, password, db }: RedisStreamOptions, { resolve }: SinkServices): Promise<Redis> {
  const { AbstractConnector, Redis: Client } = await import('ioredis');
  // The client says only that its connection is closed.
  let reason: Error | undefined;
  class Connector extends AbstractConnector {
    constructor() {
      super(0);
    }
    connect(): Promise<Socket> {
      this.connecting = true;
      const socket = openSocket(place, resolve);
      socket.once('error', (error) => (reason ??= error));
      this.stream = socket;
      return Promise.resolve(socket);
    }
  }
  const client = new Client({
    ...{ Connector, db, lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: CONNECT_MS, retryStrategy: () => null },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  });
  // Whoever asks gets the error; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    client.disconnect();
    throw reason ?? error;
  });
  return client;
}
