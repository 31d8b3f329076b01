import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { html } from '../src/ingest/formats/html.ts';

const PROSE = 'The ferry lay in the harbour of Halstad all night while the pilots waited for the ice to open. ';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapInMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

/** A page of about 600 kB whose names no other page has. */
function pageOf(number: number): Buffer {
  const part = (place: number): string =>
    `<p class="paragraph-of-the-story-${number}-${place}" id="p-${number}-${place}">${PROSE.repeat(3)}${place}</p>`;
  const parts = Array.from({ length: 20 }, (_, place) => part(place));
  return Buffer.from(
    `<html><title>Ferry ${number}</title><h1>Ferry ${number}</h1>${parts.join('')}<script>${PROSE.repeat(6_000)}</script></html>`,
  );
}

test('pages that have been read leave nothing behind', () => {
  const heaps: number[] = [];
  for (let number = 1; number <= 200; number += 1) {
    const bytes = pageOf(number);
    const [item] = html.parse({ bytes, text: bytes.toString(), encoding: 'utf-8', encodingBasis: 'fallback', repairs: [] }).items;
    expect(item !== undefined && 'body' in item && item.body.length).toBe(20);
    if (number % 50 === 0) heaps.push(heapInMegabytes());
  }
  const [first = 0] = heaps;
  expect(Math.max(...heaps) - first).toBeLessThan(10);
}, 60_000);
