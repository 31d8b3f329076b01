import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { safeKey } from '../../article/hash.ts';
import { likenessKey } from '../../article/likeness.ts';
import type { Status } from '../../article/status.ts';
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

  return (arrived) => {
    const article = { ...arrived, status: onThisClock(arrived.status, clock()) };
    const { id, identity, status } = article;
    const before = head.get(id);
    if (isSame(before, article)) return 'duplicate';
    if (twin.get(id, identity.contentHash, identity.revisionKey, status.kind, status.publishable ? 1 : 0) !== undefined) return 'duplicate';
    const revision = keep(article, before);
    if (isKill(article)) return killed(article, revision);
    // A revision that arrives behind a newer one is kept, but changes nothing for readers.
    if (before !== undefined && compareKeys(identity.revisionKey, before.revision_key) < 0) return 'stored';
    const wasPublished = before?.published ?? 0;
    unhold.run(id);
    if (buried.get(id) !== undefined) hold.run(id, revision, null, 'killed');
    else if (status.publishable) emit.run(eventOf(article, wasPublished), id, revision, clock());
    else hold.run(id, revision, releaseAt(status), status.reasons.join(' ') || 'not-publishable');
    setHead.run(id, revision, status.publishable && buried.get(id) === undefined ? 1 : wasPublished);
    const key = likenessKey(article);
    if (key !== undefined) setKey.run(key.provider, key.slug, key.at, id);
    return 'stored';
  };

  /** Writes the next revision of a story and returns its number. */
  function keep(article: Article, before: Head | undefined): number {
    const { id, identity, status } = article;
    const revision = (last.get(id)?.n ?? 0) + 1;
    const earlier = before === undefined ? {} : { supersedes: [...(identity.supersedes ?? []), `${id}@${before.revision}`] };
    const numbered: Article = { ...article, identity: { ...identity, revision, ...earlier } };
    const { revisionKey, contentHash } = identity;
    insert.run(id, revision, revisionKey, contentHash, status.kind, status.publishable ? 1 : 0, JSON.stringify(numbered), clock());
    return revision;
  }

  function killed(article: Article, revision: number): 'stored' {
    announce(article.id, revision);
    for (const id of killedIds(article)) {
      if (buried.get(id) !== undefined) continue;
      const known = doc.get(id);
      // Of a story that has not arrived yet nobody has a copy: the tombstone alone stops it.
      if (known === undefined) bury.run(id, clock(), 0);
      else announce(id, keep({ ...(JSON.parse(known.doc) as Article), status: article.status }, head.get(id)));
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

/** The journal's clock has the last word on an embargo: the worker that normalized the story may run ahead or behind. */
function onThisClock(status: Status, now: string): Status {
  const until = status.embargo?.release === 'automatic' ? status.embargo.until.utc : null;
  if (until === null) return status;
  const passed = Date.parse(until) <= Date.parse(now);
  if (passed && releaseAt(status) !== null) return { ...status, effective: 'usable', publishable: true, reasons: [] };
  if (!passed && status.publishable) return { ...status, effective: 'embargoed', publishable: false, reasons: ['embargo'] };
  return status;
}

/** When a held revision goes out by itself; null where a person decides: no instant, or a reason besides the embargo. */
function releaseAt({ effective, embargo, reasons }: Status): string | null {
  if (effective !== 'embargoed' || embargo?.release !== 'automatic') return null;
  return reasons.every((reason) => reason.includes('embargo')) ? embargo.until.utc : null;
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
