/** Bytes exactly as received, before anything looked at them. */
export interface Raw {
  readonly feed: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex SHA-256 of `bytes`. */
  readonly sha256: string;
  /** ISO 8601 UTC, from the clock of whoever received it. */
  readonly receivedAt: string;
  readonly mediaType?: string;
  /** Where it came from, without userinfo and secrets. */
  readonly url?: string;
  /** Lower-case names. Only `content-type`, `last-modified`, `etag` and `date` are kept. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly transport?: string;
}
