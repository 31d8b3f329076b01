import type { Producer } from 'kafkajs';
import { Misconfigured, Transient } from '../../faults.ts';
import { optionalPackage } from '../../optional-package.ts';
import { messageOf } from '../message.ts';
import { openSocket } from '../open-socket.ts';
import type { Delivery, Sink, SinkKind, SinkServices } from '../sink.ts';
import { textOption } from '../sink-options.ts';

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
type Mechanism = (typeof MECHANISMS)[number];

export interface KafkaOptions {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly tls: boolean;
  readonly login?: { readonly mechanism: Mechanism; readonly username: string; readonly password: string };
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;

/**
 * A record per event in a topic that is there already: key = story, so that one partition has all of a story in order; value = `messageOf`;
 * headers `id` (`<article id>@<revision>`) and `type`. Each is acknowledged by all replicas before the next is sent. Redelivery adds a record
 * with the same `id`. A log takes nothing back: readers obey `article.killed`; with `cleanup.policy=compact` it is what remains of the story.
 */
export const kafka: SinkKind<KafkaOptions> = {
  name: 'kafka',
  readOptions(raw) {
    const given = raw['brokers'];
    const brokers = (Array.isArray(given) ? (given as unknown[]) : [given]).filter((one) => typeof one === 'string');
    if (brokers.length === 0 || !brokers.every((one) => /^(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}$/.test(one)))
      throw new Misconfigured('config.sink', {
        message: 'A kafka sink needs the addresses of its brokers',
        hint: 'Write brokers: ["kafka1.example.org:9092"]',
      });
    const topic = textOption(raw, 'topic', 'Write topic: wire');
    if (!/^[\w.-]{1,249}$/.test(topic))
      throw new Misconfigured('config.sink', { message: '`topic` is no name of a topic', hint: 'Letters, digits, ., - and _' });
    const login = loginOf(raw);
    return { brokers, topic, tls: raw['tls'] === true, ...(login === undefined ? {} : { login }) };
  },
  async open(options, services) {
    return new KafkaSink(options, await connector(options, services));
  },
};

function loginOf(raw: Readonly<Record<string, unknown>>): KafkaOptions['login'] {
  if (raw['user'] === undefined && raw['password'] === undefined) return undefined;
  const username = textOption(raw, 'user', 'Write user: name');
  const password = textOption(raw, 'password', 'Write password: ${env:NAME}');
  const mechanism = MECHANISMS.find((one) => one === (raw['mechanism'] ?? 'scram-sha-512'));
  if (mechanism === undefined)
    throw new Misconfigured('config.sink', { message: '`mechanism` is none', hint: `Write one of ${MECHANISMS.join(', ')}` });
  return { mechanism, username, password };
}

/** Loads kafkajs and gives what makes a producer of it. @throws {Misconfigured} where the package is not installed */
async function connector({ brokers, tls, login }: KafkaOptions, { resolve }: SinkServices): Promise<() => Promise<Producer>> {
  const { default: library } = await optionalPackage('kafkajs', () => import('kafkajs'));
  return async () => {
    // The library says of a refused connection only that it failed.
    let reason: Error | undefined;
    const client = new library.Kafka({
      ...{ clientId: 'wirecopy', brokers: [...brokers], ssl: tls, logLevel: library.logLevel.NOTHING },
      // What fails is tried again by whoever keeps the order; a second try here could overtake it.
      ...{ retry: { retries: 0 }, connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
      ...(login === undefined ? {} : { sasl: login as { mechanism: 'plain'; username: string; password: string } }),
      socketFactory: ({ host, port, onConnect }) =>
        openSocket({ host, port, tls }, resolve, onConnect).once('error', (error) => (reason ??= error)),
    });
    const createPartitioner = library.Partitioners.DefaultPartitioner;
    const producer = client.producer({ createPartitioner, allowAutoTopicCreation: false, maxInFlightRequests: 1, retry: { retries: 0 } });
    await producer.connect().catch(async (error: unknown) => {
      await producer.disconnect().catch(() => undefined);
      throw reason ?? error;
    });
    return producer;
  };
}

class KafkaSink implements Sink {
  readonly #options: KafkaOptions;
  readonly #connect: () => Promise<Producer>;
  #producer: Producer | undefined;

  constructor(options: KafkaOptions, connect: () => Promise<Producer>) {
    this.#options = options;
    this.#connect = connect;
  }

  async send(deliveries: readonly Delivery[], signal: AbortSignal, done?: () => void): Promise<void> {
    const end = (): void => void this.close();
    signal.addEventListener('abort', end, { once: true });
    try {
      this.#producer ??= await this.#connect();
      for (const delivery of deliveries) {
        await this.#add(this.#producer, delivery);
        done?.();
      }
    } catch (thrown) {
      await this.close();
      throw new Transient('sink.kafka', `The Kafka brokers failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  async #add(producer: Producer, delivery: Delivery): Promise<void> {
    const { event, key } = delivery;
    const headers = { id: key, type: event.type };
    await producer.send({
      topic: this.#options.topic,
      acks: -1,
      messages: [{ key: event.articleId, value: messageOf(delivery), headers }],
    });
  }
}
