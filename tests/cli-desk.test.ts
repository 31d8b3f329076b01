import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The commands of those who steer, as a person calls them: the built program on what a run of the service has left. */
const root = join(import.meta.dirname, '..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirecopy-desk-'));
  mkdirSync(join(folder, 'in'));
  const item = (name: string, more: object): void => {
    const base = { uri: `urn:velmar:${name}`, type: 'text', pubstatus: 'usable', language: 'en', version: '1' };
    const words = { headline: `The ${name} ferry leaves`, body_text: `VARRE (Velmar Wire) - The ${name} ferry left the pier.` };
    writeFileSync(
      join(folder, 'in', `${name}.json`),
      JSON.stringify({ ...base, versioncreated: '2026-03-09T09:00:00Z', ...words, ...more }),
    );
  };
  item('early', { embargoed: new Date(Date.now() + 3_600_000).toISOString() });
  item('unsure', { pubstatus: 'perhaps' });
  item('free', {});
  writeFileSync(join(folder, 'in', 'broken.json'), '{ "uri": "urn:velmar:broken", ');
  const config = [
    ...['data: data', 'api: false', 'feeds:', '  - { id: velmar, path: in, every: 500ms, provider: Velmar }', 'sinks:'],
    ...['  - { name: paper, kind: directory, path: paper }', '  - { name: site, kind: directory, path: site, embargoed: true }', ''],
  ];
  writeFileSync(join(folder, 'wirecopy.yaml'), config.join('\n'));
  expect(wirecopy('run', '--once').out).toContain('"stored":3');
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function wirecopy(...args: readonly string[]): { status: number | null; out: string; lines: string[] } {
  const env = { ...process.env };
  delete env['DATABASE_URL'];
  delete env['REDIS_URL'];
  const command = [join(root, 'dist/cli/wirecopy.js'), ...args, '--config', join(folder, 'wirecopy.yaml')];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env, timeout: 100_000 });
  return { status, out: stdout + stderr, lines: stdout.split('\n').filter((line) => line !== '') };
}

function sent(sink: string): string {
  const file = join(folder, sink, 'events.ndjson');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('a run: copy under embargo is sent to the sink that may have it, marked, and to no other', () => {
  const early = JSON.parse(
    sent('site')
      .split('\n')
      .find((line) => line.includes('The early ferry')) ?? '{}',
  ) as Record<string, string>;
  expect(early).toMatchObject({ type: 'article.embargoed', key: expect.stringMatching(/@1\/early$/) as string });
  expect(Date.parse(early['embargoedUntil'] ?? '')).toBeGreaterThan(Date.now());
  expect([sent('paper').includes('The free ferry'), sent('paper').includes('The early ferry')]).toEqual([true, false]);
  expect([sent('paper'), sent('site')].map((text) => text.includes('The unsure ferry'))).toEqual([false, false]);
});

test('held: what goes out by itself first, then what waits for a person, with the reason', () => {
  const { status, lines } = wirecopy('held');
  expect([status, lines.length]).toEqual([0, 2]);
  expect(lines[0]).toMatch(/@1 {2}\d{4}-\S+Z {2}The early ferry leaves {2}\[embargo-future\]$/);
  expect(lines[1]).toMatch(/@1 {2}for a person {2}The unsure ferry leaves {2}\[pubstatus-unknown\]$/);
  expect(wirecopy('held', '--json', '--limit', '1').lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { headline: 'The early ferry leaves', reason: 'embargo-future' },
  ]);
});

test('deliveries: what became of each event at each subscriber', () => {
  const all = wirecopy('deliveries').lines;
  expect(all.filter((line) => /site {2}article\.embargoed {2}\S+@1 {2}delivered$/.test(line))).toHaveLength(1);
  expect(wirecopy('deliveries', '--subscriber', 'paper', '--outcome', 'withheld').lines).toEqual([
    expect.stringMatching(/paper {2}article\.embargoed {2}\S+@1 {2}withheld: embargoed$/),
  ]);
  expect(wirecopy('deliveries', '--outcome', 'lost')).toMatchObject({
    status: 65,
    out: expect.stringContaining('delivery.outcome') as string,
  });
});

test('subscribers: listed, paused with a reason, resumed, sent again; an unknown one is refused', () => {
  expect(wirecopy('subscribers', 'list').lines.map((line) => line.replace(/ {2}.*/, ''))).toEqual(['paper', 'site']);
  expect(wirecopy('subscribers', 'pause', 'paper', '--reason', 'moving house').lines).toEqual([
    expect.stringMatching(/^paper {2}paused: moving house, at /),
  ]);
  expect(wirecopy('subscribers', 'resume', 'paper').lines).toEqual([expect.stringMatching(/^paper {2}runs, at /)]);
  expect(JSON.parse(wirecopy('subscribers', 'redeliver', 'paper', '--json').out)).toMatchObject({ name: 'paper', rewindTo: '0' });
  expect(wirecopy('subscribers', 'pause', 'nobody')).toMatchObject({
    status: 65,
    out: expect.stringContaining('subscriber.unknown') as string,
  });
});

test('quarantine: grouped by cause, item by item, read again, given up with a reason', () => {
  const [group] = wirecopy('quarantine', 'list', '--json').lines.map((line) => JSON.parse(line) as { code: string; count: number });
  expect(group).toMatchObject({ count: 1, feed: 'velmar' });
  const { code } = group!;
  expect(wirecopy('quarantine', 'show', '--code', code).lines).toEqual([expect.stringContaining(`whole document  ${code}`)]);
  expect(wirecopy('quarantine', 'replay', '--dry-run')).toMatchObject({
    status: 1,
    out: expect.stringContaining('nothing was stored') as string,
  });
  expect(wirecopy('quarantine', 'discard', '--code', code)).toMatchObject({
    status: 65,
    out: expect.stringContaining('quarantine.which') as string,
  });
  expect(wirecopy('quarantine', 'discard', '--code', code, '--reason', 'sent twice')).toMatchObject({ status: 0, lines: ['given up: 1'] });
  expect(wirecopy('quarantine', 'list').lines).toEqual([]);
});

test('replay: what was received reads the same now, and nothing is stored by a dry run', () => {
  const { status, lines } = wirecopy('replay', '--feed', 'velmar', '--dry-run');
  expect(lines[0]).toMatch(/^\d documents: 0 articles changed, 0 new, 3 unchanged/);
  expect([status, lines.at(-1)]).toEqual([1, 'nothing was stored (--dry-run)']);
  expect(wirecopy('replay', '--feed', 'nobody')).toMatchObject({ status: 65, out: expect.stringContaining('replay.feed') as string });
});
