import type { Database } from 'better-sqlite3';
import type { QuarantineGroup, QuarantineQuery, RawItem, ReplayQuery, Reread, RereadFate } from '../replay.ts';
import { WHOLE } from '../whole.ts';
import type { JournalClock } from './clock.ts';
import type { Revisions } from './revisions.ts';

/** Raw documents that are read again, and the quarantine by its causes. */
export function replayOf(db: Database, clock: JournalClock, revisions: Revisions) {
  const kept = db.prepare<object, { id: number }>(
    `select id from raw where forgotten = 0 and (@feed is null or feed = @feed) and (@since is null or received_at >= @since)
       and (@until is null or received_at < @until) order by id`,
  );
  const waiting = db.prepare<object, { id: number }>(
    `select distinct raw_id as id from quarantine join raw on raw.id = raw_id
     where forgotten = 0 and (@code is null or code = @code) and (@feed is null or feed = @feed) and (@id is null or quarantine.id = @id)
     order by raw_id`,
  );
  const groups = db.prepare<[], Omit<QuarantineGroup, 'bug'> & { bug: number }>(
    `select code, feed, count(*) as count, max(bug) as bug, min(at) as first, max(at) as last, message as sample
     from quarantine join raw on raw.id = raw_id group by code, feed order by count(*) desc, code, feed`,
  );
  const items = db.prepare<[number], { item: number; outcome: RawItem['outcome']; articleId: string | null }>(
    'select item, outcome, article_id as articleId from raw_item where raw_id = ? order by item',
  );
  const settle = settling(db, clock);

  const one = (reread: Reread): RereadFate => {
    if (reread.kind === 'bad') {
      settle.reword(reread);
      return 'quarantined';
    }
    const { article, onTopOf } = reread;
    const fate = onTopOf === undefined ? revisions.store(article) : revisions.replace(article, onTopOf);
    if (fate !== 'passed') settle.read(reread.rawId, reread.index, fate, article.id);
    return fate;
  };
  const store = db.transaction((rereads: readonly Reread[]) => rereads.map(one));
  return {
    rawsSince: ({ feed, since, until }: ReplayQuery) =>
      kept.all({ feed: feed ?? null, since: since ?? null, until: until ?? null }).map(({ id }) => id),
    rawsInQuarantine: ({ code, feed, id: item }: QuarantineQuery) =>
      waiting.all({ code: code ?? null, feed: feed ?? null, id: item ?? null }).map(({ id }) => id),
    quarantineGroups: () => groups.all().map((group) => ({ ...group, bug: group.bug === 1 })),
    rawItems: (rawId: number) => items.all(rawId).map((row) => ({ ...row, item: row.item === WHOLE ? null : row.item })),
    storeAgain: (rereads: readonly Reread[]) => store.immediate(rereads),
  };
}

/** What becomes of the rows about an item that is read again. */
function settling(db: Database, clock: JournalClock) {
  const count = db.prepare(
    `insert into raw_item(raw_id, item, outcome, article_id) values (?, ?, ?, ?)
     on conflict do update set article_id = excluded.article_id, outcome = case when outcome = 'quarantined' then excluded.outcome else outcome end`,
  );
  const free = db.prepare('delete from quarantine where raw_id = ? and item in (?, ?)');
  const uncount = db.prepare('delete from raw_item where raw_id = ? and item = ?');
  const finish = db.prepare("update raw set state = 'done', touched_at = ? where id = ?");
  const reword = db.prepare('update quarantine set code = ?, message = ?, bug = ? where raw_id = ? and item = ?');
  return {
    reword: ({ rawId, index, code, message, bug }: Extract<Reread, { kind: 'bad' }>): void => {
      reword.run(code, message, bug ? 1 : 0, rawId, index ?? WHOLE);
    },
    /** The item is no longer in the quarantine, nor is its document as a whole. */
    read: (rawId: number, index: number, fate: 'stored' | 'duplicate', articleId: string): void => {
      count.run(rawId, index, fate, articleId);
      free.run(rawId, index, WHOLE);
      uncount.run(rawId, WHOLE);
      finish.run(clock(), rawId);
    },
  };
}
