import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { Misconfigured } from '../src/faults.ts';
import { createGuardedClient } from '../src/ingest/guarded-client.ts';
import type { Transport } from '../src/ingest/transport.ts';
import { httpQueue, type HttpQueueOptions } from '../src/ingest/transports/http-queue.ts';
import { pollOnce, transportContract, type Bench } from './contract/transport.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Queue {
  readonly origin: string;
  readonly waiting: Map<string, string>;
  readonly asked: string[];
  /** What a receipt is answered with; 204 and gone unless given. */
  refusal?: number;
  stop: () => Promise<void>;
}

type Body = (entries: readonly (readonly [string, string])[]) => string;
const asJson: Body = (entries) => JSON.stringify(entries.map(([receipt, text]) => ({ urn: text, _wireq_receipt: receipt })));
const asXml: Body = (entries) =>
  `<Queue>${entries.map(([receipt, text]) => `<News><Id>${receipt}</Id><Text>${text}</Text></News>`).join('')}</Queue>`;

/** A queue that keeps what it hands out, two at a time, until its receipt comes back. */
async function queue(body: Body = asJson): Promise<Queue> {
  const made: Queue = { origin: '', waiting: new Map(), asked: [], stop: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const receipt = /[/=]r-(\d+)$/.exec(request.url ?? '')?.[1];
    made.asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (receipt === undefined) response.writeHead(200, { 'retry-after': '30' }).end(body([...made.waiting].slice(0, 2)));
    else {
      if (made.refusal === undefined) made.waiting.delete(`r-${receipt}`);
      response.writeHead(made.refusal ?? 204).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  closers.push(stop);
  return Object.assign(made, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop });
}

function client(): ReturnType<typeof createGuardedClient> {
  const made = createGuardedClient({ allow: ['127.0.0.1/32'] });
  closers.push(() => made.close());
  return made;
}

function options({ origin }: Queue, more: object = {}): HttpQueueOptions {
  const acknowledge = { url: `${origin}/entry/{receipt}` };
  return httpQueue.readOptions({ url: `${origin}/entries.json`, items: '.', receipt: '_wireq_receipt', acknowledge, ...more });
}

/** A queue whose answers are one item each, with its receipt in front: what the contract compares is the text behind it. */
const BARE = /^<Id>r-\d+<\/Id>/;
const bare: Transport<HttpQueueOptions> = {
  ...httpQueue,
  async *poll(request) {
    const documents = httpQueue.poll(request);
    for (;;) {
      const step = await documents.next();
      if (step.done === true) return step.value;
      yield { ...step.value, bytes: Buffer.from(Buffer.from(step.value.bytes).toString().replace(BARE, '')) };
    }
  },
};

transportContract(bare, async (): Promise<Bench<HttpQueueOptions>> => {
  let count = 0;
  const made = await queue(
    (entries) =>
      entries
        .slice(0, 1)
        .map(([receipt, text]) => `<Id>${receipt}</Id>${text}`)
        .join('') || '<Queue/>',
  );
  const acknowledge = { url: `${made.origin}/entry/{receipt}` };
  return {
    options: httpQueue.readOptions({ url: `${made.origin}/NewsQueue`, receipt: 'Id', acknowledge }),
    services: client(),
    add: (text) => Promise.resolve(void made.waiting.set(`r-${(count += 1)}`, text)),
    breakDown: () => made.stop(),
    forgets: true,
  };
});

describe('http-queue', () => {
  test('gives receipts back once the answer is kept, and goes on until the queue is empty', async () => {
    const made = await queue();
    for (const n of [1, 2, 3]) made.waiting.set(`r-${n}`, `story ${n}`);
    const { documents, advice } = await pollOnce(httpQueue, { options: options(made), services: client() });
    expect(documents).toHaveLength(2);
    expect(made.waiting.size).toBe(0);
    expect(advice).toEqual({ nextInMs: 30_000 });
    expect(made.asked).toEqual([
      'GET /entries.json',
      ...['DELETE /entry/r-1', 'DELETE /entry/r-2', 'GET /entries.json', 'DELETE /entry/r-3', 'GET /entries.json'],
    ]);
  });

  test('a poll that breaks off gives nothing back that is not kept', async () => {
    const made = await queue();
    made.waiting.set('r-1', 'story');
    const poll = httpQueue.poll({
      ...{ feed: 'queue', options: options(made), cursor: null, validators: {}, services: client() },
      signal: new AbortController().signal,
    });
    await poll.next();
    await poll.return({});
    expect([...made.waiting.keys()]).toEqual(['r-1']);
  });

  test('XML with an element for the receipt, and an address that takes it as a parameter', async () => {
    const made = await queue(asXml);
    made.waiting.set('r-7', 'Fyrtårn');
    const acknowledge = { method: 'GET', url: `${made.origin}/acknowledge?id={receipt}` };
    const read = httpQueue.readOptions({ url: `${made.origin}/NewsQueue`, receipt: 'Id', acknowledge });
    const { texts } = await pollOnce(httpQueue, { options: read, services: client() });
    expect(texts).toEqual(['<Queue><News><Id>r-7</Id><Text>Fyrtårn</Text></News></Queue>']);
    expect(made.asked).toContain('GET /acknowledge?id=r-7');
  });

  test.each([
    [500, { name: 'Transient', code: 'http.receipt' }],
    [404, undefined],
  ])('a receipt that is answered with %i', async (status, fault) => {
    const made = await queue();
    made.waiting.set('r-1', 'story');
    made.refusal = status;
    const polled = pollOnce(httpQueue, { options: options(made), services: client() });
    // What was "gone" and still comes again is told, too: the poll must not turn round for ever.
    await expect(polled).rejects.toMatchObject(fault ?? { code: 'http.receipt' });
    expect(made.asked.filter((asked) => asked.startsWith('GET'))).toHaveLength(status === 404 ? 2 : 1);
  });

  test.each([
    [{ url: 'https://wire.example/' }],
    [{ url: 'https://wire.example/', receipt: 'id', acknowledge: { url: 'https://wire.example/entry' } }],
    [{ url: 'https://wire.example/', receipt: 'id', acknowledge: { url: 'https://elsewhere.example/{receipt}' } }],
  ])('refuses %j', (raw) => {
    expect(() => httpQueue.readOptions(raw)).toThrow(Misconfigured);
  });
});
