/** A feed as the config states it. */
export interface FeedPlan {
  readonly id: string;
  readonly transport: string;
  /** Milliseconds between polls. */
  readonly everyMs: number;
  /** Zone of times without one: an IANA name or `+02:00`. */
  readonly zone?: string;
  readonly profile?: string;
  readonly provider?: string;
  readonly format?: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** How a feed's documents are to be read. */
export type Reading = Pick<FeedPlan, 'zone' | 'profile' | 'provider' | 'format'>;
