import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gate } from '../../src/publish/gate.ts';
import type { GateView, Journal } from '../../src/store/journal.ts';
import { openPostgresJournal } from '../../src/store/postgres/open.ts';
import { openSqliteJournal } from '../../src/store/sqlite/open.ts';
import { clusterOfBlock, whyNoPostgres } from '../postgres/cluster.ts';
import { CRASHES, play, type Stage } from './run.ts';
import { ordersOf, START, type Sequence, type Step } from './sequence.ts';
import { broken, violationsOf } from './violations.ts';

/** Collected sequences of kills, embargoes and licences; not part of the project. */
const COLLECTED = join(import.meta.dirname, '../../../shared/corpus/hostile/safety');
const item = (t: number, rev: number, more: Partial<Step> = {}): Step => ({ t, type: 'item', guid: 'g', rev, status: 'usable', ...more });

/** The project's own, so that something is tested where the collection is absent. */
const OWN: readonly Sequence[] = [
  {
    id: 'own: kill between updates',
    events: [item(0, 1), item(10, 3, { status: 'canceled' }), item(20, 2)],
    check: { never_visible_from: 10 },
  },
  {
    id: 'own: kill under embargo',
    events: [item(0, 1, { embargo: 100 }), item(10, 2, { status: 'canceled' }), item(110, 3)],
    check: { never_visible_from: 0 },
  },
  {
    id: 'own: withhold, restart, return',
    events: [item(0, 1), item(10, 2, { status: 'withheld' }), { t: 12, type: 'crash' }, { t: 14, type: 'restart' }, item(20, 3)],
    check: { not_visible: [[10, 20]], visible_by: 21 },
  },
  {
    id: 'own: withhold under embargo, return',
    events: [item(0, 1, { embargo: 50 }), item(10, 2, { status: 'withheld' }), item(20, 3)],
    check: { not_visible: [[0, 50]], visible_by: 51 },
  },
  {
    id: 'own: embargo moved back',
    events: [item(0, 1, { embargo: 50 }), item(10, 2, { embargo: 100 })],
    check: { not_visible: [[0, 100]], visible_by: 101 },
  },
];

const collected = existsSync(COLLECTED)
  ? readdirSync(COLLECTED)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(COLLECTED, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as Sequence)
  : [];
if (collected.length === 0) console.warn(`skipped: no collected sequences, ${COLLECTED} is absent`);
const SEQUENCES = [...OWN, ...collected];

/** Moments at which something should change, and just before them. */
function looksOf({ events, check }: Sequence): number[] {
  const edges = [
    ...events.flatMap(({ embargo, usage_until: until }) => [
      ...(typeof embargo === 'number' ? [embargo] : []),
      ...(until === undefined ? [] : [until]),
    ]),
    ...(check.not_visible ?? []).flat(),
    ...[check.never_visible_from, check.not_visible_from, check.visible_by].filter((t) => t !== undefined),
  ];
  return [...new Set(edges.flatMap((t) => [t - 0.001, t]))].filter((t) => t >= 0).sort((a, b) => a - b);
}

/** A database of its own process is slow: there, the other orders live through no crash unless all is asked for. */
const ALL = process.env['WIRECOPY_SAFETY'] === 'all';

