import { Type, type Static } from 'typebox';
import { SHORT_NAME } from '../article/short-name.ts';
import { oneOf } from '../article/one-of.ts';
import { KINDS } from '../article/status.ts';

const strict = { additionalProperties: false };
const Name = Type.String({
  pattern: SHORT_NAME.source,
  description: 'letters, digits, - and _; part of addresses and metrics',
});

/** A test written beside a feed: the file's first article must have these values at these dotted paths. */
export const FeedTest = Type.Object(
  {
    file: Type.String({ description: 'relative to the config file' }),
    expect: Type.Record(Type.String(), Type.Unknown(), {
      description: 'dotted path of the article: wanted value, such as times.published.utc',
    }),
  },
  strict,
);
export type FeedTest = Static<typeof FeedTest>;

const EVERY = '^[1-9]\\d{0,5}(?:ms|s|m|h)$';
const Interval = Type.String({ pattern: EVERY });

/** A feed as written. `options` belong to the transport, which checks them itself. */
export const FeedText = Type.Object(
  {
    id: Name,
    url: Type.Optional(Type.String({ description: 'where the feed is: http(s), sftp, ftp(s) or imap(s); secrets as ${env:NAME}' })),
    path: Type.Optional(Type.String({ description: 'folder of a directory feed, relative to the config file' })),
    transport: Type.Optional(
      Type.String({
        description: 'http, http-queue, directory, sftp, ftp, imap or push; known from url or path unless it is a queue or push',
      }),
    ),
    every: Type.Optional(Type.String({ pattern: EVERY, description: 'how often: 30s, 5m, 1h; 60s unless given' })),
    between: Type.Optional(
      Type.Array(Interval, { minItems: 2, maxItems: 2, description: 'limits within which the interval adapts to the feed: [15s, 15m]' }),
    ),
    silent_after: Type.Optional(
      Type.String({ pattern: EVERY, description: 'a quiet of this length is an alarm: 2h; what is usual for the hour is learned besides' }),
    ),
    profile: Type.Optional(Type.String({ description: 'what the provider does differently: afp' })),
    provider: Type.Optional(Type.String({ description: 'who sends it, where the files do not say' })),
    format: Type.Optional(Type.String({ description: 'only where recognising the format does not do' })),
    timezone: Type.Optional(Type.String({ description: 'zone of times without one: Europe/Paris or +02:00' })),
    follow: Type.Optional(
      Type.Boolean({ description: 'fetches the page of each entry, where the site lets robots, and makes one article of both' }),
    ),
    websub: Type.Optional(
      Type.Boolean({
        description: 'lets the hub of the feed push it (WebSub); it is polled all the same. Needs `websub` of the whole config',
      }),
    ),
    options: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    tests: Type.Optional(Type.Array(FeedTest)),
  },
  strict,
);
export type FeedText = Static<typeof FeedText>;

const names = (description: string) =>
  Type.Optional(Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], { description }));

/** Which articles a subscriber gets. Kills, and all that becomes of a story it has, always come. */
export const FilterText = Type.Object(
  {
    provider: names('code or name of providers'),
    language: names('BCP 47 tags; en takes en-GB too'),
    subject: names('codes or names of subjects, or keywords'),
    urgency: Type.Optional(Type.Integer({ minimum: 1, maximum: 9, description: 'this urgent or more so: 1 is a flash' })),
    status: Type.Optional(Type.Array(oneOf(KINDS), { minItems: 1, description: 'kinds: story, correction, urgent …' })),
  },
  strict,
);
export type FilterText = Static<typeof FilterText>;

/** A sink as written: name, kind, and what the kind asks for. */
export const SinkText = Type.Object(
  {
    name: Name,
    kind: Type.String({ description: 'directory, webhook, redis-stream, sftp, s3 or kafka' }),
    encoding: Type.Optional(Type.String({ description: 'canonical (unless given), ninjs, newsml-g2, nitf, json-ld or text' })),
    filter: Type.Optional(FilterText),
    embargoed: Type.Optional(
      Type.Boolean({ description: 'copy under embargo too, marked as such, before its time; canonical encoding only' }),
    ),
  },
  { additionalProperties: true, description: 'further keys belong to the kind' },
);
export type SinkText = Static<typeof SinkText>;

const Api = Type.Object(
  {
    host: Type.Optional(Type.String({ description: '127.0.0.1 unless given; any other address needs a token' })),
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 })),
    token: Type.Optional(Type.String({ description: '${env:NAME}: an admin’s Bearer token, besides those that `wirecopy token` makes' })),
  },
  strict,
);

const age = (of: string) =>
  Type.Optional(
    Type.String({ pattern: '^[1-9]\\d{0,5}(?:h|d)$', description: `how long ${of} are kept: 12h, 30d; for ever unless given` }),
  );
const RetentionText = Type.Object({ raw: age('bytes as received'), revisions: age('superseded revisions'), events: age('events') }, strict);

/** The whole file as written, before defaults. */
export const ConfigText = Type.Object(
  {
    feeds: Type.Array(FeedText),
    sinks: Type.Optional(Type.Array(SinkText)),
    data: Type.Optional(Type.String({ description: 'folder of the journal, relative to the config file; ./wirecopy-data unless given' })),
    secret: Type.Optional(
      Type.String({
        minLength: 32,
        description:
          '${env:WIRECOPY_SECRET}: 32 characters or more, from which the secrets of subscribers that are added over HTTP are derived',
      }),
    ),
    redis: Type.Optional(Type.String({ description: '${env:REDIS_URL}; without one a Redis is started in the data folder' })),
    database: Type.Optional(Type.String({ description: '${env:DATABASE_URL}: PostgreSQL instead of SQLite' })),
    api: Type.Optional(Type.Union([Api, Type.Literal(false), Type.Null()])),
    websub: Type.Optional(
      Type.Object(
        {
          public_url: Type.String({
            pattern: '^https?://[^\\s?#]{1,500}$',
            description: 'where hubs reach the API: https://wire.example.org',
          }),
          secret: Type.String({ description: '${env:NAME}: what addresses and secrets for hubs are made of; 16 characters or more' }),
        },
        strict,
      ),
    ),
    retention: Type.Optional(RetentionText),
    network: Type.Optional(
      Type.Object(
        {
          allow: Type.Optional(
            Type.Array(Type.String(), { description: 'addresses besides the public Internet: 10.0.0.0/8, 127.0.0.1/32:9000, *:8090' }),
          ),
          per_host: Type.Optional(
            Type.Object(
              {
                at_once: Type.Optional(
                  Type.Integer({ minimum: 1, maximum: 100, description: 'polls under way at one time; 2 unless given' }),
                ),
                per_second: Type.Optional(
                  Type.Number({ minimum: 0.01, maximum: 1000, description: 'polls begun in a second; 2 unless given' }),
                ),
              },
              { ...strict, description: 'what all processes together ask of one host' },
            ),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type ConfigText = Static<typeof ConfigText>;

/** The JSON Schema of the config file (draft 2020-12); `schema/config-1.json` is generated from it. */
export const configSchema: Record<string, unknown> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:wirecopy:schema:config-1',
  title: 'wirecopy config 1',
  ...ConfigText,
};
