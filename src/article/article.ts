import { Type, type Static } from 'typebox';
import { oneOf } from './one-of.ts';
import { BlockSchema, Body, Text } from './block.ts';
import { Concept } from './concept.ts';
import { Instant } from './instant.ts';
import { Media, Related } from './media.ts';
import { Agency, Byline } from './people.ts';
import { Dateline, Place } from './place.ts';
import { Provenance } from './provenance.ts';
import { Status } from './status.ts';

const strict = { additionalProperties: false };

/** `storyKey` is one for all revisions of a provider's story; `version` is the provider's own, as written; `revision` is the journal's, null before it is stored. */
export const Identity = Type.Object(
  {
    guid: Type.String(),
    storyKey: Type.String(),
    basis: Type.String({ description: 'the rung of the identity ladder that gave the key: guid, permalink, url, headline, content' }),
    version: Type.Union([Type.String(), Type.Null()]),
    revision: Type.Union([Type.Integer(), Type.Null()]),
    revisionKey: Type.String({ description: 'orders revisions: provider number, else versionCreated, else arrival' }),
    contentHash: Type.String({ description: 'sha256 over headline, blocks and media: an equal hash is no update' }),
    supersedes: Type.Optional(Type.Array(Type.String())),
    supersededBy: Type.Optional(Type.String()),
    corrects: Type.Optional(Type.Array(Type.String())),
    kills: Type.Optional(Type.Array(Type.Object({ by: Type.String(), value: Type.String() }, strict))),
    altIds: Type.Optional(Type.Array(Type.Object({ role: Type.String(), value: Type.String() }, strict))),
  },
  strict,
);
export type Identity = Static<typeof Identity>;

export const Headline = Type.Object(
  {
    text: Type.Union([Type.String(), Type.Null()]),
    raw: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    fallback: Type.Optional(Type.String({ description: 'first body line where the headline is absent' })),
    alternatives: Type.Optional(Type.Array(Type.Object({ role: Type.String(), text: Type.String() }, strict))),
  },
  strict,
);
export type Headline = Static<typeof Headline>;

export const Times = Type.Object(
  {
    received: Instant,
    versionCreated: Type.Optional(Instant),
    published: Type.Optional(Instant),
    updated: Type.Optional(Instant),
    firstCreated: Type.Optional(Instant),
    contentCreated: Type.Optional(Instant),
    sent: Type.Optional(Instant),
  },
  strict,
);
export type Times = Static<typeof Times>;

export const ARTICLE_TYPES = ['text', 'picture', 'graphic', 'audio', 'video', 'composite', 'package', 'event', 'planning', 'data'] as const;
export type ArticleType = (typeof ARTICLE_TYPES)[number];

/** Desk-only: never in a public encoding. */
export const Internal = Type.Object(
  {
    ednotes: Type.Optional(Type.Array(Type.String())),
    advisories: Type.Optional(Type.Array(Type.String())),
    contacts: Type.Optional(Type.Array(Type.Object({ name: Type.Optional(Type.String()), value: Type.String() }, strict))),
    productNotes: Type.Optional(Type.Array(Type.String())),
  },
  strict,
);
export type Internal = Static<typeof Internal>;

const ArticleShape = Type.Object({
  schema: Type.Literal('wire-article/1.0'),
  id: Type.String({ description: '<provider>:<storyKey>, URL-safe; with the revision it is the idempotency key `<id>@<revision>`' }),
  identity: Identity,
  type: oneOf(ARTICLE_TYPES),
  status: Status,
  language: Type.Optional(Type.String({ description: 'BCP 47' })),
  languageBasis: Type.Optional(Type.String()),
  dir: Type.Optional(Type.Union([Type.Literal('ltr'), Type.Literal('rtl')])),
  headline: Headline,
  slugline: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  abstract: Type.Optional(Text),
  byline: Byline,
  provider: Type.Object(
    {
      code: Type.Optional(Type.String()),
      name: Type.String(),
      service: Type.Optional(Type.String()),
      products: Type.Optional(Type.Array(Type.String())),
    },
    strict,
  ),
  agencies: Type.Optional(Type.Array(Agency)),
  rights: Type.Optional(
    Type.Object(
      {
        holder: Type.Optional(Type.String()),
        notice: Type.Optional(Type.String()),
        terms: Type.Optional(Type.String()),
        restrictions: Type.Optional(Type.Array(Type.String())),
        link: Type.Optional(Type.String()),
      },
      strict,
    ),
  ),
  dateline: Type.Optional(Dateline),
  times: Times,
  body: Body,
  media: Type.Optional(Type.Array(Media)),
  subjects: Type.Optional(Type.Array(Concept)),
  keywords: Type.Optional(Type.Array(Type.String())),
  genres: Type.Optional(Type.Array(Concept)),
  places: Type.Optional(Type.Array(Place)),
  people: Type.Optional(Type.Array(Concept)),
  organisations: Type.Optional(Type.Array(Concept)),
  events: Type.Optional(Type.Array(Concept)),
  objects: Type.Optional(Type.Array(Concept)),
  urgency: Type.Optional(
    Type.Object({ value: Type.Union([Type.Integer({ minimum: 1, maximum: 9 }), Type.Null()]), raw: Type.Optional(Type.String()) }, strict),
  ),
  priority: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
  links: Type.Optional(
    Type.Array(
      Type.Object(
        {
          rel: Type.String(),
          url: Type.Optional(Type.String()),
          id: Type.Optional(Type.String()),
          title: Type.Optional(Type.String()),
          type: Type.Optional(Type.String()),
          length: Type.Optional(Type.Integer()),
          confidence: Type.Optional(
            Type.Number({ minimum: 0, maximum: 1, description: 'of a link that is inferred; links of the file have none' }),
          ),
        },
        strict,
      ),
    ),
  ),
  related: Type.Optional(Type.Array(Related)),
  internal: Type.Optional(Internal),
  provenance: Provenance,
  /** Every source field without a home above, by its source path. */
  x: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

/** One story as wirecopy hands it on; `schema/article-1.json` is generated from this. */
export type Article = Omit<Static<typeof ArticleShape>, 'body'> & { body: Body };

/** The JSON Schema of `Article` (draft 2020-12). */
export const ArticleSchema: Record<string, unknown> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:wirecopy:schema:article-1',
  title: 'wirecopy canonical article 1',
  ...ArticleShape,
  additionalProperties: false,
  $defs: { block: BlockSchema },
};
