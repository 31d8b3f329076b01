// npm run bench -- --only=pages [--pages=DIR]: what an article page costs, beside other readers of pages. The pages are the project's own fixtures, and
// where there is a collection beside the project (../shared/corpus) or at DIR, those as well (*.html, *.html.gz).
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decode } from '../dist/ingest/decode.js';
import { html } from '../dist/ingest/formats/html.js';
import { cpuOf, median, peer, table } from './measure.mjs';

const PROJECT = join(import.meta.dirname, '..');
/** Pages of a collection: every n-th, so that the slow readers end within minutes. */
const AT_MOST = 60;

function pagesIn(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.html(?:\.gz)?$/.test(name))
    .sort();
  const step = Math.max(1, Math.floor(files.length / AT_MOST));
  return files
    .filter((_, index) => index % step === 0)
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    });
}

/** What each reader does with a page; nothing where it is not installed. */
const READERS = {
  'wirecopy, bytes to story': () => (bytes) => html.parse({ bytes, ...decode(bytes, {}) }),
  'readability + linkedom': async () => {
    const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
    return (bytes) => new Readability(parseHTML(textOf(bytes)).document).parse();
  },
  'readability + jsdom': async () => {
    const [{ Readability }, { JSDOM, VirtualConsole }] = await Promise.all([import('@mozilla/readability'), import('jsdom')]);
    return (bytes) => {
      const { window } = new JSDOM(textOf(bytes), { virtualConsole: new VirtualConsole() });
      new Readability(window.document).parse();
      window.close();
    };
  },
  'defuddle + jsdom': async () => {
    const [{ Defuddle }, { JSDOM, VirtualConsole }] = await Promise.all([import('defuddle/node'), import('jsdom')]);
    return async (bytes) => {
      const dom = new JSDOM(textOf(bytes), { virtualConsole: new VirtualConsole() });
      await Defuddle(dom, 'https://page.example/');
      dom.window.close();
    };
  },
  '@extractus/article-extractor': async () => {
    const { extractFromHtml } = await import('@extractus/article-extractor');
    return (bytes) => extractFromHtml(textOf(bytes), 'https://page.example/');
  },
};

const textOf = (bytes) => decode(bytes, {}).text;

/** A process for one reader, so that none works in the heap that another has filled; each message asks for one round over the pages. */
async function serve(name, folder) {
  for (const way of ['log', 'warn', 'error']) console[way] = () => {};
  const read = await peer(READERS[name]);
  const documents = pagesIn(folder);
  process.on('message', async () => {
    const cpu = await cpuOf(async () => {
      for (const bytes of documents) {
        try {
          await read(bytes);
        } catch {
          // A page without a story costs time too.
        }
      }
    });
    process.send({ cpu, pages: documents.length });
  });
  process.send(read !== undefined);
}

const answerOf = (child) => new Promise((resolve) => child.once('message', resolve));

/** CPU milliseconds a page by reader: processes of their own take turns, the first round warms up. */
async function compare(folder, rounds) {
  const readers = [];
  for (const name of Object.keys(READERS)) {
    const child = fork(import.meta.filename, ['--reader', name, '--pages', folder], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    if (await answerOf(child)) readers.push({ name, child, taken: [] });
    else child.kill();
  }
  let count = 0;
  for (let round = 0; round <= rounds; round += 1)
    for (const { child, taken } of readers) {
      const answer = answerOf(child);
      child.send('round');
      const { cpu, pages: read } = await answer;
      count = read;
      if (round > 0) taken.push(cpu / read);
    }
  for (const { child } of readers) child.kill();
  return readers.map(({ name, taken }) => ({ reader: name, pages: count, cpuMsPerPage: median(taken) }));
}

export const pages = {
  name: 'pages',
  async measure({ rounds, pages: folder }) {
    const given = [
      ['own fixtures', join(PROJECT, 'fixtures/formats/html')],
      ['collection', folder ?? join(PROJECT, '../shared/corpus/html')],
    ].filter(([, place]) => existsSync(place));
    const results = [];
    for (const [collection, place] of given)
      for (const row of await compare(place, Math.min(rounds, 3))) results.push({ collection, ...row });
    return results;
  },
  print(results) {
    for (const collection of new Set(results.map((row) => row.collection))) {
      const rows = results.filter((row) => row.collection === collection);
      const [own] = rows;
      table(
        `${collection}, ${own.pages} pages`,
        ['reader', 'CPU ms a page', 'wirecopy takes of it'],
        rows.map(({ reader, cpuMsPerPage }) => [reader, cpuMsPerPage, own.cpuMsPerPage / cpuMsPerPage]),
      );
    }
  },
};

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { reader: { type: 'string' }, pages: { type: 'string' } } });
  await serve(values.reader, values.pages);
}
