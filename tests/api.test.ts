import { setTimeout as pause } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import type { ApiOptions } from '../src/api/api-options.ts';
import { createApi } from '../src/api/api.ts';
import { listen } from '../src/api/listen.ts';
import { createMetrics } from '../src/api/metrics.ts';
import type { Article } from '../src/article/article.ts';
import { Misconfigured } from '../src/faults.ts';
import type { EventType, GateView, Journal } from '../src/store/journal.ts';

const NOW = '2026-11-24T06:00:00Z';

function story(id: string, revision: number): Article {
  const text = 'The bridge over the Ost reopened to traffic on Monday.';
  const unresolved = { utc: null, raw: '', basis: 'unresolved' } as const;
  return {
    schema: 'wire-article/1.0',
    id,
    identity: {
      guid: id,
      storyKey: id,
      basis: 'guid',
      version: null,
      revision,
      revisionKey: String(revision),
      contentHash: `hash-${revision}`,
    },
    type: 'text',
    status: { kind: 'story', pubStatusRaw: null, effective: 'usable', publishable: true, reasons: [], embargo: null, markers: [] },
    headline: { text: `Bridge reopens ${revision}` },
    byline: { raw: null, authors: [], agencies: [] },
    provider: { name: 'Ostwick Wire' },
    times: { received: { ...unresolved, utc: NOW, raw: NOW, basis: 'explicit-utc' } },
    body: {
      blocks: [{ type: 'paragraph', id: 'b1', text }],
      text,
      html: `<p>${text}</p>`,
      wordCount: 10,
      charCount: text.length,
      truncated: false,
      removed: [],
    },
    internal: { ednotes: ['desk only'] },
    provenance: {
      feed: 'ow',
      fetchedAt: NOW,
      format: 'rss',
      rawSha256: 'ab',
      parser: { name: 'rss', version: '1' },
      rules: 'none',
      repairs: [],
      warnings: [],
    },
  };
}

/** Named consumers are tested on a journal, in feed-api.test.ts. */
const none = (): Promise<never> => Promise.reject(new Error('not in this test'));
const consumerless = {
  ...{ consumer: none, consumers: none, createConsumer: none, advanceConsumer: none, rewindConsumer: none, removeConsumer: none },
  ...{ claimRequest: none, answerRequest: none },
};

/** A journal of a few rows: what is under test is what the API makes of its answers. */
class Rows {
  readonly views: GateView[] = [];
  add(type: EventType, id: string, revision: number, more: Partial<GateView> = {}): void {
    const cursor = String(this.views.length + 1);
    this.views.push({
      event: { cursor, type, articleId: id, revision, occurredAt: NOW },
      article: story(id, revision),
      now: NOW,
      tombstone: null,
      held: false,
      withdrawn: false,
      early: false,
      ...more,
    });
  }
  readonly journal: ApiOptions['journal'] & Pick<Journal, 'totals' | 'feeds' | 'subscribers'> = {
    ...consumerless,
    tokens: () => Promise.resolve([]),
    tokenOf: () => Promise.resolve(null),
    search: none,
    changed: (withinMs) => pause(Math.min(withinMs, 50)),
    events: (cursor, limit) => Promise.resolve(this.views.filter(({ event }) => Number(event.cursor) > Number(cursor)).slice(0, limit)),
    eventsBefore: () => Promise.resolve([]),
    head: () => Promise.resolve(String(this.views.length)),
    article: (id, revision) => {
      const view = this.views.findLast(({ event }) => event.articleId === id && (revision === undefined || event.revision === revision));
      return Promise.resolve(view === undefined ? null : { article: view.article, view });
    },
    totals: () =>
      Promise.resolve({
        received: 10,
        stored: 6,
        duplicate: 2,
        filtered: 1,
        quarantined: 1,
        rawPending: 3,
        articles: 5,
        outbox: 7,
        quarantineRows: 1,
      }),
    feeds: () =>
      Promise.resolve([
        {
          id: 'afp-en',
          intervalMs: 1,
          paused: true,
          pausedReason: null,
          resumeAt: null,
          backfillSince: null,
          addedAt: null,
          learned: null,
          alarms: [],
          nextPollAt: NOW,
          cursor: null,
          validators: {},
          failures: 4,
          failingSince: null,
          lastError: null,
          lastPollAt: '1970-01-01T00:01:00Z',
          lastItemAt: null,
        },
      ]),
    subscribers: () =>
      Promise.resolve([
        { name: 'desk', cursor: '1', failures: 2, nextAttemptAt: null, lastError: null, disabled: false, paused: null, rewindTo: null },
      ]),
  };
}

