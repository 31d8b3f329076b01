// node bench/end-to-end.mjs [--stories=2000] [--processes=1|2] [--rounds=3]: what a story of 11 kB costs on its whole way, raw in the journal ->
// queue -> normalized -> stored -> delivered to a folder, in CPU time of all our processes and Redis; beside a bare BullMQ job that does nothing,
// one a story and one for fifty, and beside the stages that can be measured alone. PostgreSQL instead of SQLite: an empty database at DATABASE_URL,
// whose server's time is not counted.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { sha256 } from '../dist/article/hash.js';
import { normalize } from '../dist/library.js';
import { createPipeline } from '../dist/main.js';
import { startEmbeddedRedis } from '../dist/queue/embedded-redis.js';
import { cpuOf, median, table } from './measure.mjs';
import { newsmlG2 } from './stories.mjs';

const RECEIVED = '2026-11-23T18:00:00Z';
const BATCH = 50;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
const log = { debug() {}, info() {}, warn() {}, error: console.error, child: () => log };

function configIn(folder, redisUrl) {
  const at = { line: 1, column: 1 };
  const feed = { id: 'bench', transport: 'directory', everyMs: 3_600_000, provider: 'NORVIK', options: { path: folder }, tests: [], at };
  const sink = { name: 'out', kind: 'directory', encoding: 'canonical', filter: {}, embargoed: false, at };
  return {
    feeds: [feed],
    sinks: [{ ...sink, options: { path: join(folder, 'out') } }],
    ...(process.env.DATABASE_URL === undefined ? {} : { databaseUrl: process.env.DATABASE_URL }),
    ...{ dataDir: folder, redisUrl, retention: {}, api: null, network: { allow: [] }, secrets: [] },
  };
}

const open = (folder, redisUrl) => createPipeline(configIn(folder, redisUrl), { log, environment: process.env, tickEveryMs: 1_000 });

/** User and system time of a process, in milliseconds. */
function cpuOfProcess(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function wholeWay(stories, processes) {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
  const redis = await startEmbeddedRedis({ directory: join(folder, 'redis'), environment: process.env });
  const pipeline = await open(folder, redis.address);
  for (const bytes of stories)
    await pipeline.journal.keepRaw({ feed: 'bench', bytes, sha256: sha256(bytes), receivedAt: RECEIVED, mediaType: 'application/xml' });
  const helpers = Array.from({ length: processes - 1 }, () => fork(import.meta.filename, ['--worker', folder, '--redis', redis.address]));
  const before = cpuOfProcess(redis.pid);
  const own = await cpuOf(async () => {
    await pipeline.start(['normalize', 'deliver']);
    await delivered(pipeline, stories.length);
  });
  const cpu = own + cpuOfProcess(redis.pid) - before + (await Promise.all(helpers.map(ended))).reduce((sum, one) => sum + one, 0);
  await pipeline.stop();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
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
async function work(folder, redisUrl) {
  const pipeline = await open(folder, redisUrl);
  const start = process.cpuUsage();
  await pipeline.start(['normalize', 'deliver']);
  process.once('message', () => {
    const { user, system } = process.cpuUsage(start);
    process.send((user + system) / 1000, () => void pipeline.stop().then(() => process.exit(0)));
  });
}

/** Jobs that do nothing, `each` stories in one. */
async function bareJobs(count, each) {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
  const redis = await startEmbeddedRedis({ directory: join(folder, 'redis'), environment: process.env });
  const [connection, working] = [0, 1].map(() => new Redis({ path: redis.address, maxRetriesPerRequest: null }));
  const queue = new Queue('bare', { connection, defaultJobOptions: { removeOnComplete: true } });
  const jobs = Array.from({ length: Math.ceil(count / each) }, (_, index) => ({
    name: 'bare',
    data: { v: 1, raws: Array(each).fill(index) },
  }));
  const before = cpuOfProcess(redis.pid);
  let left = jobs.length;
  const own = await cpuOf(async () => {
    for (let at = 0; at < jobs.length; at += BATCH) await queue.addBulk(jobs.slice(at, at + BATCH));
    const worker = new Worker('bare', async () => {}, { connection: working, concurrency: 2 });
    await new Promise((resolve) => worker.on('completed', () => (left -= 1) === 0 && resolve()));
    await worker.close(true);
  });
  const cpu = own + cpuOfProcess(redis.pid) - before;
  await queue.close();
  connection.disconnect();
  working.disconnect();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
  return cpu / count;
}

/** Medians of CPU milliseconds a story, by what was done. */
export async function measureEndToEnd({ count, processes, rounds }) {
  const taken = new Map();
  const note = (name, value) => taken.set(name, [...(taken.get(name) ?? []), value]);
  for (let round = 0; round < rounds; round += 1) {
    // Other words each time: what is known already costs nothing.
    const stories = Array.from({ length: count }, (_, seed) => Buffer.from(newsmlG2(round * count + seed)));
    note(`the whole way, ${processes} process${processes === 1 ? '' : 'es'}`, await wholeWay(stories, processes));
    note('of which: bytes to article', (await cpuOf(() => stories.forEach((bytes) => normalize(bytes, { receivedAt: RECEIVED })))) / count);
    note('bare BullMQ, a job a story', await bareJobs(count, 1));
    note(`bare BullMQ, a job for ${BATCH}`, await bareJobs(count, BATCH));
  }
  return [...taken].map(([name, all]) => ({ name, cpuMsPerStory: median(all) }));
}

if (import.meta.filename === process.argv[1]) {
  const number = (fallback) => ({ type: 'string', default: String(fallback) });
  const options = {
    stories: number(2_000),
    processes: number(1),
    rounds: number(3),
    worker: { type: 'string' },
    redis: { type: 'string' },
  };
  const { values } = parseArgs({ options });
  if (values.worker === undefined) {
    const given = { count: Number(values.stories), processes: Number(values.processes), rounds: Number(values.rounds) };
    const rows = await measureEndToEnd(given);
    table(
      `${given.count} stories, ${process.env.DATABASE_URL === undefined ? 'SQLite' : 'PostgreSQL'}`,
      ['what', 'CPU ms a story'],
      rows.map(Object.values),
    );
  } else await work(values.worker, values.redis);
}
