import type { Decision } from '../audit.ts';
import type { QuarantineRow } from '../journal.ts';
import { discardEntry, type QuarantineQuery } from '../replay.ts';
import { WHOLE } from '../whole.ts';
import { record } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

const MATCHES = '($1::text is null or code = $1) and ($2::text is null or feed = $2) and ($3::bigint is null or quarantine.id = $3)';

/** Items that could not be read, and what is given up of them. */
export function quarantineOf(db: Postgres, clock: JournalClock) {
  return {
    quarantine: async (limit: number, query: QuarantineQuery = {}): Promise<QuarantineRow[]> => {
      const rows = await db.query<QuarantineRow & { item: number }>(
        `select quarantine.id, raw_id as "rawId", feed, item, code, message, bug, at from quarantine join raw on raw.id = raw_id
         where ${MATCHES} order by quarantine.id desc limit $4`,
        [...matching(query), limit],
      );
      return rows.map((row) => ({ ...row, item: row.item === WHOLE ? null : row.item }));
    },
    discardQuarantine: (query: QuarantineQuery, decision: Decision): Promise<number> =>
      db.transaction(async (sql) => {
        const gone = await sql.query(
          `with gone as (delete from quarantine using raw where raw.id = raw_id and ${MATCHES} returning raw_id, item),
             settled as (update raw_item set outcome = 'filtered' from gone
               where raw_item.raw_id = gone.raw_id and raw_item.item = gone.item and outcome = 'quarantined')
           select item from gone`,
          matching(query),
        );
        // What is given up counts as left out, and no replay of the quarantine brings it back.
        if (gone.length > 0) await record(sql, discardEntry(query, decision, gone.length), await clock(sql));
        return gone.length;
      }),
  };
}

function matching({ code, feed, id }: QuarantineQuery): unknown[] {
  return [code ?? null, feed ?? null, id ?? null];
}