const apps: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

async function open(rows = new Rows(), more: Partial<ApiOptions> = {}): Promise<FastifyInstance> {
  const app = await createApi({
    journal: rows.journal,
    gate: (view) =>
      view.held || (view.tombstone !== null && view.event.type !== 'article.killed') ? { pass: false, reason: 'embargo' } : { pass: true },
    publicArticle: (article) => Object.fromEntries(Object.entries(article).filter(([key]) => key !== 'internal')),
    readiness: () => Promise.resolve([{ name: 'journal', ok: true }]),
    metrics: createMetrics(rows.journal),
    ...more,
  });
  apps.push(app);
  return app;
}

interface Changes {
  events: { type: string; cursor: string; articleId: string; revision: number; occurredAt: string; article?: Article }[];
  cursor: string;
}

async function changes(app: FastifyInstance, query: string): Promise<Changes> {
  const answer = await app.inject(`/v1/changes${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('GET /v1/changes', () => {
  test('hands out events in order, once, and goes on from the cursor', async () => {
    const rows = new Rows();
    for (let n = 1; n <= 7; n += 1) rows.add('article.created', `ow:${n}`, 1);
    const app = await open(rows);
    const seen: string[] = [];
    let cursor = '0';
    for (let turn = 0; turn < 4; turn += 1) {
      const page = await changes(app, `?cursor=${cursor}&limit=3`);
      seen.push(...page.events.map(({ articleId }) => articleId));
      cursor = page.cursor;
    }
    expect(seen).toEqual(['ow:1', 'ow:2', 'ow:3', 'ow:4', 'ow:5', 'ow:6', 'ow:7']);
    expect(cursor).toBe('7');
  });

  test('an event has one shape, and only the public part of its article', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1);
    const [event] = (await changes(await open(rows), '')).events;
    expect(Object.keys(event ?? {})).toEqual(['type', 'cursor', 'articleId', 'revision', 'occurredAt', 'article']);
    expect(event?.article?.id).toBe('ow:1');
    expect(event?.article).not.toHaveProperty('internal');
  });

  test('withheld events are left out and the cursor passes them', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1, { held: true });
    rows.add('article.created', 'ow:2', 1, { held: true });
    const app = await open(rows);
    expect(await changes(app, '?limit=1')).toEqual({ events: [], cursor: '2' });
    rows.add('article.created', 'ow:3', 1);
    expect((await changes(app, '?limit=1')).events.map(({ articleId }) => articleId)).toEqual(['ow:3']);
  });

  test('a kill comes without an article', async () => {
    const rows = new Rows();
    rows.add('article.killed', 'ow:1', 2, { tombstone: { at: NOW, revision: 2 } });
    expect((await changes(await open(rows), '')).events).toEqual([
      { type: 'article.killed', cursor: '1', articleId: 'ow:1', revision: 2, occurredAt: NOW },
    ]);
  });

  test('waits for the next event when asked to', async () => {
    const rows = new Rows();
    const app = await open(rows);
    const waiting = changes(app, '?wait=30');
    setTimeout(() => {
      rows.add('article.created', 'ow:1', 1);
    }, 300);
    expect((await waiting).events).toHaveLength(1);
  });

  test.each(['?limit=0', '?limit=501', '?limit=x', '?wait=31', '?cursor=%0A', '?cursor=', '?curser=1'])(
    '%s is a bad request, said in problem+json',
    async (query) => {
      const answer = await (await open()).inject(`/v1/changes${query}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ status: 400, code: 'api.request' });
    },
  );
});

