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
