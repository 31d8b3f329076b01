// npm run bench:feeds-5000 [-- --feeds=5000 --every=60 --minutes=8 --warm-up=3]: how late feeds are polled by one `wirecopy run`, each at a host of
// its own on loopback. Two in a hundred hosts are dead, one never answers, one takes eight seconds; of the others every tenth poll or so brings
// a new document, the rest are 304. Lateness is the time from when the journal says that a feed is due until its host is asked.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '5000' },
    every: { type: 'string', default: '60' },
    minutes: { type: 'string', default: '8' },
    'warm-up': { type: 'string', default: '3' },
  },
});
const [count, every, minutes, warmUp] = [values.feeds, values.every, values.minutes, values['warm-up']].map(Number);
const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));

const kindOf = (feed) => ({ 0: 'dead', 1: 'dead', 2: 'hanging', 3: 'slow' })[feed % 100] ?? 'usual';
/** When each feed is due, as last seen in the journal, and how late it was asked. */
const due = new Map();
const late = [];
const polls = { usual: 0, slow: 0, hanging: 0 };
let isMeasuring = false;

function answer(feed, request, response) {
  const now = Date.now();
  const kind = kindOf(feed);
  polls[kind] += 1;
  const at = due.get(feed);
  if (at !== undefined && isMeasuring) late.push(Math.max(0, now - at));
  due.delete(feed);
  if (kind === 'hanging') return;
  const version = `"${Math.floor((now / 1000 + feed * 37) / (every * 10))}"`;
  const send = () => {
    if (request.headers['if-none-match'] === version) response.writeHead(304, { etag: version }).end();
    else response.writeHead(200, { etag: version, 'content-type': 'application/rss+xml' }).end(document(feed, version));
  };
  if (kind === 'slow') setTimeout(send, 8_000);
  else send();
}

const document = (feed, version) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title><item><guid>urn:${feed}:${version.slice(1, -1)}</guid><title>Harbour ${feed} closes</title><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate><description>The harbour of Velmar will close on Friday for a day of repairs, the port said.</description></item></channel></rss>`;

async function hostOf(feed) {
  const server = createServer((request, response) => answer(feed, request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  if (kindOf(feed) === 'dead') await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/feed.xml`;
}

const config = join(folder, 'wirecopy.yaml');
const feeds = [];
for (let feed = 0; feed < count; feed += 1) feeds.push({ id: `feed-${feed}`, url: await hostOf(feed), every: `${every}s` });
writeFileSync(config, JSON.stringify({ feeds, data: join(folder, 'data'), api: false, network: { allow: ['127.0.0.1'] } }));
const cli = join(import.meta.dirname, '../dist/cli/wirecopy.js');
const child = spawn(process.execPath, [cli, 'run', '--config', config, '--log-level', 'error'], { stdio: ['ignore', 'ignore', 'inherit'] });
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
const cpu = () => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

let db;
function look() {
  db ??= new Sqlite(join(folder, 'data/journal.db'), { readonly: true });
  const now = Date.now();
  // A claim moves the time on by two minutes: what is further away than an interval is no time at which a poll is due.
  for (const { id, next_poll_at: next } of db.prepare('select id, next_poll_at from feed').all()) {
    const at = Date.parse(next);
    if (at < now + every * 1_100) due.set(Number(id.slice(5)), at);
  }
}

const began = Date.now();
const rows = [];
for (let minute = 0; Date.now() - began < minutes * 60_000;) {
  await sleep(2_000);
  try {
    look();
  } catch {
    // Not there yet.
  }
  const passed = (Date.now() - began) / 60_000;
  isMeasuring = passed >= warmUp;
  if (passed < minute + 1) continue;
  minute += 1;
  rows.push({ minute, rssMb: Math.round(memory()), cpuSeconds: Math.round(cpu()), polls: { ...polls } });
  console.log(JSON.stringify(rows.at(-1)));
}
const sorted = late.toSorted((one, other) => one - other);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
console.log(
  JSON.stringify({
    feeds: count,
    everySeconds: every,
    measured: sorted.length,
    lateMs: { p50: at(0.5), p90: at(0.9), p99: at(0.99), most: sorted.at(-1) },
  }),
);
const ended = new Promise((resolve) => child.once('exit', resolve));
child.kill('SIGTERM');
await ended;
rmSync(folder, { recursive: true });
process.exit(0);
