import type { Article } from '../article/article.ts';
import type { OutboxEventLike } from './event.ts';

/** What a sink is given: always already through the gate. `article` is the public part only. */
export interface Delivery {
  readonly event: OutboxEventLike;
  /** Absent for a kill: nothing of the killed story is sent again. */
  readonly article?: Article;
  /** `<article id>@<revision>`: makes redelivery harmless. */
  readonly key: string;
}

/**
 * A way out. `send` resolves only when the other side has the deliveries for good; it throws `Transient` to be called
 * again with the same deliveries, `Misconfigured` where that cannot help, and `Gone` when the other side wants no more.
 */
export interface Sink {
  send(deliveries: readonly Delivery[], signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A kind of sink: it reads its own options from the config, so that a new sink never edits config code. */
export interface SinkKind<Options> {
  readonly name: string;
  /** @throws {Misconfigured} */
  readOptions(raw: Readonly<Record<string, unknown>>): Options;
  /** `request` is the guarded HTTP client; sinks never open sockets of their own. */
  open(options: Options, services: SinkServices): Promise<Sink>;
}

export interface SinkServices {
  readonly request: (request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
  }) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }>;
  readonly now: () => Date;
}
