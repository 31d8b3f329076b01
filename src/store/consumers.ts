/** A reader of the change feed whose place the journal keeps. */
export interface ConsumerState {
  readonly name: string;
  readonly cursor: string;
  /** Who made it and alone moves it; null where anybody may. */
  readonly owner: string | null;
  readonly createdAt: string;
  readonly movedAt: string | null;
}

/** The part of the journal that keeps the places of readers of the change feed. */
export interface Consumers {
  consumer(name: string): Promise<ConsumerState | null>;
  consumers(): Promise<readonly ConsumerState[]>;
  /** False where there is one of that name already; it stays where it is. */
  createConsumer(name: string, from: string, owner?: string): Promise<boolean>;
  /** Moves a consumer on, never back; null where there is none that `by` may move. Without `by` it may be anybody's. */
  advanceConsumer(name: string, through: string, by?: string): Promise<ConsumerState | null>;
  rewindConsumer(name: string, to: string, by?: string): Promise<ConsumerState | null>;
  removeConsumer(name: string, by?: string): Promise<boolean>;
}
