import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import type { EventType, GateView, LookalikeQuery } from '../journal.ts';
import { type JournalClock } from './clock.ts';
import type { Places } from './places.ts';

/** One row of the outbox. */
interface EventRow {
  readonly seq: number;
  readonly type: EventType;
  readonly article_id: string;
  readonly revision: number;
  readonly at: string;
  readonly early: number;
}

/** Cursors are texts of the sequence; anything else reads from the start. */
export function sequenceOf(cursor: string): number {
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : 0;
}

/** The outbox, each event with what the gate must know. */
export function eventsOf(db: Database, clock: JournalClock, places: Places) {
  const next = db.prepare<[number, number], EventRow>('select * from outbox where seq > ? order by seq limit ?');
  const previous = db.prepare<[number, number], EventRow>('select * from outbox where seq < ? order by seq desc limit ?');
  const since = db.prepare<[string], { seq: number | null }>('select min(seq) as seq from outbox where at >= ?');
  const newest = db.prepare<[], { seq: number | null }>('select max(seq) as seq from outbox');
  const doc = db.prepare<[string, number], { doc: string }>('select doc from article where id = ? and revision = ?');
  const headDoc = db.prepare<[string], { doc: string }>(
    'select doc from head join article on article.id = head.id and article.revision = head.revision where head.id = ?',
  );
  const tombstone = db.prepare<[string], { at: string; revision: number }>('select at, revision from tombstone where id = ?');
  const held = db.prepare<[string, number], { revision: number }>('select revision from hold where id = ? and revision = ?');
  // Readers who come from the start get nothing of what was taken back, also after the story has returned.
  const withdrawn = db.prepare<[string, number], { withdrawn: number }>('select withdrawn from head where id = ? and withdrawn >= ?');

  const alike = db.prepare<LookalikeQuery, { doc: string }>(
    `select doc from head join article on article.id = head.id and article.revision = head.revision
     where provider = @provider and slug = @slug and version_at between @after and @before order by version_at desc, head.id limit @limit`,
  );

  const viewOf = (id: string, revision: number, text: string, early = false): Omit<GateView, 'event'> => ({
    article: JSON.parse(text) as Article,
    now: clock(),
    tombstone: tombstone.get(id) ?? null,
    held: held.get(id, revision) !== undefined,
    withdrawn: withdrawn.get(id, revision) !== undefined,
    early,
  });
  const views = (rows: readonly EventRow[]): GateView[] =>
    rows.flatMap((row) => {
      const stored = doc.get(row.article_id, row.revision) ?? headDoc.get(row.article_id);
      const event = { cursor: String(row.seq), type: row.type, articleId: row.article_id, revision: row.revision, occurredAt: row.at };
      return stored === undefined ? [] : [{ event, ...viewOf(row.article_id, row.revision, stored.doc, row.early === 1) }];
    });

  const article = db.transaction((id: string, revision?: number) => {
    const found = revision === undefined ? headDoc.get(id) : doc.get(id, revision);
    if (found === undefined) return null;
    const parsed = JSON.parse(found.doc) as Article;
    return { article: parsed, view: viewOf(id, parsed.identity.revision ?? 0, found.doc) };
  });
  const read = db.transaction((after: number, limit: number) => views(next.all(after, limit)));
  const readBack = db.transaction((cursor: string | undefined, limit: number) =>
    views(previous.all(cursor === undefined ? Number.MAX_SAFE_INTEGER : sequenceOf(cursor), limit)),
  );
  const head = (): string => String(newest.get()?.seq ?? 0);
  return {
    eventsBefore: (cursor: string | undefined, limit: number) => readBack(cursor, limit),
    cursorBefore: (instant: string) => {
      const first = since.get(new Date(instant).toISOString())?.seq ?? null;
      return first === null ? head() : String(first - 1);
    },
    article: (id: string, revision?: number) => article(id, revision),
    events: (cursor: string, limit: number) => read(places.read(cursor), limit),
    /** The same from a place of the journal's own, which may lie before what is kept. */
    eventsAfter: (after: number, limit: number) => read(after, limit),
    lookalikes: (query: LookalikeQuery) => alike.all(query).map(({ doc: text }) => JSON.parse(text) as Article),
    head,
  };
}
