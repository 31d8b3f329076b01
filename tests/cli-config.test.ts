import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { configCheck, configSchemaCommand } from '../src/cli/config.ts';
import { doctor, type DoctorOptions } from '../src/cli/doctor.ts';
import { knownModules } from '../src/cli/known-modules.ts';
import { testCommand } from '../src/cli/test.ts';
import { configSchema } from '../src/config.ts';
import { BadInput, Misconfigured, Unavailable } from '../src/faults.ts';

let folder = '';
let printed = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirecopy-cli-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('config check', () => {
  const check = (text: string, json = false): number =>
    configCheck({ file: write('wirecopy.yaml', text), environment: {}, known: knownModules(), json });

  test('a good one in a line', () => {
    expect(
      check(
        'feeds:\n  - id: a\n    url: https://wire.example.org/\n  - id: b\n    path: in\nsinks:\n  - name: s\n    kind: directory\n    path: out\n',
      ),
    ).toBe(0);
    expect(printed).toBe(`${folder}/wirecopy.yaml: ok (2 feeds, 1 sink)\n`);
  });

  test('a bad one with every place, also those that modules find', () => {
    expect(
      check(
        'feeds:\n  - id: a\n    url: gopher://wire.example.org/\n    profil: afp\n  - id: b\n    path: in\n    options: { settleMs: soon }\nnetwork: { allow: [nonsense] }\n',
      ),
    ).toBe(78);
    expect(printed).toContain('wirecopy.yaml:4:5: Unknown key `profil`');
    expect(
      check(
        'feeds:\n  - id: a\n    url: gopher://wire.example.org/\n  - id: b\n    path: in\n    options: { settleMs: soon }\nnetwork: { allow: [nonsense] }\n',
      ),
    ).toBe(78);
    for (const place of [':3:10: http: `url`', ':6:26: directory: `settleMs`', ':7:20: `nonsense`', '3 problems'])
      expect(printed).toContain(place);
  });

  test('as JSON', () => {
    expect(check('feeds: {}', true)).toBe(78);
    expect(JSON.parse(printed)).toMatchObject({ ok: false, problems: [{ code: 'config.value', line: 1, column: 8 }] });
  });

  test('a file that is not there', () => {
    expect(configCheck({ file: join(folder, 'none.yaml'), environment: {} })).toBe(78);
  });

  test('the schema', () => {
    expect(configSchemaCommand()).toBe(0);
    expect(JSON.parse(printed)).toEqual(configSchema);
  });
});

describe('test', () => {
  const article = {
    headline: { text: 'Bridge reopens' },
    byline: { agencies: ['AFP'] },
    times: { published: { utc: '2015-03-23T07:31:00Z' } },
  } as unknown as Article;
  const run = (expected: string, read: () => Article = () => article): Promise<number> => {
    write('story.txt', 'any');
    const config = write(
      'wirecopy.yaml',
      `feeds:\n  - id: a\n    path: in\n    tests:\n      - file: story.txt\n        expect: ${expected}\n`,
    );
    return testCommand({ config, environment: {}, readFirst: read });
  };

  test('passes where every path has its value', async () => {
    expect(
      await run('{ headline.text: Bridge reopens, byline.agencies: [AFP], times.published.utc: 2015-03-23T07:31:00Z, dateline: null }'),
    ).toBe(0);
    expect(printed).toBe(`pass a ${folder}/story.txt\n`);
  });

  test('fails with what was wanted and what came', async () => {
    expect(await run('{ headline.text: Bridge closes, byline.agencies: [AFP, dpa] }')).toBe(1);
    expect(printed).toContain('headline.text\n      want "Bridge closes"\n      got  "Bridge reopens"');
    expect(printed).toContain('want ["AFP","dpa"]\n      got  ["AFP"]');
  });

  test('fails where the file cannot be read as this feed', async () => {
    expect(
      await run('{}', () => {
        throw new BadInput('format.unknown', 'No format recognises it');
      }),
    ).toBe(1);
    expect(printed).toContain('format.unknown: No format recognises it');
    rmSync(join(folder, 'story.txt'));
    expect(await testCommand({ config: join(folder, 'wirecopy.yaml'), environment: {}, readFirst: () => article })).toBe(1);
  });
});

describe('doctor', () => {
  const healthy = (): DoctorOptions => ({
    config: write('wirecopy.yaml', 'feeds: []'),
    environment: {},
    nodeVersion: 'v20.20.2',
    checkRedis: () => Promise.resolve([]),
    findRedis: () => '/usr/bin/redis-server',
  });

  test('a fit machine', async () => {
    expect(await doctor(healthy())).toBe(0);
    expect(
      printed
        .split('\n')
        .filter((line) => line !== '')
        .every((line) => line.startsWith('ok ')),
    ).toBe(true);
    expect(printed).toContain('/usr/bin/redis-server is started when needed');
  });

  test.each<[string, () => Partial<DoctorOptions>, RegExp]>([
    ['an old Node', () => ({ nodeVersion: 'v18.20.0' }), /FAILED {2}node .*install Node 20\.19/],
    ['an almost new Node', () => ({ nodeVersion: 'v20.18.3' }), /FAILED {2}node/],
    [
      'a bad config',
      () => ({ config: write('bad.yaml', 'feed: []') }),
      /FAILED {2}config .*Unknown key `feed`.*bad\.yaml:1:1.*Did you mean `feeds`/,
    ],
    [
      'no Redis',
      () => ({
        findRedis: () => {
          throw new Unavailable('redis.absent', { message: 'No Redis', hint: 'apt-get install redis-server' });
        },
      }),
      /FAILED {2}redis .*apt-get install/,
    ],
    [
      'a Redis that evicts',
      () => ({
        environment: { REDIS_URL: 'redis://x' },
        checkRedis: () => Promise.reject(new Misconfigured('redis.eviction', { message: 'may evict', hint: 'Set noeviction' })),
      }),
      /FAILED {2}redis .*Set noeviction/,
    ],
    [
      'a data folder that is a file',
      () => ({ config: write('file.yaml', `feeds: []\ndata: ${write('plain', 'x')}`) }),
      /FAILED {2}data folder .*cannot be written/,
    ],
    ['an open API', () => ({ config: write('open.yaml', 'feeds: []\napi: { host: 0.0.0.0 }') }), /FAILED {2}api .*api\.token/],
  ])('%s', async (_what, worse, line) => {
    expect(await doctor({ ...healthy(), ...worse() })).toBe(1);
    expect(printed).toMatch(line);
  });

  test.skipIf(process.getuid?.() === 0)('a data folder without rights', async () => {
    mkdirSync(join(folder, 'wirecopy-data'));
    chmodSync(join(folder, 'wirecopy-data'), 0o500);
    expect(await doctor(healthy())).toBe(1);
  });

  test('as JSON, and without a config', async () => {
    const { config, ...rest } = healthy();
    expect(config).toBeDefined();
    expect(await doctor({ ...rest, json: true })).toBe(0);
    for (const line of printed.trimEnd().split('\n')) expect(JSON.parse(line)).toMatchObject({ ok: true });
  });
});
