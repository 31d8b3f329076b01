import type { Database } from 'better-sqlite3';
import type { Decision } from '../audit.ts';
import type { QuarantineRow } from '../journal.ts';
import { discardEntry, type QuarantineQuery } from '../replay.ts';
import { WHOLE } from '../whole.ts';
import type { Audit } from './audit.ts';

const MATCHES = '(@code is null or code = @code) and (@feed is null or feed = @feed) and (@id is null or quarantine.id = @id)';

/** Items that could not be read, and what is given up of them. */
export function quarantineOf(db: Database, audit: Audit) {
  const rows = db.prepare<object, Omit<QuarantineRow, 'item' | 'bug'> & { item: number; bug: number }>(
    `select quarantine.id, raw_id as rawId, feed, item, code, message, bug, at from quarantine join raw on raw.id = raw_id
     where ${MATCHES} order by quarantine.id desc limit @limit`,
  );
  // What is given up counts as left out, and no replay of the quarantine brings it back.
  const settle = db.prepare(
    `update raw_item set outcome = 'filtered' where outcome = 'quarantined' and (raw_id, item) in
       (select raw_id, item from quarantine join raw on raw.id = raw_id where ${MATCHES})`,
  );
  const drop = db.prepare(
    `delete from quarantine where id in (select quarantine.id from quarantine join raw on raw.id = raw_id where ${MATCHES})`,
  );
  const matching = ({ code, feed, id }: QuarantineQuery): object => ({ code: code ?? null, feed: feed ?? null, id: id ?? null });
  const discard = db.transaction((query: QuarantineQuery, decision: Decision): number => {
    settle.run(matching(query));
    const { changes } = drop.run(matching(query));
    if (changes > 0) audit.recordAudit(discardEntry(query, decision, changes));
    return changes;
  });
  return {
    quarantine: (limit: number, query: QuarantineQuery = {}): QuarantineRow[] =>
      rows.all({ ...matching(query), limit }).map((row) => ({ ...row, item: row.item === WHOLE ? null : row.item, bug: row.bug === 1 })),
    discardQuarantine: (query: QuarantineQuery, decision: Decision) => discard.immediate(query, decision),
  };
}
