import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { deliverTo } from '../src/pipeline/deliver.ts';
import type { Log } from '../src/pipeline/log.ts';
import { encoderOf } from '../src/publish/encodings.ts';
import { gate } from '../src/publish/gate.ts';
import { messageOf } from '../src/publish/message.ts';
import type { Delivery, Sink } from '../src/publish/sink.ts';
import { openSink } from '../src/publish/sinks.ts';
import type { Journal } from '../src/store/journal.ts';
import { openPostgresJournal } from '../src/store/postgres/open.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { openBench, type ApiBench } from './api-bench.ts';
import { story } from './contract/journal.ts';
import { clusterOfBlock, whyNoPostgres } from './postgres/cluster.ts';
import { tempFolder } from './queue/redis.ts';

type Status = Partial<Article['status']>;

const none = (): void => undefined;
const AGAIN = { actor: 'anna', action: 'subscriber.redelivered', reason: 'again' };
const log: Log = { debug: none, info: none, warn: none, error: none };
const clock = (time: string): number => Date.parse(`2026-03-09T${time}Z`);

/** Under embargo until a time of that day; without one nobody knows until when. */
function embargo(time?: string, more: Status = {}): Status {
  const until = { utc: time === undefined ? null : `2026-03-09T${time}Z`, raw: 'embargo', basis: 'explicit-utc' as const };
  const release = time === undefined ? ('manual' as const) : ('automatic' as const);
  const reasons = [time === undefined ? 'embargo-unresolved' : 'embargo-future'];
  return { effective: 'embargoed', publishable: false, reasons, embargo: { until, release }, ...more };
}

const UNKNOWN: Status = { effective: 'withheld', publishable: false, reasons: ['pubstatus-unknown'] };
const WITHHOLD: Status = { kind: 'withhold', effective: 'withheld', publishable: false, reasons: ['withhold'] };
const KILL: Status = { kind: 'kill', effective: 'canceled', publishable: false, reasons: ['kill'] };

function item(key: string, revision: string, status: Status = {}, text = `${key} number ${revision}`): Article {
  const base = story(key, revision, text);
  return { ...base, status: { ...base.status, ...status } };
}

/** One journal with its API, and two subscribers that keep what they are sent: `site` may have copy early, `paper` may not. */
class Desk {
  time = clock('09:00:00');
  early = true;
  readonly sent = { site: [] as Delivery[], paper: [] as Delivery[] };
  bench!: ApiBench;

  async open(open?: (now: () => Date) => Promise<Journal>): Promise<this> {
    const now = (): Date => new Date(this.time);
    this.bench = await openBench({ now, ...(open === undefined ? {} : { open }) });
    await this.bench.grant('site', { embargoed: true });
    await this.bench.grant('paper');
    return this;
  }

  /** Keeps articles; after each lets go what is due, and sends everybody what there is. */
  async put(...articles: readonly Article[]): Promise<void> {
    for (const article of articles) {
      await this.bench.put(article);
      await this.send();
    }
  }

  async send(at?: string): Promise<void> {
    if (at !== undefined) this.time = clock(at);
    await this.bench.journal.releaseDue(100);
    for (const name of ['site', 'paper'] as const) {
      const keep = (list: readonly Delivery[]): Promise<void> => Promise.resolve(void this.sent[name].push(...list));
      await this.deliver(name, { send: keep, close: () => Promise.resolve() });
    }
  }

  async deliver(name: string, sink: Sink): Promise<void> {
    const embargoed = name === 'site' && this.early;
    const outlet = { sink, encode: encoderOf('canonical'), missed: () => undefined, embargoed };
    const deps = { journal: this.bench.journal, gate, outletOf: () => outlet, isGone: () => false, log, random: () => 0.5 };
    await deliverTo(name, deps, new AbortController().signal);
  }

