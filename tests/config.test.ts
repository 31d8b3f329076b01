import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { checkConfig, configSchema, defineConfig, loadConfig, problemText, type Known } from '../src/config.ts';
import { Misconfigured } from '../src/faults.ts';

const FILE = '/etc/wire/wirecopy.yaml';
const told = (text: string, env: Record<string, string> = {}, known: Known = {}): string[] =>
  checkConfig(text, FILE, env, known).problems.map(
    ({ line, column, code, message, hint }) => `${line}:${column} ${code} ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );

const FULL = `
feeds:
  - id: afp-en
    url: https://user:\${env:AFP_PASS}@wire.example.org/en
    every: 30s
    profile: afp
    timezone: Europe/Paris
    options:
      headers: { Authorization: "Bearer \${env:AFP_TOKEN}" }
    tests:
      - file: fixtures/seed.html
        expect: { times.published.utc: 2015-03-23T07:31:00Z, byline.agencies: [AFP] }
  - id: dropbox
    path: ./incoming
    every: 5m
sinks:
  - name: desk
    kind: webhook
    url: https://desk.example.org/hook
    secret: \${env:HOOK}
  - name: archive
    kind: directory
    path: out
data: var
redis: \${env:REDIS_URL}
api: { port: 9090, token: "\${env:API_TOKEN}" }
network:
  allow: [127.0.0.1/32]
`;
const ENV = { AFP_PASS: 'p4ss', AFP_TOKEN: 'tok-1', HOOK: 'whsec_abc', REDIS_URL: 'redis://:r3dis@localhost:6379', API_TOKEN: 'api-9' };

test('a whole config, with defaults, absolute paths and secrets in place', () => {
  const { config, problems } = checkConfig(FULL, FILE, ENV);
  expect(problems).toEqual([]);
  expect(config).toEqual({
    retention: {},
    feeds: [
      {
        id: 'afp-en',
        transport: 'http',
        everyMs: 30_000,
        profile: 'afp',
        zone: 'Europe/Paris',
        options: { url: 'https://user:p4ss@wire.example.org/en', headers: { Authorization: 'Bearer tok-1' } },
        tests: [
          { file: '/etc/wire/fixtures/seed.html', expect: { 'times.published.utc': '2015-03-23T07:31:00Z', 'byline.agencies': ['AFP'] } },
        ],
        at: { line: 3, column: 9 },
      },
      {
        id: 'dropbox',
        transport: 'directory',
        everyMs: 300_000,
        options: { path: '/etc/wire/incoming' },
        tests: [],
        at: { line: 13, column: 9 },
      },
    ],
    sinks: [
      {
        name: 'desk',
        kind: 'webhook',
        encoding: 'canonical',
        filter: {},
        embargoed: false,
        options: { url: 'https://desk.example.org/hook', secret: 'whsec_abc' },
        at: { line: 17, column: 11 },
      },
      {
        name: 'archive',
        kind: 'directory',
        encoding: 'canonical',
        filter: {},
        embargoed: false,
        options: { path: '/etc/wire/out' },
        at: { line: 21, column: 11 },
      },
    ],
    dataDir: '/etc/wire/var',
    redisUrl: ENV.REDIS_URL,
    api: { host: '127.0.0.1', port: 9090, token: 'api-9' },
    network: { allow: ['127.0.0.1/32'] },
    secrets: ['p4ss', 'tok-1', 'whsec_abc', ENV.REDIS_URL, 'api-9', 'r3dis'],
  });
});

test('the least config', () => {
  const { config } = checkConfig('feeds: []', FILE, { REDIS_URL: '', DATABASE_URL: 'postgres://db/wire' });
  expect(config).toEqual({
    retention: {},
    feeds: [],
    sinks: [],
    dataDir: '/etc/wire/wirecopy-data',
    databaseUrl: 'postgres://db/wire',
    api: { host: '127.0.0.1', port: 8787 },
    network: { allow: [] },
    secrets: [],
  });
  expect(checkConfig('feeds: []\napi: false', FILE, {}).config?.api).toBeNull();
});

describe('problems say what, where and what to do', () => {
  const feed = (more: string): string => `feeds:\n  - id: x\n    url: https://a.example/\n${more}`;
  test.each([
    ['', ['1:1 config.empty The config is empty | It needs at least `feeds:`']],
    ['feeds: [', [expect.stringMatching(/^1:\d+ config\.yaml /)]],
    ['feeds: []\nfeeds: []', [expect.stringMatching(/^2:1 config\.yaml /)]],
    ['data: x', ['1:1 config.missing The config has no `feeds`']],
    ['[]', [expect.stringMatching(/^1:1 config\.value The config must be object, not a list/)]],
    [feed('    evry: 60s'), ['4:5 config.unknown-key Unknown key `evry` | Did you mean `every`?']],
    [feed('sink: []'), ['4:1 config.unknown-key Unknown key `sink` | Did you mean `sinks`?']],
    ['feeds: []\ntimezone: UTC', ['2:1 config.unknown-key Unknown key `timezone` | It belongs to a feed']],
    [feed('    every: 60'), [expect.stringMatching(/^4:12 config\.value `feeds\.0\.every` must be string, not number \| how often/)]],
    [feed('    every: soon'), [expect.stringMatching(/^4:12 config\.value `feeds\.0\.every` is not written as it must be \| how often/)]],
    [feed('    timezone: Paris/Europe'), [expect.stringMatching(/^4:15 config\.value `Paris\/Europe` is no time zone/)]],
    [feed('    timezone: "+25:00"'), [expect.stringMatching(/^4:15 config\.value /)]],
    [feed('    path: ./in'), ['4:5 config.value The feed has both `url` and `path` | Keep one']],
    ['feeds:\n  - id: x', [expect.stringMatching(/^2:5 config\.missing The feed says not where it comes from/)]],
    [feed('  - id: x\n    path: in'), [expect.stringMatching(/^4:9 config\.doubled `x` is taken \(line 2\)/)]],
    [feed('api: { port: 70000 }'), [expect.stringMatching(/^4:14 config\.value `api\.port` must be <= 65535/)]],
    [feed('api: yes please'), [expect.stringMatching(/^4:6 config\.value `api` must be object, not string/)]],
    [
      'feeds:\n  - id: "a b"\n    url: https://a.example/',
      [expect.stringMatching(/^2:9 config\.value `feeds\.0\.id` is not written as it must be/)],
    ],
    [
      'feeds:\n  - id: x\n    url: ${env:NOPE}/feed',
      ['3:10 config.env The environment variable NOPE is not set | Set it before starting: export NOPE=…'],
    ],
    [
      'feeds:\n  - id: x\n    url: https://${HOST}/',
      ['3:10 config.reference `${HOST}` is no reference | Write ${env:NAME} for an environment variable'],
    ],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  test('all problems are told at once, in the order of the file', () => {
    expect(
      told('feeds:\n  - id: x\n    evry: 1s\n    url: ${env:NOPE}\ndat: y').map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['3:5 config.unknown-key', '4:10 config.env', '5:1 config.unknown-key']);
  });

  test('a problem is printed with its lines', () => {
    const [problem] = checkConfig(feed('    evry: 60s'), 'wirecopy.yaml', {}).problems;
    expect(problem && problemText(problem)).toBe(
      [
        'wirecopy.yaml:4:5: Unknown key `evry` (config.unknown-key)',
        '  3 |     url: https://a.example/',
        '> 4 |     evry: 60s',
        '    |     ^',
        '  Did you mean `every`?',
      ].join('\n'),
    );
  });
});

describe('secrets', () => {
  const sink = (line: string): string => `feeds: []\nsinks:\n  - name: desk\n    kind: webhook\n    ${line}\n    odd: 1\n`;
  test.each([
    'secret: hunter2hunter2',
    'secret: 48151623',
    'signing_secret: hunter2',
    'api-key: hunter2',
    'secrets: [hunter2]',
    'headers: { Authorization: Bearer hunter2 }',
    'url: https://desk:hunter2@desk.example/',
  ])('written out are refused: %s', (line) => {
    const { problems } = checkConfig(sink(line), FILE, {});
    expect(problems.map(({ code }) => code)).toEqual(['config.literal-secret']);
  });

  test('a secret on a neighbouring line is not shown', () => {
    const text =
      'feeds:\n  - id: x\n    evry: 1s\n    url: https://desk:hunter2@desk.example/\nsinks:\n  - name: a\n    kind: b\n    secrets:\n      - correcthorse\nodd: 1';
    const printed = checkConfig(text, FILE, {}).problems.map(problemText).join('\n');
    expect(printed).toContain('evry');
    expect(printed).toContain('***');
    expect(printed).not.toMatch(/hunter2|correcthorse/);
    expect(checkConfig(`${text}\nodd: [`, FILE, {}).problems.map(problemText).join('\n')).not.toMatch(/hunter2|correcthorse/);
  });

  test('what a feed test expects is no secret', () => {
    expect(told('feeds:\n  - id: x\n    path: in\n    tests:\n      - file: a\n        expect: { token: plain }')).toEqual([]);
  });
});

describe('what is registered', () => {
  const known: Known = {
    transports: new Map([
      ['http', () => undefined],
      [
        'directory',
        () => {
          throw new Misconfigured('config.directory', {
            message: 'directory: `settleMs` must be 0 to 60000',
            where: { path: 'settleMs' },
          });
        },
      ],
    ]),
    sinks: new Map([['webhook', () => undefined]]),
    formats: ['rss', 'atom'],
    profiles: ['afp'],
    network: (allow) => {
      if (allow[0] === 'bad') throw new Misconfigured('config.network-allow', 'bad is no address range');
    },
  };
  test('names and options are checked by it', () => {
    expect(
      told(
        'feeds:\n  - id: a\n    url: https://a.example/\n    transport: htpp\n    format: atm\n    profile: xyz\n  - id: b\n    path: in\n    options:\n      settleMs: -1\nsinks:\n  - name: s\n    kind: webhok\nnetwork:\n  allow: [bad]',
        {},
        known,
      ),
    ).toEqual([
      '4:16 config.unknown-name No transport is called `htpp` | Did you mean `http`?',
      '5:13 config.unknown-name No format is called `atm` | Did you mean `atom`?',
      '6:14 config.unknown-name No profile is called `xyz` | Known: afp',
      '10:17 config.directory directory: `settleMs` must be 0 to 60000',
      '13:11 config.unknown-name No kind of sink is called `webhok` | Did you mean `webhook`?',
      '15:11 config.network-allow bad is no address range',
    ]);
  });
});

describe('loadConfig', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-config-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('throws the first problem with its place', () => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, 'feeds: []\ndat: x\nsink: []\n');
    expect(() => loadConfig(file, {})).toThrow(
      expect.objectContaining({
        name: 'Misconfigured',
        code: 'config.unknown-key',
        where: { file, line: 2, column: 1 },
        message: expect.stringContaining('1 more') as string,
      }) as Error,
    );
  });

  test('names a file that is not there', () => {
    expect(() => loadConfig(join(folder, 'none.yaml'), {})).toThrow(Misconfigured);
  });
});

