import { mkdtemp, mkdir, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { onLoopback } from './servers/loopback.ts';
import { Misconfigured } from '../src/faults.ts';
import { createGuardedClient } from '../src/ingest/guarded-client.ts';
import { openTransport } from '../src/ingest/transports.ts';
import { directory, type DirectoryOptions } from '../src/ingest/transports/directory.ts';
import { http, type HttpOptions } from '../src/ingest/transports/http.ts';
import { noServices, pollOnce, transportContract, type Bench } from './contract/transport.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'wirecopy-dir-'));
  cleanups.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function serve(answer: (headers: IncomingHttpHeaders, response: ServerResponse) => void): Promise<Server & { url: string }> {
  const server = createServer((request, response) => {
    answer(request.headers, response);
  });
  const { origin, stop } = await onLoopback(server);
  cleanups.push(stop);
  return Object.assign(server, { url: `${origin}/feed.xml` });
}

function client(): ReturnType<typeof createGuardedClient> {
  const made = createGuardedClient({ allow: ['127.0.0.1/32'] });
  cleanups.push(() => made.close());
  return made;
}

transportContract(directory, async (): Promise<Bench<DirectoryOptions>> => {
  const path = await folder();
  let count = 0;
  return {
    options: { path, settleMs: 5 },
    services: noServices,
    add: (text) => writeFile(join(path, `story-${String((count += 1)).padStart(4, '0')}.xml`), text),
    breakDown: () => rm(path, { recursive: true }),
  };
});

transportContract(directory, async (): Promise<Bench<DirectoryOptions>> => {
  const path = await folder();
  let count = 0;
  return {
    options: { path, settleMs: 5, done: '.done' },
    services: noServices,
    add: async (text) => {
      const name = `story-${String((count += 1)).padStart(4, '0')}.xml`;
      await writeFile(join(path, name), text);
      await writeFile(join(path, `${name}.done`), '');
    },
    breakDown: () => rm(path, { recursive: true }),
  };
});

transportContract(http, async (): Promise<Bench<HttpOptions>> => {
  const texts: string[] = [];
  const server = await serve((headers, response) => {
    const etag = `"v${texts.length}"`;
    if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(texts.join('\n'));
  });
  return {
    options: http.readOptions({ url: server.url }),
    services: client(),
    add: (text) => Promise.resolve(void texts.push(text)),
    breakDown: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
});

describe('directory', () => {
  const options = (path: string): DirectoryOptions => ({ path, settleMs: 5 });

  test('hands out files in name order and leaves out what is not one', async () => {
    const path = await folder();
    const outside = await folder();
    await writeFile(join(outside, 'secret.xml'), 'secret');
    for (const name of ['b.xml', 'a.xml', '.hidden', 'c.xml.part', 'd.TMP']) await writeFile(join(path, name), name);
    await mkdir(join(path, 'e.xml'));
    await symlink(join(outside, 'secret.xml'), join(path, 'f.xml'));
    await symlink(join(path, 'a.xml'), join(path, 'g.xml'));
    expect((await pollOnce(directory, { options: options(path), services: noServices })).texts).toEqual(['a.xml', 'b.xml']);
  });

  test('a late file with an early name and an old time is not lost', async () => {
    const path = await folder();
    await writeFile(join(path, 'b.xml'), 'b');
    const first = await pollOnce(directory, { options: options(path), services: noServices });
    const outside = await folder();
    await writeFile(join(outside, 'a.xml'), 'a');
    await utimes(join(outside, 'a.xml'), new Date('2015-03-23T08:31:00Z'), new Date('2015-03-23T08:31:00Z'));
    await rename(join(outside, 'a.xml'), join(path, 'a.xml'));
    expect((await pollOnce(directory, { options: options(path), services: noServices }, first)).texts).toContain('a');
  });

  test('a file written anew comes again', async () => {
    const path = await folder();
    await writeFile(join(path, 'a.xml'), 'first');
    const first = await pollOnce(directory, { options: options(path), services: noServices });
    await pause(20);
    await writeFile(join(path, 'a.xml'), 'second');
    expect((await pollOnce(directory, { options: options(path), services: noServices }, first)).texts).toEqual(['second']);
  });

  test('a file that cannot be read holds back the cursor, not its neighbours', async () => {
    const path = await folder();
    for (const name of ['a.xml', 'c.xml']) await writeFile(join(path, name), name);
    await writeFile(join(path, 'b.xml'), Buffer.alloc(0));
    await truncate(join(path, 'b.xml'), 101 * 1_048_576);
    const seen: (string | undefined)[] = [];
    const drain = async (): Promise<void> => {
      const poll = directory.poll({
        feed: 'bench',
        options: options(path),
        cursor: null,
        validators: {},
        signal: new AbortController().signal,
        services: noServices,
      });
      for await (const { bytes, cursor } of poll) seen.push(Buffer.from(bytes).toString(), cursor);
    };
    await expect(drain()).rejects.toMatchObject({ name: 'Transient', code: 'directory.too-large', where: { file: join(path, 'b.xml') } });
    expect(seen).toEqual(['a.xml', undefined, 'c.xml', undefined]);
  });

  test('a file that is still being written waits, and the cursor waits with it', async () => {
    const path = await folder();
    await writeFile(join(path, 'done.xml'), 'done');
    await writeFile(join(path, 'growing.xml'), 'half');
    const slow = { path, settleMs: 300 };
    const polling = pollOnce(directory, { options: slow, services: noServices });
    await pause(100);
    await writeFile(join(path, 'growing.xml'), 'half and half');
    const first = await polling;
    expect(first.texts).toEqual(['done']);
    expect((await pollOnce(directory, { options: slow, services: noServices }, first)).texts).toContain('half and half');
  });

  test('with markers, a file is taken once its marker is there, and no marker is a story', async () => {
    const path = await folder();
    const marked: DirectoryOptions = { path, settleMs: 5, done: '.ok' };
    const poll = async (): Promise<readonly string[]> => (await pollOnce(directory, { options: marked, services: noServices })).texts;
    for (const name of ['a.xml', 'b.xml', 'c.xml', 'lone.ok', 'd.xml.part', 'd.xml.ok', '.e.xml', '.e.xml.ok'])
      await writeFile(join(path, name), name);
    expect(await poll()).toEqual([]);
    await writeFile(join(path, 'a.xml.ok'), '');
    await writeFile(join(path, 'b.ok'), '');
    expect(await poll()).toEqual(['a.xml', 'b.xml']);
  });

  test('a marker that comes long after its file does not come too late', async () => {
    const path = await folder();
    const marked = { options: { path, settleMs: 5, done: '.done' }, services: noServices };
    for (const name of ['early.xml', 'late.xml', 'late.xml.done']) await writeFile(join(path, name), name);
    const old = new Date('2015-03-23T08:31:00Z');
    await utimes(join(path, 'early.xml'), old, old);
    // Past the overlap, which would read the file again in any case.
    await pause(2_100);
    await writeFile(join(path, 'later.xml'), 'later.xml');
    await writeFile(join(path, 'later.xml.done'), '');
    const first = await pollOnce(directory, marked);
    expect(first.texts).toEqual(['late.xml', 'later.xml']);
    await writeFile(join(path, 'early.xml.done'), '');
    expect((await pollOnce(directory, marked, first)).texts).toContain('early.xml');
  });

  test.each([
    [{}],
    [{ path: '' }],
    [{ path: '/x', done: '' }],
    [{ path: '/x', done: '../x' }],
    [{ path: '/x', done: 3 }],
    [{ path: 3 }],
    [{ path: '/x', settleMs: -1 }],
    [{ path: '/x', settleMS: 1 }],
  ])('refuses %j', (raw) => {
    expect(() => directory.readOptions(raw)).toThrow(Misconfigured);
  });
});

describe('http', () => {
  async function polled(
    answer: (headers: IncomingHttpHeaders, response: ServerResponse) => void,
    state: Parameters<typeof pollOnce>[2] = {},
  ) {
    const { url } = await serve(answer);
    return pollOnce(
      http,
      { options: http.readOptions({ url: `${url}?apikey=k-7731`, headers: { 'x-agency-key': 'k-7731' } }), services: client() },
      state,
    );
  }
  const status =
    (code: number, headers: Record<string, string> = {}) =>
    (_asked: IncomingHttpHeaders, response: ServerResponse) => {
      response.writeHead(code, headers).end(code === 200 ? '<rss/>' : undefined);
    };

  test('sends the configured headers and keeps the address without its query', async () => {
    let asked: IncomingHttpHeaders = {};
    const { documents } = await polled((headers, response) => {
      asked = headers;
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'x-other': '1' }).end('<rss/>');
    });
    expect(asked['x-agency-key']).toBe('k-7731');
    expect(documents[0]?.url).toMatch(/\/feed\.xml$/);
    expect(documents[0]?.mediaType).toBe('application/rss+xml');
    expect(Object.keys(documents[0]?.headers ?? {})).toEqual(['content-type', 'date']);
    expect(JSON.stringify(documents[0])).not.toContain('k-7731');
  });

  test('asks with If-Modified-Since where there is no ETag', async () => {
    const { url } = await serve((headers, response) => {
      const at = 'Mon, 04 Feb 2019 16:05:00 GMT';
      if (headers['if-modified-since'] === at) response.writeHead(304, { 'cache-control': 'public, max-age=120' }).end();
      else response.writeHead(200, { 'last-modified': at }).end('<rss/>');
    });
    const bench = { options: http.readOptions({ url }), services: client() };
    const first = await pollOnce(http, bench);
    const second = await pollOnce(http, bench, first);
    expect([first.documents.length, second.documents.length]).toEqual([1, 0]);
    expect(second.advice).toEqual({ nextInMs: 120_000 });
  });

  test.each(['x'.repeat(257), '"caf\u00e9"'])('an ETag that could do harm is not kept: %#', async (etag) => {
    const { validators } = await polled(status(200, { etag }));
    expect(Object.keys(validators)).toEqual(['for']);
  });

  test('a saved validator that could do harm is not sent', async () => {
    const { url } = await serve((headers, response) => response.writeHead(200, { etag: '"1"' }).end(String(headers['if-none-match'])));
    const bench = { options: http.readOptions({ url }), services: client() };
    const { validators } = await pollOnce(http, bench);
    expect((await pollOnce(http, bench, { validators: { ...validators, etag: '"1"\r\nx: y' } })).texts).toEqual(['undefined']);
  });

  test('validators of another address are not sent', async () => {
    const { documents } = await polled((headers, response) => response.writeHead(200).end(String(headers['if-none-match'])), {
      validators: { for: 'elsewhere', etag: '"1"' },
    });
    expect(Buffer.from(documents[0]?.bytes ?? []).toString()).toBe('undefined');
  });

  test.each([
    ['500', status(500), 'http.status', undefined],
    ['429 with seconds', status(429, { 'retry-after': '3600' }), 'http.status', 3_600_000],
    [
      '503 with a date',
      status(503, { date: 'Mon, 04 Feb 2019 16:05:00 GMT', 'retry-after': 'Mon, 04 Feb 2019 16:07:00 GMT' }),
      'http.status',
      120_000,
    ],
    ['503 until the year 9999', status(503, { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }), 'http.status', 86_400_000],
    ['503 with nonsense', status(503, { 'retry-after': 'soon' }), 'http.status', undefined],
    ['404', status(404), 'http.status', undefined],
    ['999', status(999), 'http.status', undefined],
    ['304 that nobody asked for', status(304), 'http.unasked-304', undefined],
    [
      'an empty 200',
      (_asked: IncomingHttpHeaders, response: ServerResponse) => {
        response.writeHead(200).end();
      },
      'http.empty',
      undefined,
    ],
    ['a redirect inwards', status(302, { location: 'http://169.254.169.254/' }), 'net.refused-address', undefined],
  ])('%s is transient', async (_what, answer, code, retryAfterMs) => {
    await expect(polled(answer)).rejects.toMatchObject({ name: 'Transient', code, retryAfterMs });
  });

  test.each([
    [{}],
    [{ url: 'ftp://wire.test/' }],
    [{ url: '/feed' }],
    [{ url: 'https://wire.test/', headers: { 'x y': '1' } }],
    [{ url: 'https://wire.test/', headers: { x: '1\r\ny: 2' } }],
    [{ url: 'https://wire.test/', headers: ['x'] }],
    [{ url: 'https://wire.test/', header: {} }],
  ])('refuses %j', (raw) => {
    expect(() => http.readOptions(raw)).toThrow(Misconfigured);
  });
});

test('the registry opens transports by name', () => {
  expect(openTransport('http', { url: 'https://wire.test/' }).name).toBe('http');
  expect(() => openTransport('carrier-pigeon', {})).toThrow(Misconfigured);
});