  /** What a subscriber got since it was asked last. */
  got(name: 'site' | 'paper'): string[] {
    return this.sent[name].splice(0).map(({ event, key, article }) => `${event.type} ${key}${article === undefined ? '' : ' with text'}`);
  }

  async seen(token: 'site' | 'paper', url = '/v1/changes'): Promise<Record<string, unknown>[]> {
    const answer = await this.bench.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    return answer.json<{ events: Record<string, unknown>[] }>().events;
  }
}

function suite(store: string, open?: (now: () => Date) => Promise<Journal>): void {
  describe(`copy before its time: ${store}`, () => {
    const desks: Desk[] = [];
    const desk = async (): Promise<Desk> => {
      const one = await new Desk().open(open);
      desks.push(one);
      return one;
    };
    afterEach(async () => {
      for (const one of desks.splice(0)) await one.bench.close();
    });

    test('whoever may have it gets it marked and under a key of its own, and its release like everybody', async () => {
      const one = await desk();
      await one.put(item('a', '1', embargo('12:00:00')));
      const [delivery] = one.sent.site;
      expect(JSON.parse(messageOf(delivery!))).toMatchObject({
        ...{ type: 'article.embargoed', articleId: 'TST:a', revision: 1, embargoedUntil: '2026-03-09T12:00:00Z' },
        article: { status: { effective: 'embargoed', publishable: false, embargo: { until: { utc: '2026-03-09T12:00:00Z' } } } },
      });
      expect([one.got('site'), one.got('paper')]).toEqual([['article.embargoed TST:a@1/early with text'], []]);
      await one.send('11:59:59.999');
      expect([one.got('site'), one.got('paper')]).toEqual([[], []]);
      await one.send('12:00:00');
      const [lifted] = one.sent.site;
      expect(JSON.parse(messageOf(lifted!))).not.toHaveProperty('embargoedUntil');
      expect([one.got('site'), one.got('paper')]).toEqual(Array(2).fill(['embargo.lifted TST:a@1 with text']));
    });

    test('nothing else that waits is handed out: for a person, without an end, expired, or over', async () => {
      const one = await desk();
      const expires = { utc: '2026-03-09T08:00:00Z', raw: 'x', basis: 'explicit-utc' as const };
      await one.put(
        item('n', '1', embargo()),
        item('u', '1', UNKNOWN),
        item('t', '1', embargo('12:00:00', { reasons: ['embargo-future', 'test'] })),
        item('e', '1', embargo('12:00:00', { expires })),
        item('w', '1', WITHHOLD),
      );
      expect([one.got('site'), one.got('paper')]).toEqual([[], []]);
      // Nobody was there to send it in time: only the release is left to tell.
      await one.bench.put(item('o', '1', embargo('10:00:00')));
      one.time = clock('10:00:00');
      await one.deliver('site', { send: () => Promise.reject(new Error('sent')), close: () => Promise.resolve() });
      expect((await one.bench.journal.deliveries({ limit: 1, subscriber: 'site' }))[0]?.outcome).toBe('withheld: embargo-over');
    });

    test('a new revision, and an embargo that moves under the same words, reach them; what was replaced is not sent again', async () => {
      const one = await desk();
      await one.put(item('a', '1', embargo('10:00:00'), 'words'), item('a', '2', embargo('12:00:00'), 'words'));
      await one.put(item('a', '3', {}, 'other words'), item('a', '3', embargo('11:00:00'), 'other words'));
      expect(one.sent.site.map(({ key, embargoedUntil }) => `${key} ${embargoedUntil ?? ''}`)).toEqual([
        'TST:a@1/early 2026-03-09T10:00:00Z',
        'TST:a@2/early 2026-03-09T12:00:00Z',
        'TST:a@3/early 2026-03-09T12:00:00Z',
        'TST:a@4/early 2026-03-09T11:00:00Z',
      ]);
      one.got('site');
      await one.send('10:59:59');
      await one.bench.journal.steer('site', { rewindTo: '0' }, AGAIN);
      await one.send();
      expect([one.got('site'), one.got('paper')]).toEqual([['article.embargoed TST:a@4/early with text'], []]);
      await one.send('11:00:00');
      await one.bench.journal.steer('site', { rewindTo: '0' }, AGAIN);
      await one.send();
      expect([one.got('site'), one.got('paper')]).toEqual([
        ['embargo.lifted TST:a@4 with text', 'embargo.lifted TST:a@4 with text'],
        ['embargo.lifted TST:a@4 with text'],
      ]);
    });

    test('a kill before the release reaches them, and nothing of the story leaves again', async () => {
      const one = await desk();
      await one.put(item('a', '1', embargo('12:00:00')));
      one.got('site');
      await one.put(item('a', '2', KILL), item('a', '3', embargo('13:00:00')));
      expect([one.got('site'), one.got('paper')]).toEqual(Array(2).fill(['article.killed TST:a@2']));
      await one.bench.journal.steer('site', { rewindTo: '0' }, AGAIN);
      await one.send('14:00:00');
      expect([one.got('site'), one.got('paper')]).toEqual([['article.killed TST:a@2'], []]);
    });

    test.each([
      ['a withhold', WITHHOLD],
      ['an unknown status', UNKNOWN],
      ['an embargo whose end nobody can read', embargo()],
    ])('%s takes it back from them, and nobody else hears of it; the story returns', async (_what, status) => {
      const one = await desk();
      await one.put(item('a', '1', embargo('12:00:00')), item('a', '2', status));
      expect([one.got('site'), one.got('paper')]).toEqual([
        ['article.embargoed TST:a@1/early with text', 'article.withheld TST:a@2/early'],
        [],
      ]);
      expect((await one.bench.journal.audit({ subject: 'TST:a', limit: 5 })).map(({ action }) => action)).toEqual(['article.withheld']);
      await one.put(item('a', '3', embargo('13:00:00')));
      expect([one.got('site'), one.got('paper')]).toEqual([['article.embargoed TST:a@3/early with text'], []]);
      await one.send('12:30:00');
      expect([one.got('site'), one.got('paper')]).toEqual([[], []]);
      await one.send('13:00:00');
      expect([one.got('site'), one.got('paper')]).toEqual(Array(2).fill(['embargo.lifted TST:a@3 with text']));
    });

    test('an update of a published story waits like any other, and stays with those who may have it', async () => {
      const one = await desk();
      await one.put(item('a', '1'), item('a', '2', embargo('12:00:00')), item('a', '3', UNKNOWN));
      expect([one.got('site'), one.got('paper')]).toEqual([
        [...['article.created TST:a@1 with text', 'article.embargoed TST:a@2/early with text', 'article.withheld TST:a@3/early']],
        ['article.created TST:a@1 with text'],
      ]);
      expect((await one.bench.journal.article('TST:a', 1))?.view.withdrawn).toBe(false);
    });

    test('who loses the right gets nothing more early, but hears what takes back the copy it has', async () => {
      const one = await desk();
      await one.put(item('a', '1', embargo('12:00:00')));
      one.early = false;
      await one.put(item('b', '1', embargo('12:00:00')), item('a', '2', UNKNOWN), item('b', '2', UNKNOWN));
      expect([one.got('site'), one.got('paper')]).toEqual([
        ['article.embargoed TST:a@1/early with text', 'article.withheld TST:a@2/early'],
        [],
      ]);
    });

    test('over HTTP: the change feed, a consumer and the article itself, for the token that has the right', async () => {
      const one = await desk();
      await one.put(item('a', '1', embargo('12:00:00')), item('b', '1'));
      const told = { type: 'article.embargoed', articleId: 'TST:a', revision: 1, embargoedUntil: '2026-03-09T12:00:00Z' };
      expect(await one.seen('site')).toMatchObject([told, { type: 'article.created', articleId: 'TST:b' }]);
      expect(await one.seen('paper')).toMatchObject([{ type: 'article.created', articleId: 'TST:b' }]);
      await one.bench.journal.createConsumer('archive', '0');
      expect((await one.seen('site', '/v1/consumers/archive/changes')).length).toBe(2);
      expect((await one.seen('paper', '/v1/consumers/archive/changes')).length).toBe(1);
      const ask = async (token: string, url: string): Promise<[number, boolean]> => {
        const { statusCode, body } = await one.bench.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
        return [statusCode, body.includes('a number 1')];
      };
      const [path, forms] = ['/v1/articles/TST:a', ['ninjs', 'newsml-g2', 'nitf', 'json-ld', 'text']];
      expect([await ask('site', path), await ask('paper', path)]).toEqual([
        [200, true],
        [403, false],
      ]);
      for (const form of forms) expect(await ask('site', `${path}?as=${form}`), form).toEqual([403, false]);
      for (const url of ['/v1/articles?q=number', '/v1/feed.json', '/v1/feed.rss']) expect((await ask('site', url))[1], url).toBe(false);
      await one.put(item('a', '2', UNKNOWN));
      expect((await one.seen('site')).map(({ type }) => type)).toEqual(['article.created', 'article.withheld']);
      expect((await one.seen('paper')).map(({ type }) => type)).toEqual(['article.created']);
      expect(await ask('site', path)).toEqual([403, false]);
    });
  });
}

