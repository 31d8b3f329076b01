// npm run bench -- --only=growth [--largest=1000000]: whether a story costs the same in a full journal, in a long feed and as a long text.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalize } from '../dist/library.js';
import { openJournal } from '../dist/store/open-journal.js';
import { fillSqlite } from './full-journal.mjs';
import { cpuOf, median, table } from './measure.mjs';
import { newsmlG2 } from './stories.mjs';
import { syntheticRss } from './synthetic.mjs';
import { wholeWay } from './whole-way.mjs';

const options = { receivedAt: '2026-11-23T18:00:00Z', zone: 'UTC' };
const STORIES = 400;

/** CPU milliseconds of a story's whole way into journals of 1,000 stories and of ten times as many each, up to `largest`. */
async function inJournals(largest, rounds, said) {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
  const results = [];
  let seed = 0;
  await (await openJournal({ dataDir: folder })).close();
  try {
    for (let size = 1_000, before = 0; size <= largest; before = size, size *= 10) {
      fillSqlite(join(folder, 'journal.db'), { from: before, to: size, words: 60, said });
      const taken = [];
      // The first round warms up.
      for (let round = 0; round <= rounds; round += 1) {
        const stories = Array.from({ length: STORIES }, () => Buffer.from(newsmlG2((seed += 1))));
        const cpu = await wholeWay(stories, { processes: 1, dataDir: folder });
        if (round > 0) taken.push(cpu);
      }
      results.push({ part: 'stories in the journal', size, cpuMs: median(taken), peakMb: residentMb() });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** CPU milliseconds an item in feeds of 10 to 10,000 items. */
async function inFeeds(rounds) {
  const results = [];
  for (const size of [10, 100, 1_000, 10_000]) {
    const documents = Array.from({ length: Math.max(1, 1_000 / size) }, (_, index) => Buffer.from(syntheticRss(size, index * size)));
    const items = documents.length * size;
    const all = () => documents.forEach((bytes) => normalize(bytes, options));
    results.push({ part: 'items in a feed', size, cpuMs: (await medianCpu(all, rounds)) / items, peakMb: residentMb() });
  }
  return results;
}

/** CPU milliseconds for each 10 kB of texts of 10 kB to 10 MB. */
async function inTexts(rounds) {
  const results = [];
  for (const times of [1, 10, 100, 1_000]) {
    const documents = Array.from({ length: Math.max(1, 100 / times) }, (_, seed) => Buffer.from(newsmlG2(seed, 24 * times)));
    const all = () => documents.forEach((bytes) => normalize(bytes, options));
    const tens = documents.reduce((sum, { length }) => sum + length, 0) / 10_000;
    results.push({ part: 'kB in a text', size: 10 * times, cpuMs: (await medianCpu(all, rounds)) / tens, peakMb: residentMb() });
  }
  return results;
}

async function medianCpu(work, rounds) {
  const taken = [];
  for (let round = 0; round <= rounds; round += 1) {
    const cpu = await cpuOf(work);
    if (round > 0) taken.push(cpu);
  }
  return median(taken);
}

/** What the process has held at most since it started, in megabytes; it cannot be reset, so that sizes are measured upwards. */
const residentMb = () => Math.round(process.resourceUsage().maxRSS / 1_000);

export const growth = {
  name: 'growth',
  async measure({ rounds, largest, said }) {
    return [...(await inFeeds(rounds)), ...(await inTexts(rounds)), ...(await inJournals(largest, Math.min(rounds, 3), said))];
  },
  print(results) {
    for (const part of new Set(results.map((row) => row.part))) {
      const rows = results.filter((row) => row.part === part);
      table(
        part,
        ['how many', 'CPU ms a story, an item, 10 kB', 'of the smallest', 'peak MB so far'],
        rows.map(({ size, cpuMs, peakMb }) => [size.toLocaleString('en'), cpuMs, cpuMs / rows[0].cpuMs, peakMb]),
      );
    }
  },
};
