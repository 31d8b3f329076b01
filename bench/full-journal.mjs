// A journal with many invented stories, always the same, put in by the tables' back door with the index that the journal itself would write.
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { indexStory } from '../dist/store/postgres/search.js';
import { searchTextOf, tagsOf } from '../dist/store/search-words.js';

export const START = Date.parse('2024-01-01T00:00:00Z');
const BATCH = 1_000;

let state = 42;
/** Numbers from 0 to 1, always the same. */
export const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
export const pick = (list) => list[Math.floor(random() * list.length)];

/** Words as often as in a language: the n-th most common 1/n as often as the first. */
const VOCABULARY = 100_000;
const SYLLABLES = 'ka re mo lin ta ves por dun el sa ri nor ach ber gu win to ma fel os'.split(' ');
export const wordAt = (n) => {
  let text = '';
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) text += SYLLABLES[rest % SYLLABLES.length];
  return text;
};
const zipf = () => Math.min(VOCABULARY - 1, Math.floor(Math.exp(random() * Math.log(VOCABULARY))) - 1);
export const SENTENCE = 20;
export const sentences = Array.from({ length: 30_000 }, () =>
  Array.from({ length: SENTENCE }, () => wordAt(Math.max(0, zipf()))).join(' '),
);
export const PROVIDERS = ['AFP', 'AP', 'REUTERS', 'DPA', 'ANSA', 'EFE', 'PA', 'NTB', 'TT', 'RARE'];
export const LANGUAGES = ['en', 'en-GB', 'de', 'fr', 'es', 'pt-BR'];

/** The n-th story, of `length` words. */
function article(n, length) {
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

/** Puts the stories from `from` up to `to` into a SQLite journal that nobody has open. */
export function fillSqlite(file, { from = 0, to, words: length, said = () => {} }) {
  const db = new Sqlite(file);
  db.pragma('synchronous = OFF');
  const doc = db.prepare(
    'insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at) values (?, 1, 1, ?, ?, 1, ?, ?)',
  );
  const head = db.prepare('insert into head(id, revision, published) values (?, 1, 1)');
  const found = db.prepare('insert into found(id, at) values (?, ?)');
  const words = db.prepare('insert into words(rowid, headline, names, text, tags) values (?, ?, ?, ?, ?)');
  const batch = db.transaction((first, end) => {
    for (let n = first; n < end; n += 1) {
      const story = article(n, length);
      const at = story.provenance.fetchedAt;
      doc.run(story.id, story.identity.contentHash, 'story', JSON.stringify(story), at);
      head.run(story.id);
      const { headline, names, text } = searchTextOf(story);
      words.run(found.run(story.id, at).lastInsertRowid, headline, names, text, tagsOf(story).join(' '));
    }
  });
  for (let n = from; n < to; n += BATCH) {
    batch(n, Math.min(to, n + BATCH));
    if (n % 100_000 === 0) said(`${n} stories`);
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** The same for PostgreSQL, into an empty journal. */
export async function fillPostgres(url, { to: count, words: length, said = () => {} }) {
  const client = new Client(url);
  await client.connect();
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '1GB'; drop index found_words");
  for (let n = 0; n < count; n += BATCH) {
    const stories = Array.from({ length: Math.min(BATCH, count - n) }, (_, index) => article(n + index, length));
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
