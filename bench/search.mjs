// npm run bench:search [-- --articles=1000000 --words=250 --store=sqlite|postgres --folder=DIR]: how fast stories are found in a full journal,
// over the journal's own `search` as the API asks it (50 of the latest, status usable). The stories are invented, always the same, and put in by
// the tables' back door with the index that the journal itself would write. PostgreSQL: an empty database at DATABASE_URL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { openJournal } from '../dist/store/open-journal.js';
import { indexStory } from '../dist/store/postgres/search.js';
import { searchTextOf, tagsOf } from '../dist/store/search-words.js';

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
const START = Date.parse('2024-01-01T00:00:00Z');

let state = 42;
/** Numbers from 0 to 1, always the same. */
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];

/** Words as often as in a language: the n-th most common 1/n as often as the first. */
const VOCABULARY = 100_000;
const SYLLABLES = 'ka re mo lin ta ves por dun el sa ri nor ach ber gu win to ma fel os'.split(' ');
const wordAt = (n) => {
  let text = '';
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) text += SYLLABLES[rest % SYLLABLES.length];
  return text;
};
const zipf = () => Math.min(VOCABULARY - 1, Math.floor(Math.exp(random() * Math.log(VOCABULARY))) - 1);
const SENTENCE = 20;
const sentences = Array.from({ length: 30_000 }, () => Array.from({ length: SENTENCE }, () => wordAt(Math.max(0, zipf()))).join(' '));
const PROVIDERS = ['AFP', 'AP', 'REUTERS', 'DPA', 'ANSA', 'EFE', 'PA', 'NTB', 'TT', 'RARE'];
const LANGUAGES = ['en', 'en-GB', 'de', 'fr', 'es', 'pt-BR'];

function article(n) {
  const text = Array.from({ length: Math.ceil(length / SENTENCE) }, () => pick(sentences)).join('. ');
  const provider = n % 5_000 === 0 ? 'RARE' : PROVIDERS[n % (PROVIDERS.length - 1)];
  const at = new Date(START + n * 60_000).toISOString();
  const instant = { utc: at, raw: at, basis: 'explicit-utc' };
  return {
    schema: 'wire-article/1.0',
    id: `${provider}:s${n}`,
    identity: {
      guid: `urn:bench:${n}`,
      storyKey: `s${n}`,
      basis: 'guid',
      version: '1',
      revision: 1,
      revisionKey: '1',
      contentHash: String(n),
    },
    type: 'text',
    status: { kind: 'story', pubStatusRaw: null, effective: 'usable', publishable: true, reasons: [], embargo: null, markers: [] },
    language: LANGUAGES[n % LANGUAGES.length],
    headline: { text: pick(sentences).split(' ').slice(0, 8).join(' ') },
    slugline: `slug${n % 20_000}`,
    byline: { raw: null, authors: [{ name: `Ana ${wordAt(n % 5_000)}`, role: 'author' }] },
    provider: { code: provider, name: provider },
    times: { received: instant, versionCreated: instant },
    body: {
      blocks: [{ type: 'paragraph', text }],
      text,
      html: '',
      wordCount: length,
      charCount: text.length,
      truncated: false,
      removed: [],
    },
    provenance: {
      ...{ feed: 'bench', fetchedAt: at, format: 'bench', rawSha256: '', parser: { name: 'bench', version: '1' } },
      ...{ rules: 'none@1', repairs: [], warnings: [] },
    },
  };
}

const said = (text) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);

function fillSqlite(file) {
  const db = new Sqlite(file);
  db.pragma('synchronous = OFF');
  const doc = db.prepare(
    'insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at) values (?, 1, 1, ?, ?, 1, ?, ?)',
  );
  const head = db.prepare('insert into head(id, revision, published) values (?, 1, 1)');
  const found = db.prepare('insert into found(id, at) values (?, ?)');
  const words = db.prepare('insert into words(rowid, headline, names, text, tags) values (?, ?, ?, ?, ?)');
  const batch = db.transaction((from, to) => {
    for (let n = from; n < to; n += 1) {
      const story = article(n);
      const at = story.provenance.fetchedAt;
      doc.run(story.id, story.identity.contentHash, 'story', JSON.stringify(story), at);
      head.run(story.id);
      const { headline, names, text } = searchTextOf(story);
      words.run(found.run(story.id, at).lastInsertRowid, headline, names, text, tagsOf(story).join(' '));
    }
  });
  for (let n = 0; n < count; n += 1_000) {
    batch(n, Math.min(count, n + 1_000));
    if (n % 100_000 === 0) said(`${n} stories`);
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

async function fillPostgres(url) {
  const client = new Client(url);
  await client.connect();
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '1GB'; drop index found_words");
  for (let n = 0; n < count; n += 1_000) {
    const stories = Array.from({ length: Math.min(1_000, count - n) }, (_, index) => article(n + index));
    const rows = [];
    const catcher = { query: async (_text, given) => void rows.push(given) };
    for (const story of stories) await indexStory(catcher, story, story.provenance.fetchedAt);
    const [ids, at] = [rows.map(([id]) => id), rows.map(([, when]) => when)];
    await client.query('begin');
    await client.query(
      `insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at)
       select id, 1, '1', id, 'story', true, doc, at from unnest($1::text[], $2::text[], $3::timestamptz[]) as given(id, doc, at)`,
      [ids, stories.map((story) => JSON.stringify(story)), at],
    );
    await client.query('insert into head(id, revision, published) select id, 1, true from unnest($1::text[]) as id', [ids]);
    await client.query(
      'insert into found(id, at, words) select id, at, words::tsvector from unnest($1::text[], $2::timestamptz[], $3::text[]) as given(id, at, words)',
      [ids, at, rows.map(([, , vector]) => vector)],
    );
    await client.query('commit');
    if (n % 100_000 === 0) said(`${n} stories`);
  }
  said('index');
  await client.query('create index found_words on found using gin(words)');
  await client.query('vacuum analyze');
  await client.end();
}

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
  if (!isFull) await (databaseUrl === undefined ? fillSqlite(join(folder, 'journal.db')) : fillPostgres(databaseUrl));
  said('asking');
  journal = await openJournal(place);
  await ask(journal);
  await journal.close();
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
