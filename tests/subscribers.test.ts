import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { deliverTo, type Outlet } from '../src/pipeline/deliver.ts';
import type { Log } from '../src/pipeline/log.ts';
import { encoderOf } from '../src/publish/encodings.ts';
import { missedBy, type Filter } from '../src/publish/filter.ts';
import { gate } from '../src/publish/gate.ts';
import { messageOf } from '../src/publish/message.ts';
import type { Delivery } from '../src/publish/sink.ts';
import type { Journal } from '../src/store/journal.ts';
import { openPostgresJournal } from '../src/store/postgres/open.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';
import { startCluster, whyNoPostgres } from './postgres/cluster.ts';

const none = (): void => undefined;
const log: Log = { debug: none, info: none, warn: none, error: none };

test('a filter takes names and codes without case, languages with their regions, and fails closed on what is unknown', () => {
  const article: Article = {
    ...story('a', '1', 'Ferry late'),
    language: 'en-GB',
    provider: { code: 'AFP', name: 'Agence France-Presse' },
    subjects: [{ scheme: 'medtop', code: '04000000', name: 'Economy' }],
    keywords: ['Ferries'],
    urgency: { value: 3 },
  };
  const missed = (filter: Filter): string | undefined => missedBy(filter, article);
  expect(missed({})).toBeUndefined();
  for (const filter of [
    { provider: ['afp'] },
    { provider: ['DPA', 'agence france-presse'] },
    { language: ['en'] },
    { subject: ['medtop:04000000'] },
    { subject: ['economy'] },
    { subject: ['ferries'] },
    { urgency: 3 },
    { status: ['story'] },
  ] satisfies Filter[])
    expect(missed(filter), JSON.stringify(filter)).toBeUndefined();
  expect([missed({ provider: ['DPA'] }), missed({ language: ['e', 'fr'] }), missed({ subject: ['04'] }), missed({ urgency: 2 })]).toEqual([
    'provider',
    'language',
    'subject',
    'urgency',
  ]);
  expect(missed({ status: ['correction'] })).toBe('status');
  const bare = story('b', '1', 'No metadata');
  expect([missedBy({ language: ['en'] }, bare), missedBy({ urgency: 9 }, bare)]).toEqual(['language', 'urgency']);
});

test('a message carries the article in the encoding that was asked for; a kill carries none', () => {
  const event = { cursor: '1', type: 'article.created', articleId: 'TST:a', revision: 1, occurredAt: '2026-03-09T09:00:00Z' };
  const message = (encoding: string): Record<string, unknown> =>
    JSON.parse(messageOf({ event, key: 'TST:a@1', article: encoderOf(encoding)(story('a', '1', 'Ferry late')) })) as Record<
      string,
      unknown
    >;
  expect(message('canonical')).toMatchObject({ ...event, article: { id: 'TST:a' } });
  expect(message('ninjs')).toMatchObject({ ...event, encoding: 'ninjs', document: { type: 'text' } });
  expect(message('nitf')).toMatchObject({ encoding: 'nitf', document: expect.stringContaining('<nitf') as string });
  expect(JSON.parse(messageOf({ event, key: 'TST:a@1' }))).toEqual(event);
});

const missing = whyNoPostgres();
if (missing !== undefined) console.warn(`skipped on PostgreSQL: ${missing}`);

test('SQLite: one dead and one slow subscriber of 20 cost the others nothing', () => sparesOthers(openSqliteJournal(':memory:')));

test.skipIf(missing !== undefined)(
  'PostgreSQL: one dead and one slow subscriber of 20 cost the others nothing',
  { timeout: 60_000 },
  async () => {
    const cluster = startCluster();
    try {
      await sparesOthers(await openPostgresJournal(await cluster.database()));
    } finally {
      cluster.stop();
    }
  },
);

async function sparesOthers(journal: Journal): Promise<void> {
  const raw = { feed: 'f', bytes: new Uint8Array(1), sha256: 'x', receivedAt: '2026-03-09T09:00:00Z' };
  const { id: rawId } = await journal.keepRaw(raw);
  const items = Array.from({ length: 200 }, (_, index) => ({
    kind: 'article' as const,
    index,
    article: story(`s${index % 50}`, String(index), `text ${index}`),
  }));
  await journal.commit([{ rawId, items, last: true }]);
  const got = new Map<string, string[]>();
  const ended: string[] = [];
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const sendOf =
    (name: string) =>
    async (list: readonly Delivery[], signal: AbortSignal, done: () => void = none): Promise<void> => {
      for (const { key } of list) {
        if (name === 'sub0') await sleep(60_000, undefined, { signal });
        if (name === 'sub1') await sleep(300, undefined, { signal });
        got.set(name, [...(got.get(name) ?? []), key]);
        done();
      }
    };
  const outletOf = (name: string): Outlet => ({
    sink: { send: sendOf(name), close: () => Promise.resolve() },
    encode: encoderOf('canonical'),
    missed: () => undefined,
    embargoed: false,
  });
  const deps = { journal, gate, outletOf, isGone: () => false, log, random: () => 0.5 };
  const names = Array.from({ length: 20 }, (_, index) => `sub${index}`);
  const running = names.map((name) => deliverTo(name, deps, stop.signal).then(() => ended.push(name)));
  await Promise.all(running.slice(2));
  // All others are done before the slow one has got through its first page.
  expect(ended.sort()).toEqual(names.slice(2).sort());
  const keys = items.map(({ article }) => article.id);
  for (const name of names.slice(2)) expect(got.get(name)?.map((key) => key.split('@')[0])).toEqual(keys);
  expect(got.get('sub0')).toBeUndefined();
  expect((got.get('sub1') ?? []).length).toBeLessThan(50);
  stop.abort();
  await Promise.all(running);
  // What the slow one has taken is not sent again, and what it has not is.
  const state = await journal.subscriber('sub1');
  expect(await journal.events(state.cursor, 1)).toMatchObject([{ event: { articleId: keys[got.get('sub1')?.length ?? 0] } }]);
  await journal.close();
}