describe('GET /v1/articles/{id}', () => {
  test('gives the newest revision, or the one asked for', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1);
    rows.add('article.updated', 'ow:1', 2);
    const app = await open(rows);
    expect((await app.inject('/v1/articles/ow:1')).json<Article>().identity.revision).toBe(2);
    expect((await app.inject('/v1/articles/ow%3A1?revision=1')).json<Article>().identity.revision).toBe(1);
    expect((await app.inject('/v1/articles/ow:1')).json()).not.toHaveProperty('internal');
  });

  test('gives the form that is asked for, through the same gate', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1);
    rows.add('article.created', 'ow:2', 1, { held: true });
    const app = await open(rows, { forms: [{ name: 'text', mediaType: 'text/plain; charset=utf-8', encode: ({ id }) => `all of ${id}` }] });
    const answer = await app.inject('/v1/articles/ow:1?as=text');
    expect([answer.headers['content-type'], answer.body]).toEqual(['text/plain; charset=utf-8', 'all of ow:1']);
    expect((await app.inject('/v1/articles/ow:1?as=canonical')).json<Article>().id).toBe('ow:1');
    expect((await app.inject('/v1/articles/ow:1?as=pdf')).json()).toMatchObject({ status: 404, code: 'api.no-form' });
    expect((await app.inject('/v1/articles/ow:2?as=text')).statusCode).toBe(403);
  });

  test('answers 304 to its own ETag and 200 to any other', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1);
    const app = await open(rows);
    const { headers } = await app.inject('/v1/articles/ow:1');
    const again = async (tag: string): Promise<number> =>
      (await app.inject({ url: '/v1/articles/ow:1', headers: { 'if-none-match': tag } })).statusCode;
    expect(headers['cache-control']).toBe('private, no-cache');
    expect([await again(String(headers['etag'])), await again(`"x", W/${String(headers['etag'])}`), await again('"x"')]).toEqual([
      304, 304, 200,
    ]);
  });

  test('404, 410, 403 say why and show nothing', async () => {
    const rows = new Rows();
    rows.add('article.killed', 'ow:killed', 1, { tombstone: { at: NOW, revision: 2 } });
    rows.add('article.created', 'ow:held', 1, { held: true });
    const app = await open(rows);
    const asked = async (id: string): Promise<[number, string, string]> => {
      const answer = await app.inject(`/v1/articles/${id}`);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).not.toContain('Bridge');
      return [answer.statusCode, answer.json<{ code: string }>().code, String(answer.headers['cache-control'])];
    };
    expect(await asked('ow:none')).toEqual([404, 'api.no-article', 'no-store']);
    expect(await asked('ow:killed')).toEqual([410, 'article.killed', 'no-store']);
    expect(await asked('ow:held')).toEqual([403, 'article.held', 'no-store']);
  });

  test('a killed story is not shown to a holder of its ETag', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1);
    const app = await open(rows);
    const { etag } = (await app.inject('/v1/articles/ow:1')).headers;
    rows.add('article.killed', 'ow:1', 2, { tombstone: { at: NOW, revision: 2 } });
    expect((await app.inject({ url: '/v1/articles/ow:1', headers: { 'if-none-match': String(etag) } })).statusCode).toBe(410);
  });
});

describe('health and metrics', () => {
  test('livez, readyz', async () => {
    expect((await (await open()).inject('/livez')).json()).toEqual({ status: 'ok' });
    expect((await (await open()).inject('/readyz')).json()).toEqual({ status: 'ok', checks: [{ name: 'journal', ok: true }] });
    const broken = await open(new Rows(), { readiness: () => Promise.resolve([{ name: 'redis', ok: false }]) });
    expect((await broken.inject('/readyz')).statusCode).toBe(503);
  });

  test('metrics come from the journal, the same on every scrape', async () => {
    const app = await open();
    const first = await app.inject('/metrics');
    expect(first.headers['content-type']).toContain('text/plain; version=0.0.4');
    for (const line of [
      'wire_items_received_total 10',
      'wire_articles_stored_total 6',
      'wire_raw_pending 3',
      'wire_feed_failures{feed="afp-en"} 4',
      'wire_feed_paused{feed="afp-en"} 1',
      'wire_feed_last_poll_timestamp_seconds{feed="afp-en"} 60',
      'wire_delivery_failures{dest="desk"} 2',
    ])
      expect(first.body.split('\n')).toContain(line);
    expect(first.body).not.toContain('wire_feed_last_item_timestamp_seconds{');
    expect((await app.inject('/metrics')).body).toBe(first.body);
  });

  test('a bug is a 500 that says nothing and is reported', async () => {
    const rows = new Rows();
    const reported: unknown[] = [];
    const app = await open(rows, {
      journal: { ...rows.journal, events: () => Promise.reject(new Error('disk /var/secret')) },
      onError: (error) => reported.push(error),
    });
    const answer = await app.inject('/v1/changes');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'api.bug']);
    expect(answer.body).not.toContain('secret');
    expect(reported).toHaveLength(1);
  });
});