suite('SQLite', (now) => Promise.resolve(openSqliteJournal(':memory:', { now })));

const missing = whyNoPostgres();
if (missing !== undefined) console.warn(`skipped on PostgreSQL: ${missing}`);
describe.skipIf(missing !== undefined)('on PostgreSQL', () => {
  const cluster = clusterOfBlock();
  suite('PostgreSQL', async (now) => openPostgresJournal(await cluster.database(), { now }));
});

test('server-sent events: a token without the right sees nothing of it', async () => {
  const one = await new Desk().open();
  await one.put(item('a', '1', embargo('12:00:00')), item('b', '1'));
  const address = await one.bench.app.listen({ host: '127.0.0.1', port: 0 });
  const first = (token: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` };
      const asking = httpRequest(`${address}/v1/changes`, { headers }, (answer) => {
        let text = '';
        answer.on('error', none);
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (!text.includes('TST:b')) return;
          asking.destroy();
          resolve(text);
        });
      });
      asking.on('error', reject);
      asking.end();
    });
  expect(await first('site')).toContain('event: article.embargoed');
  expect(await first('paper')).not.toContain('TST:a');
  await one.bench.close();
});

test('a folder keeps it under a name that says what it is; a kill takes it away', async () => {
  const one = await new Desk().open();
  const folder = tempFolder();
  const services = { request: () => Promise.reject(new Error('no network')), resolve: () => Promise.resolve(''), now: () => new Date() };
  const sink = await openSink('directory', { path: folder.path }, services);
  const files = (): string[] =>
    readdirSync(join(folder.path, 'articles'), { recursive: true, encoding: 'utf8' }).map((name) => name.replace(/^.*\//, ''));
  await one.put(item('a', '1', embargo('12:00:00')));
  await one.deliver('folder', sink);
  expect(existsSync(join(folder.path, 'events.ndjson')) && readFileSync(join(folder.path, 'events.ndjson'), 'utf8')).toBe('');
  await one.bench.journal.steer('site', { rewindTo: '0' }, AGAIN);
  await one.deliver('site', sink);
  expect(files()).toContain('1.embargoed.json');
  expect(files()).not.toContain('1.json');
  await one.bench.put(item('a', '2', KILL));
  await one.deliver('site', sink);
  expect(files()).toContain('killed.json');
  expect(files()).not.toContain('1.embargoed.json');
  await sink.close();
  folder.remove();
  await one.bench.close();
});
