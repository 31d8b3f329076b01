import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import type { FoundStory, SearchPage, SearchQuery } from '../journal.ts';
import { ALL, phrasesOf, searchTextOf, tagsFor, tagsOf, type Phrase } from '../search-words.ts';

/** The index of words, kept in the transaction that changes a story. */
export function searchIndexOf(db: Database) {
  const drop = db.prepare('delete from words where rowid = (select n from found where id = ?)');
  const forget = db.prepare('delete from found where id = ?');
  const insert = db.prepare('insert into found(id, at) values (?, ?)');
  const fill = db.prepare('insert into words(rowid, headline, names, text, tags) values (?, ?, ?, ?, ?)');
  const remove = (id: string): void => {
    drop.run(id);
    forget.run(id);
  };
  return {
    remove,
    /** A story gets a new number each time: the latest to arrive have the highest. */
    put: (article: Article, at: string): void => {
      remove(article.id);
      const { lastInsertRowid } = insert.run(article.id, at);
      const { headline, names, text } = searchTextOf(article);
      fill.run(lastInsertRowid, headline, names, text, tagsOf(article).join(' '));
    },
  };
}

/** Indexes the stories of a journal that is older than its index. */
export function fillIndex(db: Database, index: SearchIndex): void {
  const heads = db.prepare<[], { id: string; at: string }>(
    `select head.id, at from head join article on article.id = head.id and article.revision = head.revision
     where head.id not in (select id from tombstone) and not exists (select 1 from found) order by at, head.id`,
  );
  const doc = db.prepare<[string], { doc: string }>(
    'select doc from head join article on article.id = head.id and article.revision = head.revision where head.id = ?',
  );
  const fill = db.transaction(() => {
    for (const { id, at } of heads.all()) index.put(JSON.parse(doc.get(id)?.doc ?? '') as Article, at);
  });
  fill.immediate();
}

export type SearchIndex = ReturnType<typeof searchIndexOf>;

/** Reads the index. `storyOf` gives a story with its gate view. */
export function searchOf(db: Database, storyOf: (id: string) => FoundStory | null) {
  const after = db.prepare<[string], { n: number }>('select n from found where at >= ? order by at, n limit 1');
  const matching = db.prepare<[string, number, number, number], { n: number; id: string }>(
    `select found.n, found.id from words join found on found.n = words.rowid
     where words match ? and words.rowid >= ? and words.rowid < ? order by words.rowid desc limit ?`,
  );
  const numberAt = (instant: string): number => after.get(new Date(instant).toISOString())?.n ?? Number.MAX_SAFE_INTEGER;
  const search = db.transaction((query: SearchQuery): SearchPage => {
    const { since, until, before, limit } = query;
    const from = since === undefined ? 0 : numberAt(since);
    const ends = [
      until === undefined ? Number.MAX_SAFE_INTEGER : numberAt(until),
      /^\d{1,15}$/.test(before ?? '') ? Number(before) : Number.MAX_SAFE_INTEGER,
    ];
    const rows = matching.all(matchOf(query), from, Math.min(...ends), limit);
    const last = rows.length < limit ? undefined : rows.at(-1);
    return { hits: rows.flatMap(({ id }) => storyOf(id) ?? []), next: last === undefined ? null : String(last.n) };
  });
  return { search: (query: SearchQuery) => search(query) };
}

/** The question in the language of FTS5; words are letters and digits only, so nothing needs escaping but keywords. */
function matchOf(query: SearchQuery): string {
  const phrases = phrasesOf(query.text);
  const [wanted, excluded] = [phrases.filter(({ isExcluded }) => !isExcluded), phrases.filter(({ isExcluded }) => isExcluded)];
  const { wanted: asked, unwanted } = tagsFor(query);
  const tags = asked.map((tag) => `tags : "${tag}"`);
  const words = wanted.map((phrase) => `{headline names text} : ${textOf(phrase)}`);
  const all = words.length + tags.length === 0 ? [`tags : "${ALL}"`] : [...words, ...tags];
  const not = [
    ...excluded.map((phrase) => ` NOT ({headline names text} : ${textOf(phrase)})`),
    ...unwanted.map((tag) => ` NOT (tags : "${tag}")`),
  ];
  return `(${all.join(' AND ')})${not.join('')}`;
}

function textOf({ words, isPrefix }: Phrase): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}
