import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { onLoopback } from '../servers/loopback.ts';
import { delivery } from './deliveries.ts';
import { redisWith, tempFolder } from './redis.ts';

const cli = join(import.meta.dirname, '..', '..', 'dist/cli/wirecopy.js');
const FEEDS = 24;
const EVERY_MS = 2_000;
const WORKERS = ['one', 'two', 'three'];

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Poll {
  readonly feed: number;
  readonly worker: string;
  readonly at: number;
}

/** A host for each feed, so that no budget plays a part. Answers after a while, and remembers who asked, and how many at once. */
async function wires(polls: Poll[], atOnce: number[]): Promise<string[]> {
  return Promise.all(
    Array.from({ length: FEEDS }, async (_, feed) => {
      let open = 0;
      const server = createServer((request, response) => {
        polls.push({ feed, worker: String(request.headers['x-worker']), at: performance.now() });
        open += 1;
        atOnce[feed] = Math.max(atOnce[feed] ?? 0, open);
        setTimeout(() => {
          open -= 1;
          response.writeHead(200, { 'content-type': 'application/xml' }).end(delivery(feed, 1));
        }, 100);
      });
      const { origin, stop } = await onLoopback(server);
      closers.push(stop);
      return `${origin}/wire.xml`;
    }),
  );
}

function start(config: string, worker: string): ChildProcess {
  const child = spawn(process.execPath, [cli, 'run', '--config', config, '--roles', 'fetch', '--log-level', 'warn'], {
    env: { ...process.env, WORKER: worker },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  closers.push(() => {
    const ended =
      child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    return ended;
  });
  return child;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 50_000; waited += 50) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error(`never happened: ${what}`);
}

test('three processes share the feeds of one Redis, and two go on when one dies', async () => {
  const redis = await redisWith(['appendonly yes', 'maxmemory-policy noeviction']);
  closers.push(redis.stop);
  const folder = tempFolder();
  closers.push(folder.remove);
  const polls: Poll[] = [];
  const atOnce: number[] = [];
  const urls = await wires(polls, atOnce);
  const feeds = urls.map((url, at) => ({
    ...{ id: `feed-${at}`, url, every: `${EVERY_MS}ms` },
    options: { headers: { 'x-worker': '${env:WORKER}' } },
  }));
  const config = join(folder.path, 'wirecopy.yaml');
  writeFileSync(config, JSON.stringify({ feeds, data: folder.path, redis: redis.socket, api: false, network: { allow: ['127.0.0.1'] } }));
  const children = WORKERS.map((worker) => start(config, worker));
  const workersSince = (from: number) => new Set(polls.filter(({ at }) => at >= from).map(({ worker }) => worker));
  const feedsSince = (from: number) => new Set(polls.filter(({ at }) => at >= from).map(({ feed }) => feed));

  await until('all three poll', () => workersSince(0).size === 3);
  const shared = performance.now();
  await until('each feed five times', () =>
    Array.from(urls.keys()).every((feed) => polls.filter((poll) => poll.feed === feed).length >= 5),
  );
  // Nobody polls what another is polling, and no feed more often than its config says, but for a tenth of spread.
  expect(atOnce).toEqual(urls.map(() => 1));
  const seconds = (performance.now() - shared) / 1_000;
  for (const feed of urls.keys()) {
    const count = polls.filter((poll) => poll.feed === feed && poll.at >= shared).length;
    expect(count).toBeLessThanOrEqual(Math.ceil((seconds * 1_000) / (EVERY_MS * 0.95)) + 1);
  }
  expect(workersSince(shared)).toEqual(new Set(WORKERS));

  children[0]?.kill('SIGKILL');
  await new Promise((resolve) => children[0]?.once('exit', resolve));
  const died = performance.now();
  // What it had in hand is due again when the claim of two minutes is over; all else goes on at once.
  await until('nearly all feeds by the others', () => feedsSince(died).size >= FEEDS - 4);
  expect(workersSince(died)).toEqual(new Set(WORKERS.slice(1)));
}, 300_000);
