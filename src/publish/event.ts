/** The public shape of one event, the same for pull, SSE, webhook and directory. */
export interface OutboxEventLike {
  /** Opaque position in the one event sequence. */
  readonly cursor: string;
  readonly type: string;
  readonly articleId: string;
  readonly revision: number;
  /** ISO 8601 UTC. */
  readonly occurredAt: string;
}

/** Events that take a story back: they carry none of its text, and reach everybody who may have it. */
export function takesBack(type: string): boolean {
  return type === 'article.killed' || type === 'article.withheld';
}
