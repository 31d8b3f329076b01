import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import { normalizeItem } from '../src/normalize/normalize-item.ts';
import { NO_PROFILE } from '../src/normalize/profile.ts';
import { readTime } from '../src/normalize/times/read-time.ts';

const lines = readFileSync(new URL('../fixtures/steps/wire/times.jsonl', import.meta.url), 'utf8');
const command = fileURLToPath(new URL('../dist/cli/wirecopy.js', import.meta.url));

function readUnder(zone: string): string {
  return spawnSync(process.execPath, [command, 'parse', 'time', '--jsonl'], {
    input: lines,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  }).stdout;
}

test('the zone of the host changes no time', () => {
  const here = readUnder('UTC');
  expect(here.split('\n').length).toBeGreaterThan(100);
  for (const zone of ['America/New_York', 'Asia/Kathmandu', 'Europe/Dublin', 'Pacific/Kiritimati']) expect(readUnder(zone)).toBe(here);
}, 120_000);

test.each([
  ['4 Jun 2031 10:00 IST', undefined, '2031-06-04T04:30:00Z'],
  ['4 Jun 2031 10:00 IST', 'Europe/Dublin', '2031-06-04T09:00:00Z'],
  ['4 Jan 2031 10:00 IST', 'Asia/Jerusalem', '2031-01-04T08:00:00Z'],
  ['4 Jun 2031 10:00 IST', 'Europe/Berlin', '2031-06-04T04:30:00Z'],
  ['4 Jun 2031 10:00 CST', 'Asia/Shanghai', '2031-06-04T02:00:00Z'],
  ['4 Jun 2031 10:00 CST', 'America/Chicago', '2031-06-04T16:00:00Z'],
  ['4 Jun 2031 10:00 EST', 'Australia/Sydney', '2031-06-04T00:00:00Z'],
  ['4 Jun 2031 10:00 BST', 'Asia/Dhaka', '2031-06-04T04:00:00Z'],
])('%s in a feed of %s', (text, zone, utc) => {
  expect(readTime(text, zone === undefined ? {} : { zone, zoneBasis: 'feed-default' }).utc).toBe(utc);
});

test('CET printed in summer: a page is read by its own clock, a feed as printed, both with the other reading and a warning', () => {
  const read = (zoneBasis: 'page-zone' | 'feed-default') => readTime('28 Apr 2031 10:00 CET', { zone: 'Europe/Paris', zoneBasis });
  const [page, feed] = [read('page-zone'), read('feed-default')];
  expect(page).toMatchObject({ utc: '2031-04-28T08:00:00Z', alternatives: [{ utc: '2031-04-28T09:00:00Z' }] });
  expect(feed).toMatchObject({ utc: '2031-04-28T09:00:00Z', alternatives: [{ utc: '2031-04-28T08:00:00Z' }] });
  expect([page.warning, feed.warning]).toEqual(['CET is not in force there on that day', 'CET is not in force there on that day']);
  expect(readTime('28 Apr 2031 10:00 EET', { zone: 'Europe/Paris', zoneBasis: 'page-zone' }).utc).toBe('2031-04-28T08:00:00Z');
});

const NOW = '2031-03-04T10:00:00Z';
function versionOf(text: string) {
  const item: ParsedItem = { index: 0, body: [], times: { versionCreated: { text, path: '/v' } } };
  const context = { feed: 'test', now: NOW, receivedAt: NOW };
  const origin = { rawSha256: '0'.repeat(64), format: 'test', parser: { name: 'test', version: '1' } };
  return normalizeItem(item, NO_PROFILE, { context, origin, repairs: [] }).article;
}

test.each(['2999-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2031-03-06T10:00:01Z'])(
  'a version of %s is flagged and orders nothing',
  (text) => {
    const { identity, times, provenance } = versionOf(text);
    expect(times.versionCreated?.utc).toBe(text);
    expect(provenance.warnings.map(({ code }) => code)).toContain('date.out-of-window');
    expect(identity.revisionKey).toBe(NOW);
  },
);

test.each(['2031-03-06T10:00:00Z', '1990-01-01T00:00:00Z'])('a version of %s is within the window', (text) => {
  const { identity, provenance } = versionOf(text);
  expect(provenance.warnings).toEqual([]);
  expect(identity.revisionKey).toBe(text);
});
