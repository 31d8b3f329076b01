import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/store/open-journal.ts';
import { clusterOfBlock, whyNoPostgres } from '../postgres/cluster.ts';
import { redisWith, tempFolder } from '../queue/redis.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const HOUR = 3_600_000;

const withoutFaketime = spawnSync('faketime', ['--version']).error !== undefined;
if (withoutFaketime && process.env['CI'] !== undefined) throw new Error('no faketime: apt-get install faketime');
if (withoutFaketime) console.warn('skipped: no faketime, apt-get install faketime');

/** A ninjs item of an invented story. */
function itemOf(name: string, more: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    ...{
      uri: `urn:velmar:${name}`,
      type: 'text',
      pubstatus: 'usable',
      language: 'en',
      version: '1',
      versioncreated: '2026-03-09T09:00:00Z',
    },
    ...{ headline: `The ${name} ferry leaves`, body_text: `VARRE (Velmar Wire) - The ${name} ferry left the pier.`, ...more },
  });
}

/** Stories whose embargo ends in an hour, ended an hour ago, or never was; and one whose licence ended an hour ago, one whose will. */
function prepare(folder: string): string {
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
  mkdirSync(join(folder, 'in'));
  const items = {
    early: itemOf('early', { embargoed: at(HOUR) }),
    late: itemOf('late', { embargoed: at(-HOUR) }),
    free: itemOf('free', {}),
    expired: itemOf('expired', { expires: at(-HOUR) }),
    licensed: itemOf('licensed', { expires: at(HOUR) }),
  };
  for (const [name, text] of Object.entries(items)) writeFileSync(join(folder, 'in', `${name}.json`), text);
  const config = join(folder, 'wirecopy.yaml');
  const feed = '  - { id: velmar, path: in, every: 500ms, provider: Velmar }';
  writeFileSync(
    config,
    ['data: data', 'api: false', 'feeds:', feed, 'sinks:', '  - { name: out, kind: directory, path: out }', ''].join('\n'),
  );
  return config;
}

/** A whole worker at another time. Its Redis is outside: redis-server's allocator does not start under libfaketime. */
async function work(config: string, shift: string, place: { databaseUrl?: string; redis: string }): Promise<void> {
  const { databaseUrl, redis } = place;
  const env = { ...process.env, REDIS_URL: redis, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
  await run('faketime', ['-f', shift, process.execPath, join(root, 'tests/queue/worker.mjs'), config, 'once'], {
    env,
    cwd: root,
    timeout: 90_000,
  });
}

function delivered(folder: string): string[] {
  const file = join(folder, 'out', 'events.ndjson');
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return ['early', 'late', 'free', 'expired', 'licensed'].filter((name) => text.includes(`The ${name} ferry`));
}

function suite(store: string, place: () => Promise<string | undefined>): void {
  test.skipIf(withoutFaketime).each(['+1d', '-1d'])(
    `${store}: a worker whose clock is off by %s releases nothing early, nothing expired, and all the rest`,
    { timeout: 120_000 },
    async (shift) => {
      const { path, remove } = tempFolder();
      const redis = await redisWith(['appendonly yes', 'maxmemory-policy noeviction']);
      try {
        const config = prepare(path);
        const databaseUrl = await place();
        const where = { redis: redis.socket, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
        // Twice: what was held the first time is looked at again.
        await work(config, shift, where);
        await work(config, shift, where);
        expect(delivered(path)).toEqual(['late', 'free', 'licensed']);
        const journal = await openJournal({ dataDir: join(path, 'data'), ...(databaseUrl === undefined ? {} : { databaseUrl }) });
        expect([await journal.releaseDue(100), (await journal.totals()).stored]).toEqual([0, 5]);
        await journal.close();
      } finally {
        await redis.stop();
        remove();
      }
    },
  );
}

describe('a clock that is wrong', () => {
  suite('SQLite', () => Promise.resolve(undefined));

  const missing = whyNoPostgres();
  if (missing !== undefined) console.warn(`skipped: ${missing}`);
  describe.skipIf(missing !== undefined)('on PostgreSQL', () => {
    const cluster = clusterOfBlock();
    suite('PostgreSQL', () => cluster.database());
  });
});
