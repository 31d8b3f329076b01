import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import { MAX_BYTES } from '../src/ingest/decode.ts';
import { openDocument } from '../src/pipeline/read-document.ts';

const RECEIVED = { receivedAt: '2026-11-25T12:00:00Z' };
const PARAGRAPH = 'The ferry lay in the harbour of Halstad all night while the pilots waited for the ice to open. ';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapInMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

/** A feed of so many items of about 4 kB each. */
function* feedOf(items: number): Generator<string> {
  yield '<rss version="2.0"><channel><title>Norvik Wire</title><link>https://wire.norvik.example/</link>';
  for (let item = 0; item < items; item += 1)
    yield `<item><title>Story ${item}</title><guid>${item}</guid><description>${`&lt;p&gt;${PARAGRAPH.repeat(4)}${item}&lt;/p&gt;`.repeat(10)}</description></item>`;
  yield '</channel></rss>';
}

test('the memory that a feed needs does not grow with its items', () => {
  const bytes = Buffer.from([...feedOf(600)].join(''));
  const { items } = openDocument(bytes, RECEIVED);
  const heaps: number[] = [];
  let count = 0;
  for (const item of items) {
    expect(item.ok).toBe(true);
    count += 1;
    if (count % 150 === 0) heaps.push(heapInMegabytes());
  }
  expect(count).toBe(600);
  const [first = 0] = heaps;
  expect(Math.max(...heaps) - first).toBeLessThan(2);
}, 60_000);

test('a feed beyond the cap gives the items before it, one by one, and says that others are missing', () => {
  const text = [...feedOf(300)].join('');
  const bytes = Buffer.alloc(MAX_BYTES + 1_000_000, ' ');
  bytes.write(text.replace('</channel></rss>', ''));
  bytes.write('<item><title>Cut', MAX_BYTES - 10);
  const { items } = openDocument(bytes, RECEIVED);
  const seen = [...items];
  const faults = seen.flatMap((item) => (item.ok ? [] : [item.error]));
  expect(seen.filter(({ ok }) => ok)).toHaveLength(300);
  expect(faults.map((error) => (error instanceof BadInput ? error.code : ''))).toEqual(['xml.truncated', 'input.too-large']);
  expect(faults[1]?.message).toMatch(/larger than what is read of it: items are missing/);
}, 60_000);
