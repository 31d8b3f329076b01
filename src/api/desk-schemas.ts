import { Type, type Static } from 'typebox';
import { SHORT_NAME } from '../article/short-name.ts';
import { oneOf } from '../article/one-of.ts';
import { EVENT_TYPES } from '../store/journal.ts';
import { ROLES } from '../store/access.ts';
import { ArticleParams, Cursor } from './schemas.ts';

const strict = { additionalProperties: false };
const instant = Type.String({ format: 'date-time' });
const maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
export const Reason = Type.String({
  minLength: 1,
  maxLength: 1_000,
  pattern: '\\S',
  description: 'goes into the audit log',
  examples: ['confirmed'],
});
const Limit = (most: number, usual: number) => Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: usual }));

export const HeldParams = Type.Object({ id: Type.String({ ...ArticleParams.properties.id, examples: ['TST:held'] }) });
export type HeldParams = Static<typeof HeldParams>;

export const ReasonBody = Type.Object({ reason: Reason }, strict);
export type ReasonBody = Static<typeof ReasonBody>;

export const KillBody = Type.Object(
  {
    reason: Reason,
    slug: Type.String({
      minLength: 1,
      maxLength: 1_000,
      description: 'the slugline of the story as it stands there, or its id where it has none: typed, so that no other one is killed',
      examples: ['FERRY-LATE'],
    }),
  },
  strict,
);
export type KillBody = Static<typeof KillBody>;

export const DecidedBody = Type.Object({ id: Type.String(), outcome: Type.Literal('done') }, strict);

export const HeldQueryString = Type.Object(
  { limit: Limit(200, 50), offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, default: 0 })) },
  strict,
);
export type HeldQueryString = Static<typeof HeldQueryString>;

export const HeldBody = Type.Object(
  {
    held: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          revision: Type.Integer(),
          provider: Type.String(),
          headline: Type.String(),
          slugline: maybe(Type.String()),
          kind: Type.String(),
          effective: Type.String(),
          until: maybe(instant),
          reason: Type.String(),
          since: instant,
        },
        strict,
      ),
    ),
    total: Type.Integer(),
    now: Type.String({ format: 'date-time', description: 'the clock that releases' }),
  },
  strict,
);

export const ReceiptsBody = Type.Object(
  {
    receipts: Type.Array(
      Type.Object(
        {
          subscriber: Type.String(),
          outcome: Type.Union([Type.String(), Type.Null()], {
            description: 'what the log of deliveries says; acknowledged for a consumer that is past it; null while it waits',
          }),
          at: maybe(instant),
        },
        strict,
      ),
    ),
  },
  { ...strict, description: 'empty where nothing took the story back' },
);

export const SubscriberParams = Type.Object({
  name: Type.String({ pattern: SHORT_NAME.source, examples: ['site'] }),
});
export type SubscriberParams = Static<typeof SubscriberParams>;

export const SubscriberBody = Type.Object(
  {
    name: Type.String(),
    kind: Type.String(),
    encoding: Type.String(),
    filter: Type.Object({}, { description: 'empty: everything' }),
    embargoed: Type.Boolean(),
    managed: Type.Union([Type.Literal('config'), Type.Literal('api')], { description: 'where its settings are changed' }),
    url: Type.Union([Type.String(), Type.Null()], { description: 'of a webhook that was added over HTTP' }),
    oldSecretUntil: Type.Union([instant, Type.Null()], { description: 'until when the secret before signs too' }),
    cursor: Type.String(),
    failures: Type.Integer(),
    nextAttemptAt: maybe(instant),
    lastError: maybe(Type.String()),
    disabled: Type.Boolean({ description: 'it answered 410' }),
    paused: Type.Union([Type.String(), Type.Null()], { description: 'why' }),
    rewindTo: maybe(Type.String()),
  },
  strict,
);

export const RedeliverBody = Type.Object(
  {
    reason: Reason,
    since: Type.Optional(Type.String({ format: 'date-time', description: 'what came since then' })),
    cursor: Type.Optional(Type.String({ ...Cursor, description: 'what came after it; without since and cursor everything that is kept' })),
  },
  strict,
);
export type RedeliverBody = Static<typeof RedeliverBody>;

