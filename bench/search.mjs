// npm run bench:search [-- --articles=1000000 --words=250 --store=sqlite|postgres --folder=DIR]: how fast stories are found in a full journal,
// over the journal's own `search` as the API asks it (50 of the latest, status usable). PostgreSQL: an empty database at DATABASE_URL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openJournal } from '../dist/store/open-journal.js';
import { fillPostgres, fillSqlite, LANGUAGES, pick, PROVIDERS, random, SENTENCE, sentences, START, wordAt } from './full-journal.mjs';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    words: { type: 'string', default: '250' },
    rounds: { type: 'string', default: '40' },
    store: { type: 'string', default: 'sqlite' },
    folder: { type: 'string' },
  },
});
const [count, length, rounds] = [Number(values.articles), Number(values.words), Number(values.rounds)];

const said = (text) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);

/** Ranks of words: the first is in nearly every story, the last in a handful. */
const COMMON = [0, 1, 2, 3, 5, 8];
const USUAL = [50, 100, 200, 400, 800, 1_500];
const RARE = [20_000, 40_000, 60_000, 80_000, 95_000];
const some = (ranks) => wordAt(pick(ranks) + Math.floor(random() * 3));
const phrase = (words) => {
  const parts = pick(sentences).split(' ');
  const at = Math.floor(random() * (SENTENCE - words));
  return `"${parts.slice(at, at + words).join(' ')}"`;
};
const since = () => new Date(START + random() * count * 60_000).toISOString();

/** What is asked, by kind. */
const QUESTIONS = {
  'a common word': () => ({ text: some(COMMON) }),
  'a usual word': () => ({ text: some(USUAL) }),
  'a rare word': () => ({ text: some(RARE) }),
  'two usual words': () => ({ text: `${some(USUAL)} ${some(USUAL)}` }),
  'a usual and a rare word': () => ({ text: `${some(USUAL)} ${some(RARE)}` }),
  'five words': () => ({ text: [some(COMMON), some(USUAL), some(USUAL), some(COMMON), some(USUAL)].join(' ') }),
  'a phrase of two': () => ({ text: phrase(2) }),
  'a phrase of four': () => ({ text: phrase(4) }),
  'a phrase of common words': () => ({ text: `"${some(COMMON)} ${some(COMMON)}"` }),
  'a beginning of three letters': () => ({ text: `${some(USUAL).slice(0, 3)}*` }),
  'a beginning of six letters': () => ({ text: `${some(RARE).slice(0, 6)}*` }),
  'a usual word without another': () => ({ text: `${some(USUAL)} -${some(COMMON)}` }),
  'a slug': () => ({ text: `slug${Math.floor(random() * 20_000)}` }),
  'an id': () => ({ text: `"urn:bench:${Math.floor(random() * count)}"` }),
  'nothing but a provider': () => ({ text: '', provider: pick(PROVIDERS) }),
  'a usual word of a provider': () => ({ text: some(USUAL), provider: pick(PROVIDERS) }),
  'a usual word of the rare provider': () => ({ text: some(USUAL), provider: 'RARE' }),
  'a usual word in a language': () => ({ text: some(USUAL), language: pick(LANGUAGES) }),
  'a usual word since a day': () => ({ text: some(USUAL), since: since() }),
  'a usual word until a day': () => ({ text: some(USUAL), until: since() }),
  'a word that is nowhere': () => ({ text: `zzz${Math.floor(random() * 1e6)}` }),
  'a second page': () => ({ text: some(USUAL), before: String(Math.floor(count * random())) }),
};

async function ask(journal) {
  const all = [];
  const rows = [];
  for (const [kind, question] of Object.entries(QUESTIONS)) {
    const times = [];
    let hits = 0;
    for (let round = 0; round < rounds; round += 1) {
      const query = { ...question(), limit: 50, status: 'usable' };
      const began = performance.now();
      const page = await journal.search(query);
      times.push(performance.now() - began);
      hits += page.hits.length;
    }
    all.push(...times);
    rows.push([kind, ...quantiles(times), (hits / rounds).toFixed(1)]);
  }
  rows.push(['all', ...quantiles(all), '']);
  console.log(['question'.padEnd(36), 'p50 ms', 'p95 ms', 'max ms', 'found'].join('  '));
  for (const [kind, ...numbers] of rows) console.log([kind.padEnd(36), ...numbers.map((one) => one.padStart(6))].join('  '));
}

function quantiles(times) {
  const sorted = [...times].sort((one, other) => one - other);
  return [0.5, 0.95, 1].map((share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
const databaseUrl = values.store === 'postgres' ? process.env.DATABASE_URL : undefined;
if (values.store === 'postgres' && databaseUrl === undefined) throw new Error('DATABASE_URL is not set');
const place = { dataDir: folder, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
try {
  let journal = await openJournal(place);
  const isFull = (await journal.totals()).articles > 0;
  await journal.close();
  said(isFull ? 'the journal is full already' : `filling ${values.store} with ${count} stories of ${length} words`);
  const load = { to: count, words: length, said };
  if (!isFull) await (databaseUrl === undefined ? fillSqlite(join(folder, 'journal.db'), load) : fillPostgres(databaseUrl, load));
  said('asking');
  journal = await openJournal(place);
  await ask(journal);
  await journal.close();
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
