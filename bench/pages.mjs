// npm run bench:pages -- --pages=DIR [--rounds=N] [--memory=N]: what an article page costs, beside readability with linkedom.
// DIR holds pages (*.html, *.html.gz). Engines take turns within each round, the first round warms up, the median of the others counts
// (CPU time). --memory=N reads N pages one after another and prints the heap after each tenth of them: needs node --expose-gc.
// The other reader: `npm install @mozilla/readability linkedom` in bench/ first; without it only wirecopy is measured.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decode } from '../dist/ingest/decode.js';
import { html } from '../dist/ingest/formats/html.js';

const { values } = parseArgs({
  options: { pages: { type: 'string' }, rounds: { type: 'string', default: '5' }, memory: { type: 'string', default: '0' } },
});
if (values.pages === undefined) throw new Error('--pages=DIR: a folder of article pages');

const pages = readdirSync(values.pages, { recursive: true })
  .map(String)
  .filter((name) => /\.html(?:\.gz)?$/.test(name))
  .map((name) => {
    const bytes = readFileSync(join(values.pages, name));
    return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  });

const engines = [['wirecopy, bytes to story', (bytes) => html.parse({ bytes, ...decode(bytes, {}) })], ...(await others())];

async function others() {
  try {
    const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
    return [['readability + linkedom', (bytes) => new Readability(parseHTML(decode(bytes, {}).text).document).parse()]];
  } catch {
    console.log('(readability and linkedom are not installed)');
    return [];
  }
}

function measure(work) {
  const before = process.cpuUsage();
  for (const bytes of pages) {
    try {
      work(bytes);
    } catch {
      // A page without a story costs time too.
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / pages.length;
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

function compare() {
  const taken = new Map(engines.map(([name]) => [name, []]));
  for (let round = 0; round <= Number(values.rounds); round += 1)
    for (const [name, work] of engines) {
      const milliseconds = measure(work);
      if (round > 0) taken.get(name).push(milliseconds);
    }
  console.log(`${pages.length} pages`);
  for (const [name, all] of taken) console.log(`${name.padEnd(30)}${median(all).toFixed(2).padStart(9)} ms CPU per page`);
}

function holdMemory(count) {
  const [[, work]] = engines;
  for (let index = 0; index <= count; index += 1) {
    if (index % Math.ceil(count / 10) === 0) {
      globalThis.gc?.();
      console.log(`${String(index).padStart(7)} pages ${(process.memoryUsage().heapUsed / 1e6).toFixed(1).padStart(8)} MB heap`);
    }
    try {
      work(pages[index % pages.length]);
    } catch {
      // As above.
    }
  }
}

if (Number(values.memory) > 0) holdMemory(Number(values.memory));
else compare();
