import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { sha256 } from '../src/article/hash.ts';
import type { Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';

const root = join(import.meta.dirname, '..');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with a config and a journal that holds these articles. */
async function prepared(
  ...articles: readonly Article[]
): Promise<{ wirecopy: (...args: string[]) => [number | null, string]; look: Look }> {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-cli-'));
  folders.push(folder);
  const config = join(folder, 'wirecopy.yaml');
  writeFileSync(config, 'data: data\napi: false\nfeeds: []\n');
  const look: Look = async (use) => {
    const journal = openSqliteJournal(join(folder, 'data', 'journal.db'));
    const found = await use(journal);
    await journal.close();
    return found;
  };
  await look(async (journal) => {
    const { id } = await journal.keepRaw({ feed: 'f', bytes: Buffer.from('x'), sha256: sha256('x'), receivedAt: '2026-03-09T09:00:00Z' });
    await journal.commit([{ rawId: id, items: articles.map((article, index) => ({ kind: 'article', index, article })), last: true }]);
  });
  const environment = { ...process.env };
  delete environment['DATABASE_URL'];
  return {
    look,
    wirecopy: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/wirecopy.js'), ...args, '--config', config], {
        encoding: 'utf8',
        env: environment,
      });
      return [status, stdout + stderr];
    },
  };
}

type Look = <T>(use: (journal: Journal) => Promise<T>) => Promise<T>;

test('release and kill by hand: done once, with the reason in the audit log', async () => {
  const { wirecopy, look } = await prepared(
    story('a', '1', 'Held', { effective: 'embargoed', publishable: false, reasons: ['embargo-unresolved'] }),
  );
  expect(wirecopy('release', 'TST:a')[0]).toBe(2);
  expect(wirecopy('release', 'TST:a', '--reason', 'confirmed', '--by', 'anna')).toEqual([0, 'TST:a: released\n']);
  expect(wirecopy('release', 'TST:a', '--reason', 'again')).toEqual([1, 'TST:a: nothing of it is held\n']);
  expect(wirecopy('kill', 'TST:a', '--reason', 'wrong', '--json')).toEqual([0, '{"id":"TST:a","outcome":"done"}\n']);
  expect(wirecopy('kill', 'TST:b', '--reason', 'wrong')).toEqual([1, 'TST:b: the journal has no such story\n']);
  const rows = await look((journal) => journal.audit({ limit: 10 }));
  expect(rows.map(({ actor, action, reason }) => [actor.split(' ')[0], action, reason])).toEqual([
    ['cli', 'article.killed', 'wrong'],
    ['anna', 'article.released', 'confirmed'],
  ]);
});

test('search prints what it found, held stories with their reason', async () => {
  const { wirecopy } = await prepared(
    story('a', '1', 'Ferry late'),
    story('b', '1', 'Ferry held', { effective: 'withheld', publishable: false, reasons: ['pubstatus-unknown'] }),
  );
  expect(wirecopy('search', 'ferry -gone')).toEqual([0, 'TST:b@1  Ferry held  [withheld: pubstatus-unknown]\nTST:a@1  Ferry late\n']);
  expect(wirecopy('search', '--status', 'usable', '--json')[1]).toContain('"id":"TST:a"');
  expect(wirecopy('search', 'train')).toEqual([1, '']);
});

test('tokens: printed once, listed without their text, refused once revoked', async () => {
  const { wirecopy, look } = await prepared();
  expect(wirecopy('token', 'create', 'desk', '--role', 'king')[0]).toBe(65);
  expect(wirecopy('token', 'create', 'a b', '--role', 'chief')[0]).toBe(65);
  const [status, said] = wirecopy('token', 'create', 'desk', '--role', 'chief', '--embargoed', '--days', '30', '--by', 'anna');
  const text = /^wirecopy_[\w-]{43}$/m.exec(said)?.[0] ?? '';
  expect([status, text.length]).toEqual([0, 52]);
  expect(wirecopy('token', 'create', 'desk', '--role', 'viewer')[0]).toBe(65);
  expect(await look((journal) => journal.tokenOf(sha256(text)))).toMatchObject({ name: 'desk', role: 'chief', embargoed: true });
  const [, listed] = wirecopy('token', 'list');
  expect(listed).toMatch(/^desk {2}chief, embargoed copy {2}since \S+, until \S+\n$/);
  expect(wirecopy('token', 'revoke', 'desk', '--reason', 'lost')).toEqual([0, 'desk: revoked\n']);
  expect(wirecopy('token', 'revoke', 'desk')[0]).toBe(1);
  expect(wirecopy('token', 'list', '--json')[1]).toContain('"revokedAt":"20');
  const rows = await look((journal) => journal.audit({ limit: 10 }));
  expect(rows.map(({ actor, action, reason }) => [actor.split(' ')[0], action, reason])).toEqual([
    ['cli', 'token.revoked', 'lost'],
    ['anna', 'token.created', 'role chief, embargoed copy'],
  ]);
  expect(JSON.stringify(rows)).not.toContain(text);
});
