import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { journalContract, story, type OpenedJournal } from './contract/journal.ts';
import { safetyContract } from './contract/safety.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'wirecopy-journal-'));

async function opened(now: () => Date): Promise<OpenedJournal> {
  const path = folder();
  const file = join(path, 'journal.db');
  const journal = await Promise.resolve(openSqliteJournal(file, { now }));
  return {
    journal,
    reopen: () => Promise.resolve(openSqliteJournal(file, { now })),
    breakAudit: () => {
      const db = new Sqlite(file);
      db.exec("create trigger no_audit before insert on audit begin select raise(rollback, 'the disk is full'); end");
      db.close();
      return Promise.resolve();
    },
    dispose: async () => {
      await journal.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

journalContract('SQLite', opened);
safetyContract('SQLite', opened);

test('several processes may open a new journal at once', async () => {
  const path = folder();
  const file = join(path, 'journal.db');
  const writers = [0, 1, 2, 3].map((round) =>
    spawn(process.execPath, [join(import.meta.dirname, 'journal-writer.mjs'), file, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const answers = await Promise.all(writers.map((writer) => Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')])));
  for (const writer of writers) writer.kill('SIGKILL');
  expect(answers.map(([said]) => String(said))).toEqual(['busy\n', 'busy\n', 'busy\n', 'busy\n']);
  rmSync(path, { recursive: true, force: true });
});

test('a journal with an older index of words is indexed again when it is opened', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'wirecopy-index-')), 'journal.db');
  const before = openSqliteJournal(file);
  const { id } = await before.keepRaw({ feed: 'f', bytes: Buffer.from('x'), sha256: 'x', receivedAt: '2026-03-09T09:00:00Z' });
  const items = ['One ferry', 'Two ferries'].map(
    (text, index) => ({ kind: 'article', index, article: story(`s${index}`, '1', text) }) as const,
  );
  await before.commit([{ rawId: id, items, last: true }]);
  await before.close();
  const db = new Sqlite(file);
  db.exec("delete from found; insert into words(words) values ('delete-all')");
  db.close();
  const after = openSqliteJournal(file);
  const found = await after.search({ text: 'ferr*', limit: 5, status: 'usable' });
  expect(found.hits.map(({ article }) => article.headline.text)).toEqual(['Two ferries', 'One ferry']);
  await after.close();
  rmSync(join(file, '..'), { recursive: true });
});

test('the clock is the database’s own where none is given', async () => {
  const path = folder();
  const journal = openSqliteJournal(join(path, 'journal.db'));
  expect(await journal.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  await journal.close();
  rmSync(path, { recursive: true, force: true });
});

test('a writer killed in the middle leaves a whole journal whose totals balance', async () => {
  const path = folder();
  const file = join(path, 'journal.db');
  for (const [round, ms] of [40, 90, 170].entries()) {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'journal-writer.mjs'), file, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    await pause(ms);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const db = new Sqlite(file);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    const journal = openSqliteJournal(file);
    const { received, stored, duplicate, filtered, quarantined, articles, outbox } = await journal.totals();
    await journal.close();
    expect(received).toBeGreaterThan(0);
    expect(stored + duplicate + filtered + quarantined).toBe(received);
    expect([articles, outbox]).toEqual([stored, stored]);
  }
  rmSync(path, { recursive: true, force: true });
});
