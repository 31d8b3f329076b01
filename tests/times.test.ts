import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime } from '../src/normalize/times/read-time.ts';

const root = join(import.meta.dirname, '..');

describe('a printed offset counts as printed', () => {
  test.each([
    ['4 Feb 2019 17:05 GMT+01:00', '2019-02-04T16:05:00Z', '+01:00', 'explicit-offset'],
    ['Published: 4 Feb 2019 17:05 GMT+01:00', '2019-02-04T16:05:00Z', '+01:00', 'explicit-offset'],
    ['4 Feb 2019 17:05 UTC+5:30', '2019-02-04T11:35:00Z', '+05:30', 'explicit-offset'],
    ['Mon, 04 Feb 2019 17:05:00 +0100', '2019-02-04T16:05:00Z', '+01:00', 'explicit-offset'],
    ['20190204T170500+0100', '2019-02-04T16:05:00Z', '+01:00', 'explicit-offset'],
    ['20190204T160500Z', '2019-02-04T16:05:00Z', '+00:00', 'explicit-utc'],
    ['2019-02-04T16:05:00.250Z', '2019-02-04T16:05:00.25Z', '+00:00', 'explicit-utc'],
    ['20 Jul 2019 08:31 CET', '2019-07-20T07:31:00Z', '+01:00', 'abbreviation'],
    ['20 Jul 2019 08:31 BST', '2019-07-20T07:31:00Z', '+01:00', 'abbreviation'],
    ['20 Jul 2019 08:31 ET', '2019-07-20T12:31:00Z', '-04:00', 'abbreviation'],
    ['041705 GMT FEB 19', '2019-02-04T17:05:00Z', '+00:00', 'explicit-utc'],
  ])('%s', (text, utc, offset, basis) => {
    expect(readTime(text)).toMatchObject({ utc, offset, basis });
  });
});

describe('without one the zone is the given one, or none', () => {
  test('no zone at all: unresolved, with the text kept', () => {
    expect(readTime('4 Feb 2019, 17:05')).toMatchObject({ utc: null, raw: '4 Feb 2019, 17:05', basis: 'unresolved', warning: 'no zone' });
  });
  test.each([
    ['4 Feb 2019, 17:05', '2019-02-04T16:05:00Z'],
    ['Publié le 04/02/2019 à 17h05', '2019-02-04T16:05:00Z'],
    ['Montag, 4. Februar 2019, 17.05 Uhr', '2019-02-04T16:05:00Z'],
    ['4 февраля 2019 г. 17:05', '2019-02-04T16:05:00Z'],
    ['31 Mar 2019 02:30', '2019-03-31T01:30:00Z'],
    ['27 Oct 2019 02:30', '2019-10-27T00:30:00Z'],
  ])('%s in Paris', (text, utc) => {
    expect(readTime(text, { zone: 'Europe/Paris', zoneBasis: 'page-zone', language: 'fr' })).toMatchObject({ utc, basis: 'page-zone' });
  });
  test('the second reading of an hour that comes twice is kept', () => {
    expect(readTime('27 Oct 2019 02:30', { zone: 'Europe/Paris' }).alternatives).toMatchObject([{ utc: '2019-10-27T01:30:00Z' }]);
  });
  test('day and month: the order decides, the other reading is kept', () => {
    expect(readTime('04/05/2019 10:00', { zone: 'UTC', order: 'MDY' })).toMatchObject({
      utc: '2019-04-05T10:00:00Z',
      alternatives: [{ utc: '2019-05-04T10:00:00Z' }],
    });
    expect(readTime('13/05/2019 10:00', { zone: 'UTC', order: 'MDY' })).toMatchObject({ utc: '2019-05-13T10:00:00Z' });
  });
});

describe('what is no moment is refused', () => {
  test.each([
    '',
    'yesterday evening',
    '30 Feb 2019 10:00 UTC',
    '2019-02-30',
    '25:00 4 Feb 2019 UTC',
    'Flight 2019 left at gate 4',
    '4 Feb 2019 10:00 GMT+99:00',
  ])('%s', (text) => {
    expect(readTime(text, { zone: 'UTC' }).utc).toBeNull();
  });
});

test('a date without a year belongs to the last such day', () => {
  expect(readTime('31 December 23:55 UTC', { now: '2019-01-01T00:10:00Z' }).utc).toBe('2018-12-31T23:55:00Z');
});

test('no string throws, and an answer is a valid instant', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d\s:./+A-Za-z-]{0,40}$/)), (text) => {
      const { utc } = readTime(text, { zone: 'Europe/Paris', now: '2019-02-04T00:00:00Z' });
      expect(utc === null || !Number.isNaN(Date.parse(utc))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test.skipIf(!existsSync(join(root, 'dist/cli/wirecopy.js')))('the zone of the host does not matter', () => {
  const texts = ['8 Mar 2015 02:30', '29 Mar 2015 02:30', '4 Feb 2019, 17:05', '2019-02-04 17:05', '20 Jul 2019 08:31 CET'];
  const input = texts.map((text) => JSON.stringify({ input: text, zone: 'Europe/Paris' })).join('\n');
  const run = (TZ: string): string =>
    execFileSync(process.execPath, [join(root, 'dist/cli/wirecopy.js'), 'parse', 'time', '--jsonl'], {
      input,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  for (const zone of ['America/New_York', 'Asia/Kolkata', 'Pacific/Apia']) expect(run(zone)).toBe(run('UTC'));
});
