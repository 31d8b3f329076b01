import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { likenessKey } from '../../article/likeness.ts';
import type { Decision } from '../audit.ts';
import { decisionOf, isKill, namedBefore } from '../kill-rules.ts';
import { entryOf, isSame, judged, movesEmbargo, reread, type StoryHead } from '../revision-rules.ts';
import { aliasesOn } from './aliases.ts';
import type { Audit } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { SearchIndex } from './search.ts';
import type { StoryRows } from './story-rows.ts';

/** The statements that keep revisions. */
function statementsOf(db: Database) {
  const twin = db.prepare<[string, string, string, string, number], { revision: number }>(
    'select revision from article where id = ? and content_hash = ? and revision_key = ? and kind = ? and publishable = ? limit 1',
  );
  const setKey = db.prepare('update head set provider = ?, slug = ?, version_at = ? where id = ?');
  return {
    hasTwin: ({ id, identity, status }: Article): boolean =>
      twin.get(id, identity.contentHash, identity.revisionKey, status.kind, status.publishable ? 1 : 0) !== undefined,
    published: db.prepare<[string], { published: number }>('select published from head where id = ?'),
    setHead: db.prepare(
      'insert into head(id, revision, published) values (?, ?, ?) on conflict(id) do update set revision = excluded.revision, published = excluded.published',
    ),
    setLikeness: (article: Article): void => {
      const key = likenessKey(article);
      if (key !== undefined) setKey.run(key.provider, key.slug, key.at, article.id);
    },
    withdraw: db.prepare('update head set withdrawn = ? where id = ?'),
    hold: db.prepare('insert into hold(id, revision, until, reason) values (?, ?, ?, ?)'),
    unhold: db.prepare('delete from hold where id = ?'),
    bury: db.prepare('insert into tombstone(id, at, revision) values (?, ?, ?) on conflict(id) do nothing'),
    emit: db.prepare('insert into outbox(type, article_id, revision, at, early) values (?, ?, ?, ?, ?)'),
  };
}

/** Enters revisions into the journal; each call inside a transaction of the caller's. */
export interface Revisions {
  /** Stores one article as the next revision of its story, or tells that it is none. */
  store(article: Article): 'stored' | 'duplicate';
  /**
   * Stores what the same document says now as the next revision of its story, whatever it was before. `passed` where the story has gone on
   * from the revision `onTopOf`, or was killed.
   */
  replace(article: Article, onTopOf: number): 'stored' | 'passed';
  /** A revision that is a kill takes its story, and all that it names, away for good. */
  kill(article: Article, revision: number, decision: Decision): void;
}

interface Parts {
  readonly stories: StoryRows;
  readonly audit: Audit;
  readonly index: SearchIndex;
}

export function revisionsOf(db: Database, clock: JournalClock, { stories, audit, index }: Parts): Revisions {
  const { hasTwin, published, setHead, setLikeness, withdraw, hold, unhold, bury, emit } = statementsOf(db);
  const aliases = aliasesOn(db);
  return { store, replace, kill };

  function store(arrived: Article): 'stored' | 'duplicate' {
    const before = stories.headOf(arrived.id);
    const article = judged(arrived, before, clock());
    if (isSame(before, article) || (hasTwin(article) && !movesEmbargo(before, article))) return 'duplicate';
    take(article, before);
    return 'stored';
  }

  function replace(arrived: Article, onTopOf: number): 'stored' | 'passed' {
    const before = stories.headOf(arrived.id);
    if (before?.revision !== onTopOf || stories.isBuried(arrived.id)) return 'passed';
    take(judged(arrived, before, clock()), reread(before, arrived));
    return 'stored';
  }

  function take(article: Article, before: StoryHead | undefined): void {
    const revision = stories.keep(article, before);
    aliases.remember(article, clock());
    const named = !stories.isBuried(article.id) && aliases.isNamedByKill(article);
    if (isKill(article)) kill(article, revision, decisionOf(article));
    // Whoever has an earlier revision must hear of it.
    else if (named && before !== undefined) announce(article.id, revision, namedBefore(article));
    else {
      if (named) bury.run(article.id, clock(), 0);
      enter(article, revision, before);
    }
  }

  function enter(article: Article, revision: number, before: StoryHead | undefined): void {
    const { id } = article;
    const entry = entryOf(article, before, stories.isBuried(id));
    if (entry.late) return;
    unhold.run(id);
    if (entry.event !== undefined) emit.run(entry.event, id, revision, clock(), entry.early ? 1 : 0);
    if (entry.hold !== undefined) hold.run(id, revision, entry.hold.until, entry.hold.reason);
    setHead.run(id, revision, entry.published ? 1 : 0);
    if (entry.withdraws) withdraw.run(revision, id);
    if (entry.event === 'article.withheld')
      audit.recordAudit({ ...decisionOf(article), action: 'article.withheld', subject: `${id}@${revision}` });
    if (!stories.isBuried(id)) index.put(article, clock());
    setLikeness(article);
  }

  function kill(article: Article, revision: number, decision: Decision): void {
    announce(article.id, revision, decision);
    for (const id of aliases.killedBy(article, clock())) {
      if (stories.isBuried(id)) continue;
      const known = stories.newest(id);
      // Of a story that has not arrived yet nobody has a copy: the tombstone alone stops it.
      if (known === undefined) bury.run(id, clock(), 0);
      else announce(id, stories.keep({ ...known, status: article.status }, stories.headOf(id)), decision);
    }
  }

  function announce(id: string, revision: number, decision: Decision): void {
    unhold.run(id);
    index.remove(id);
    emit.run('article.killed', id, revision, clock(), 0);
    bury.run(id, clock(), revision);
    setHead.run(id, revision, published.get(id)?.published ?? 0);
    audit.recordAudit({ ...decision, action: 'article.killed', subject: `${id}@${revision}` });
  }
}
