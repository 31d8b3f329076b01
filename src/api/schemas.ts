import { Type, type Static } from 'typebox';
import { SHORT_NAME } from '../article/short-name.ts';
import { ArticleSchema } from '../article/article.ts';
import { BlockSchema } from '../article/block.ts';
import { oneOf } from '../article/one-of.ts';
import { EVENT_TYPES } from '../store/journal.ts';
import { ProblemDetails } from './problem.ts';

export const Cursor = Type.String({
  maxLength: 200,
  examples: ['0'],
  pattern: '^[A-Za-z0-9._:~-]+$',
  description: 'opaque; `0` is all that is kept, `now` only what is to come',
});

export const ChangesQuery = Type.Object(
  {
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 30, default: 0, description: 'seconds to wait for the next event' })),
  },
  { additionalProperties: false },
);
export type ChangesQuery = Static<typeof ChangesQuery>;

const { limit, wait } = ChangesQuery.properties;
export const PageQuery = Type.Object({ limit, wait }, { additionalProperties: false });
export type PageQuery = Static<typeof PageQuery>;

export const ConsumerParams = Type.Object({ name: Type.String({ pattern: SHORT_NAME.source, examples: ['archive'] }) });
export type ConsumerParams = Static<typeof ConsumerParams>;

export const ConsumerPlace = Type.Object({ cursor: Cursor }, { additionalProperties: false });
export type ConsumerPlace = Static<typeof ConsumerPlace>;

const instant = Type.String({ format: 'date-time' });
export const ConsumerBody = Type.Object(
  {
    name: Type.String(),
    cursor: Cursor,
    owner: Type.Union([Type.String(), Type.Null()], { description: 'the token that made it and alone moves it; null where anybody may' }),
    createdAt: instant,
    movedAt: Type.Union([instant, Type.Null()]),
  },
  { additionalProperties: false },
);

export const FoundQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 1_000 })),
    provider: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    language: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]{1,35}$', description: 'BCP 47; `en` also finds `en-GB`' })),
    since: Type.Optional(Type.String({ format: 'date-time', description: 'arrived since' })),
    until: Type.Optional(Type.String({ format: 'date-time', description: 'arrived before' })),
    before: Type.Optional(Type.String({ pattern: '^\\d{1,15}$', description: '`next` of the page before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
export type FoundQuery = Static<typeof FoundQuery>;

export const FoundBody = Type.Object(
  {
    articles: Type.Array(Type.Ref('Article#')),
    next: Type.Union([Type.String(), Type.Null()], { description: 'for `before`; null at the end' }),
  },
  { additionalProperties: false },
);

export const StreamQuery = Type.Object(
  {
    before: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    provider: Type.Optional(Type.String({ maxLength: 200 })),
    language: Type.Optional(Type.String({ maxLength: 35, description: 'en takes en-GB too' })),
    subject: Type.Optional(Type.String({ maxLength: 200 })),
    urgency: Type.Optional(Type.Integer({ minimum: 1, maximum: 9, description: 'this urgent or more so' })),
  },
  { additionalProperties: false },
);
export type StreamQuery = Static<typeof StreamQuery>;

export const ArticleParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 400, examples: ['TST:a'] }) });
export type ArticleParams = Static<typeof ArticleParams>;

export const ArticleQuery = Type.Object(
  {
    revision: Type.Optional(Type.Integer({ minimum: 1 })),
    as: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,30}$', description: 'canonical, ninjs, newsml-g2, nitf, json-ld or text' })),
  },
  { additionalProperties: false },
);
export type ArticleQuery = Static<typeof ArticleQuery>;

export const DiffQuery = Type.Object(
  {
    from: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'the one before `to` unless given' })),
    to: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'the newest unless given' })),
  },
  { additionalProperties: false },
);
export type DiffQuery = Static<typeof DiffQuery>;

const place = Type.Integer({ description: 'in the later body; of a removed block, before which it stood' });
export const DiffBody = Type.Object(
  {
    id: Type.String(),
    from: Type.Integer(),
    to: Type.Integer(),
    fields: Type.Array(
      Type.Object(
        {
          path: Type.String({ description: 'dotted' }),
          before: Type.Optional(Type.Unknown({ description: 'absent where it was not there' })),
          after: Type.Optional(Type.Unknown({ description: 'absent where it is gone' })),
        },
        { additionalProperties: false },
      ),
    ),
    blocks: Type.Array(
      Type.Object(
        {
          op: oneOf(['added', 'removed', 'changed']),
          at: place,
          before: Type.Optional(Type.Ref('Block#')),
          after: Type.Optional(Type.Ref('Block#')),
        },
        { additionalProperties: false },
      ),
    ),
    unchanged: Type.Integer({ description: 'blocks that are the same in both' }),
  },
  { additionalProperties: false },
);

/** One event as pull, SSE and webhook carry it. A kill has no article. */
export const EventBody = Type.Object(
  {
    type: oneOf(EVENT_TYPES),
    cursor: Cursor,
    articleId: Type.String(),
    revision: Type.Integer(),
    occurredAt: Type.String({ format: 'date-time' }),
    embargoedUntil: Type.Optional(
      Type.String({ format: 'date-time', description: 'of `article.embargoed`: nothing of the article may be shown before' }),
    ),
    article: Type.Optional(Type.Ref('Article#')),
  },
  { additionalProperties: false },
);

export const ChangesBody = Type.Object(
  {
    events: Type.Array(Type.Ref('Event#')),
    cursor: Type.String({ description: 'give it back to go on from here, also when no event came' }),
  },
  { additionalProperties: false },
);

/** The schemas that answers are described with, each under its own name. The article's is the published one, its block beside it. */
export function namedSchemas(): readonly Readonly<Record<string, unknown>>[] {
  const article = Object.fromEntries(Object.entries(ArticleSchema).filter(([key]) => key !== '$schema' && key !== '$defs'));
  return [
    withBlocksByName({ ...article, $id: 'Article' }),
    withBlocksByName({ ...BlockSchema, $id: 'Block' }),
    { ...EventBody, $id: 'Event' },
    { ...ChangesBody, $id: 'Changes' },
    { ...FoundBody, $id: 'Found' },
    { ...ConsumerBody, $id: 'Consumer' },
    { ...ProblemDetails, $id: 'Problem' },
  ];
}

function withBlocksByName(schema: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/block"', '"Block#"')) as Record<string, unknown>;
}
