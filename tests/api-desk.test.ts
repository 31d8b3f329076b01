import { afterEach, expect, test } from 'vitest';
import { openBench, type ApiBench, type BenchOptions } from './api-bench.ts';
import { story } from './contract/journal.ts';

const benches: ApiBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly replayed: boolean;
}
type Ask = (token: string, method: 'GET' | 'POST', url: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

async function opened(options?: BenchOptions): Promise<ApiBench & { readonly ask: Ask }> {
  const bench = await openBench(options);
  benches.push(bench);
  await bench.grantAll();
  const ask: Ask = async (token, method, url, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: body };
    const answer = await bench.app.inject({ method, url, headers: { authorization: `Bearer ${token}`, ...headers }, ...payload });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? {} : answer.json(),
      replayed: answer.headers['idempotent-replayed'] === 'true',
    };
  };
  return { ...bench, ask };
}

const HELD = { effective: 'withheld' as const, publishable: false, reasons: ['pubstatus-unknown'] };

test('a chief releases and kills, by the slug that he types; the audit log has his name and reason', async () => {
  const { ask, put, journal } = await opened();
  await put({ ...story('a', '1', 'Ferry late', HELD), slugline: 'FERRY-LATE' }, story('b', '1', 'No slug'));
  expect(await ask('operator', 'GET', '/v1/held')).toMatchObject({
    status: 200,
    body: { total: 1, held: [{ id: 'TST:a', slugline: 'FERRY-LATE', until: null, reason: 'pubstatus-unknown' }] },
  });
  expect((await ask('operator', 'GET', '/v1/held/TST:a')).body).toMatchObject({ id: 'TST:a', headline: { text: 'Ferry late' } });
  expect((await ask('operator', 'GET', '/v1/held/TST:b')).body).toMatchObject({ code: 'article.not-held', status: 404 });
  expect((await ask('viewer', 'GET', '/v1/articles/TST:a')).status).toBe(403);
  const release = (id: string) => ask('chief', 'POST', `/v1/articles/${id}/release`, { reason: 'confirmed' });
  expect((await release('TST:a')).body).toEqual({ id: 'TST:a', outcome: 'done' });
  expect((await ask('viewer', 'GET', '/v1/articles/TST:a')).status).toBe(200);
  expect((await release('TST:a')).body).toMatchObject({ status: 409, code: 'article.not-held' });
  expect((await release('TST:none')).body).toMatchObject({ status: 404, code: 'api.no-article' });
  const kill = (id: string, slug: string) => ask('chief', 'POST', `/v1/articles/${id}/kill`, { reason: 'wrong man', slug });
  expect((await kill('TST:a', 'FERRY')).body).toMatchObject({ status: 422, code: 'article.slug' });
  expect((await kill('TST:a', 'TST:a')).body).toMatchObject({ status: 422, code: 'article.slug' });
  expect((await kill('TST:b', '')).status).toBe(400);
  expect((await ask('viewer', 'GET', '/v1/articles/TST:a')).status).toBe(200);
  expect((await kill('TST:a', 'FERRY-LATE')).status).toBe(200);
  expect((await kill('TST:b', 'TST:b')).status).toBe(200);
  for (const url of ['/v1/articles/TST:a', '/v1/held/TST:a'])
    expect((await ask('operator', 'GET', url)).body).toMatchObject({ status: 410, code: 'article.killed' });
  expect((await kill('TST:a', 'FERRY-LATE')).status).toBe(410);
  expect((await ask('operator', 'GET', '/v1/audit?subject=TST:a')).body['rows']).toMatchObject([
    { actor: 'token chief', action: 'article.killed', subject: 'TST:a@2', reason: 'wrong man' },
    { actor: 'token chief', action: 'article.released', subject: 'TST:a@1', reason: 'confirmed' },
  ]);
  await journal.createConsumer('archive', '0');
  await journal.subscriber('site');
  const note = { articleId: 'TST:a', revision: 2, type: 'article.killed', outcome: 'delivered' } as const;
  await journal.acknowledge('site', await journal.head(), [note]);
  expect((await ask('operator', 'GET', '/v1/articles/TST:a/receipts')).body['receipts']).toMatchObject([
    { subscriber: 'archive', outcome: null },
    { subscriber: 'site', outcome: 'delivered' },
  ]);
});

test('a repeated POST is done once and answered the same, also when it comes while the first is worked on', async () => {
  const { ask, put, journal } = await opened();
  await put(story('a', '1', 'Ferry late', HELD));
  const release = (token: string, reason: string) =>
    ask(token, 'POST', '/v1/articles/TST:a/release', { reason }, { 'idempotency-key': 'k1' });
  const both = await Promise.all([release('chief', 'yes'), release('chief', 'yes')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, expect.toSatisfy((status) => status === 200 || status === 409)]);
  expect(await release('chief', 'yes')).toEqual({ status: 200, body: { id: 'TST:a', outcome: 'done' }, replayed: true });
  expect((await release('chief', 'other')).body).toMatchObject({ status: 422, code: 'api.idempotency-other' });
  // Another caller's key is another key.
  expect((await release('admin', 'yes')).body).toMatchObject({ status: 409, code: 'article.not-held' });
  expect(await release('admin', 'yes')).toMatchObject({ status: 409, replayed: true, body: { code: 'article.not-held' } });
  expect((await journal.audit({ subject: 'TST:a', limit: 9 })).length).toBe(1);
});