function suite(name: string, crashesInEveryOrder: boolean, open: () => Promise<(now: () => Date) => Promise<Journal>>): void {
  describe(`safety: ${name}`, () => {
    let seconds = 0;
    let reopen: () => Promise<Journal>;
    let stage: Stage;
    let runs = 0;
    beforeAll(async () => {
      const opener = await open();
      reopen = () => opener(() => new Date(START + seconds * 1_000));
      stage = { journal: await reopen(), reopen, setClock: (t) => (seconds = t) };
    });
    afterAll(() => stage.journal.close());

    test.each(SEQUENCES)('$id: in every order, dying at every arrival: 0 violations', { timeout: 300_000 }, async (sequence) => {
      for (const [order, steps] of ordersOf(sequence.events).entries()) {
        const items = steps.filter(({ type }) => type === 'item').length;
        for (const crash of order === 0 || crashesInEveryOrder ? CRASHES : (['none'] as const))
          for (let crashAt = 0; crashAt < (crash === 'none' ? 1 : items); crashAt += 1) {
            const run = `${name.toLowerCase()}${(runs += 1)}`;
            const outcome = await play(stage, steps, { run, crashAt, crash, looks: looksOf(sequence) });
            const found = [...violationsOf(outcome, steps), ...(order === 0 ? broken(outcome, sequence) : [])];
            expect(found, `order ${order}, ${crash} at ${crashAt}`).toEqual([]);
          }
      }
    });

    test('the runs are counted', () => {
      console.info(`safety, ${name}: ${SEQUENCES.length} sequences, ${runs} runs, 0 violations`);
      expect(runs).toBeGreaterThan(SEQUENCES.length);
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'wirecopy-safety-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
suite('SQLite', true, () => Promise.resolve((now) => Promise.resolve(openSqliteJournal(join(folder, 'journal.db'), { now }))));

const missing = whyNoPostgres();
if (missing !== undefined) console.warn(`skipped: ${missing}`);
describe.skipIf(missing !== undefined)('on PostgreSQL', () => {
  const cluster = clusterOfBlock();
  suite('PostgreSQL', ALL, async () => {
    const url = await cluster.database();
    return (now) => openPostgresJournal(url, { now });
  });
});

test('copy before its time: early to a reader without the right, early after a kill, and a kill that does not come, are caught', async () => {
  let [seconds, opened] = [0, 0];
  const now = (): Date => new Date(START + seconds * 1_000);
  const steps = [item(0, 1, { embargo: 100 }), item(10, 2, { status: 'canceled' })];
  const found = async (judge: typeof gate, change: (view: GateView) => GateView[] = (view) => [view]): Promise<string[]> => {
    const journal = openSqliteJournal(join(folder, `early${(opened += 1)}.db`), { now });
    const events: Journal['events'] = async (cursor, limit) => (await journal.events(cursor, limit)).flatMap(change);
    const stage = {
      journal: { ...journal, events },
      reopen: () => Promise.resolve(journal),
      setClock: (t: number) => (seconds = t),
      gate: judge,
    };
    const outcome = await play(stage, steps, { run: `early${opened}`, crashAt: 0, crash: 'none', looks: [] });
    await journal.close();
    // Who may have it early does have it: else nothing is looked at.
    expect(outcome.sights[0]?.early.length).toBeGreaterThan(0);
    return violationsOf(outcome, steps);
  };
  expect(await found(gate)).toEqual([]);
  const everybody: typeof gate = (view) => gate(view, { embargoed: true });
  expect(await found(everybody)).toContainEqual(expect.stringMatching(/^Arrival 1 usable x\. visible at 0$/));
  const blind: typeof gate = (view, reader) =>
    reader?.embargoed === true && view.event.type === 'article.embargoed' ? { pass: true } : gate(view, reader);
  expect(await found(blind)).toContainEqual(expect.stringMatching(/^early reader: visible at 10 after the kill/));
  const deaf = await found(gate, (view) => (view.event.type === 'article.killed' ? [] : [view]));
  expect(deaf).toContainEqual(expect.stringMatching(/^early reader: visible at 10 after the kill/));
});

test('the observer sees what it should: an open gate is caught', async () => {
  let seconds = 0;
  const journal = openSqliteJournal(join(folder, 'open.db'), { now: () => new Date(START + seconds * 1_000) });
  const blind: Journal = {
    ...journal,
    events: async (cursor, limit) => (await journal.events(cursor, limit)).map((view) => ({ ...view, tombstone: null, withdrawn: false })),
  };
  const steps = [item(0, 1), item(10, 2, { status: 'canceled' })];
  const stage = { journal: blind, reopen: () => Promise.resolve(blind), setClock: (t: number) => (seconds = t) };
  const outcome = await play(stage, steps, { run: 'open', crashAt: 0, crash: 'none', looks: [] });
  expect(violationsOf(outcome, steps)).not.toEqual([]);
  await journal.close();
});
