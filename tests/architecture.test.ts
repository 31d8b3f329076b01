import { mkdtempSync, cpSync, readFileSync, writeFileSync, rmSync, symlinkSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rooms and what each may import; see ARCHITECTURE.md. */
const rules: IFlattenedRuleSet = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'article-is-the-ground',
      severity: 'error',
      from: { path: '^src/article/' },
      to: { path: '^src/', pathNot: '^src/(article/|faults\\.ts)' },
    },
    { name: 'faults-import-nothing', severity: 'error', from: { path: '^src/faults\\.ts' }, to: { path: '^src/(?!secret-shapes\\.ts)' } },
    ...['ingest', 'normalize', 'publish', 'store', 'queue'].map((room) => ({
      name: `${room}-knows-no-sibling`,
      severity: 'error' as const,
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${room}/|article/|(faults|optional-package|host-key)\\.ts)` },
    })),
    { name: 'pipeline-looks-down', severity: 'error', from: { path: '^src/pipeline/' }, to: { path: '^src/(api|board|cli|main|library)' } },
    { name: 'api-looks-down', severity: 'error', from: { path: '^src/api/' }, to: { path: '^src/(board|cli|main|library)' } },
    { name: 'nobody-imports-the-cli', severity: 'error', from: { pathNot: '^src/cli/' }, to: { path: '^src/cli/' } },
    {
      name: 'modules-of-one-kind-stay-apart',
      severity: 'error',
      from: {
        path: '^src/(ingest/formats|ingest/transports|ingest/archives|normalize/steps|normalize/profiles|publish/encodings|publish/sinks)/[^/]+$',
      },
      to: { path: '^src/$1/' },
    },
    {
      name: 'store-dialects-stay-apart',
      severity: 'error',
      from: { path: '^src/store/(sqlite|postgres)/' },
      to: { path: '^src/store/(sqlite|postgres)/', pathNot: '^src/store/$1/' },
    },
    {
      name: 'only-the-queue-knows-redis',
      severity: 'error',
      from: { pathNot: '^src/(queue/|publish/sinks/redis-stream\\.ts)' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'only-the-store-knows-databases',
      severity: 'error',
      from: { pathNot: '^src/store/' },
      to: { path: 'node_modules/(better-sqlite3|postgres|pg)/' },
    },
    {
      name: 'pure-rooms-touch-nothing',
      severity: 'error',
      from: {
        path: '^src/(article|ingest/(?!(?:transports|archives)/)[^/]+|normalize|publish/encodings)/',
        pathNot: '^src/normalize/detect-language\\.ts',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
  ],
};

async function violations(folder: string): Promise<string[]> {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    ruleSet: rules,
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: join(folder, 'tsconfig.json') },
  });
  const { summary } = output as ICruiseResult;
  return summary.violations.map((found) => `${found.rule.name}: ${found.from} -> ${found.to}`);
}

describe('imports go one way', () => {
  const planted = mkdtempSync(join(tmpdir(), 'wirecopy-arch-'));
  afterAll(() => {
    rmSync(planted, { recursive: true, force: true });
  });

  test('no rule is broken', async () => {
    expect(await violations(root)).toEqual([]);
  });

  test.each([
    [
      'an upward import',
      'src/normalize/planted.ts',
      "import { formats } from '../ingest/formats.ts';\nexport const x = formats;\n",
      'normalize-knows-no-sibling',
    ],
    [
      'a type-only one',
      'src/store/planted.ts',
      "import type { Sink } from '../publish/sink.ts';\nexport type X = Sink;\n",
      'store-knows-no-sibling',
    ],
    [
      'a clock or file in a pure room',
      'src/ingest/formats/planted.ts',
      "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
      'pure-rooms-touch-nothing',
    ],
    [
      'a leaked vendor',
      'src/pipeline/planted.ts',
      "import { Redis } from 'ioredis';\nexport const x = Redis;\n",
      'only-the-queue-knows-redis',
    ],
    [
      'a sibling module',
      'src/normalize/steps/planted.ts',
      "import { byline } from './byline.ts';\nexport const x = byline;\n",
      'modules-of-one-kind-stay-apart',
    ],
    ['a cycle', 'src/article/planted.ts', "import type { Y } from './planted-too.ts';\nexport type X = Y | 1;\n", 'no-cycles'],
  ])('%s is noticed', async (_what, file, text, rule) => {
    const folder = mkdtempSync(join(planted, 'tree-'));
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
    writeFileSync(join(folder, 'tsconfig.json'), readFileSync(join(root, 'tsconfig.json')));
    writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
    if (rule === 'no-cycles')
      writeFileSync(join(folder, 'src/article/planted-too.ts'), "import type { X } from './planted.ts';\nexport type Y = X | 2;\n");
    expect((await violations(folder)).join('\n')).toContain(rule);
  });
});

describe('the tree keeps its habits', () => {
  test('the architecture test sees every room', () => {
    for (const room of ['article', 'ingest', 'normalize', 'store', 'publish', 'queue', 'pipeline', 'api', 'cli']) {
      expect(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')).toContain(`${room}/`);
    }
  });
});
