import { Misconfigured } from '../faults.ts';
import type { Sink, SinkKind, SinkServices } from './sink.ts';
import { directory } from './sinks/directory.ts';
import { kafka } from './sinks/kafka.ts';
import { redisStream } from './sinks/redis-stream.ts';
import { s3 } from './sinks/s3.ts';
import { sftp } from './sinks/sftp.ts';
import { webhook } from './sinks/webhook.ts';

/** A kind of sink that keeps the type of its options to itself. */
export interface RegisteredSink {
  readonly name: string;
  /** @throws {Misconfigured} */
  check(raw: Readonly<Record<string, unknown>>): void;
  open(raw: Readonly<Record<string, unknown>>, services: SinkServices): Promise<Sink>;
}

function registered<Options>(kind: SinkKind<Options>): RegisteredSink {
  return {
    name: kind.name,
    check: (raw) => {
      kind.readOptions(raw);
    },
    open: async (raw, services) => kind.open(kind.readOptions(raw), services),
  };
}

/** Every way out. */
export const sinks: readonly RegisteredSink[] = [
  registered(directory),
  registered(kafka),
  registered(redisStream),
  registered(s3),
  registered(sftp),
  registered(webhook),
];

/** Opens a sink of the config. @throws {Misconfigured} `config.sink` or what the sink finds wrong with its options */
export async function openSink(name: string, raw: Readonly<Record<string, unknown>>, services: SinkServices): Promise<Sink> {
  const kind = sinks.find((sink) => sink.name === name);
  if (kind !== undefined) return kind.open(raw, services);
  throw new Misconfigured('config.sink', {
    message: `No sink is called ${name}`,
    hint: `Sinks: ${sinks.map((sink) => sink.name).join(', ')}`,
  });
}
