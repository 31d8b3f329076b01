// node --expose-gc bench/pages-memory.mjs --pages=DIR [--count=5000]: the heap while many pages are read one after another.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decode } from '../dist/ingest/decode.js';
import { html } from '../dist/ingest/formats/html.js';

const { values } = parseArgs({ options: { pages: { type: 'string' }, count: { type: 'string', default: '5000' } } });
if (values.pages === undefined) throw new Error('--pages=DIR: a folder of article pages');
const pages = readdirSync(values.pages, { recursive: true })
  .map(String)
  .filter((name) => /\.html(?:\.gz)?$/.test(name))
  .map((name) => {
    const bytes = readFileSync(join(values.pages, name));
    return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  });
const count = Number(values.count);
for (let index = 0; index <= count; index += 1) {
  if (index % Math.ceil(count / 10) === 0) {
    globalThis.gc?.();
    console.log(`${String(index).padStart(7)} pages ${(process.memoryUsage().heapUsed / 1e6).toFixed(1).padStart(8)} MB heap`);
  }
  const bytes = pages[index % pages.length];
  try {
    html.parse({ bytes, ...decode(bytes, {}) });
  } catch {
    // A page without a story takes memory too.
  }
}
