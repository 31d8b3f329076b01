import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { embargoIn, numbered, type StoryHead } from '../revision-rules.ts';
import type { JournalClock } from './clock.ts';

interface HeadRow {
  readonly revision: number;
  readonly published: number;
  readonly revision_key: string;
  readonly content_hash: string;
  readonly kind: string;
  readonly publishable: number;
  readonly held_doc: string | null;
}

/** What is known of stories, and their revisions as they are written. */
export function storyRowsOf(db: Database, clock: JournalClock) {
  const head = db.prepare<[string], HeadRow>(
    `select head.revision, head.published, revision_key, content_hash, kind, publishable, case when publishable = 0 then doc end as held_doc
     from head join article on article.id = head.id and article.revision = head.revision where head.id = ?`,
  );
  const buried = db.prepare<[string], { at: string }>('select at from tombstone where id = ?');
  const doc = db.prepare<[string], { doc: string }>(
    'select doc from head join article on article.id = head.id and article.revision = head.revision where head.id = ?',
  );
  const last = db.prepare<[string], { n: number | null }>('select max(revision) as n from article where id = ?');
  const insert = db.prepare(
    'insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    headOf: (id: string): StoryHead | undefined => {
      const row = head.get(id);
      if (row === undefined) return undefined;
      const { revision, published, revision_key, content_hash, kind, publishable, held_doc } = row;
      return {
        ...{ revision, kind, revisionKey: revision_key, contentHash: content_hash },
        ...{ published: published === 1, publishable: publishable === 1, ...embargoIn(held_doc) },
      };
    },
    isBuried: (id: string): boolean => buried.get(id) !== undefined,
    newest: (id: string): Article | undefined => {
      const row = doc.get(id);
      return row === undefined ? undefined : (JSON.parse(row.doc) as Article);
    },
    /** Writes the next revision of a story and returns its number. */
    keep: (article: Article, before: StoryHead | undefined): number => {
      const { id, identity, status } = article;
      const revision = (last.get(id)?.n ?? 0) + 1;
      const { revisionKey, contentHash } = identity;
      const text = JSON.stringify(numbered(article, revision, before));
      insert.run(id, revision, revisionKey, contentHash, status.kind, status.publishable ? 1 : 0, text, clock());
      return revision;
    },
  };
}

export type StoryRows = ReturnType<typeof storyRowsOf>;
