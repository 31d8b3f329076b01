import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { createApi } from '../src/api/api.ts';
import { createMetrics } from '../src/api/metrics.ts';
import { sha256 } from '../src/article/hash.ts';
import { follow, verifyWebhook, type ChangeEvent } from '../src/client.ts';
import { readDocument } from '../src/pipeline/read-document.ts';
import { publicArticle } from '../src/publish/encodings/canonical.ts';
import { gate } from '../src/publish/gate.ts';
import type { Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';

async function served(
  work: (journal: Journal, put: (key: string, text: string) => Promise<void>, address: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-client-'));
  const journal = openSqliteJournal(join(folder, 'journal.db'));
  const app = await createApi({ journal, gate, publicArticle, metrics: createMetrics(journal), readiness: () => Promise.resolve([]) });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let documents = 0;
  const put = async (key: string, text: string): Promise<void> => {
    const bytes = `document ${(documents += 1)}`;
    const raw = { feed: 'f', bytes: Buffer.from(bytes), sha256: sha256(bytes), receivedAt: '2026-03-09T09:00:00Z' };
    const items = [{ kind: 'article' as const, index: 0, article: { ...story(key, String(documents), text), language: key } }];
    await journal.commit([{ rawId: (await journal.keepRaw(raw)).id, items, last: true }]);
  };
  try {
    await work(journal, put, address);
  } finally {
    await app.close();
    await journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a webhook is taken with any of the secrets, and not with another, nor changed, nor late', () => {
  const [older, newer, wrong] = ['old', 'new', 'other'].map(
    (name) => `whsec_${Buffer.from(`${name} secret of a test, long enough`).toString('base64')}`,
  );
  const body = JSON.stringify({ type: 'article.killed', cursor: '4', articleId: 'TST:a', revision: 2, occurredAt: '2026-03-09T09:00:00Z' });
  const signed = (at: Date, secret: string): Record<string, string> => ({
    ...{ 'Webhook-Id': 'TST:a@2', 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)) },
    'webhook-signature': new Webhook(secret).sign('TST:a@2', at, body),
  });
  const now = new Date();
  expect(verifyWebhook(body, signed(now, older!), [newer!, older!])).toMatchObject({ articleId: 'TST:a' });
  expect(() => verifyWebhook(body, signed(now, wrong!), [newer!, older!])).toThrow();
  expect(() => verifyWebhook(`${body} `, signed(now, newer!), newer!)).toThrow();
  expect(() => verifyWebhook(body, signed(new Date(now.getTime() - 600_000), newer!), newer!)).toThrow();
});

test('the change feed is followed over broken connections, each event once and in order', async () => {
  await served(async (_journal, put, address) => {
    for (const key of ['a', 'b', 'c']) await put(key, `Ferry ${key}`);
    const stop = new AbortController();
    let calls = 0;
    const flaky: typeof fetch = (...given) => ((calls += 1) % 2 === 1 ? Promise.reject(new TypeError('reset')) : fetch(...given));
    const seen: string[] = [];
    let cursor = '0';
    for await (const event of follow({ url: address, fetch: flaky, retryMs: 1, signal: stop.signal })) {
      seen.push((event as ChangeEvent).articleId);
      cursor = event.cursor;
      if (seen.length === 2) break;
    }
    for await (const event of follow({ url: address, fetch: flaky, retryMs: 1, cursor, signal: stop.signal })) {
      seen.push((event as ChangeEvent).articleId);
      if (seen.length === 3) await put('d', 'Ferry d');
      if (seen.length === 4) stop.abort();
    }
    expect(seen).toEqual(['TST:a', 'TST:b', 'TST:c', 'TST:d']);
    await expect(follow({ url: address, cursor: 'no cursor!' }).next()).rejects.toMatchObject({ name: 'FollowRefused', status: 400 });
  });
});

interface Feed {
  readonly items: readonly { id: string; title?: string; content_html?: string; _wirecopy: { status?: string } }[];
  readonly next_url?: string;
}

test('the stream as JSON Feed and RSS: newest first, in pages, what is killed emptied, what is held left out', async () => {
  await served(async (journal, put, address) => {
    for (const key of ['a', 'b', 'c', 'k']) await put(key, `Ferry ${key}`);
    await put('a', 'Ferry a again');
    await journal.kill('TST:k', { actor: 'chief', reason: 'wrong' });
    const feed = async (query: string): Promise<Feed> => (await (await fetch(`${address}/v1/feed.json${query}`)).json()) as Feed;
    const whole = await feed('');
    expect(whole.items.filter(({ title }) => title !== undefined).map(({ title }) => title)).toEqual([
      'Ferry a again',
      'Ferry c',
      'Ferry b',
    ]);
    expect(whole.items.find(({ id }) => id === 'TST:k')).toEqual({ id: 'TST:k', content_text: '', _wirecopy: { status: 'killed' } });
    expect(JSON.stringify(whole)).not.toContain('Ferry k');
    const first = await feed('?limit=2');
    const second = (await (await fetch(first.next_url ?? '')).json()) as Feed;
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(['TST:a', 'TST:b', 'TST:c', 'TST:k']);
    expect((await feed('?language=b')).items.filter(({ title }) => title !== undefined).map(({ title }) => title)).toEqual(['Ferry b']);
    const rss = await fetch(`${address}/v1/feed.rss`);
    const text = await rss.text();
    expect(text).not.toContain('Ferry k');
    const read = readDocument(Buffer.from(text), { receivedAt: '2026-03-09T09:00:00Z' });
    expect(read.items.flatMap((item) => (item.ok ? [item.article.headline.text] : [])).slice(0, 3)).toEqual([
      'Ferry a again',
      'Ferry c',
      'Ferry b',
    ]);
    const again = await fetch(`${address}/v1/feed.rss`, { headers: { 'if-none-match': rss.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});
