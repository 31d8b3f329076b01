import { Type, type Static } from 'typebox';

/** How the zone of a reading was known. */
export const Basis = Type.Union([
  Type.Literal('explicit-offset'),
  Type.Literal('explicit-utc'),
  Type.Literal('abbreviation'),
  Type.Literal('zone-name'),
  Type.Literal('field-default'),
  Type.Literal('feed-default'),
  Type.Literal('page-zone'),
  Type.Literal('dateline'),
  Type.Literal('epoch'),
  Type.Literal('unresolved'),
]);
export type Basis = Static<typeof Basis>;

export const Precision = Type.Union([
  Type.Literal('second'),
  Type.Literal('minute'),
  Type.Literal('day'),
  Type.Literal('month'),
  Type.Literal('year'),
]);
export type Precision = Static<typeof Precision>;

const UTC_PATTERN = '^-?\\d{4,6}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$';

/**
 * A moment as the source wrote it. `utc` is null where the text names no single instant: consumers must not guess.
 * `utc` is ISO 8601 with `Z` and no fraction unless the source had one; `offset` is `+hh:mm` in force at that instant.
 */
export const Instant = Type.Object(
  {
    utc: Type.Union([Type.String({ pattern: UTC_PATTERN }), Type.Null()]),
    raw: Type.String(),
    offset: Type.Optional(Type.String({ pattern: '^[+-]\\d\\d:\\d\\d$' })),
    zone: Type.Optional(Type.String()),
    basis: Basis,
    precision: Type.Optional(Precision),
    alternatives: Type.Optional(
      Type.Array(
        Type.Object({ raw: Type.String(), utc: Type.Union([Type.String(), Type.Null()]), basis: Basis }, { additionalProperties: false }),
      ),
    ),
    warning: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Instant = Static<typeof Instant>;
