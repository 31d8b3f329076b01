import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyIdOf } from '../src/publish/derived-secret.ts';
import { ROLES, type Role } from '../src/store/access.ts';
import { openBench, SECRET_KEY, type ApiBench, type BenchOptions } from './api-bench.ts';
import { story } from './contract/journal.ts';

/**
 * A client that knows only /openapi.json: it calls every operation in it with what the document says. A route that is added is called too. What
 * its parameters may be is taken from `examples`; the stories and names that they speak of are put into the journal here.
 */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly summary: string;
  readonly 'x-role'?: Role;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
}
interface Called {
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly operation: Operation;
}

const SLUG = 'FERRY-LATE';

async function furnished(options: BenchOptions = {}): Promise<ApiBench> {
  const bench = await openBench(options);
  await bench.grantAll();
  await bench.grant('guest');
  const until = { utc: '2026-03-09T10:00:00Z', raw: 'x', basis: 'explicit-utc' as const };
  const held = {
    effective: 'embargoed' as const,
    publishable: false,
    reasons: ['embargo'],
    embargo: { until, release: 'automatic' as const },
  };
  const text = 'The ferry is late.';
  const body = { blocks: [], text, html: `<p>${text}</p>`, wordCount: 4, charCount: text.length, truncated: false, removed: [] };
  await bench.put({ ...story('a', '1', 'Ferry late'), slugline: SLUG, body }, { ...story('held', '1', 'Ferry later', held), body });
  await bench.put({ ...story('a', '2', 'Ferry later still'), slugline: SLUG, body });
  const raw = { feed: 'ferries', bytes: Buffer.from('<rss'), sha256: 'f'.repeat(64), receivedAt: '2026-03-09T09:00:00Z' };
  const { id: rawId } = await bench.journal.keepRaw(raw);
  const bad = { kind: 'bad', index: null, code: 'xml.truncated', message: 'cut', bug: false } as const;
  await bench.journal.commit([{ rawId, items: [bad], last: true }]);
  const partner = { name: 'partner', url: 'https://partner.example/wire', encoding: 'canonical', filter: {} };
  await bench.journal.addSubscription({ ...partner, salt: 's', keyId: keyIdOf(SECRET_KEY), from: '0' }, { actor: 'test', reason: '' });
  await bench.journal.createConsumer('archive', '0');
  await bench.journal.recordAudit({ actor: 'test', action: 'test', subject: 'TST:a', reason: '' });
  const note = { articleId: 'TST:a', revision: 1, type: 'article.created', outcome: 'delivered' } as const;
  await bench.journal.acknowledge('site', '1', [note]);
  return bench;
}

/** A value that a schema takes: its example, its default, or the plainest one of its type. */
function valueOf(schema: Schema): unknown {
  const [chosen = schema.const ?? schema.enum?.[0] ?? schema.default] = schema.examples ?? [];
  if (chosen !== undefined) return chosen;
  if (schema.anyOf !== undefined) return valueOf(schema.anyOf[0] ?? {});
  if (schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type !== 'object') throw new Error(`no example: ${JSON.stringify(schema)}`);
  return Object.fromEntries((schema.required ?? []).map((name) => [name, valueOf(schema.properties?.[name] ?? {})]));
}

/** A body with what must be in it, and one more member that has an example where the schema asks for more. */
function bodyOf({ operation }: Called): Record<string, unknown> | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return undefined;
  const more = Object.entries(schema.properties ?? {}).filter(([, { examples }]) => examples !== undefined);
  return { ...Object.fromEntries(more.map(([name, each]) => [name, valueOf(each)])), ...(valueOf(schema) as object) };
}

function urlOf({ path, operation }: Called): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters?.find((each) => each.in === 'path' && each.name === name);
    const [shown] = Object.values(parameter?.examples ?? {});
    return encodeURIComponent(String(parameter?.example ?? shown?.value ?? valueOf(parameter?.schema ?? {})));
  });
}

async function call(
  { app }: ApiBench,
  { method }: Called,
  { url, body, token, headers = {} }: { url: string; body?: unknown; token: string; headers?: Record<string, string> },
) {
  const payload = body === undefined ? {} : { payload: body as object };
  return app.inject({ method, url, headers: { authorization: `Bearer ${token}`, ...headers }, ...payload });
}

const first = await furnished();
const document = (
  await call(first, { path: '', method: 'GET', operation: {} as Operation }, { url: '/openapi.json', token: 'viewer' })
).json<{
  paths: Record<string, Record<string, Operation>>;
}>();
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: 'api' });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): Called => ({ path, method: method.toUpperCase() as Called['method'], operation })),
);

