import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { likenessKey } from '../../article/likeness.ts';
import { isKill } from '../kill-rules.ts';
import { embargoIn, entryOf, isSame, judged, numbered, type StoryHead } from '../revision-rules.ts';
import { aliasesOn } from './aliases.ts';
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

/** The statements that keep revisions. */
function statementsOf(db: Database) {
  return {
    head: db.prepare<[string], HeadRow>(
      `select head.revision, head.published, revision_key, content_hash, kind, publishable, case when publishable = 0 then doc end as held_doc
       from head join article on article.id = head.id and article.revision = head.revision where head.id = ?`,
    ),
    twin: db.prepare<[string, string, string, string, number], { revision: number }>(
      'select revision from article where id = ? and content_hash = ? and revision_key = ? and kind = ? and publishable = ? limit 1',
    ),
    doc: db.prepare<[string], { doc: string }>(
      'select doc from head join article on article.id = head.id and article.revision = head.revision where head.id = ?',
    ),
    last: db.prepare<[string], { n: number | null }>('select max(revision) as n from article where id = ?'),
    insert: db.prepare(
      'insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    setHead: db.prepare(
      'insert into head(id, revision, published) values (?, ?, ?) on conflict(id) do update set revision = excluded.revision, published = excluded.published',
    ),
    setKey: db.prepare('update head set provider = ?, slug = ?, version_at = ? where id = ?'),
    hold: db.prepare('insert into hold(id, revision, until, reason) values (?, ?, ?, ?)'),
    unhold: db.prepare('delete from hold where id = ?'),
    bury: db.prepare('insert into tombstone(id, at, revision) values (?, ?, ?) on conflict(id) do nothing'),
    buried: db.prepare<[string], { at: string }>('select at from tombstone where id = ?'),
    emit: db.prepare('insert into outbox(type, article_id, revision, at) values (?, ?, ?, ?)'),
  };
}

/** Stores one article as the next revision of its story, or tells that it is none. */
export function revisionsOf(db: Database, clock: JournalClock): (article: Article) => 'stored' | 'duplicate' {
  const { head, doc, twin, last, insert, setHead, setKey, hold, unhold, bury, buried, emit } = statementsOf(db);
  const aliases = aliasesOn(db);

  return (arrived) => {
    const before = headOf(arrived.id);
    const article = judged(arrived, before, clock());
    const { id, identity, status } = article;
    if (isSame(before, article)) return 'duplicate';
    if (twin.get(id, identity.contentHash, identity.revisionKey, status.kind, status.publishable ? 1 : 0) !== undefined) return 'duplicate';
    const revision = keep(article, before);
    aliases.remember(article, clock());
    if (isKill(article)) return killed(article, revision);
    if (aliases.isNamedByKill(article)) bury.run(id, clock(), 0);
    const entry = entryOf(article, before, buried.get(id) !== undefined);
    if (entry.late) return 'stored';
    unhold.run(id);
    if (entry.event !== undefined) emit.run(entry.event, id, revision, clock());
    if (entry.hold !== undefined) hold.run(id, revision, entry.hold.until, entry.hold.reason);
    setHead.run(id, revision, entry.published ? 1 : 0);
    const key = likenessKey(article);
    if (key !== undefined) setKey.run(key.provider, key.slug, key.at, id);
    return 'stored';
  };

  function headOf(id: string): StoryHead | undefined {
    const row = head.get(id);
    if (row === undefined) return undefined;
    const { revision, published, revision_key, content_hash, kind, publishable, held_doc } = row;
    return {
      ...{ revision, kind, revisionKey: revision_key, contentHash: content_hash },
      ...{ published: published === 1, publishable: publishable === 1, embargo: embargoIn(held_doc) },
    };
  }

  /** Writes the next revision of a story and returns its number. */
  function keep(article: Article, before: StoryHead | undefined): number {
    const { id, identity, status } = article;
    const revision = (last.get(id)?.n ?? 0) + 1;
    const { revisionKey, contentHash } = identity;
    const text = JSON.stringify(numbered(article, revision, before));
    insert.run(id, revision, revisionKey, contentHash, status.kind, status.publishable ? 1 : 0, text, clock());
    return revision;
  }

  function killed(article: Article, revision: number): 'stored' {
    announce(article.id, revision);
    for (const id of aliases.killedBy(article, clock())) {
      if (buried.get(id) !== undefined) continue;
      const known = doc.get(id);
      // Of a story that has not arrived yet nobody has a copy: the tombstone alone stops it.
      if (known === undefined) bury.run(id, clock(), 0);
      else announce(id, keep({ ...(JSON.parse(known.doc) as Article), status: article.status }, headOf(id)));
    }
    return 'stored';
  }

  function announce(id: string, revision: number): void {
    unhold.run(id);
    emit.run('article.killed', id, revision, clock());
    bury.run(id, clock(), revision);
    setHead.run(id, revision, head.get(id)?.published ?? 0);
  }
}
