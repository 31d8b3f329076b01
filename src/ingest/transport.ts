/** One fetched document. The caller keeps it before it saves `cursor` or `validators`. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly mediaType?: string;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where to go on after this document. */
  readonly cursor?: string;
  readonly validators?: Readonly<Record<string, string>>;
}

export interface PollRequest<Options> {
  readonly feed: string;
  readonly options: Options;
  readonly cursor: string | null;
  readonly validators: Readonly<Record<string, string>>;
  /** Asked for by a person: what the source still has from this instant on (ISO 8601 UTC). The cursor is null then. */
  readonly since?: string;
  readonly signal: AbortSignal;
  readonly services: TransportServices;
}

/** The guarded HTTP client: SSRF-checked, capped, timed. See `ingest/transports/http.ts` and `ingest/guard.ts`. */
export interface TransportServices {
  readonly request: (request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    /** Milliseconds that the source may hold its answer back, besides the usual. */
    readonly patienceMs?: number;
    readonly signal: AbortSignal;
  }) => Promise<{
    readonly status: number;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: Uint8Array;
  }>;
  /** A checked address of a server of files or mail, to connect to in place of its name. */
  readonly resolve: (host: string, port: number) => Promise<string>;
}

/** What a poll may tell the scheduler besides documents. */
export interface PollAdvice {
  /** Retry-After or Cache-Control, milliseconds. */
  readonly nextInMs?: number;
  /** There is more to fetch at once, whatever the interval says. */
  readonly more?: true;
}

/** A way in. `poll` yields documents oldest first and returns advice; it throws `Transient` or `Misconfigured`. */
export interface Transport<Options> {
  readonly name: string;
  /** @throws {Misconfigured} */
  readOptions(raw: Readonly<Record<string, unknown>>): Options;
  poll(request: PollRequest<Options>): AsyncGenerator<Fetched, PollAdvice>;
}
