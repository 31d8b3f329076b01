import type { OutboxEventLike } from './event.ts';

/** An article in the form that a subscriber asked for: its public part only. */
export interface EncodedArticle {
  /** Name of the encoding: `canonical`, `ninjs` … */
  readonly encoding: string;
  readonly mediaType: string;
  /** Of a file that holds it, without a dot. */
  readonly extension: string;
  readonly text: string;
}

/** What a sink is given: always already through the gate. */
export interface Delivery {
  readonly event: OutboxEventLike;
  /** Absent where the event takes the story back (`takesBack`): nothing of it is sent again. */
  readonly article?: EncodedArticle;
  /** `<article id>@<revision>`, with `/early` behind it where it comes before its time: makes redelivery harmless. */
  readonly key: string;
  /** Set on copy under embargo: nothing of it may be shown before this instant, ISO 8601 UTC. */
  readonly embargoedUntil?: string;
}

/**
 * A way out. `send` resolves only when the other side has the deliveries for good; it throws `Transient` to be called
 * again with those not yet `done`, `Misconfigured` where that cannot help, and `Gone` when the other side wants no more.
 */
export interface Sink {
  /** `done` is called after each delivery that the other side has for good, in order, by sinks that send one by one. */
  send(deliveries: readonly Delivery[], signal: AbortSignal, done?: () => void): Promise<void>;
  close(): Promise<void>;
}

/** A kind of sink: it reads its own options from the config, so that a new sink never edits config code. */
export interface SinkKind<Options> {
  readonly name: string;
  /** @throws {Misconfigured} */
  readOptions(raw: Readonly<Record<string, unknown>>): Options;
  /** Opens no connection yet: a subscriber that is away must not keep the others from starting. */
  open(options: Options, services: SinkServices): Promise<Sink>;
}

export interface SinkServices {
  /** The guarded HTTP client: sinks never open sockets of their own. */
  readonly request: (request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal: AbortSignal;
  }) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }>;
  /** An address of a host that the guard lets pass; for `openSocket`. @throws {BadInput} | {Transient} */
  readonly resolve: (host: string, port: number) => Promise<string>;
  readonly now: () => Date;
}
