// Commits invented stories without end, until it is killed. Run by journal-sqlite.test.ts: node journal-writer.mjs FILE ROUND
import { createHash } from 'node:crypto';
import { openSqliteJournal } from '../dist/store/sqlite/open.js';

const [file, round] = process.argv.slice(2);
const journal = openSqliteJournal(file);
const sha = (text) => createHash('sha256').update(text).digest('hex');
for (let n = 0; ; n += 1) {
  const bytes = `document ${round} ${n}`;
  const raw = { feed: 'ferries', bytes: Buffer.from(bytes), sha256: sha(bytes), receivedAt: '2026-03-09T09:00:00Z' };
  const { id } = await journal.keepRaw(raw);
  const items = [0, 1, 2].map((index) => ({ kind: 'article', index, article: story(`${round}-${n}-${index}`) }));
  await journal.commit([{ rawId: id, items: [...items, { kind: 'filtered', index: 3, reason: 'test' }], last: true }]);
  if (n === 5) process.stdout.write('busy\n');
}

function story(key) {
  const identity = { guid: key, storyKey: key, basis: 'guid', version: '1', revision: null, revisionKey: '1', contentHash: sha(key) };
  const status = { kind: 'story', pubStatusRaw: null, effective: 'usable', publishable: true, reasons: [], embargo: null, markers: [] };
  return {
    id: `TST:${key}`,
    identity,
    status,
    provider: { code: 'TST', name: 'Test' },
    headline: { text: key },
    byline: { raw: null, authors: [] },
    body: { text: key },
  };
}
