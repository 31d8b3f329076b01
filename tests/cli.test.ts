import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = join(root, 'fixtures/formats/page-text/agency-page/input.txt');
const NOW = '2026-11-24T06:00:00Z';

function wirecopy(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/wirecopy.js'), ...args], {
    input,
    encoding: 'utf8',
    cwd: root,
  });
  return { status, stdout, stderr };
}

const rows = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('wirecopy normalize', () => {
  test('prints one article on stdout and nothing on stderr', () => {
    const { status, stdout, stderr } = wirecopy(['normalize', page, '--now', NOW]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'wire-article/1.0',
      times: { received: { utc: NOW } },
      provenance: { fetchedAt: NOW },
    });
  });

  test('reads stdin, and is the same twice', () => {
    const first = wirecopy(
      ['normalize', '-', '--now', NOW],
      'Harbour closes for a day\n\nBy Ana Prill\n\nThe harbour of Velmar will close on Friday for a day of repairs, the port said.\n\nShips wait outside.\n',
    );
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ byline: { authors: [{ name: 'Ana Prill' }] } });
  });

  test('--get prints one field, --explain the reasons', () => {
    expect(wirecopy(['normalize', page, '--now', NOW, '--get', 'times.published.utc']).stdout).toBe('2019-02-04T16:05:00Z\n');
    const { stdout } = wirecopy(['normalize', page, '--now', NOW, '--explain', 'published']);
    expect(stdout).toMatch(/^times\.published = 2019-02-04T16:05:00Z/);
    expect(stdout).toMatch(/rule\s+\S+/);
    expect(stdout).toMatch(/source\s+line:7 \[\d+-\d+\]/);
    expect(stdout).toMatch(/rejected\s+"4 Feb 2019, 17:05"/);
  });

  test('only the receipt times differ without --now', () => {
    const read = (): Record<string, unknown> => {
      const article = JSON.parse(wirecopy(['normalize', page]).stdout) as {
        times: { received?: unknown };
        provenance: { fetchedAt?: unknown };
      };
      delete article.times.received;
      delete article.provenance.fetchedAt;
      return article;
    };
    expect(read()).toEqual(read());
  });

  test('what is not recognised exits 65 and says what, where and what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wirecopy-cli-'));
    const file = join(folder, 'numbers.bin');
    writeFileSync(file, '{"a": 1}');
    const { status, stderr, stdout } = wirecopy(['normalize', file]);
    expect(status).toBe(65);
    expect(stdout).toBe('');
    expect(stderr).toContain('format.unknown');
    expect(stderr).toContain(file);
    expect(wirecopy(['normalize', join(folder, 'absent')]).status).toBe(65);
    writeFileSync(file, '');
    expect(wirecopy(['normalize', file]).stderr).toContain('input.empty');
  });

  test('--jsonl prints a line per article and a line per failure, and exits 1', () => {
    const { status, stdout } = wirecopy(['normalize', '--jsonl', '--now', NOW, page, '/nowhere']);
    expect(status).toBe(1);
    expect(rows(stdout)).toMatchObject([
      { file: page, index: 0, article: {} },
      { file: '/nowhere', error: { code: 'input.unreadable' } },
    ]);
  });

  test('--batch answers in order, goes on after a bad file, and exits 0', () => {
    const requests = [{ file: page, now: NOW }, { file: '/nowhere' }, 'not json', { file: page, now: NOW }];
    const { status, stdout } = wirecopy(
      ['normalize', '--batch'],
      requests.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'),
    );
    expect(status).toBe(0);
    expect(rows(stdout).map((row) => ('done' in row ? 'done' : 'error' in row ? 'error' : 'article'))).toEqual([
      'article',
      'done',
      'error',
      'done',
      'error',
      'done',
      'article',
      'done',
    ]);
  });

  test('neither queue nor database is loaded', () => {
    const probe =
      "process.on('exit', () => { process.stderr.write([...Object.keys(require.cache)].filter((f) => /bullmq|ioredis|better-sqlite3/.test(f)).join()) })";
    const folder = mkdtempSync(join(tmpdir(), 'wirecopy-cold-'));
    writeFileSync(join(folder, 'probe.cjs'), probe);
    const { stderr } = spawnSync('strace', ['-V']).error
      ? spawnSync(
          process.execPath,
          [
            '--require',
            join(folder, 'probe.cjs'),
            '--trace-event-categories',
            'node.fs.sync',
            '--trace-event-file-pattern',
            join(folder, 'trace.json'),
            join(root, 'dist/cli/wirecopy.js'),
            'normalize',
            page,
          ],
          { encoding: 'utf8' },
        )
      : spawnSync('strace', ['-f', '-e', 'trace=open,openat', process.execPath, join(root, 'dist/cli/wirecopy.js'), 'normalize', page], {
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
        });
    expect(stderr).not.toMatch(/node_modules\/(bullmq|ioredis|better-sqlite3|postgres)\//);
  });
});

describe('wirecopy parse', () => {
  test('one line for people', () => {
    const { status, stdout } = wirecopy(['parse', 'time', '23 Mar 2015 08:31 GMT+01:00', '--zone', 'UTC']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ utc: '2015-03-23T07:31:00Z', offset: '+01:00', basis: 'explicit-offset' });
  });

  test('JSONL in, JSONL out, line by line', () => {
    const { stdout } = wirecopy(['parse', 'line', '--jsonl'], '{"input":"Story continues below"}\n{"input":"The ships wait."}\n');
    expect(rows(stdout)).toMatchObject([{ kind: 'story-continues', action: 'drop' }, { action: 'keep' }]);
  });

  test('a request without its string is told so, and costs no other', () => {
    const { stdout } = wirecopy(['parse', 'line', '--jsonl'], '{"text":"Story continues below"}\n[]\n{"input":"The ships wait."}\n');
    expect(rows(stdout)).toMatchObject([{ error: { code: 'input.request' } }, { error: { code: 'input.request' } }, { action: 'keep' }]);
    expect(wirecopy(['parse', 'line']).status).toBe(2);
  });

  test('an unknown kind or command is a usage error', () => {
    expect(wirecopy(['parse', 'recipe', 'x']).status).toBe(2);
    expect(wirecopy(['frobnicate']).status).toBe(2);
  });

  test('explains on demand, for one line and for many', () => {
    const one = wirecopy(['parse', 'byline', 'By Jane Sample', '--explain']).stdout;
    expect(JSON.parse(one)).toMatchObject({ explain: { rule: 'byline/label "by"', spans: [{ is: 'author', span: [3, 14] }] } });
    const many = wirecopy(['parse', 'line', '--jsonl', '--explain'], '{"input":"Advertisement"}\n').stdout;
    expect(JSON.parse(many)).toMatchObject({ explain: { rule: 'ad-label/en' } });
  });
});
