import type { Kind } from '../article/status.ts';
import type { Problem } from './problem.ts';
import type { FeedTest } from './schema.ts';

/** Line and column in the config file, from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

export interface FeedConfig {
  readonly id: string;
  readonly transport: string;
  /** Milliseconds between polls. */
  readonly everyMs: number;
  /** How far the interval may adapt to what the feed brings; it stays as it is where these are not given. */
  readonly leastMs?: number;
  readonly mostMs?: number;
  /** A quiet of this length is an alarm, whatever was learned. */
  readonly silentAfterMs?: number;
  /** The pages that its entries lead to are fetched. */
  readonly follow?: true;
  /** Its hub, where it names one, is to push it. */
  readonly websub?: true;
  readonly profile?: string;
  readonly provider?: string;
  readonly format?: string;
  /** Zone of times without one: an IANA name or `+02:00`. */
  readonly zone?: string;
  /** For the transport's own `readOptions`; `url` and `path` are among them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Files are absolute. */
  readonly tests: readonly FeedTest[];
  readonly at: At;
}

/** What a subscriber wants, each criterion a list. */
export interface SinkFilter {
  readonly provider?: readonly string[];
  readonly language?: readonly string[];
  readonly subject?: readonly string[];
  readonly urgency?: number;
  readonly status?: readonly Kind[];
}

export interface SinkConfig {
  readonly name: string;
  readonly kind: string;
  /** Name of the form that articles leave in. */
  readonly encoding: string;
  /** Empty: everything. */
  readonly filter: SinkFilter;
  /** It is sent copy under embargo too, marked as such. */
  readonly embargoed: boolean;
  /** For the kind's own `readOptions`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly at: At;
}

/** A config with defaults filled in, paths absolute and secrets in place: never to be printed. */
export interface Config {
  readonly feeds: readonly FeedConfig[];
  readonly sinks: readonly SinkConfig[];
  readonly dataDir: string;
  /** What secrets of subscribers that are added over HTTP are derived from. */
  readonly secret?: string;
  /** From the file, else from `REDIS_URL`. */
  readonly redisUrl?: string;
  /** From the file, else from `DATABASE_URL`. */
  readonly databaseUrl?: string;
  /** How long things are kept, in milliseconds; for ever where it is not said. */
  readonly retention: { readonly rawMs?: number; readonly revisionsMs?: number; readonly eventsMs?: number };
  /** Null where the file says `api: false`. */
  readonly api: { readonly host: string; readonly port: number; readonly token?: string } | null;
  /** Absent where no hub may push. */
  readonly websub?: { readonly publicUrl: string; readonly secret: string };
  readonly network: {
    readonly allow: readonly string[];
    /** What all processes together ask of one host; two polls at once and two a second unless given. */
    readonly perHost?: { readonly atOnce: number; readonly perSecond: number };
  };
  /** Every value that came from the environment, for the log's scrubber. */
  readonly secrets: readonly string[];
}

export interface CheckedConfig {
  /** Absent where there are problems. */
  readonly config?: Config;
  readonly problems: readonly Problem[];
}
