import type { AuditEntry, AuditQuery, AuditRow } from '../audit.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres, Sql } from './connection.ts';

/** One row of the audit log, in the transaction of what it tells. */
export async function record(sql: Sql, { actor, action, subject, reason }: AuditEntry, now: string): Promise<void> {
  await sql.query('insert into audit(at, actor, action, subject, reason) values ($1, $2, $3, $4, $5)', [
    now,
    actor,
    action,
    subject,
    reason,
  ]);
}

/** What was done by whom and why. */
export function auditOf(db: Postgres, clock: JournalClock) {
  return {
    recordAudit: async (entry: AuditEntry) => record(db, entry, await clock(db)),
    audit: ({ subject, before = Number.MAX_SAFE_INTEGER, limit }: AuditQuery) =>
      db.query<AuditRow>(
        `select * from audit where ($1::text is null or subject = $1 or starts_with(subject, $1 || '@')) and id < $2 order by id desc limit $3`,
        [subject ?? null, before, limit],
      ),
  };
}
