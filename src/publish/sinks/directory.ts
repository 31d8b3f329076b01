import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Misconfigured, Transient } from '../../faults.ts';
import { contentOf, fileOf, folderOf, KILLED, WITHHELD } from '../file-names.ts';
import { messageOf } from '../message.ts';
import type { Delivery, Sink, SinkKind } from '../sink.ts';

export interface DirectoryOptions {
  readonly path: string;
}

/**
 * `events.ndjson`, one event a line, and `articles/<story>/<revision>` with the extension of the encoding, each written whole or not at all. A kill removes the
 * files of its story and leaves `killed.json`, a withhold leaves `withheld.json` until the story returns. Delivering again changes nothing:
 * keys already in `events.ndjson` are passed over.
 */
export const directory: SinkKind<DirectoryOptions> = {
  name: 'directory',
  readOptions(raw) {
    const path = raw['path'];
    if (typeof path !== 'string' || path === '')
      throw new Misconfigured('config.sink', { message: 'A directory sink needs a path', hint: 'Write path: ./out' });
    return { path: resolve(path) };
  },
  async open({ path }) {
    await mkdir(join(path, 'articles'), { recursive: true });
    const log = join(path, 'events.ndjson');
    const known = await knownKeys(log);
    const events = await open(log, 'a');
    return new DirectorySink(path, events, known);
  },
};

class DirectorySink implements Sink {
  readonly #path: string;
  readonly #events: FileHandle;
  readonly #known: Set<string>;

  constructor(path: string, events: FileHandle, known: Set<string>) {
    this.#path = path;
    this.#events = events;
    this.#known = known;
  }

  async send(deliveries: readonly Delivery[]): Promise<void> {
    try {
      const fresh = deliveries.filter((delivery) => !this.#known.has(keyOf(delivery)));
      for (const delivery of fresh) await this.#keep(delivery);
      const lines = fresh.map((delivery) => `${messageOf(delivery, { key: delivery.key })}\n`);
      await this.#events.appendFile(lines.join(''));
      await this.#events.sync();
      for (const delivery of fresh) this.#known.add(keyOf(delivery));
    } catch (thrown) {
      throw new Transient(
        'sink.directory',
        `Cannot write below ${this.#path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      );
    }
  }

  async close(): Promise<void> {
    await this.#events.close();
  }

  async #keep(delivery: Delivery): Promise<void> {
    const { event, article } = delivery;
    const folder = join(this.#path, 'articles', folderOf(event.articleId));
    // What a killed story left in a redelivery stays out.
    if (article !== undefined && existsSync(join(folder, KILLED))) return;
    if (article === undefined) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    if (article !== undefined) await rm(join(folder, WITHHELD), { force: true });
    await writeWhole(join(folder, fileOf(delivery)), contentOf(delivery));
  }
}

/** A kill and the revision it kills may share their number. */
function keyOf({ event, key }: Delivery): string {
  return `${event.type} ${key}`;
}

/** Readers see the old file or the new one, also after a power cut. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Keys of the events already written. A line cut by a crash is closed, so that the next one stands alone. */
async function knownKeys(log: string): Promise<Set<string>> {
  const text = await readFile(log, 'utf8').catch(() => '');
  if (text !== '' && !text.endsWith('\n')) {
    const handle = await open(log, 'r+');
    await handle.truncate(Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)));
    await handle.close();
  }
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return new Set(lines.flatMap((line) => (line === '' ? [] : [keyOfLine(line)])));
}

function keyOfLine(line: string): string {
  try {
    const { type, key } = JSON.parse(line) as { type?: string; key?: string };
    return `${type ?? ''} ${key ?? ''}`;
  } catch {
    return '';
  }
}
