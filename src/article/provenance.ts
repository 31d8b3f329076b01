import { Type, type Static } from 'typebox';

/** An oddity that did not stop the story: a stable code, where in the article, and what exactly. */
export const Note = Type.Object(
  { code: Type.String(), path: Type.Optional(Type.String()), detail: Type.Optional(Type.String()) },
  { additionalProperties: false },
);
export type Note = Static<typeof Note>;

/** A mend of the source: encoding, XML, JSON. */
export const Repair = Type.Object({ code: Type.String(), detail: Type.Optional(Type.String()) }, { additionalProperties: false });
export type Repair = Static<typeof Repair>;

export const Provenance = Type.Object(
  {
    feed: Type.String(),
    transport: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    fetchedAt: Type.String(),
    mediaType: Type.Optional(Type.String()),
    format: Type.String(),
    formatVersion: Type.Optional(Type.String()),
    encoding: Type.Optional(Type.String()),
    encodingBasis: Type.Optional(Type.String()),
    rawSha256: Type.String(),
    item: Type.Optional(Type.Integer({ description: 'place of the item in its document, from 0' })),
    followed: Type.Optional(
      Type.Object(
        {
          rawSha256: Type.String(),
          item: Type.Integer(),
        },
        { additionalProperties: false, description: 'the feed document whose entry led to this page, and the place of the entry' },
      ),
    ),
    parser: Type.Object({ name: Type.String(), version: Type.String() }, { additionalProperties: false }),
    rules: Type.String({ description: 'profile and version that decided' }),
    repairs: Type.Array(Repair),
    warnings: Type.Array(Note),
  },
  { additionalProperties: false },
);
export type Provenance = Static<typeof Provenance>;
