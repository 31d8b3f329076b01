import { Type, type Static } from 'typebox';
import { oneOf } from './one-of.ts';
import { Instant } from './instant.ts';

export const KINDS = [
  'story',
  'flash',
  'alert',
  'urgent',
  'brief',
  'update',
  'add',
  'correction',
  'correction-notice',
  'kill',
  'withhold',
  'refile',
  'repeat',
  'wrapup',
  'advisory',
  'planning',
  'press-release',
  'package',
  'picture',
  'data',
  'test',
  'embargoed',
  'disregard',
  'package-index',
  'video-script',
] as const;
export type Kind = (typeof KINDS)[number];

export const EFFECTIVE = ['usable', 'embargoed', 'withheld', 'canceled', 'superseded'] as const;
export type Effective = (typeof EFFECTIVE)[number];

/** A printed status marker: `2nd Ld-Writethru` gives {type:'lead', number:2} and {type:'writethru'}. */
export const Marker = Type.Object(
  {
    type: Type.String(),
    number: Type.Optional(Type.Integer()),
    note: Type.Optional(Type.String()),
    raw: Type.Optional(Type.String()),
    where: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Marker = Static<typeof Marker>;

/** `release: manual` = no instant could be resolved: held until a person releases it. */
export const Embargo = Type.Object(
  {
    until: Instant,
    release: Type.Union([Type.Literal('automatic'), Type.Literal('manual')]),
    raw: Type.Optional(Type.Array(Type.String())),
    conflict: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Embargo = Static<typeof Embargo>;

/** `effective` and `publishable` are a pure function of what the file says and of now; every false has reason codes. */
export const Status = Type.Object(
  {
    kind: oneOf(KINDS),
    pubStatusRaw: Type.Union([Type.String(), Type.Null()]),
    effective: oneOf(EFFECTIVE),
    publishable: Type.Boolean(),
    reasons: Type.Array(Type.String()),
    embargo: Type.Union([Embargo, Type.Null()]),
    expires: Type.Optional(Instant),
    markers: Type.Array(Marker),
  },
  { additionalProperties: false },
);
export type Status = Static<typeof Status>;
