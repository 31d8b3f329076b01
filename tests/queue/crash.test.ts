import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { alive, readLock } from '../../src/queue/redis-lock.ts';
import type { Journal } from '../../src/store/journal.ts';
import { openSqliteJournal } from '../../src/store/sqlite/open.ts';
import { directoryRun } from './deliveries.ts';
import { tempFolder } from './redis.ts';

const root = join(import.meta.dirname, '..', '..');
const DOCUMENTS = 40;
const ITEMS = 50;
const ALL = DOCUMENTS * ITEMS;

const running = new Set<ChildProcess>();
const folders: { path: string; remove: () => void }[] = [];
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const { path, remove } of folders.splice(0)) {
    const redis = readLock(join(path, 'data', 'redis'))?.redis;
    if (redis !== undefined && alive(redis)) process.kill(redis.pid, 'SIGKILL');
    remove();
  }
});

function start(config: string, mode?: 'once'): { child: ChildProcess; ended: Promise<number | null>; errors: () => string } {
  const child = spawn('node', [join(root, 'tests/queue/worker.mjs'), config, ...(mode === undefined ? [] : [mode])], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, ended, errors: () => text };
}

/** Waits until this many articles are stored, looking from outside. */
async function stored(folder: string, wanted: number): Promise<number> {
  const file = join(folder, 'data', 'journal.db');
  for (let waited = 0; waited < 50_000; waited += 15) {
    await sleep(15);
    if (!existsSync(file)) continue;
    const articles = await looking(folder, async (journal) => (await journal.totals()).articles).catch(() => 0);
    if (articles >= wanted) return articles;
  }
  throw new Error(`never reached ${wanted} articles`);
}

async function looking<T>(folder: string, look: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = openSqliteJournal(join(folder, 'data', 'journal.db'));
  try {
    return await look(journal);
  } finally {
    await journal.close();
  }
}

function prepared(): { folder: string; config: string } {
  const made = tempFolder();
  folders.push(made);
  return { folder: made.path, config: directoryRun(made.path, DOCUMENTS, ITEMS) };
}

test('kill -9 in the middle of 2,000 items, twice: 2,000 articles, 2,000 events', { timeout: 180_000 }, async () => {
  const { folder, config } = prepared();
  for (const share of [0.15, 0.5]) {
    const worker = start(config);
    const reached = await stored(folder, Math.round(ALL * share));
    worker.child.kill('SIGKILL');
    expect(await worker.ended).toBeNull();
    expect(reached).toBeLessThan(ALL);
  }
  const last = start(config, 'once');
  expect(await last.ended, last.errors()).toBe(0);
  const totals = await looking(folder, (journal) => journal.totals());
  expect(totals).toMatchObject({ articles: ALL, outbox: ALL, rawPending: 0, quarantineRows: 0 });
  expect(totals.received).toBe(totals.stored + totals.duplicate + totals.filtered + totals.quarantined);
  expect(await delivered(folder)).toBe(ALL);
});

test('SIGTERM in the middle: stops within 25 s, and the next start finishes the rest', { timeout: 120_000 }, async () => {
  const { folder, config } = prepared();
  const worker = start(config);
  await stored(folder, Math.round(ALL * 0.2));
  const asked = performance.now();
  worker.child.kill('SIGTERM');
  expect(await worker.ended, worker.errors()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(25_000);
  expect(existsSync(join(folder, 'data', 'redis', 'redis.lock'))).toBe(false);
  const last = start(config, 'once');
  expect(await last.ended, last.errors()).toBe(0);
  expect(await looking(folder, (journal) => journal.totals())).toMatchObject({ articles: ALL, outbox: ALL, stored: ALL, rawPending: 0 });
  expect(await delivered(folder)).toBe(ALL);
});

/** Revisions that the sink has for good, each counted once. */
async function delivered(folder: string): Promise<number> {
  const head = await looking(folder, (journal) => journal.head());
  const cursor = await looking(folder, async (journal) => (await journal.subscriber('out')).cursor);
  expect(cursor).toBe(head);
  const lines = readFileSync(join(folder, 'out', 'events.ndjson'), 'utf8')
    .trimEnd()
    .split('\n');
  return new Set(lines.map((line) => (JSON.parse(line) as { key: string }).key)).size;
}