test('the published schema takes what is read and refuses what is not', () => {
  const validate = new Ajv2020({ strict: false }).compile(configSchema);
  expect(validate(defineConfig({ feeds: [{ id: 'x', url: 'https://a.example/' }], api: false }))).toBe(true);
  expect(validate({ feeds: [{ id: 'x', evry: '1s' }] })).toBe(false);
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.constantFrom(
          '&a [*a, *a]',
          'feeds: &f [*f]',
          '['.repeat(20_000),
          `feeds: ${'['.repeat(60)}${']'.repeat(60)}`,
          '? [a]\n: b',
          '!!set {a}',
          '__proto__: 1',
          'feeds: &f [{<<: *f}]',
          '- \t-',
        ),
      ),
      (text) => {
        expect(Array.isArray(checkConfig(text, FILE, {}).problems)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('an encoding and a filter of a sink: one name is a list of one; what is misspelt is refused', () => {
  const sink = (more: string): string => `feeds: []\nsinks:\n  - { name: out, kind: directory, path: out, ${more} }\n`;
  const { config } = checkConfig(
    sink('encoding: ninjs, filter: { provider: AFP, language: [en, fr], urgency: 2, status: [story] }'),
    FILE,
    ENV,
  );
  expect(config?.sinks[0]).toMatchObject({
    encoding: 'ninjs',
    filter: { provider: ['AFP'], language: ['en', 'fr'], urgency: 2, status: ['story'] },
  });
  expect(checkConfig(sink('filter: { providers: AFP }'), FILE, ENV).problems).toHaveLength(1);
  expect(checkConfig(sink('filter: { status: [corection] }'), FILE, ENV).problems.length).toBeGreaterThan(0);
  const unknown = checkConfig(sink('encoding: ninj'), FILE, ENV, { encodings: ['canonical', 'ninjs'] }).problems;
  expect(unknown).toMatchObject([{ code: 'config.unknown-name', hint: 'Did you mean `ninjs`?' }]);
});

describe('hubs', () => {
  const feed = (more: string): string => `feeds:\n  - id: ferries\n    ${more}\n    websub: true\n`;
  const hub = (secret: string): string => `websub: { public_url: "https://wire.example.org", secret: "\${env:${secret}}" }\n`;
  const env = { LONG: 'a secret of twenty-four b', SHORT: 'short' };
  const told = (text: string) => checkConfig(text, 'wirecopy.yaml', env).problems.map(({ code, line }) => `${code} ${line}`);

  test('a feed that wants to be pushed says so, and the config where hubs reach us', () => {
    const { config } = checkConfig(`${feed('url: https://a.example/feed')}${hub('LONG')}`, 'wirecopy.yaml', env);
    expect(config).toMatchObject({
      feeds: [{ websub: true }],
      websub: { publicUrl: 'https://wire.example.org', secret: env.LONG },
      secrets: [env.LONG],
    });
  });

  test.each([
    ['where hubs reach us is missing', feed('url: https://a.example/feed'), ['config.missing 4']],
    ['a folder has no hub', `${feed('path: in')}${hub('LONG')}`, ['config.value 4']],
    ['a short secret is refused', `${feed('url: https://a.example/feed')}${hub('SHORT')}`, ['config.value 5']],
  ])('%s', (_, text, problems) => {
    expect(told(text)).toEqual(problems);
  });
});

test('copy under embargo goes to a sink that asks for it, in the canonical encoding alone', () => {
  const sink = (more: string): string => `feeds: []\nsinks:\n  - { name: out, kind: directory, path: out${more} }\n`;
  expect(checkConfig(sink(', embargoed: true'), FILE, ENV).config?.sinks[0]).toMatchObject({ embargoed: true, options: {} });
  expect(checkConfig(sink(', embargoed: false, encoding: ninjs'), FILE, ENV).config?.sinks[0]).toMatchObject({ embargoed: false });
  expect(checkConfig(sink(', embargoed: true, encoding: ninjs'), FILE, ENV).problems).toMatchObject([
    { code: 'config.value', line: 3, message: expect.stringContaining('only canonical copy is marked as under embargo') as string },
  ]);
  expect(checkConfig(sink(', embargoed: some'), FILE, ENV).problems).toHaveLength(1);
});
