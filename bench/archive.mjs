// npm run bench:archive [-- --records=100000]: what `wirecopy normalize` needs for a news crawl that it writes itself: CPU, peak memory after
// each tenth, counts. Every tenth record is a request, every twentieth an answer without a page, every thousandth is damaged.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' } } });
const records = Number(values.records);
const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
const file = join(folder, 'crawl.warc.gz');
const towns = ['Velmar', 'Orsk Bay', 'Tarnholt', 'Lindesund', 'Karvia'];
const people = ['Ana Prill', 'Jon Marsk', 'Lea Toft', 'Ivo Brandt'];

function page(number) {
  const [town, person] = [towns[number % towns.length], people[number % people.length]];
  const paragraphs = Array.from(
    { length: 6 + (number % 9) },
    (_, at) =>
      `<p>Paragraph ${at + 1}: the council of ${town} said on Tuesday that ${(number * 7 + at * 13) % 900} houses near the harbour would be connected to the new heating works before the winter, after talks with residents that had lasted ${2 + (at % 5)} months.</p>`,
  );
  const links = Array.from({ length: 40 }, (_, at) => `<li><a href="/section-${at}">Section ${at} of the ${town} Herald</a></li>`);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${town} connects ${number} houses | ${town} Herald</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-24T0${number % 10}:14:00+01:00"></head><body><nav><ul>${links.join('')}</ul></nav><article><h1>${town} connects ${number} houses</h1><p class="byline">By ${person}</p>${paragraphs.join('\n')}</article><footer><p>All rights reserved</p></footer></body></html>`;
}

function record(number) {
  if (number % 10 === 0) return warc('request', `GET /${number} HTTP/1.1\r\nHost: herald.example\r\n\r\n`, number);
  if (number % 20 === 1) return warc('response', `HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone</p>`, number);
  return warc('response', `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(number)}`, number);
}

function warc(type, block, number) {
  const bytes = Buffer.from(block);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:wirecopy:${number}>\r\nWARC-Target-URI: https://herald.example/${number}\r\nWARC-Date: 2026-11-24T09:14:00Z\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  const packed = gzipSync(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]), { level: 1 });
  if (number % 1000 === 999) packed[Math.floor(packed.length / 2)] ^= 0xff;
  return packed;
}

async function write() {
  const out = createWriteStream(file);
  for (let number = 0; number < records; number += 1)
    if (!out.write(record(number))) await new Promise((resolve) => out.once('drain', resolve));
  await new Promise((resolve) => out.end(resolve));
}

/** Prints to stderr, ten times and at the end, what the process has used. */
const watch = `
let seen = 0; const write = process.stdout.write.bind(process.stdout);
const tell = (what) => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(\`\${what}: \${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB RSS, peak \${(maxRSS / 1e3).toFixed(0)} MB, CPU \${((userCPUTime + systemCPUTime) / 1e6).toFixed(0)} s\\n\`); };
process.stdout.write = (...given) => { seen += 1; if (seen % ${Math.ceil(records / 10)} === 0) tell(\`\${seen} lines\`); return write(...given); };
process.on('exit', () => tell('end'));`;

await write();
console.log(`${records} records, ${(statSync(file).size / 1e6).toFixed(1)} MB gzipped`);
const started = performance.now();
const cli = join(import.meta.dirname, '../dist/cli/wirecopy.js');
const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
const child = spawn(process.execPath, ['--import', preload, cli, 'normalize', file, '--now', '2026-11-24T10:00:00Z'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
child.stdout.resume();
await new Promise((resolve) => child.once('close', resolve));
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s by the wall`);
rmSync(folder, { recursive: true });
