import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { Misconfigured } from '../src/faults.ts';
import { createGuardedClient, LIMITS } from '../src/ingest/guarded-client.ts';
import { http, type HttpOptions } from '../src/ingest/transports/http.ts';
import { pollOnce, transportContract, type Bench } from './contract/transport.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function serve(
  answer: (asked: Asked, response: ServerResponse) => unknown,
): Promise<{ origin: string; asked: Asked[]; stop(): Promise<void> }> {
  const all: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
      all.push(asked);
      answer(asked, response);
    });
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
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: all, stop };
}

function client(limits = LIMITS): ReturnType<typeof createGuardedClient> {
  const made = createGuardedClient({ allow: ['127.0.0.1/32'], limits });
  closers.push(() => made.close());
  return made;
}

const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

/** An API that hands out two stories a page and says where to go on. */
function pages(stories: readonly string[]): (asked: Asked, response: ServerResponse) => void {
  return ({ path, headers }, response) => {
    const from = Number(new URL(path, `http://${headers.host ?? ''}`).searchParams.get('after') ?? '0');
    const items = stories.slice(from, from + 2);
    json(response, { data: { items, next_page: `/feed?after=${from + items.length}` } });
  };
}

const NEXT = { next: { member: 'data.next_page' }, items: 'data.items' };

transportContract(http, async (): Promise<Bench<HttpOptions>> => {
  const stories: string[] = [];
  const server = await serve(({ path }, response) => {
    const from = Number(/after=(\d+)/.exec(path)?.[1] ?? '0');
    const next = `</feed?after=${Math.min(from + 1, stories.length)}>; rel="next"`;
    if (from >= stories.length) response.writeHead(204).end();
    else response.writeHead(200, { link: next }).end(stories[from]);
  });
  return {
    options: http.readOptions({ url: `${server.origin}/feed`, next: { link: true } }),
    services: client(),
    add: (text) => Promise.resolve(void stories.push(text)),
    breakDown: () => server.stop(),
  };
});

describe('a source that says where its next page is', () => {
  test('is read to its end, and from there at the next poll', async () => {
    const stories = ['a', 'b', 'c'];
    const server = await serve((asked, response) => {
      pages(stories)(asked, response);
    });
    const bench = { options: http.readOptions({ url: `${server.origin}/feed`, ...NEXT }), services: client() };
    const first = await pollOnce(http, bench);
    expect(first.documents).toHaveLength(2);
    expect(first.cursor).toBe(`${server.origin}/feed?after=3`);
    stories.push('d');
    const second = await pollOnce(http, bench, first);
    expect(second.texts.join()).toContain('["d"]');
    expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/feed?after=2', '/feed?after=3', '/feed?after=3', '/feed?after=4']);
  });

  test('a mark goes into a parameter', async () => {
    const server = await serve(({ path }, response) => {
      json(response, path.includes('mark=m-1') ? { list: ['b'] } : { list: ['a'], mark: 'm-1' });
    });
    const options = http.readOptions({ url: `${server.origin}/feed?lang=en`, next: { member: 'mark', parameter: 'mark' }, items: 'list' });
    const { documents, cursor } = await pollOnce(http, { options, services: client() });
    expect(documents).toHaveLength(2);
    expect(cursor).toBeNull();
    expect(documents[0]?.cursor).toBe(`${server.origin}/feed?lang=en&mark=m-1`);
  });

  test('a next page elsewhere is not asked', async () => {
    const server = await serve((_asked, response) => {
      json(response, { data: { items: ['a'], next_page: 'https://elsewhere.example/feed' } });
    });
    const bench = { options: http.readOptions({ url: `${server.origin}/feed`, ...NEXT }), services: client() };
    await expect(pollOnce(http, bench)).rejects.toMatchObject({ code: 'http.next' });
  });

  test('a cursor of another host is not asked', async () => {
    const server = await serve(pages(['a']));
    const bench = { options: http.readOptions({ url: `${server.origin}/feed`, ...NEXT }), services: client() };
    await pollOnce(http, bench, { cursor: 'https://elsewhere.example/feed?after=1' });
    expect(server.asked[0]?.path).toBe('/feed');
  });

  test('may hold its answer back, and is asked again at once', async () => {
    const server = await serve((asked, response) =>
      pause(1_500).then(() => {
        pages([])(asked, response);
      }),
    );
    const limits = { ...LIMITS, headers: 500 };
    const patient = { options: http.readOptions({ url: `${server.origin}/feed`, wait: 4, ...NEXT }), services: client(limits) };
    expect(await pollOnce(http, patient)).toMatchObject({ documents: [], advice: { more: true } });
    const hasty = { options: http.readOptions({ url: `${server.origin}/feed`, ...NEXT }), services: client(limits) };
    await expect(pollOnce(http, hasty)).rejects.toMatchObject({ code: 'net.timeout' });
  });
});

