import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { answer, crawled, record, story, zipOf } from './archive-files.ts';

const cli = join(import.meta.dirname, '../dist/cli/wirecopy.js');
const folder = mkdtempSync(join(tmpdir(), 'wirecopy-cli-archives-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  readonly file: string;
  readonly entry: string;
  readonly index?: number;
  readonly article?: { readonly headline: { readonly text: string }; readonly times: { readonly received: { readonly utc: string } } };
  readonly error?: { readonly code: string };
}

interface Ran {
  readonly status: number | null;
  readonly rows: readonly Row[];
  readonly stderr: string;
}

function wirecopy(args: readonly string[], node: readonly string[] = []): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, cli, 'normalize', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { status, stderr, rows: rowsOf(stdout) };
}

function rowsOf(stdout: string): Row[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

function fileOf(name: string, bytes: Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const texts = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, number) =>
    record(
      'conversion',
      `Harbour ${number} closes\n\nBy Ana Prill\n\nThe harbour of Velmar will close on Friday for a day, the port said.\n`,
      {
        'Content-Type': 'text/plain',
        'WARC-Record-ID': `<urn:wirecopy:${number}>`,
      },
    ),
  );

test('an archive gives a line for each article and each fault, and counts at the end', () => {
  const moved = record('response', answer(301, {}, Buffer.alloc(0)));
  const damaged = gzipSync(crawled('Two'));
  damaged[100] = (damaged[100] ?? 0) ^ 0xff;
  const page = record('response', answer(200, { 'content-type': 'text/plain' }, Buffer.from('Too short')), {
    'WARC-Record-ID': '<urn:short>',
  });
  const file = fileOf('crawl.warc.gz', Buffer.concat([gzipSync(crawled('Harbour closes')), damaged, gzipSync(moved), gzipSync(page)]));
  const { status, rows, stderr } = wirecopy([file, '--now', '2026-11-25T06:00:00Z']);
  expect(rows).toMatchObject([
    {
      ...{ file, entry: 'urn:uuid:harbour-closes', index: 0 },
      article: { headline: { text: 'Harbour closes' }, times: { received: { utc: '2026-11-24T02:14:00Z' } } },
    },
    { file, entry: 'record 2', error: { code: 'input.compression' } },
    { file, entry: 'urn:short', error: { code: 'input.too-short' } },
  ]);
  expect(stderr).toBe(
    `wirecopy: ${file}: read 4 records: 1 articles, 1 skipped (archive.http-status 1), 2 quarantined (input.compression 1, input.too-short 1)\n`,
  );
  expect(status).toBe(1);
  expect(existsSync(`${file}.checkpoint`)).toBe(false);
});

test('several archives and documents take turns with --jsonl', () => {
  const archive = fileOf(
    'two.zip',
    zipOf([
      { name: 'a', text: story('Harbour closes') },
      { name: 'b', text: story('Gates open') },
    ]),
  );
  const document = fileOf('story.html', Buffer.from(story('Ships wait')));
  const { status, rows } = wirecopy(['--jsonl', archive, document]);
  expect(rows.map(({ article }) => article?.headline.text)).toEqual(['Harbour closes', 'Gates open', 'Ships wait']);
  expect(status).toBe(0);
});

test('an archive of which nothing can be read exits 65', () => {
  const { status, rows, stderr } = wirecopy([fileOf('cut.zip', zipOf([{ name: 'a', text: story('A') }]).subarray(0, -30))]);
  expect([status, rows]).toEqual([65, []]);
  expect(stderr).toContain('archive.damaged');
});

test('explanations are for single documents', () => {
  expect(wirecopy([fileOf('one.zip', zipOf([{ name: 'a', text: story('A') }])), '--explain']).status).toBe(2);
});

test('a run that is stopped saves its place, and --resume gives the rest, each once', async () => {
  const file = fileOf('long.wet', Buffer.concat(texts(600)));
  const child = spawn(process.execPath, [cli, 'normalize', file]);
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
  child.stdout.on('data', (piece: Buffer) => {
    if (stdout === '') child.kill('SIGINT');
    stdout += piece.toString();
  });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
  const first = rowsOf(stdout);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(600);
  expect(stderr).toContain(`read ${first.length} records`);
  expect(stderr).toContain('--resume');
  const { status, rows, stderr: counts } = wirecopy([file, '--resume']);
  expect([...first, ...rows].map(({ article }) => article?.headline.text)).toEqual(
    Array.from({ length: 600 }, (_, number) => `Harbour ${number} closes`),
  );
  expect(counts).toContain('read 600 records: 600 articles, 0 skipped, 0 quarantined');
  expect(status).toBe(0);
  expect(existsSync(`${file}.checkpoint`)).toBe(false);
});

test('after a crash at most the records since the checkpoint come twice, none is missing', async () => {
  const file = fileOf('crash.wet', Buffer.concat(texts(600)));
  const place = join(folder, 'elsewhere');
  const child = spawn(process.execPath, [cli, 'normalize', file, '--checkpoint', place]);
  let stdout = '';
  child.stdout.on('data', (piece: Buffer) => {
    stdout += piece.toString();
    if (stdout.split('\n').length > 150) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  const saved = (JSON.parse(readFileSync(place, 'utf8')) as { counts: { records: number } }).counts.records;
  expect(saved).toBeGreaterThanOrEqual(100);
  const { rows } = wirecopy([file, '--checkpoint', place, '--resume']);
  expect(rows).toHaveLength(600 - saved);
  expect(rows[0]?.entry).toBe(`urn:wirecopy:${saved}`);
  expect(rowsOf(stdout.slice(0, stdout.lastIndexOf('\n'))).length).toBeGreaterThanOrEqual(saved);
});

test('a checkpoint of another archive is refused', () => {
  const file = fileOf('changed.wet', Buffer.concat(texts(3)));
  writeFileSync(`${file}.checkpoint`, JSON.stringify({ version: 1, size: 1, changed: 1, counts: { records: 2 } }));
  const { status, stderr, rows } = wirecopy([file, '--resume']);
  expect([status, rows]).toEqual([65, []]);
  expect(stderr).toContain('archive.checkpoint');
  expect(wirecopy([file]).rows).toHaveLength(3);
});

test('memory does not grow with the archive', () => {
  // As many stories in both, so that only what lies between them differs: 360 MB.
  const crawl = (records: number): string => {
    const filling = record('metadata', Buffer.alloc(20_000, 'x'));
    const parts = texts(400).flatMap((text) => [text, ...Array.from({ length: records / 400 - 1 }, () => filling)]);
    return fileOf(`memory-${records}.warc`, Buffer.concat(parts));
  };
  // Of this process alone: what `resourceUsage` tells includes the parent's peak before exec.
  const watch = `data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>process.stderr.write(readFileSync('/proc/self/status')))`;
  const [few, many] = [2_000, 20_000].map((records) => {
    const { rows, stderr } = wirecopy([crawl(records)], ['--import', watch]);
    expect(rows).toHaveLength(400);
    return Number(/VmHWM:\s+(\d+)/.exec(stderr)?.[1]) / 1_024;
  });
  console.log(`peak memory: ${few?.toFixed(0)} MB for 2,000 records, ${many?.toFixed(0)} MB for 20,000`);
  expect(many! - few!).toBeLessThan(100);
}, 600_000);
