import { describe, expect, test } from 'vitest';
import { Misconfigured, Transient } from '../../src/faults.ts';
import type { Fetched, PollAdvice, Transport, TransportServices } from '../../src/ingest/transport.ts';

/** One poll, drained the way the pipeline does it: what came, and what is to be saved for the next. */
export interface Polled {
  readonly documents: readonly Fetched[];
  readonly texts: readonly string[];
  readonly cursor: string | null;
  readonly validators: Readonly<Record<string, string>>;
  readonly advice: PollAdvice;
}

export interface PollState {
  readonly cursor?: string | null;
  readonly validators?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A transport at a source that the test can fill. */
export interface Bench<Options> {
  readonly options: Options;
  readonly services: TransportServices;
  /** Puts one more document at the source. */
  add(text: string): Promise<void>;
  /** Makes the source unreachable. */
  breakDown(): Promise<void>;
  /** The source forgets what was acknowledged. */
  readonly forgets?: true;
}

/** Services for transports that need none. */
export const noServices: TransportServices = {
  request: () => Promise.reject(new Error('this transport asked for the network')),
  resolve: () => Promise.reject(new Error('this transport asked for an address')),
};

/** Polls once and gathers everything. */
export async function pollOnce<Options>(
  transport: Transport<Options>,
  { options, services }: Pick<Bench<Options>, 'options' | 'services'>,
  { cursor = null, validators = {}, signal = new AbortController().signal }: PollState = {},
): Promise<Polled> {
  const poll = transport.poll({ feed: 'bench', options, cursor, validators, signal, services });
  const documents: Fetched[] = [];
  for (;;) {
    const step = await poll.next();
    if (step.done === true) {
      const last = documents.at(-1);
      return {
        documents,
        texts: documents.map(({ bytes }) => Buffer.from(bytes).toString()),
        cursor: last?.cursor ?? cursor,
        validators: last?.validators ?? validators,
        advice: step.value,
      };
    }
    documents.push(step.value);
  }
}

/** What every way in owes the pipeline. */
export function transportContract<Options>(transport: Transport<Options>, bench: () => Promise<Bench<Options>>): void {
  describe(`${transport.name} keeps the contract of transports`, () => {
    test('refuses options that it does not know', () => {
      expect(() => transport.readOptions({ utterly: 'unknown' })).toThrow(Misconfigured);
    });

    test('hands out what is there, byte by byte', async () => {
      const source = await bench();
      await source.add('Ostwick bridge reopens – “at last”\r\n');
      expect((await pollOnce(transport, source)).texts).toEqual(['Ostwick bridge reopens – “at last”\r\n']);
    });

    test('a second poll from what was saved brings nothing', async () => {
      const source = await bench();
      await source.add('one');
      const first = await pollOnce(transport, source);
      expect((await pollOnce(transport, source, first)).documents).toEqual([]);
    });

    test('what was added since comes at the next poll', async () => {
      const source = await bench();
      await source.add('one');
      const first = await pollOnce(transport, source);
      await source.add('two');
      expect((await pollOnce(transport, source, first)).texts.join('\n')).toContain('two');
    });

    test('without a saved cursor everything comes again', async () => {
      const source = await bench();
      await source.add('one');
      const first = await pollOnce(transport, source);
      expect((await pollOnce(transport, source)).texts).toEqual(source.forgets === true ? [] : first.texts);
    });

    test('broken off after the first document, nothing is lost', async () => {
      const source = await bench();
      await source.add('one');
      await source.add('two');
      const everything = source.forgets === true ? ['one', 'two'] : (await pollOnce(transport, source)).texts;
      const poll = transport.poll({ ...source, feed: 'bench', cursor: null, validators: {}, signal: new AbortController().signal });
      const step = await poll.next();
      if (step.done === true) throw new Error('nothing came');
      await poll.return({});
      const { bytes, cursor = null } = step.value;
      const rest = await pollOnce(transport, source, { cursor });
      expect([Buffer.from(bytes).toString(), ...rest.texts]).toEqual(expect.arrayContaining([...everything]));
    });

    test('what was saved is plain strings', async () => {
      const source = await bench();
      await source.add('one');
      const { cursor, validators } = await pollOnce(transport, source);
      expect(JSON.parse(JSON.stringify({ cursor, validators }))).toEqual({ cursor, validators });
    });

    test('a source that is down is transient', async () => {
      const source = await bench();
      await source.add('one');
      await source.breakDown();
      await expect(pollOnce(transport, source)).rejects.toBeInstanceOf(Transient);
    });

    test('stops when it is called off', async () => {
      const source = await bench();
      await source.add('one');
      await expect(pollOnce(transport, source, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(Transient);
    });
  });
}
