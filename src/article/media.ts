import { Type, type Static } from 'typebox';
import { oneOf } from './one-of.ts';
import { Instant } from './instant.ts';
import { Place } from './place.ts';

export const CREDIT_FLAGS = ['file', 'handout', 'symbolic', 'screenshot', 'pool', 'illustration', 'courtesy', 'restricted'] as const;
export type CreditFlag = (typeof CREDIT_FLAGS)[number];

/** `raw` is an exact substring of the caption as sent; photographers and organisations stand in printed order; `text` is what must be printed. */
export const Credit = Type.Object(
  {
    raw: Type.String(),
    text: Type.String(),
    photographers: Type.Array(Type.String()),
    organisations: Type.Array(Type.String()),
    flags: Type.Array(oneOf(CREDIT_FLAGS)),
    mandatory: Type.Optional(Type.String()),
    restriction: Type.Optional(Type.String()),
    licence: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Credit = Static<typeof Credit>;

export const Rendition = Type.Object(
  {
    name: Type.String(),
    href: Type.String(),
    hrefExpires: Type.Optional(Instant),
    mediaType: Type.Optional(Type.String()),
    width: Type.Optional(Type.Integer()),
    height: Type.Optional(Type.Integer()),
    bytes: Type.Optional(Type.Integer()),
    duration: Type.Optional(Type.Number()),
    sha1: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Rendition = Static<typeof Rendition>;

export const MEDIA_TYPES = ['picture', 'graphic', 'video', 'audio', 'document'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const Media = Type.Object(
  {
    id: Type.String(),
    type: oneOf(MEDIA_TYPES),
    guid: Type.Optional(Type.String()),
    headline: Type.Optional(Type.String()),
    caption: Type.Optional(Type.String()),
    captionRaw: Type.Optional(Type.String()),
    alt: Type.Optional(Type.String()),
    credit: Type.Optional(Credit),
    created: Type.Optional(Instant),
    place: Type.Optional(Place),
    restrictions: Type.Optional(Type.Array(Type.String())),
    digitalSourceType: Type.Optional(Type.String()),
    renditions: Type.Optional(Type.Array(Rendition)),
  },
  { additionalProperties: false },
);
export type Media = Static<typeof Media>;

/** A teaser of another story: never body. */
export const Related = Type.Object(
  {
    title: Type.String(),
    url: Type.Optional(Type.String()),
    teaser: Type.Optional(Type.String()),
    image: Type.Optional(
      Type.Object(
        { caption: Type.Optional(Type.String()), credit: Type.Optional(Credit), url: Type.Optional(Type.String()) },
        { additionalProperties: false },
      ),
    ),
    sponsored: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Related = Static<typeof Related>;
