import { Type, type Static } from 'typebox';

/** A person as printed: `role` is author, contributor, reporter, writer, editor, photographer, illustrator or translator. */
export const Person = Type.Object(
  {
    name: Type.String(),
    raw: Type.Optional(Type.String()),
    role: Type.String(),
    organisation: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()),
    location: Type.Optional(Type.String()),
    initials: Type.Optional(Type.String()),
    id: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Person = Static<typeof Person>;

/** Unsigned staff marks in the last line, such as `bur-jb/dl/mfp`. */
export const Signoff = Type.Object(
  { raw: Type.String(), desk: Type.Optional(Type.String()), initials: Type.Optional(Type.Array(Type.String())) },
  { additionalProperties: false },
);
export type Signoff = Static<typeof Signoff>;

export const Byline = Type.Object(
  {
    raw: Type.Union([Type.String(), Type.Null()]),
    text: Type.Optional(Type.String()),
    authors: Type.Array(Person),
    agencies: Type.Optional(Type.Array(Type.String())),
    organisations: Type.Optional(Type.Array(Type.String())),
    contributors: Type.Optional(Type.Array(Person)),
    /** True where the byline names no person: "By Agencies", "Redacción", "AFP". */
    generic: Type.Optional(Type.Boolean()),
    signoff: Type.Optional(Signoff),
  },
  { additionalProperties: false },
);
export type Byline = Static<typeof Byline>;

export const Agency = Type.Object(
  {
    code: Type.Optional(Type.String()),
    name: Type.String(),
    role: Type.Union([
      Type.Literal('originator'),
      Type.Literal('distributor'),
      Type.Literal('rights-holder'),
      Type.Literal('contributor'),
      Type.Literal('source'),
    ]),
    uri: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Agency = Static<typeof Agency>;
