import { expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { sha256 } from '../src/article/hash.ts';
import { BadInput } from '../src/faults.ts';
import type { NormalizeRaw } from '../src/pipeline/normalize.ts';
import { ReplayTally } from '../src/pipeline/replay-report.ts';
import { replayAll } from '../src/pipeline/replay-all.ts';
import { replay, type ReplayedItem } from '../src/pipeline/replay.ts';
import { gate } from '../src/publish/gate.ts';
import type { ItemOutcome, Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';

/** Rules that can be changed between the first reading and the replay. A document's text is the key of its story. */
interface Rules {
  byline?: string;
  idOf?: (key: string) => string;
  bad?: readonly string[];
  status?: Partial<Article['status']>;
}

function reader(rules: Rules): NormalizeRaw {
  return function* (raw) {
    const key = Buffer.from(raw.bytes).toString();
    if (rules.bad?.includes(key) === true) throw new BadInput('xml.truncated', 'cut off');
    const read = story(key.split(' ')[0] ?? '', '1', `About ${key}`, rules.status ?? {});
    const article: Article = {
      ...read,
      ...{ id: rules.idOf?.(read.id) ?? read.id, byline: { raw: rules.byline ?? null, authors: [] } },
      provenance: { ...read.provenance, rawSha256: raw.sha256 },
    };
    yield { kind: 'article', index: 0, article };
  };
}

async function opened(keys: readonly string[], rules: Rules): Promise<{ journal: Journal; clock: { now: Date } }> {
  const clock = { now: new Date('2026-03-09T09:00:00Z') };
  const journal = openSqliteJournal(':memory:', { now: () => clock.now });
  const normalizeRaw = reader(rules);
  for (const key of keys) {
    const raw = { feed: 'f', bytes: Buffer.from(key), sha256: sha256(key), receivedAt: clock.now.toISOString() };
    const { id: rawId } = await journal.keepRaw(raw);
    const items: ItemOutcome[] = [];
    try {
      items.push(...normalizeRaw(raw, {}, clock.now.toISOString()));
    } catch {
      items.push({ kind: 'bad', index: null, code: 'xml.truncated', message: 'cut off', bug: false });
    }
    await journal.commit([{ rawId, items, last: true }]);
  }
  return { journal, clock };
}

async function again(journal: Journal, rules: Rules, more: { dryRun?: boolean; onlyQuarantined?: boolean } = {}): Promise<ReplayedItem[]> {
  const plan = { rawIds: await journal.rawsSince({}), dryRun: false, onlyQuarantined: false, ...more };
  const all: ReplayedItem[] = [];
  for await (const items of replay(plan, { journal, normalizeRaw: reader(rules), readingOf: () => ({}) })) all.push(...items);
  return all;
}

const fates = (items: readonly ReplayedItem[]): string[] => items.map(({ fate }) => fate);
const seen = async (journal: Journal): Promise<string[]> =>
  (await journal.events('0', 100))
    .filter((view) => gate(view).pass)
    .map(({ event }) => `${event.type} ${event.articleId}@${event.revision}`);

test('a dry run tells what would change, field by field, and stores nothing', async () => {
  const { journal } = await opened(['a', 'b', 'c'], {});
  const before = [await seen(journal), await journal.totals()];
  const items = await again(journal, { byline: 'By Jane Sample' }, { dryRun: true });
  expect(fates(items)).toEqual(['changed', 'changed', 'changed']);
  expect([await seen(journal), await journal.totals()]).toEqual(before);
  const tally = new ReplayTally(2);
  tally.add(items);
  expect(tally.report()).toMatchObject({
    items: { changed: 3, unchanged: 0 },
    fields: [{ path: 'byline.raw', count: 3, samples: [{ id: 'TST:a', before: null, after: 'By Jane Sample' }, { id: 'TST:b' }] }],
  });
});

test('each real change is stored and told once; a second replay finds nothing to do', async () => {
  const { journal } = await opened(['a', 'b'], {});
  expect(fates(await again(journal, {}))).toEqual(['unchanged', 'unchanged']);
  expect(fates(await again(journal, { byline: 'By Jane' }))).toEqual(['changed', 'changed']);
  expect(fates(await again(journal, { byline: 'By Jane' }))).toEqual(['unchanged', 'unchanged']);
  expect(await seen(journal)).toEqual([
    'article.created TST:a@1',
    'article.created TST:b@1',
    'article.updated TST:a@2',
    'article.updated TST:b@2',
  ]);
  expect((await journal.article('TST:a'))?.article).toMatchObject({ byline: { raw: 'By Jane' }, provenance: { warnings: [] } });
  const { received, stored, duplicate, filtered, quarantined } = await journal.totals();
  expect(stored + duplicate + filtered + quarantined).toBe(received);
});

test('ids are kept, whatever the rules of today would call the story', async () => {
  const { journal } = await opened(['a'], {});
  await again(journal, { byline: 'By Jane', idOf: (id) => `${id}-new` });
  expect(await seen(journal)).toEqual(['article.created TST:a@1', 'article.updated TST:a@2']);
  expect(await journal.article('TST:a-new')).toBeNull();
});

test('what has gone on, or was killed, is passed over', async () => {
  const { journal } = await opened(['a', 'a later', 'k'], {});
  await journal.kill('TST:k', { actor: 'chief', reason: 'wrong' });
  const before = await seen(journal);
  expect(fates(await again(journal, { byline: 'By Jane' }))).toEqual(['passed', 'changed', 'passed']);
  expect(await seen(journal)).toEqual([...before, 'article.updated TST:a@3']);
});

test('what a person released stays released', async () => {
  const embargo = { until: { utc: null, raw: 'embargo', basis: 'unresolved' as const }, release: 'manual' as const };
  const status = { effective: 'embargoed' as const, publishable: false, reasons: ['embargo'], embargo };
  const { journal } = await opened(['a'], { status });
  expect(await seen(journal)).toEqual([]);
  await journal.release('TST:a', { actor: 'chief', reason: 'they called' });
  expect(fates(await again(journal, { status }))).toEqual(['unchanged']);
  expect(fates(await again(journal, { status, byline: 'By Jane' }))).toEqual(['changed']);
  expect((await seen(journal)).at(-1)).toBe('article.updated TST:a@2');
});

test('a kill that the rules of today see kills', async () => {
  const { journal } = await opened(['a'], {});
  await again(journal, { status: { kind: 'kill', effective: 'canceled', publishable: false } });
  expect(await seen(journal)).toEqual(['article.killed TST:a@2']);
});

test('the quarantine groups by cause; what can be read now is released, and the rest left alone', async () => {
  const { journal } = await opened(['a', 'b', 'c'], { bad: ['b', 'c'] });
  expect(await journal.quarantineGroups()).toMatchObject([{ code: 'xml.truncated', feed: 'f', count: 2, bug: false, sample: 'cut off' }]);
  expect(await journal.rawsInQuarantine({ code: 'xml.truncated' })).toHaveLength(2);
  expect(await journal.rawsInQuarantine({ code: 'other' })).toEqual([]);
  expect(fates(await again(journal, { bad: ['c'], byline: 'By Jane' }, { onlyQuarantined: true }))).toEqual(['new', 'bad']);
  expect(await seen(journal)).toEqual(['article.created TST:a@1', 'article.created TST:b@1']);
  expect(await journal.quarantine(10, { code: 'xml.truncated' })).toHaveLength(1);
  const { received, stored, duplicate, filtered, quarantined } = await journal.totals();
  expect([received, stored, duplicate + filtered, quarantined]).toEqual([3, 2, 0, 1]);
});

test('a story that goes on between reading and storing is left alone', async () => {
  const { journal } = await opened(['a'], {});
  const racing: Journal = {
    ...journal,
    storeAgain: async (rereads) => {
      const raw = { feed: 'f', bytes: Buffer.from('x'), sha256: 'x', receivedAt: '2026-03-09T09:00:00Z' };
      const items = [{ kind: 'article' as const, index: 0, article: story('a', '2', 'Newer') }];
      await journal.commit([{ rawId: (await journal.keepRaw(raw)).id, items, last: true }]);
      return journal.storeAgain(rereads);
    },
  };
  expect(fates(await again(racing, { byline: 'By Jane' }))).toEqual(['passed']);
  expect((await journal.article('TST:a'))?.article.headline.text).toBe('Newer');
});

test('nothing is stored that the audit log does not know of, wherever a replay breaks off', async () => {
  const { journal } = await opened(['a', 'b', 'c'], {});
  const order = { rawIds: await journal.rawsSince({}), onlyQuarantined: false, dryRun: false, samples: 1, subject: 'replay of f' };
  const run = (broken: Partial<Journal>) =>
    replayAll(
      order,
      { actor: 'desk', reason: 'new rules' },
      {
        ...{ journal: { ...journal, ...broken }, normalizeRaw: reader({ byline: 'By Jane Sample' }), readingOf: () => ({}) },
      },
    );
  const changed = async (): Promise<number> => (await seen(journal)).filter((name) => name.startsWith('article.updated')).length;
  const logged = async (): Promise<string[]> => (await journal.audit({ limit: 9 })).map(({ action }) => action);
  await expect(run({ recordAudit: () => Promise.reject(new Error('disk full')) })).rejects.toThrow('disk full');
  expect([await changed(), await logged()]).toEqual([0, []]);
  let left = 1;
  const once: Journal['storeAgain'] = (rereads) => ((left -= 1) < 0 ? Promise.reject(new Error('killed')) : journal.storeAgain(rereads));
  await expect(run({ storeAgain: once })).rejects.toThrow('killed');
  expect([await changed(), await logged()]).toEqual([1, ['replay.begun']]);
  await run({});
  expect([await changed(), await logged()]).toEqual([3, ['replay.run', 'replay.begun', 'replay.begun']]);
});
