import { afterEach, expect, test } from 'vitest';
import type { DeskOptions } from '../src/api/desk-options.ts';
import { createGuardedClient } from '../src/ingest/guarded-client.ts';
import { openBench, SECRET_KEY, type ApiBench } from './api-bench.ts';
import { story } from './contract/journal.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Ask = (url: string, body?: object, more?: { token?: string; key?: string }) => Promise<Record<string, unknown> & { status?: number }>;

async function opened(deskParts: Partial<DeskOptions> = {}): Promise<ApiBench & { readonly ask: Ask }> {
  const bench = await openBench({ deskParts });
  closers.push(() => bench.close());
  await bench.grantAll();
  const ask: Ask = async (url, body, { token = 'admin', key } = {}) => {
    const answer = await bench.app.inject({
      ...{ method: body === undefined ? 'GET' : 'POST', url: `/v1${url}` },
      headers: { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { httpStatus: answer.statusCode, ...(answer.body === '' ? {} : answer.json<object>()) };
  };
  return { ...bench, ask };
}

const HOOK = { reason: 'new client', name: 'partner', url: 'https://partner.example/wire' };

test('a webhook is added, changed, rotated, paused and removed; its secret is in no list, log or row', async () => {
  const { ask, put, journal } = await opened();
  await put(story('a', '1', 'One'));
  const added = await ask('/subscribers', { ...HOOK, encoding: 'ninjs', filter: { language: ['en'] } });
  expect(added).toMatchObject({
    ...{ httpStatus: 201, name: 'partner', kind: 'webhook', encoding: 'ninjs', filter: { language: ['en'] }, managed: 'api' },
    ...{ url: HOOK.url, oldSecretUntil: null, cursor: await journal.head(), paused: null },
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) as string,
  });
  const listed = (await ask('/subscribers', undefined, { token: 'operator' })) as unknown as Record<
    string,
    { name: string; managed: string }
  >;
  expect([listed['0'], listed['1']]).toMatchObject([
    { name: 'site', managed: 'config', url: null },
    { name: 'partner', managed: 'api', url: HOOK.url },
  ]);
  expect(await ask('/subscribers/partner/update', { reason: 'x', filter: { urgency: 3 } })).toMatchObject({
    filter: { urgency: 3 },
    encoding: 'ninjs',
  });
  expect(await ask('/subscribers/partner/pause', { reason: 'x' }, { token: 'operator' })).toMatchObject({ paused: 'x', managed: 'api' });
  const rotated = await ask('/subscribers/partner/rotate', { reason: 'lost', overlap: 60 });
  expect(rotated).toMatchObject({ httpStatus: 200, oldSecretUntil: '2026-03-09T09:01:00.000Z' });
  expect(rotated['secret']).not.toBe(added['secret']);
  const kept = JSON.stringify([
    ...[await ask('/subscribers'), await ask('/subscribers/partner'), await ask('/audit'), await journal.subscriptions()],
  ]);
  for (const { secret } of [added, rotated]) expect(kept).not.toContain(String(secret).slice(6));
  expect(kept).not.toContain('whsec_');
  expect(await ask('/subscribers/partner/remove', { reason: 'contract ended' })).toEqual({ httpStatus: 204 });
  for (const url of [
    '/subscribers/partner/update',
    '/subscribers/partner/rotate',
    '/subscribers/partner/remove',
    '/subscribers/partner/pause',
  ])
    expect(await ask(url, { reason: 'x', ...(url.endsWith('update') ? { encoding: 'nitf' } : {}) }), url).toMatchObject({
      httpStatus: 404,
      code: 'subscriber.unknown',
    });
  expect(await ask('/subscribers', HOOK)).toMatchObject({ httpStatus: 409, code: 'subscriber.taken' });
  expect(
    (await journal.audit({ subject: 'partner', limit: 9 })).map(({ actor, action, reason }) => `${actor} ${action} ${reason}`),
  ).toEqual([
    'token admin subscriber.remove contract ended',
    'token admin subscriber.rotate lost',
    'token operator subscriber.pause x',
    'token admin subscriber.update x (filter)',
    'token admin subscriber.add new client',
  ]);
});

test('a repeated request adds once, and does not show the secret again', async () => {
  const { ask, journal } = await opened();
  const first = await ask('/subscribers', HOOK, { key: 'k1' });
  expect(first['secret']).toMatch(/^whsec_/);
  expect(await ask('/subscribers', HOOK, { key: 'k1' })).toEqual({ ...first, secret: null });
  const rotated = await ask('/subscribers/partner/rotate', { reason: 'x' }, { key: 'k2' });
  expect(await ask('/subscribers/partner/rotate', { reason: 'x' }, { key: 'k2' })).toEqual({ ...rotated, secret: null });
  expect(await journal.subscription('partner')).toMatchObject({ secretNumber: 2 });
});

test('what the config has is changed there; only an admin adds, and only with a key to derive secrets from', async () => {
  const { ask, journal } = await opened();
  for (const [url, body] of [
    ['/subscribers', { ...HOOK, name: 'site' }],
    ['/subscribers/site/update', { reason: 'x', encoding: 'nitf' }],
    ['/subscribers/site/rotate', { reason: 'x' }],
    ['/subscribers/site/remove', { reason: 'x' }],
  ] as const) {
    expect(await ask(url, body), url).toMatchObject({ httpStatus: 409, code: 'subscriber.in-config' });
    expect(await ask(url, body, { token: 'chief' }), url).toMatchObject({ httpStatus: 403, code: 'api.role' });
  }
  expect(await ask('/subscribers', { ...HOOK, kind: 'sftp' })).toMatchObject({ httpStatus: 422, code: 'subscriber.kind' });
  for (const bad of [
    { encoding: 'morse' },
    { filter: { urgency: 0 } },
    { filter: { odd: 1 } },
    { name: 'a b' },
    { url: 'ftp://a.example/' },
  ])
    expect(await ask('/subscribers', { ...HOOK, ...bad }), JSON.stringify(bad)).toMatchObject({ httpStatus: 400 });
  expect(await ask('/subscribers', { ...HOOK, from: '99' })).toMatchObject({ httpStatus: 410, code: 'cursor.unknown' });
  expect(await journal.subscriptions()).toEqual([]);
  const keyless = await openBench({ deskParts: { secretKey: undefined } as unknown as Partial<DeskOptions> });
  closers.push(() => keyless.close());
  await keyless.grantAll();
  const answer = await keyless.app.inject({
    method: 'POST',
    url: '/v1/subscribers',
    headers: { authorization: 'Bearer admin' },
    payload: HOOK,
  });
  expect(answer.json()).toMatchObject({ status: 422, code: 'subscriber.no-key' });
  expect(SECRET_KEY.length).toBeGreaterThanOrEqual(32);
});

test('an address that leads inside, nowhere, or holds a credential is refused, when it is added and when it is changed', async () => {
  const client = createGuardedClient({
    allow: [],
    lookup: (host) =>
      host === 'nowhere.example'
        ? Promise.reject(new Error('ENOTFOUND'))
        : Promise.resolve([host === 'inside.example' ? '10.0.0.7' : '93.184.215.14']),
  });
  closers.push(() => client.close());
  const { ask, journal } = await opened({ checkTarget: (url) => client.check(url) });
  expect((await ask('/subscribers', HOOK))['httpStatus']).toBe(201);
  for (const [url, code] of [
    ['http://127.0.0.1/x', 'net.refused-address'],
    ['http://169.254.169.254/latest/meta-data', 'net.refused-address'],
    ['http://[::1]/x', 'net.refused-address'],
    ['https://inside.example/x', 'net.refused-address'],
    ['https://partner.example:22/x', 'net.refused-port'],
    ['http://localhost/x', 'net.refused-name'],
    ['https://nowhere.example/x', 'subscriber.url'],
    ['https://user:hunter2@partner.example/x', 'subscriber.url'],
    ['https://partner.example/x?token=abc123', 'subscriber.url'],
    ['https://', 'subscriber.url'],
  ] as const) {
    const answers = [
      await ask('/subscribers', { ...HOOK, name: 'other', url }),
      await ask('/subscribers/partner/update', { reason: 'x', url }),
    ];
    for (const answer of answers) {
      expect([url, answer['code']]).toEqual([url, code]);
      expect([400, 422]).toContain(answer['httpStatus']);
      expect(JSON.stringify(answer)).not.toContain('hunter2');
    }
  }
  expect(await journal.subscriptions()).toMatchObject([{ name: 'partner', url: HOOK.url, version: 1 }]);
});
