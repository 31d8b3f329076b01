import { Type, type Static } from 'typebox';

/** A subject, genre, person, organisation, event or object: scheme and code exactly as sent. */
export const Concept = Type.Object(
  {
    scheme: Type.Optional(Type.String()),
    code: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    lang: Type.Optional(Type.String()),
    rel: Type.Optional(Type.String()),
    relevance: Type.Optional(Type.Number()),
    confidence: Type.Optional(Type.Number()),
    creator: Type.Optional(Type.String()),
    altCodes: Type.Optional(Type.Array(Type.Object({ scheme: Type.String(), code: Type.String() }, { additionalProperties: false }))),
  },
  { additionalProperties: false },
);
export type Concept = Static<typeof Concept>;