export const DELIVERY_OUTCOMES = ['delivered', 'withheld', 'filtered', 'failed'] as const;
export const DeliveriesQuery = Type.Object(
  {
    subscriber: Type.Optional(Type.String({ maxLength: 63 })),
    article: Type.Optional(Type.String({ maxLength: 400 })),
    outcome: Type.Optional(oneOf(DELIVERY_OUTCOMES)),
    before: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,1000}$', description: '`next` of the page before' })),
    limit: Limit(500, 50),
  },
  strict,
);
export type DeliveriesQuery = Static<typeof DeliveriesQuery>;

export const DeliveriesBody = Type.Object(
  {
    deliveries: Type.Array(
      Type.Object(
        {
          subscriber: Type.String(),
          articleId: Type.String(),
          revision: Type.Integer(),
          type: oneOf(EVENT_TYPES),
          outcome: Type.String({ description: 'delivered, withheld: reason, filtered: criterion or failed: error' }),
          at: instant,
        },
        strict,
      ),
    ),
    next: Type.Union([Type.String(), Type.Null()], { description: 'for `before`; null at the end' }),
  },
  strict,
);

export const GroupsBody = Type.Object(
  {
    groups: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          feed: Type.String(),
          count: Type.Integer(),
          bug: Type.Boolean(),
          first: instant,
          last: instant,
          sample: Type.String(),
        },
        strict,
      ),
    ),
  },
  strict,
);

const Which = {
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 100, examples: ['xml.truncated'] })),
  feed: Type.Optional(Type.String({ minLength: 1, maxLength: 63, examples: ['ferries'] })),
};

export const ItemsQuery = Type.Object({ ...Which, limit: Limit(200, 50) }, strict);
export type ItemsQuery = Static<typeof ItemsQuery>;

export const ItemsBody = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Type.Integer(),
          rawId: Type.Integer(),
          feed: Type.String(),
          item: Type.Union([Type.Integer(), Type.Null()], { description: 'place in its document; null for the document as a whole' }),
          code: Type.String(),
          message: Type.String(),
          bug: Type.Boolean(),
          at: instant,
        },
        strict,
      ),
    ),
  },
  strict,
);

const id = Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'one item alone' }));

export const DiscardBody = Type.Object(
  { reason: Reason, ...Which, id },
  { ...strict, minProperties: 2, description: 'at least one of code, feed and id' },
);
export type DiscardBody = Static<typeof DiscardBody>;
export const DiscardedBody = Type.Object({ discarded: Type.Integer() }, strict);

export const ReplayBody = Type.Object(
  {
    ...{ reason: Reason, ...Which, id },
    dryRun: Type.Optional(Type.Boolean({ description: 'tell what it would give, and store nothing' })),
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: '`next` of the answer before' })),
    limit: Limit(100, 100),
  },
  strict,
);
export type ReplayBody = Static<typeof ReplayBody>;

const sample = Type.Object({ id: Type.String(), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) }, strict);
export const ReplayedBody = Type.Object(
  {
    dryRun: Type.Boolean(),
    documents: Type.Integer(),
    items: Type.Record(Type.String(), Type.Integer()),
    fields: Type.Array(Type.Object({ path: Type.String(), count: Type.Integer(), samples: Type.Array(sample) }, strict)),
    faults: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() }, strict)),
    next: Type.Union([Type.Integer(), Type.Null()], { description: 'for `after`, where there are more documents than `limit`' }),
  },
  strict,
);

export const AuditQueryString = Type.Object(
  {
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'an article id finds all its revisions' })),
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '`next` of the page before' })),
    limit: Limit(500, 50),
  },
  strict,
);
export type AuditQueryString = Static<typeof AuditQueryString>;

export const AuditBody = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          id: Type.Integer(),
          at: instant,
          actor: Type.String(),
          action: Type.String(),
          subject: Type.String(),
          reason: Type.String(),
        },
        strict,
      ),
    ),
    next: maybe(Type.Integer()),
  },
  strict,
);

export const TokenParams = Type.Object({ name: Type.String({ pattern: SHORT_NAME.source, examples: ['guest'] }) });
export type TokenParams = Static<typeof TokenParams>;

export const TokenBody = Type.Object(
  {
    name: Type.String(),
    role: oneOf(ROLES),
    embargoed: Type.Boolean(),
    createdAt: instant,
    expiresAt: maybe(instant),
    revokedAt: maybe(instant),
  },
  strict,
);
