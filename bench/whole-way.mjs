// A story's whole way: raw in the journal -> queue -> normalized -> stored -> delivered to a folder.
// `node bench/whole-way.mjs --worker=FOLDER --redis=ADDRESS` is a further process that shares the work.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sha256 } from '../dist/article/hash.js';
import { createPipeline } from '../dist/main.js';
import { startEmbeddedRedis } from '../dist/queue/embedded-redis.js';
import { cpuOf } from './measure.mjs';

export const RECEIVED = '2026-11-23T18:00:00Z';
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
const log = { debug() {}, info() {}, warn() {}, error: console.error, child: () => log };

function configIn(folder, redisUrl, databaseUrl) {
  const at = { line: 1, column: 1 };
  const feed = { id: 'bench', transport: 'directory', everyMs: 3_600_000, provider: 'NORVIK', options: { path: folder }, tests: [], at };
  const sink = { name: 'out', kind: 'directory', encoding: 'canonical', filter: {}, embargoed: false, at };
  return {
    feeds: [feed],
    sinks: [{ ...sink, options: { path: join(folder, 'out') } }],
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...{ dataDir: folder, redisUrl, retention: {}, api: null, network: { allow: [] }, secrets: [] },
  };
}

const open = (folder, redisUrl, databaseUrl) =>
  createPipeline(configIn(folder, redisUrl, databaseUrl), { log, environment: process.env, tickEveryMs: 1_000 });

/** User and system time of a process, in milliseconds. */
export function cpuOfProcess(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/**
 * CPU milliseconds a story, of all our processes and Redis. `dataDir` holds a journal to begin with, which is kept; `databaseUrl` an empty
 * PostgreSQL database, whose server's own time is not counted.
 */
export async function wholeWay(stories, { processes = 1, dataDir, databaseUrl }) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
  const redis = await startEmbeddedRedis({ directory: join(folder, 'redis'), environment: process.env });
  const pipeline = await open(folder, redis.address, databaseUrl);
  for (const bytes of stories)
    await pipeline.journal.keepRaw({ feed: 'bench', bytes, sha256: sha256(bytes), receivedAt: RECEIVED, mediaType: 'application/xml' });
  const helpers = Array.from({ length: processes - 1 }, () =>
    fork(import.meta.filename, [
      '--worker',
      folder,
      '--redis',
      redis.address,
      ...(databaseUrl === undefined ? [] : ['--database', databaseUrl]),
    ]),
  );
  const before = cpuOfProcess(redis.pid);
  const own = await cpuOf(async () => {
    await pipeline.start(['normalize', 'deliver']);
    await delivered(pipeline, stories.length);
  });
  const cpu = own + cpuOfProcess(redis.pid) - before + (await Promise.all(helpers.map(ended))).reduce((sum, one) => sum + one, 0);
  await pipeline.stop();
  await redis.stop();
  if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  return cpu / stories.length;
}

async function delivered(pipeline, count) {
  for (;;) {
    const { subscriber } = await state(pipeline);
    const { stored, rawPending } = await pipeline.totals();
    if (rawPending === 0 && stored >= count && subscriber) return;
    await sleep(200);
  }
}

/** Whether the subscriber has had the last event. */
async function state({ journal }) {
  const { cursor } = await journal.subscriber('out');
  return { subscriber: (await journal.events(cursor, 1)).length === 0 && cursor !== '0' };
}

async function ended(helper) {
  const answer = new Promise((resolve) => helper.once('message', resolve));
  helper.send('end');
  return answer;
}

/** The second process: works until it is told to end, and says what it cost. */
async function work(folder, redisUrl, databaseUrl) {
  const pipeline = await open(folder, redisUrl, databaseUrl);
  const start = process.cpuUsage();
  await pipeline.start(['normalize', 'deliver']);
  process.once('message', () => {
    const { user, system } = process.cpuUsage(start);
    process.send((user + system) / 1000, () => void pipeline.stop().then(() => process.exit(0)));
  });
}

if (import.meta.filename === process.argv[1]) {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { worker: text, redis: text, database: text } });
  await work(values.worker, values.redis, values.database);
}
