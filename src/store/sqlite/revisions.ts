import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { safeKey } from '../../article/hash.ts';
import type { EventType } from '../journal.ts';
import type { JournalClock } from './clock.ts';

interface Head {
  readonly revision: number;
  readonly published: number;
  readonly revision_key: string;
  readonly content_hash: string;
  readonly kind: string;
  readonly publishable: number;
}

/** The statements that keep revisions. */
function statementsOf(db: Database) {
  return {
    head: db.prepare<[string], Head>(
      'select head.revision, head.published, revision_key, content_hash, kind, publishable from head join article on article.id = head.id and article.revision = head.revision where head.id = ?',
    ),
    twin: db.prepare<[string, string, string, string], { revision: number }>(
      'select revision from article where id = ? and content_hash = ? and revision_key = ? and kind = ? limit 1',
    ),
    last: db.prepare<[string], { n: number | null }>('select max(revision) as n from article where id = ?'),
    insert: db.prepare(
      'insert into article(id, revision, revision_key, content_hash, kind, publishable, doc, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    setHead: db.prepare(
      'insert into head(id, revision, published) values (?, ?, ?) on conflict(id) do update set revision = excluded.revision, published = excluded.published',
    ),
    hold: db.prepare('insert into hold(id, revision, until, reason) values (?, ?, ?, ?)'),
    unhold: db.prepare('delete from hold where id = ?'),
    bury: db.prepare('insert into tombstone(id, at, revision) values (?, ?, ?) on conflict(id) do nothing'),
    buried: db.prepare<[string], { at: string }>('select at from tombstone where id = ?'),
    emit: db.prepare('insert into outbox(type, article_id, revision, at) values (?, ?, ?, ?)'),
  };
}

/** Stores one article as the next revision of its story, or tells that it is none. */
export function revisionsOf(db: Database, clock: JournalClock): (article: Article) => 'stored' | 'duplicate' {
  const { head, twin, last, insert, setHead, hold, unhold, bury, buried, emit } = statementsOf(db);

  return (article) => {
    const { id, identity, status } = article;
    const before = head.get(id);
    if (isSame(before, article) || twin.get(id, identity.contentHash, identity.revisionKey, status.kind) !== undefined) return 'duplicate';
    const revision = (last.get(id)?.n ?? 0) + 1;
    const numbered: Article = {
      ...article,
      identity: {
        ...identity,
        revision,
        ...(before === undefined ? {} : { supersedes: [...(identity.supersedes ?? []), `${id}@${before.revision}`] }),
      },
    };
    insert.run(
      id,
      revision,
      identity.revisionKey,
      identity.contentHash,
      status.kind,
      status.publishable ? 1 : 0,
      JSON.stringify(numbered),
      clock(),
    );
    if (isKill(article)) return killed(numbered, revision, before);
    // A revision that arrives behind a newer one is kept, but changes nothing for readers.
    if (before !== undefined && compareKeys(identity.revisionKey, before.revision_key) < 0) return 'stored';
    const wasPublished = before?.published ?? 0;
    unhold.run(id);
    if (buried.get(id) !== undefined) hold.run(id, revision, null, 'killed');
    else if (status.publishable) emit.run(eventOf(article, wasPublished), id, revision, clock());
    else
      hold.run(
        id,
        revision,
        status.effective === 'embargoed' ? (status.embargo?.until.utc ?? null) : null,
        status.reasons.join(' ') || 'not-publishable',
      );
    setHead.run(id, revision, status.publishable && buried.get(id) === undefined ? 1 : wasPublished);
    return 'stored';
  };

  function killed(article: Article, revision: number, before: Head | undefined): 'stored' {
    for (const id of new Set([article.id, ...killedIds(article)])) {
      unhold.run(id);
      if (buried.get(id) === undefined || id === article.id) emit.run('article.killed', id, id === article.id ? revision : 0, clock());
      bury.run(id, clock(), revision);
    }
    setHead.run(article.id, revision, before?.published ?? 0);
    return 'stored';
  }
}

/** Equal content is no update, unless the status changed with it. */
function isSame(before: Head | undefined, { identity, status }: Article): boolean {
  return (
    before?.content_hash === identity.contentHash && before.kind === status.kind && before.publishable === (status.publishable ? 1 : 0)
  );
}

function isKill({ status }: Article): boolean {
  return status.kind === 'kill' || status.effective === 'canceled';
}

/** Article ids of the stories of the same provider that a kill names. */
function killedIds({ id, identity, provider }: Article): string[] {
  const keys = (identity.kills ?? []).map((kill) => kill.value).filter((value) => value !== identity.storyKey);
  return keys.map((key) => `${safeKey(provider.code ?? provider.name)}:${safeKey(key)}`).filter((other) => other !== id);
}

function eventOf({ status }: Article, published: number): EventType {
  if (published === 0) return 'article.created';
  return ['correction', 'correction-notice', 'refile'].includes(status.kind) ? 'article.corrected' : 'article.updated';
}

/** Provider numbers count as numbers ("10" after "2"); instants and all else as text. */
function compareKeys(a: string, b: string): number {
  const numbers = /^\d{1,9}$/;
  if (numbers.test(a) && numbers.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
