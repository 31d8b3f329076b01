import type { Article } from '../../article/article.ts';
import type { EventType, FoundStory, GateView, LookalikeQuery } from '../journal.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';
import { cursorOf, positionOf, type Position } from './cursor.ts';
import { placeOf } from './places.ts';

interface ViewRow {
  readonly doc: string;
  readonly buried_at: string | null;
  readonly buried_by: number | null;
  readonly held: boolean;
  readonly withdrawn: boolean;
}

interface EventRow extends ViewRow, Position {
  readonly type: EventType;
  readonly article_id: string;
  readonly revision: number;
  readonly at: string;
  readonly early: boolean;
}

/**
 * Events in the order of transactions, and only of those below every transaction that is still open: what commits later sorts later, so
 * that a reader who goes on from the last one misses nothing. One open transaction holds all readers back, which is why ours are short.
 */
const VISIBLE = `(outbox.era < (select n from era) or outbox.xid < pg_snapshot_xmin(pg_current_snapshot()))`;

const HELD = 'exists (select from hold where hold.id = wanted.id and hold.revision = wanted.revision)';
/** Readers who come from the start get nothing of what was taken back, also after the story has returned. */
const WITHDRAWN = 'coalesce(wanted.revision <= head.withdrawn, false)';

/** What the gate must know of `wanted(id, revision)`, all of one snapshot. The newest revision stands in for one that is gone. */
const VIEW = `coalesce(own.doc, newest.doc) as doc, tombstone.at as buried_at, tombstone.revision as buried_by, ${HELD} as held,
  ${WITHDRAWN} as withdrawn`;
const JOINS = `left join article as own on own.id = wanted.id and own.revision = wanted.revision
  left join head on head.id = wanted.id left join article as newest on newest.id = head.id and newest.revision = head.revision
  left join tombstone on tombstone.id = wanted.id`;

/** A stretch of the outbox: after a place, oldest first, or before one, newest first. */
type Stretch = { readonly limit: number } & ({ readonly from: Position } | { readonly before: Position | undefined });

/** Events of a stretch, each with its gate view; runs inside whatever transaction `sql` is in. */
export async function readEvents(sql: Sql, clock: JournalClock, stretch: Stretch): Promise<GateView[]> {
  const back = 'before' in stretch;
  const { era, xid, seq } = (back ? stretch.before : stretch.from) ?? END;
  const order = back ? 'desc' : 'asc';
  const rows = await sql.query<EventRow>(
    `select era, xid::text as xid, seq, type, wanted.id as article_id, wanted.revision, wanted.at, early, ${VIEW}
     from (select era, xid, seq, type, article_id as id, revision, at, early from outbox
           where (era, xid, seq) ${back ? '<' : '>'} ($1, $2::xid8, $3) and ${VISIBLE}
           order by era ${order}, xid ${order}, seq ${order} limit $4) as wanted ${JOINS}
     where coalesce(own.doc, newest.doc) is not null order by era ${order}, wanted.xid ${order}, seq ${order}`,
    [era, xid, seq, stretch.limit],
  );
  // After the rows were read: an embargo that this clock has seen end had ended for them too.
  const now = await clock(sql);
  return rows.map((row) => {
    const { type, article_id: articleId, revision, at: occurredAt } = row;
    return { event: { cursor: cursorOf(row), type, articleId, revision, occurredAt }, ...viewOf(row, now, row.early) };
  });
}

/** Behind every event there will ever be. */
const END: Position = { era: 2_147_483_647, xid: '9223372036854775807', seq: Number.MAX_SAFE_INTEGER };

/** Stories as they are now, in the order asked for. */
export async function readStories(sql: Sql, clock: JournalClock, ids: readonly string[]): Promise<FoundStory[]> {
  const rows = await sql.query<ViewRow>(
    `select ${VIEW} from (select given.id, head.revision, place from unnest($1::text[]) with ordinality as given(id, place) join head using (id)) as wanted
     ${JOINS} where own.doc is not null order by place`,
    [ids],
  );
  const now = await clock(sql);
  return rows.map((row) => {
    const view = viewOf(row, now);
    return { article: view.article, view };
  });
}

/** The outbox, and articles with what the gate must know of them. */
export function eventsOf(db: Postgres, clock: JournalClock) {
  const head = async (): Promise<string> => {
    const [row] = await db.query<Position>(
      `select outbox.era, xid::text as xid, seq from outbox where ${VISIBLE} order by outbox.era desc, outbox.xid desc, seq desc limit 1`,
    );
    return row === undefined ? '0' : cursorOf(row);
  };
  return {
    article: async (id: string, revision?: number) => {
      const [row] = await db.query<ViewRow>(
        `select ${VIEW} from (select $1::text as id, coalesce($2::integer, (select revision from head where id = $1)) as revision) as wanted ${JOINS}
         where own.doc is not null`,
        [id, revision ?? null],
      );
      if (row === undefined) return null;
      const view = viewOf(row, await clock(db));
      return { article: view.article, view };
    },
    lookalikes: async ({ provider, slug, after, before, limit }: LookalikeQuery) => {
      const rows = await db.query<{ doc: string }>(
        `select doc from head join article using (id, revision)
         where provider = $1 and slug = $2 and version_at between $3 and $4 order by version_at desc, id limit $5`,
        [provider, slug, after, before, limit],
      );
      return rows.map(({ doc }) => JSON.parse(doc) as Article);
    },
    events: async (cursor: string, limit: number) => readEvents(db, clock, { from: await placeOf(db, cursor), limit }),
    eventsBefore: (cursor: string | undefined, limit: number) =>
      readEvents(db, clock, { before: cursor === undefined ? undefined : positionOf(cursor), limit }),
    cursorBefore: async (instant: string) => {
      const [row] = await db.query<Position>(
        `select outbox.era, xid::text as xid, seq from outbox where at >= $1 order by outbox.era, outbox.xid, seq limit 1`,
        [instant],
      );
      return row === undefined ? head() : cursorOf({ ...row, seq: row.seq - 1 });
    },
    head,
  };
}

function viewOf(
  { doc, buried_at: at, buried_by: revision, held, withdrawn }: ViewRow,
  now: string,
  early = false,
): Omit<GateView, 'event'> {
  return {
    article: JSON.parse(doc) as Article,
    now,
    tombstone: at === null || revision === null ? null : { at, revision },
    held,
    withdrawn,
    early,
  };
}
