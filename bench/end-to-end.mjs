// npm run bench -- --only=end-to-end [--stories=1000]: what a story of 11 kB costs on its whole way, beside a bare BullMQ job that does nothing, one a
// story and one for fifty, and beside the stages that can be measured alone; in CPU time of all our processes and Redis.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { sha256 } from '../dist/article/hash.js';
import { normalize } from '../dist/library.js';
import { startEmbeddedRedis } from '../dist/queue/embedded-redis.js';
import { openJournal } from '../dist/store/open-journal.js';
import { cpuOf, median, table } from './measure.mjs';
import { withPostgres } from './postgres.mjs';
import { newsmlG2 } from './stories.mjs';
import { cpuOfProcess, RECEIVED, wholeWay } from './whole-way.mjs';

const BATCH = 50;

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

/** Keeping the bytes alone: one transaction each, as a poll does it. */
async function keptAlone(stories) {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
  const journal = await openJournal({ dataDir: folder });
  const cpu = await cpuOf(async () => {
    for (const bytes of stories)
      await journal.keepRaw({ feed: 'bench', bytes, sha256: sha256(bytes), receivedAt: RECEIVED, mediaType: 'application/xml' });
  });
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
  return cpu / stories.length;
}

export const endToEnd = {
  name: 'end-to-end',
  async measure({ stories: count, rounds }) {
    const taken = new Map();
    const note = (name, value) => taken.set(name, [...(taken.get(name) ?? []), value]);
    let seed = 0;
    // Other words each time: what is known already costs nothing.
    const stories = () => Array.from({ length: count }, () => Buffer.from(newsmlG2((seed += 1))));
    await withPostgres(async (database) => {
      for (let round = 0; round < rounds; round += 1) {
        note('the whole way, SQLite, 1 process', await wholeWay(stories(), { processes: 1 }));
        note('the whole way, SQLite, 2 processes', await wholeWay(stories(), { processes: 2 }));
        if (database !== undefined) {
          note('the whole way, PostgreSQL, 1 process', await wholeWay(stories(), { processes: 1, databaseUrl: await database() }));
          note('the whole way, PostgreSQL, 2 processes', await wholeWay(stories(), { processes: 2, databaseUrl: await database() }));
        }
        const alone = stories();
        note('stage: bytes kept raw (before the whole way)', await keptAlone(alone));
        note('stage: bytes to article', (await cpuOf(() => alone.forEach((bytes) => normalize(bytes, { receivedAt: RECEIVED })))) / count);
        note('stage: bare BullMQ, a job a story', await bareJobs(count, 1));
        note(`stage: bare BullMQ, a job for ${BATCH}`, await bareJobs(count, BATCH));
      }
    });
    return [...taken].map(([name, all]) => ({ name, cpuMsPerStory: median(all) }));
  },
  print(results) {
    const whole = results[0].cpuMsPerStory;
    table(
      'end to end, stories of 11 kB',
      ['what', 'CPU ms a story', 'of the whole way on SQLite'],
      results.map(({ name, cpuMsPerStory }) => [name, cpuMsPerStory, cpuMsPerStory / whole]),
    );
  },
};