describe('a source that wants to know who asks', () => {
  const secret = 's3cret-7731';

  test.each([
    [{ kind: 'basic', user: 'desk', password: secret }, 'authorization', `Basic ${Buffer.from(`desk:${secret}`).toString('base64')}`],
    [{ kind: 'bearer', token: secret }, 'authorization', `Bearer ${secret}`],
    [{ kind: 'key', name: 'X-Api-Key', secret }, 'x-api-key', secret],
  ])('%j', async (auth, header, value) => {
    const server = await serve((_asked, response) => response.end('<rss/>'));
    const polled = await pollOnce(http, { options: http.readOptions({ url: `${server.origin}/feed`, auth }), services: client() });
    expect(server.asked[0]?.headers[header]).toBe(value);
    expect(JSON.stringify(polled)).not.toContain(secret);
  });

  test('a key in the query never reaches the cursor, even where the source repeats it', async () => {
    const server = await serve(({ path }, response) => {
      json(response, { data: { items: path.includes('after') ? [] : ['a'], next_page: `/feed?after=1&apikey=${secret}` } });
    });
    const auth = { kind: 'key', in: 'query', name: 'apikey', secret };
    const polled = await pollOnce(http, { options: http.readOptions({ url: `${server.origin}/feed`, auth, ...NEXT }), services: client() });
    expect(server.asked.map(({ path }) => path)).toEqual([`/feed?apikey=${secret}`, `/feed?after=1&apikey=${secret}`]);
    expect(polled.cursor).toBe(`${server.origin}/feed?after=1`);
    expect(JSON.stringify([polled.cursor, polled.validators, polled.documents.map(({ url, headers }) => [url, headers])])).not.toContain(
      secret,
    );
  });

  interface Agency {
    readonly tokens: string[];
    valid: string;
  }
  async function oauth(life: number) {
    const agency: Agency = { tokens: [], valid: '' };
    const server = await serve(({ path, headers, body }, response) => {
      if (path === '/token') {
        agency.tokens.push(`${headers.authorization ?? ''} ${body}`);
        agency.valid = `t-${agency.tokens.length}`;
        json(response, { access_token: agency.valid, token_type: 'bearer', expires_in: life });
      } else if (headers.authorization === `Bearer ${agency.valid}`) response.end('<rss/>');
      else response.writeHead(401).end();
    });
    const auth = { kind: 'oauth2', tokenUrl: `${server.origin}/token`, clientId: 'desk', secret, scope: 'wire' };
    return { agency, server, bench: { options: http.readOptions({ url: `${server.origin}/feed`, auth }), services: client() } };
  }

  test('OAuth 2.0: one token for many polls, a new one when it is refused', async () => {
    const { agency, bench } = await oauth(3_600);
    await pollOnce(http, bench);
    await pollOnce(http, bench);
    expect(agency.tokens).toEqual([`Basic ${Buffer.from(`desk:${secret}`).toString('base64')} grant_type=client_credentials&scope=wire`]);
    agency.valid = 'revoked';
    expect((await pollOnce(http, bench)).documents).toHaveLength(1);
    expect(agency.tokens).toHaveLength(2);
  });

  test('OAuth 2.0: the password grant, with the client named in the form', async () => {
    const { agency, server } = await oauth(3_600);
    const auth = {
      ...{ kind: 'oauth2', grant: 'password', client: 'form', tokenUrl: `${server.origin}/token`, clientId: 'desk', secret },
      ...{ user: 'anna', password: 'p&ss' },
    };
    await pollOnce(http, { options: http.readOptions({ url: `${server.origin}/feed`, auth }), services: client() });
    expect(agency.tokens).toEqual([` grant_type=password&username=anna&password=p%26ss&client_id=desk&client_secret=${secret}`]);
  });

  test('OAuth 2.0: a refusal is transient and repeats nothing', async () => {
    const server = await serve(({ body }, response) => {
      json(response, { error: 'invalid_client', sent: body }, 400);
    });
    const auth = { kind: 'oauth2', client: 'form', tokenUrl: `${server.origin}/token`, clientId: 'desk', secret };
    const thrown: unknown = await pollOnce(http, {
      options: http.readOptions({ url: `${server.origin}/feed`, auth }),
      services: client(),
    }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'http.token' });
    expect(JSON.stringify([thrown, String(thrown)])).not.toContain(secret);
  });

  test.each([
    [{ kind: 'magic' }],
    [{ kind: 'basic', user: 'desk' }],
    [{ kind: 'key', in: 'cookie', name: 'k', secret: 'x' }],
    [{ kind: 'key', name: 'x y', secret: 'x' }],
    [{ kind: 'oauth2', tokenUrl: '/token', clientId: 'a', secret: 'b' }],
    [{ kind: 'bearer', token: 'a', other: 1 }],
  ])('refuses auth %j', (auth) => {
    expect(() => http.readOptions({ url: 'https://wire.example/', auth })).toThrow(Misconfigured);
  });

  test.each([
    [{ wait: 5 }],
    [{ items: 'list' }],
    [{ next: {} }],
    [{ next: { member: 'a', link: true } }],
    [{ wait: 90, next: { link: true } }],
  ])('refuses %j', (more) => {
    expect(() => http.readOptions({ url: 'https://wire.example/', ...more })).toThrow(Misconfigured);
  });
});
