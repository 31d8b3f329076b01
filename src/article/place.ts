import { Type, type Static } from 'typebox';

export const Place = Type.Object(
  {
    name: Type.String(),
    raw: Type.Optional(Type.String()),
    region: Type.Optional(Type.String()),
    /** ISO 3166-1 alpha-2, only if printed or implied by a printed region. */
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    countryName: Type.Optional(Type.String()),
    scheme: Type.Optional(Type.String()),
    code: Type.Optional(Type.String()),
    rel: Type.Optional(Type.String()),
    lat: Type.Optional(Type.Number()),
    lon: Type.Optional(Type.Number()),
  },
  { additionalProperties: false },
);
export type Place = Static<typeof Place>;

/** `day`/`month`/`year` are the dateline's own; `year` only where printed or resolved from the version's date. `inline` = it began the first paragraph. */
export const Dateline = Type.Object(
  {
    /** Null where the file states the place of origin only as data. */
    raw: Type.Union([Type.String(), Type.Null()]),
    text: Type.Optional(Type.String()),
    cities: Type.Array(Place),
    day: Type.Optional(Type.Integer()),
    month: Type.Optional(Type.Integer()),
    year: Type.Optional(Type.Integer()),
    weekday: Type.Optional(Type.String()),
    agencies: Type.Optional(Type.Array(Type.String())),
    inline: Type.Optional(Type.Boolean()),
    conflict: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Dateline = Static<typeof Dateline>;
