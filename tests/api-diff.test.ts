import { afterEach, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { sha256 } from '../src/article/hash.ts';
import { openBench, type ApiBench } from './api-bench.ts';
import { story } from './contract/journal.ts';

const benches: ApiBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

type Change = Parameters<typeof story>[3];

/** A revision whose paragraphs are these. */
function told(revisionKey: string, paragraphs: readonly string[], change: Change = {}): Article {
  const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, id: sha256(text).slice(0, 12), text }));
  const read = story('a', revisionKey, paragraphs.join(' '), change);
  return { ...read, body: { ...read.body, blocks }, internal: { ednotes: [`note ${revisionKey}`] } };
}

async function opened(now?: () => Date) {
  const bench = await openBench(now === undefined ? {} : { now });
  benches.push(bench);
  await bench.grantAll();
  const diff = async (token: string, query = '') => {
    const answer = await bench.app.inject({ url: `/v1/articles/TST:a/diff${query}`, headers: { authorization: `Bearer ${token}` } });
    return answer.json<Record<string, unknown>>();
  };
  return { ...bench, diff };
}

const FIRST = ['The ferry is two hours late.', 'The crew waits on the quay.', 'Nobody is hurt.'];

test('two revisions are compared field by field and block by block, their public parts alone', async () => {
  const { put, diff, app } = await opened();
  await put(told('1', FIRST));
  await put(told('2', ['The ferry is three hours late.', ...FIRST.slice(1)]));
  await put(told('3', ['The ferry is three hours late.', 'Nobody is hurt.', 'Buses take over.']));
  const latest = await diff('viewer');
  expect(latest).toMatchObject({ id: 'TST:a', from: 2, to: 3, unchanged: 2 });
  expect(latest['blocks']).toMatchObject([
    { op: 'removed', at: 1, before: { text: 'The crew waits on the quay.' } },
    { op: 'added', at: 2, after: { text: 'Buses take over.' } },
  ]);
  const whole = await diff('viewer', '?from=1&to=3');
  expect(whole).toMatchObject({ from: 1, to: 3 });
  expect(whole['fields']).toEqual([
    { path: 'headline.text', before: FIRST.join(' '), after: 'The ferry is three hours late. Nobody is hurt. Buses take over.' },
    ...['identity.revisionKey', 'identity.version'].map((path) => ({ path, before: '1', after: '3' })),
  ]);
  expect(await diff('viewer', '?from=3&to=1')).toMatchObject({ from: 3, to: 1 });
  expect(await diff('viewer', '?from=2&to=2')).toMatchObject({ fields: [], blocks: [], unchanged: 3 });
  for (const query of ['?from=9', '?to=9', '?to=1'])
    expect(await diff('viewer', query)).toMatchObject({ status: 404, code: 'api.no-article' });
  for (const query of ['?from=0', '?from=x', '?of=1']) expect(await diff('viewer', query)).toMatchObject({ status: 400 });
  const headers = { authorization: 'Bearer viewer' };
  expect((await app.inject({ url: '/v1/articles/TST:none/diff', headers })).statusCode).toBe(404);
  const { headers: first } = await app.inject({ url: '/v1/articles/TST:a/diff', headers });
  const again = await app.inject({ url: '/v1/articles/TST:a/diff', headers: { ...headers, 'if-none-match': String(first['etag']) } });
  expect(again.statusCode).toBe(304);
});

test('a killed story is refused to everybody, whichever revisions are asked for', async () => {
  const { put, diff, journal } = await opened();
  await put(told('1', FIRST));
  await put(told('2', FIRST.slice(1)));
  await journal.kill('TST:a', { actor: 'chief', reason: 'wrong' });
  for (const token of ['viewer', 'operator', 'admin'])
    for (const query of ['', '?from=1&to=2', '?from=2&to=3'])
      expect(await diff(token, query), `${token} ${query}`).toMatchObject({ status: 410, code: 'article.killed' });
});

test('a held revision is shown to those who may read it, what was withheld to nobody, an embargo to all once it is over', async () => {
  let now = new Date('2026-03-09T09:00:00Z');
  const { put, diff, journal } = await opened(() => now);
  const until = { utc: '2026-03-09T10:00:00Z', raw: 'x', basis: 'explicit-utc' as const };
  await put(told('1', FIRST));
  const embargo = { until, release: 'automatic' as const };
  await put(told('2', FIRST.slice(1), { effective: 'embargoed', publishable: false, reasons: ['embargo'], embargo }));
  for (const query of ['', '?from=1&to=2', '?from=2&to=1']) {
    expect(await diff('viewer', query), query).toMatchObject({ status: 403, code: 'article.held', detail: 'held' });
    expect(await diff('operator', query), query).toMatchObject({ unchanged: 2 });
  }
  now = new Date('2026-03-09T10:00:01Z');
  await journal.releaseDue(9);
  expect(await diff('viewer')).toMatchObject({ from: 1, to: 2, unchanged: 2 });
  await put(told('3', FIRST.slice(2), { kind: 'withhold', effective: 'withheld', publishable: false, reasons: ['withhold'] }));
  for (const token of ['viewer', 'operator', 'admin'])
    for (const query of ['', '?from=1&to=2'])
      expect(await diff(token, query), `${token} ${query}`).toMatchObject({ status: 403, code: 'article.held', detail: 'withheld' });
});
