import type { Database } from 'better-sqlite3';
import type { AuditEntry, AuditQuery, AuditRow } from '../audit.ts';
import type { JournalClock } from './clock.ts';

/** What was done by whom and why. */
export function auditOf(db: Database, clock: JournalClock) {
  const insert = db.prepare('insert into audit(at, actor, action, subject, reason) values (?, ?, ?, ?, ?)');
  const all = db.prepare<[number, number], AuditRow>('select * from audit where id < ? order by id desc limit ?');
  const about = db.prepare<[string, string, string, number, number], AuditRow>(
    `select * from audit where (subject = ? or (subject > ? || '@' and subject < ? || 'A')) and id < ? order by id desc limit ?`,
  );
  return {
    recordAudit: ({ actor, action, subject, reason }: AuditEntry) => void insert.run(clock(), actor, action, subject, reason),
    audit: ({ subject, before = Number.MAX_SAFE_INTEGER, limit }: AuditQuery): AuditRow[] =>
      subject === undefined ? all.all(before, limit) : about.all(subject, subject, subject, before, limit),
  };
}

export type Audit = ReturnType<typeof auditOf>;