test('what fails here is not kept: the request may be tried again under its key', async () => {
  const { ask, journal } = await opened({
    break: (journal) => ({ ...journal, steer: () => Promise.reject(new Error('disk full')) }),
  });
  const pause = () => ask('operator', 'POST', '/v1/subscribers/site/pause', { reason: 'x' }, { 'idempotency-key': 'p' });
  for (let turn = 0; turn < 2; turn += 1) expect(await pause()).toMatchObject({ status: 500, replayed: false, body: { code: 'api.bug' } });
  expect(await journal.claimRequest({ actor: 'token operator', key: 'p' }, 'any')).toBe('new');
});

test('an operator pauses, resumes, enables and redelivers; a cursor that leads nowhere is refused', async () => {
  const { ask, put, journal } = await opened();
  await put(story('a', '1', 'One'), story('b', '1', 'Two'));
  const steer = async (verb: string, more: object = {}) =>
    (await ask('operator', 'POST', `/v1/subscribers/site/${verb}`, { reason: 'maintenance', ...more })).body;
  expect(await steer('pause')).toMatchObject({ name: 'site', kind: 'webhook', paused: 'maintenance' });
  expect(await steer('resume')).toMatchObject({ paused: null });
  await journal.deliveryFailed('site', { error: 'gone', retryInMs: 1, disable: true });
  expect((await ask('operator', 'GET', '/v1/subscribers')).body).toMatchObject([{ name: 'site', disabled: true, failures: 1 }]);
  expect(await steer('enable')).toMatchObject({ disabled: false, failures: 0 });
  expect(await steer('redeliver')).toMatchObject({ rewindTo: '0' });
  const [first] = await journal.events('0', 1);
  const cursor = first?.event.cursor ?? '';
  expect(await steer('redeliver', { cursor })).toMatchObject({ rewindTo: cursor });
  const { rewindTo } = await steer('redeliver', { since: '2026-03-09T09:30:00+01:00' });
  expect(await journal.events(String(rewindTo), 1)).toMatchObject([{ event: { cursor } }]);
  expect(await steer('redeliver', { cursor: '99' })).toMatchObject({ status: 410, code: 'cursor.unknown' });
  expect((await ask('operator', 'POST', '/v1/subscribers/none/pause', { reason: 'x' })).body).toMatchObject({ code: 'subscriber.unknown' });
  const { rows } = (await ask('operator', 'GET', '/v1/audit?subject=site')).body as {
    rows: { actor: string; action: string; reason: string }[];
  };
  expect(rows.map(({ actor, action, reason }) => `${actor} ${action} ${reason}`)).toEqual([
    'token operator subscriber.redeliver maintenance (from 2026-03-09T08:30:00.000Z)',
    `token operator subscriber.redeliver maintenance (from ${cursor})`,
    'token operator subscriber.redeliver maintenance (from the start)',
    'token operator subscriber.enable maintenance',
    'token operator subscriber.resume maintenance',
    'token operator subscriber.pause maintenance',
  ]);
  expect(await journal.claimDeliveries('site', 1, 1)).toHaveLength(1);
});

test('the quarantine is read again by cause, page by page, and what cannot be saved is given up', async () => {
  const { ask, journal } = await opened();
  for (const [index, text] of [
    '<rss version="2.0"><channel><title>F</title><item><title>Ferry is late again today</title><guid>g1</guid><description>The ferry to Velmar was late by two hours on Monday.</description></item></channel></rss>',
    '<rss',
    '<rss>',
  ].entries()) {
    const raw = { feed: 'ferries', bytes: Buffer.from(text), sha256: String(index).repeat(64), receivedAt: '2026-03-09T09:00:00Z' };
    const { id: rawId } = await journal.keepRaw(raw);
    await journal.commit([{ rawId, items: [{ kind: 'bad', index: null, code: 'xml.old-rule', message: 'no', bug: false }], last: true }]);
  }
  const replay = async (more: object) => (await ask('operator', 'POST', '/v1/quarantine/replay', { reason: 'new rules', ...more })).body;
  expect((await ask('operator', 'GET', '/v1/quarantine')).body).toMatchObject({
    groups: [{ code: 'xml.old-rule', feed: 'ferries', count: 3 }],
  });
  expect(await replay({ dryRun: true })).toMatchObject({ dryRun: true, documents: 3, items: { new: 1, bad: 2 }, next: null });
  expect((await journal.totals()).articles).toBe(0);
  const page = await replay({ code: 'xml.old-rule', limit: 2 });
  expect(page).toMatchObject({ dryRun: false, documents: 2, items: { new: 1, bad: 1 } });
  expect(await replay({ after: page['next'] })).toMatchObject({ documents: 1, next: null });
  expect((await journal.totals()).articles).toBe(1);
  expect((await ask('operator', 'POST', '/v1/quarantine/discard', { reason: 'x' })).status).toBe(400);
  const { items } = (await ask('operator', 'GET', '/v1/quarantine/items?feed=ferries')).body as { items: { id: number }[] };
  expect(items).toHaveLength(2);
  const discard = (more: object) => ask('operator', 'POST', '/v1/quarantine/discard', { reason: 'cut transfer', ...more });
  expect((await discard({ id: items[0]?.id })).body).toEqual({ discarded: 1 });
  expect((await discard({ feed: 'ferries' })).body).toEqual({ discarded: 1 });
  expect(
    (await journal.audit({ limit: 9 })).filter(({ actor }) => actor === 'token operator').map(({ action, subject }) => [action, subject]),
  ).toEqual([
    ['quarantine.discarded', 'quarantine any code, ferries'],
    ['quarantine.discarded', `quarantine item ${items[0]?.id ?? 0}`],
    ...['replay.run', 'replay.begun'].map((action) => [action, 'quarantine any code, any feed']),
    ...['replay.run', 'replay.begun'].map((action) => [action, 'quarantine xml.old-rule, any feed']),
  ]);
});
