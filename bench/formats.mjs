// npm run bench -- --only=formats: what reading and normalizing costs in each form, beside fast-xml-parser's plain parse of the same
// bytes, other readers of feeds, and a bare scan by saxes and htmlparser2 as the bounds.
import { XMLParser } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { normalize } from '../dist/library.js';
import { interleaved, peer, table } from './measure.mjs';
import { newsml1, newsmlG2 } from './stories.mjs';
import { syntheticAtom, syntheticRss } from './synthetic.mjs';

const STORIES = 200;
const FEEDS = 8;
const ITEMS = 50;

/** Forms: documents as bytes, and how many stories they hold. */
const forms = [
  ['NewsML-G2', Array.from({ length: STORIES }, (_, seed) => newsmlG2(seed)), STORIES],
  ['NewsML 1.2', Array.from({ length: STORIES }, (_, seed) => newsml1(seed)), STORIES],
  ['RSS of 50 items', Array.from({ length: FEEDS }, (_, seed) => syntheticRss(ITEMS, seed * ITEMS)), FEEDS * ITEMS],
  ['Atom of 50 entries', Array.from({ length: FEEDS }, (_, seed) => syntheticAtom(ITEMS, seed * ITEMS)), FEEDS * ITEMS],
].map(([name, texts, stories]) => ({ name, stories, documents: texts.map((text) => Buffer.from(text)) }));

const plain = new XMLParser({ ignoreAttributes: false });
const silent = { onopentag() {}, ontext() {}, onclosetag() {}, onprocessinginstruction() {}, oncdatastart() {}, oncdataend() {} };

function saxesScan(bytes) {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', () => {});
  parser.on('text', () => {});
  parser.on('closetag', () => {});
  parser.write(bytes.toString()).close();
}

const feedsmith = await peer(async () => (await import('feedsmith')).parseFeed);
const RssParser = await peer(async () => (await import('rss-parser')).default);

const options = { receivedAt: '2026-11-23T18:00:00Z', zone: 'UTC' };
const engines = [
  ['wirecopy, bytes to articles', (bytes) => normalize(bytes, options)],
  ['fast-xml-parser, plain tree', (bytes) => plain.parse(bytes.toString())],
  ['saxes, no-op handlers', saxesScan],
  ['htmlparser2, no-op handlers', (bytes) => new Parser(silent, { xmlMode: true }).end(bytes.toString())],
  ...(feedsmith === undefined ? [] : [['feedsmith', (bytes) => feedsmith(bytes.toString())]]),
  ...(RssParser === undefined ? [] : [['rss-parser', (bytes) => new RssParser().parseString(bytes.toString())]]),
];
const readsFeedsOnly = new Set(['feedsmith', 'rss-parser']);

export const formats = {
  name: 'formats',
  async measure({ rounds }) {
    const results = [];
    for (const { name, documents, stories } of forms) {
      const able = engines.filter(([engine]) => !readsFeedsOnly.has(engine) || /RSS|Atom/.test(name));
      const work = able.map(([engine, read]) => [engine, () => Promise.all(documents.map((bytes) => read(bytes)))]);
      const taken = await interleaved(work, rounds);
      const base = taken.get('fast-xml-parser, plain tree');
      const bytesEach = documents.reduce((sum, { length }) => sum + length, 0) / stories;
      for (const [engine, milliseconds] of taken)
        results.push({
          form: name,
          bytesEach: Math.round(bytesEach),
          engine,
          cpuMsPerStory: milliseconds / stories,
          ofFastXmlParser: milliseconds / base,
        });
    }
    return results;
  },
  print(results) {
    for (const form of new Set(results.map((row) => row.form))) {
      const rows = results.filter((row) => row.form === form);
      table(
        `${form}, ${rows[0].bytesEach} bytes a story`,
        ['reader', 'CPU ms a story', 'of fast-xml-parser'],
        rows.map((row) => [row.engine, row.cpuMsPerStory, row.ofFastXmlParser]),
      );
    }
  },
};
