import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, 'chaos.mjs');
const withoutRedis = spawnSync('redis-server', ['--version']).error !== undefined;
if (withoutRedis) console.warn('skipped: no redis-server, apt-get install redis-server');

/** The commit tier, smaller than a real run: 600 revisions, three subscribers, ten kills and one of most other faults for each seed. */
test.skipIf(withoutRedis).each([1, 2, 3])(
  'nothing is lost and nothing leaves early while everything is killed, seed %i',
  { timeout: 600_000 },
  (seed) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--tier', 'commit', '--seed', String(seed)], {
      encoding: 'utf8',
    });
    const [json = '', plain = ''] = stdout.trim().split('\n').slice(-2);
    console.info(plain);
    expect([status, stderr], json).toEqual([0, '']);
    expect(JSON.parse(json)).toMatchObject({ seed, sent: 600, lost: 0, killed_visible: 0, embargo_early: 0 });
  },
);
