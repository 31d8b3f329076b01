import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { Article } from '../src/article/article.ts';
import type { Block } from '../src/article/block.ts';
import { diffArticles } from '../src/article/diff.ts';
import { diffCommand, type DiffFlags } from '../src/cli/diff.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', id: text.slice(0, 12), text });
const body = (blocks: Block[]): Article['body'] => ({ ...story('a', '1', 'x').body, blocks });
const COUNT = paragraph('Pilots of the Nordlinie ferries walked out, leaving some 4,000 travellers on both shores.');
const FIXED = paragraph('Pilots of the Nordlinie ferries walked out, leaving some 400 travellers on both shores.');
const [BONUS, COURT, RUN] = ['The bonus had not been paid since November.', 'Nordlinie went to court.', 'A third will run on Tuesday.'].map(
  paragraph,
) as [Block, Block, Block];

const before = { ...story('a', '1', 'Ferry pilots walk out'), body: body([COUNT, BONUS, RUN]) };
const after = { ...story('a', '2', 'Ferry pilots walk out over bonus'), body: body([FIXED, COURT, BONUS]), slugline: 'ferry' };

const folder = mkdtempSync(join(tmpdir(), 'wirecopy-diff-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a diff names fields by path and blocks as changed, added and removed', () => {
  expect(diffArticles(before, after)).toEqual({
    fields: [
      { path: 'headline.text', before: 'Ferry pilots walk out', after: 'Ferry pilots walk out over bonus' },
      { path: 'identity.revisionKey', before: '1', after: '2' },
      { path: 'identity.version', before: '1', after: '2' },
      { path: 'slugline', after: 'ferry' },
    ],
    blocks: [
      { op: 'changed', at: 0, before: COUNT, after: FIXED },
      { op: 'added', at: 1, after: COURT },
      { op: 'removed', at: 3, before: RUN },
    ],
    unchanged: 1,
  });
  expect(diffArticles(before, before)).toEqual({ fields: [], blocks: [], unchanged: 3 });
});

test('forwards and back are mirror images; markup alone is a change', () => {
  const ops = diffArticles(after, before).blocks.map(({ op }) => op);
  expect(ops.toSorted()).toEqual(['added', 'changed', 'removed']);
  const bold = { ...BONUS, html: '<strong>The bonus</strong> had not been paid since November.' };
  expect(diffArticles({ ...before, body: body([BONUS]) }, { ...before, body: body([bold]) }).blocks).toMatchObject([
    { op: 'changed', at: 0 },
  ]);
});

async function said(before: string, after?: string, flags: DiffFlags = {}): Promise<{ stdout: string; status: number }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const status = await diffCommand(before, after, flags);
    return { stdout: write.mock.calls.map(([text]) => String(text)).join(''), status };
  } finally {
    write.mockRestore();
  }
}

test('the command compares files', async () => {
  const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')];
  writeFileSync(one, JSON.stringify(before));
  writeFileSync(other, JSON.stringify(after));
  expect(await said(one, one)).toEqual({ stdout: '3 blocks unchanged\n', status: 0 });
  expect((await said(one, other)).stdout).toContain('block 2 added\n+ Nordlinie went to court.\n');
  await expect(said(one)).rejects.toMatchObject({ code: 'diff.one-side' });
  writeFileSync(other, '{"schema": "other"}');
  await expect(said(one, other)).rejects.toMatchObject({ code: 'diff.no-article' });
});

test('the command compares a revision of the journal with the one before, or with another', async () => {
  const config = join(folder, 'wirecopy.yaml');
  writeFileSync(config, 'feeds: []\ndata: ./data\n');
  const journal = openSqliteJournal(join(folder, 'data/journal.db'));
  const { id } = await journal.keepRaw({ feed: 'f', bytes: Buffer.from('x'), sha256: 'x', receivedAt: '2026-03-09T09:00:00Z' });
  const items = [before, after].map((article, index) => ({ kind: 'article', index, article }) as const);
  await journal.commit([{ rawId: id, items, last: true }]);
  await journal.close();
  const { stdout, status } = await said('TST:a@2', undefined, { config, json: true });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ unchanged: 1, blocks: [{ op: 'changed' }, { op: 'added' }, { op: 'removed' }] });
  const lines = (await said('TST:a@1', 'TST:a', { config })).stdout;
  expect(lines).toContain('headline.text\n- Ferry pilots walk out\n+ Ferry pilots walk out over bonus\n');
  await expect(said('TST:a@9', undefined, { config })).rejects.toMatchObject({ code: 'diff.no-revision' });
});