/** What an answer must be, by its status; nothing where the document says nothing of its content. */
function checkOf({ path, method }: Called, status: number, mediaType: string): ValidateFunction | undefined {
  const found = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
  expect([status, found !== undefined]).toEqual([status, true]);
  const name = Object.keys(found?.content ?? {}).find((each) => each.split(';')[0] === mediaType.split(';')[0]);
  if (name === undefined) return undefined;
  const pointer = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', name, 'schema'];
  return ajv.compile({
    $ref: `api#/${pointer.map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
  });
}

function expectAs(called: Called, answer: Awaited<ReturnType<typeof call>>): void {
  const mediaType = String(answer.headers['content-type'] ?? '');
  const validate = checkOf(called, answer.statusCode, mediaType);
  if (!/json/.test(mediaType)) return;
  if (validate === undefined) throw new Error(`nothing says what ${String(answer.statusCode)} as ${mediaType} is`);
  expect(validate(answer.json()) || validate.errors).toBe(true);
}

function expectProblem(called: Called, answer: Awaited<ReturnType<typeof call>>, statuses: readonly number[]): void {
  expect(statuses).toContain(answer.statusCode);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json<{ status: number }>().status).toBe(answer.statusCode);
  expectAs(called, answer);
}

const named = operations.map((called): [string, Called] => [`${called.method} ${called.path}`, called]);
const guarded = named.filter(([, { operation }]) => operation['x-role'] !== undefined);

afterAll(() => first.close());

test('the document is OpenAPI 3.1 and every operation says what it does, for whom, and what it answers', () => {
  expect(document).toMatchObject({ openapi: '3.1.0' });
  expect(operations.length).toBeGreaterThan(30);
  for (const { operation } of operations) expect(operation.summary).toMatch(/^\S/);
  for (const [name, { operation }] of guarded)
    expect([name, Object.keys(operation.responses)]).toEqual([name, expect.arrayContaining(['401', '403'])]);
  expect(named.filter(([, { operation }]) => operation['x-role'] === undefined).map(([name]) => name)).toEqual([
    'GET /livez',
    'GET /readyz',
  ]);
});

describe.each(named)('%s', (_name, called) => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await furnished();
  });
  afterAll(() => bench.close());
  const role = called.operation['x-role'];
  const url = urlOf(called);
  const body = bodyOf(called);

  test.runIf(role !== undefined)('an unknown token is 401, a lower role 403', async () => {
    expectProblem(called, await call(bench, called, { url, body, token: 'unknown' }), [401]);
    for (const lower of ROLES.slice(0, ROLES.indexOf(role ?? 'viewer')))
      expectProblem(called, await call(bench, called, { url, body, token: lower }), [403]);
  });

  test.runIf(called.operation.parameters?.some((each) => each.in === 'query') ?? false)(
    'a parameter that is not there is 400',
    async () => {
      expectProblem(called, await call(bench, called, { url: `${url}?nonesuch=1`, body, token: 'admin' }), [400]);
    },
  );

  test.runIf(body !== undefined)('a body that is not as the schema says is 400', async () => {
    for (const bad of [{}, { ...body, nonesuch: 1 }, Object.fromEntries(Object.keys(body ?? {}).map((name) => [name, []])), [], 'text'])
      expectProblem(called, await call(bench, called, { url, body: bad, token: 'admin' }), [400, 415, 422]);
  });

  test('a valid call is answered as the document says, with the role that it names', async () => {
    const token = role ?? 'viewer';
    const headers = called.method === 'POST' ? { 'idempotency-key': 'once' } : {};
    const answer = await call(bench, called, { url, body, token, headers });
    expect([answer.statusCode, answer.statusCode < 300]).toEqual([answer.statusCode, true]);
    expectAs(called, answer);
    const etag = answer.headers['etag'];
    if (called.method === 'GET' && role !== undefined && answer.headers['cache-control'] !== 'no-store') {
      const again = await call(bench, called, { url, token, headers: { 'if-none-match': String(etag) } });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    if (called.method !== 'POST') return;
    const again = await call(bench, called, { url, body, token, headers });
    // A secret is shown once, and kept nowhere.
    const kept = answer.body.replace(/"secret":"[^"]+"/, '"secret":null');
    expect([again.statusCode, again.body, again.headers['idempotent-replayed']]).toEqual([answer.statusCode, kept, 'true']);
    expectAs(called, again);
    const other = await call(bench, called, { url: `${url}?other=1`, body, token, headers });
    expectProblem(called, other, [422]);
  });
});
