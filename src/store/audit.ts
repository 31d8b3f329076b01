/** Who decided, and why: both go into the audit log. */
export interface Decision {
  readonly actor: string;
  readonly reason: string;
}

export interface AuditEntry extends Decision {
  /** What was done: `article.killed`, `article.released`. */
  readonly action: string;
  /** To what: `<article id>@<revision>`, or the name of a feed, subscriber or consumer. */
  readonly subject: string;
}

/** An entry about what is at hand: written in the transaction that does it, so that neither is there without the other. */
export type Act = Omit<AuditEntry, 'subject'>;

export interface AuditRow extends AuditEntry {
  readonly id: number;
  readonly at: string;
}

/** Newest first. `subject` also finds all revisions of an article id; `before` goes on from a row's id. */
export interface AuditQuery {
  readonly subject?: string;
  readonly before?: number;
  readonly limit: number;
}
