import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sha256 } from '../src/article/hash.ts';
import type { Journal } from '../src/store/journal.ts';
import { openJournal } from '../src/store/open-journal.ts';
import { story } from './contract/journal.ts';
import { startCluster, whyNoPostgres } from './postgres/cluster.ts';

/** `WIRECOPY_CRASHES=50 WIRECOPY_REVISIONS=20000 npx vitest run consumer-crashes` is the long run. */
const CRASHES = Number(process.env['WIRECOPY_CRASHES'] ?? 5);
const REVISIONS = Number(process.env['WIRECOPY_REVISIONS'] ?? 1_000);
const BATCH = 50;

/** Revisions of a hundred stories, each story's in order. */
async function write(journal: Journal): Promise<void> {
  for (let n = 0; n < REVISIONS; n += BATCH) {
    const { id } = await journal.keepRaw({
      feed: 'f',
      bytes: Buffer.from(`d${n}`),
      sha256: sha256(`d${n}`),
      receivedAt: '2026-03-09T09:00:00Z',
    });
    const items = Array.from({ length: BATCH }, (_, index) => {
      const [key, revision] = [(n + index) % 100, Math.floor((n + index) / 100) + 1];
      return { kind: 'article', index, article: story(`s${key}`, String(revision), `Story ${key} revision ${revision}`) } as const;
    });
    await journal.commit([{ rawId: id, items, last: true }]);
    await pause(1);
  }
}

/**
 * A consumer that keeps each event with the cursor it came with in one line of a file, and goes on after its last whole line. It is killed
 * at times that nobody chose, in the middle of reading, writing and acknowledging.
 */
async function survive(place: { dataDir: string; databaseUrl?: string }, name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-crashes-'));
  const file = join(folder, 'seen.txt');
  writeFileSync(file, '');
  const journal = await openJournal(place);
  await journal.createConsumer('site', '0');
  const started = performance.now();
  let done = false;
  const writing = write(journal).then(() => (done = true));
  const script = join(import.meta.dirname, 'crashing-consumer.mjs');
  const start = () => spawn(process.execPath, [script, JSON.stringify(place), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let crashes = 0;
  while (crashes < CRASHES) {
    const consumer = start();
    await once(consumer.stdout, 'data');
    await pause(5 + ((crashes * 37) % 90));
    consumer.kill('SIGKILL');
    await once(consumer, 'exit');
    crashes += 1;
  }
  await writing;
  const last = start();
  const lines = (): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  while (lines().length < REVISIONS || (await journal.consumer('site'))?.cursor !== (await journal.head())) await pause(100);
  last.kill('SIGKILL');
  await once(last, 'exit');
  const seen = lines().map((line) => line.split(' ')[1] ?? '');
  const written: string[] = [];
  for (let cursor = '0'; ;) {
    const views = await journal.events(cursor, 1_000);
    if (views.length === 0) break;
    cursor = views.at(-1)?.event.cursor ?? '';
    written.push(...views.map(({ event }) => `${event.articleId}@${event.revision}`));
  }
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
  console.info(
    `${name}: ${crashes} crashes, ${written.length} events written, ${seen.length} seen, ${new Set(seen).size} different, ${Math.round(performance.now() - started)} ms`,
  );
  expect([done, written.length, crashes]).toEqual([true, REVISIONS, CRASHES]);
  expect(seen).toEqual(written);
}

test('SQLite: a consumer that crashes sees each event once, in order', { timeout: 900_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wirecopy-crashes-'));
  await survive({ dataDir }, 'SQLite');
  rmSync(dataDir, { recursive: true, force: true });
});

/** A database of its own process takes its time: only in the long run. */
const missing = process.env['WIRECOPY_CRASHES'] === undefined ? 'WIRECOPY_CRASHES is not set' : whyNoPostgres();
if (missing !== undefined) console.warn(`skipped on PostgreSQL: ${missing}`);
test.skipIf(missing !== undefined)('PostgreSQL: a consumer that crashes sees each event once, in order', { timeout: 900_000 }, async () => {
  const cluster = startCluster();
  try {
    await survive({ dataDir: '', databaseUrl: await cluster.database() }, 'PostgreSQL');
  } finally {
    cluster.stop();
  }
});
