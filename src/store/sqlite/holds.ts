import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { heldPage, type HeldQuery, type HeldRow } from '../held.ts';
import { released } from '../revision-rules.ts';
import type { JournalClock } from './clock.ts';
import type { SearchIndex } from './search.ts';

/** What waits; and embargoes that have passed on the journal's clock become events. */
export function holdsOf(db: Database, clock: JournalClock, index: SearchIndex) {
  const due = db.prepare<[string, number], { id: string; revision: number; doc: string }>(
    `select hold.id, hold.revision, doc from hold join article on article.id = hold.id and article.revision = hold.revision
     where until is not null and julianday(until) <= julianday(?) and hold.id not in (select id from tombstone) order by until limit ?`,
  );
  const remove = db.prepare('delete from hold where id = ? and revision = ?');
  const rewrite = db.prepare('update article set doc = ?, publishable = 1 where id = ? and revision = ?');
  const emit = db.prepare("insert into outbox(type, article_id, revision, at) values ('embargo.lifted', ?, ?, ?)");
  const publish = db.prepare('update head set published = 1 where id = ? and revision = ?');
  const release = db.transaction((limit: number) => {
    const now = clock();
    const rows = due.all(now, limit);
    for (const { id, revision, doc } of rows) {
      const article = released(JSON.parse(doc) as Article);
      rewrite.run(JSON.stringify(article), id, revision);
      index.put(article, now);
      remove.run(id, revision);
      emit.run(id, revision, now);
      publish.run(id, revision);
    }
    return rows.length;
  });
  const waiting =
    'from hold join article on article.id = hold.id and article.revision = hold.revision where hold.id not in (select id from tombstone)';
  const rows = db.prepare<HeldQuery, HeldRow>(
    `select doc, until, reason, at as since ${waiting} order by until is null, julianday(until), hold.id limit @limit offset @offset`,
  );
  const count = db.prepare<[], { total: number }>(`select count(*) as total ${waiting}`);
  const held = db.transaction((query: HeldQuery) => heldPage(rows.all(query), count.get()?.total ?? 0));
  return { releaseDue: (limit: number) => release.immediate(limit), held: (query: HeldQuery) => held(query) };
}
