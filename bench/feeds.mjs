// npm run bench:feeds [-- --feeds=DIR] [--rounds=N]: how fast feeds are read, beside the bare tokenizer of htmlparser2 and other readers.
// Engines take turns within each round, the first round warms up, the median of the others counts (CPU time, so that a busy
// machine disturbs less). The other readers: `npm install` in bench/ first; what is not there is left out.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Parser } from 'htmlparser2';
import { decode } from '../dist/ingest/decode.js';
import { feedRoot } from '../dist/ingest/root-element.js';
import { inspectFeed } from '../dist/ingest/syndication/inspect.js';
import { readTime } from '../dist/normalize/times/read-time.js';
import { syntheticAtom, syntheticRss } from './synthetic.mjs';

const { values } = parseArgs({ options: { feeds: { type: 'string' }, rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);
const here = import.meta.dirname;

const tokenizer = {
  onopentag() {},
  ontext() {},
  onclosetag() {},
  oncomment() {},
  oncdatastart() {},
  oncdataend() {},
  onprocessinginstruction() {},
};
const instant = (text) => readTime(text, { zone: 'UTC', zoneBasis: 'feed-default' }).utc;

/** Name and what it does with one document. */
const engines = [
  ['htmlparser2, no-op handlers', ({ text }) => new Parser(tokenizer, { xmlMode: true }).end(text)],
  ['wirecopy, to neutral JSON, HTML as it came', (document) => inspectFeed(document, (text) => text, { sanitize: false })],
  ['wirecopy, to neutral JSON, HTML made safe', (document) => inspectFeed(document, (text) => text)],
  ['wirecopy, the same and dates resolved', (document) => inspectFeed(document, instant)],
  ...(await others()),
];

async function others() {
  const found = [];
  const add = async (name, load) => {
    try {
      found.push([name, await load()]);
    } catch {
      console.log(`(${name} is not installed: npm install in bench/)`);
    }
  };
  await add('feedsmith', async () => {
    const { parseFeed } = await import('feedsmith');
    return ({ text }) => parseFeed(text);
  });
  await add('rss-parser', async () => {
    const { default: RssParser } = await import('rss-parser');
    return ({ text }) => new RssParser().parseString(text);
  });
  await add('@rowanmanning/feed-parser', async () => {
    const { parseFeed } = await import('@rowanmanning/feed-parser');
    return ({ text }) => parseFeed(text);
  });
  await add('@extractus/feed-extractor', async () => {
    const { extractFromXml } = await import('@extractus/feed-extractor');
    return ({ text }) => extractFromXml(text);
  });
  return found;
}

function documentsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .flatMap((file) => {
      try {
        const bytes = readFileSync(file);
        const document = { bytes, ...decode(bytes, {}) };
        return feedRoot(document.text) === undefined ? [] : [document];
      } catch {
        return [];
      }
    });
}

const documentOf = (text) => ({ bytes: Buffer.from(text), text, encoding: 'utf-8', encodingBasis: 'declaration', repairs: [] });

const sets = [
  ['synthetic RSS', [documentOf(syntheticRss(1_500))]],
  ['synthetic Atom', [documentOf(syntheticAtom(1_500))]],
  ...(values.feeds === undefined ? [] : [[`feeds of ${values.feeds}`, documentsIn(values.feeds)]]),
];

async function measure(work, documents) {
  const before = process.cpuUsage();
  let refused = 0;
  for (const document of documents) {
    try {
      await work(document);
    } catch {
      refused += 1;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, refused };
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const results = [];
for (const [set, documents] of sets) {
  const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const taken = new Map(engines.map(([name]) => [name, []]));
  const refusals = new Map();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of engines) {
      const { seconds, refused } = await measure(work, documents);
      if (round > 0) taken.get(name).push(seconds);
      refusals.set(name, refused);
    }
  }
  console.log(`\n${set}: ${documents.length} documents, ${megabytes.toFixed(2)} MB`);
  console.log(`${'reader'.padEnd(46)}${'MB/s'.padStart(8)}${'of htmlparser2'.padStart(17)}${'refused'.padStart(9)}`);
  const base = median(taken.get(engines[0][0]));
  for (const [name] of engines) {
    const seconds = median(taken.get(name));
    const row = { set, reader: name, mbPerSecond: megabytes / seconds, ofTokenizer: base / seconds, refused: refusals.get(name) };
    results.push(row);
    console.log(
      `${name.padEnd(46)}${row.mbPerSecond.toFixed(1).padStart(8)}${row.ofTokenizer.toFixed(2).padStart(17)}${String(row.refused).padStart(9)}`,
    );
  }
}
writeFileSync(join(here, 'results.json'), `${JSON.stringify({ node: process.version, rounds, results }, null, 2)}\n`);
console.log(`\nwritten to bench/results.json`);