describe('who may ask', () => {
  test('with a token every route but health asks for it', async () => {
    const app = await open(new Rows(), { token: 'right' });
    const routes = Object.keys(
      (await app.inject({ url: '/openapi.json', headers: { authorization: 'Bearer right' } })).json<{ paths: object }>().paths,
    );
    expect(routes).toContain('/v1/changes');
    for (const url of [...routes, '/openapi.json', '/nowhere']) {
      for (const authorization of ['', 'Bearer wrong', 'Basic right', 'right']) {
        const { statusCode } = await app.inject({ url: url.replace('{id}', 'x'), headers: { authorization } });
        expect([url, statusCode]).toEqual([url, url === '/livez' || url === '/readyz' ? 200 : 401]);
      }
    }
    expect((await app.inject({ url: '/v1/changes', headers: { authorization: 'Bearer right' } })).statusCode).toBe(200);
  });

  test.each(['0.0.0.0', '::', '192.168.1.2', 'desk.example.org', ''])('%j without a token is refused', async (host) => {
    await expect(listen(await open(), { host, port: 0, secured: false })).rejects.toBeInstanceOf(Misconfigured);
  });

  test('loopback needs none, and a taken port is said', async () => {
    const address = await listen(await open(), { host: '127.0.0.1', port: 0, secured: false });
    expect(await (await fetch(`${address}/livez`)).json()).toEqual({ status: 'ok' });
    await expect(listen(await open(), { host: '127.0.0.1', port: Number(new URL(address).port), secured: false })).rejects.toMatchObject({
      code: 'api.bind',
    });
  });

  test('with a token an open bind is allowed', async () => {
    expect(await listen(await open(new Rows(), { token: 'right' }), { host: '0.0.0.0', port: 0, secured: true })).toMatch(/^http:/);
  });
});

describe('/openapi.json', () => {
  interface OpenApi {
    openapi: string;
    paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>>;
    components: { schemas: Record<string, object> };
  }
  test('is 3.1, names every schema that it refers to, and describes what is sent', async () => {
    const rows = new Rows();
    rows.add('article.created', 'ow:1', 1);
    const app = await open(rows);
    const document = (await app.inject('/openapi.json')).json<OpenApi>();
    expect(document.openapi).toBe('3.1.0');
    const consumers = ['', '/{name}', '/{name}/changes', '/{name}/ack', '/{name}/reset'].map((rest) => `/v1/consumers${rest}`);
    expect(Object.keys(document.paths)).toEqual([
      '/livez',
      '/readyz',
      '/metrics',
      '/v1/changes',
      ...consumers,
      '/v1/articles/{id}',
      '/v1/articles/{id}/diff',
      '/v1/feed.json',
      '/v1/feed.rss',
      '/v1/articles',
    ]);
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"([^"]*)"/g))
      expect(name).toMatch(new RegExp(`^#/components/schemas/(?:${Object.keys(document.components.schemas).join('|')})$`));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ ...document, $id: 'api' });
    const validate = ajv.compile({ $ref: 'api#/components/schemas/Changes' });
    const sent = await changes(app, '');
    expect(validate(sent) || validate.errors).toBe(true);
    expect(validate({ ...sent, events: [{ ...sent.events[0], article: { schema: 'other' } }] })).toBe(false);
  });

  test('an unknown address is a problem too', async () => {
    const answer = await (await open()).inject('/v2/anything');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'api.no-route']);
  });
});
