import { Type } from 'typebox';

const strict = { additionalProperties: false };
const DateTime = Type.String({ format: 'date-time' });
const Url = Type.String({ format: 'uri' });

/** JSON Feed 1.1 (jsonfeed.org, 2020-08-07), with this project's extension. */
export const JsonFeed = Type.Object(
  {
    version: Type.Literal('https://jsonfeed.org/version/1.1'),
    title: Type.String({ minLength: 1 }),
    home_page_url: Type.Optional(Url),
    feed_url: Type.Optional(Url),
    description: Type.Optional(Type.String()),
    next_url: Type.Optional(Url),
    items: Type.Array(
      Type.Object(
        {
          id: Type.String({ minLength: 1 }),
          url: Type.Optional(Url),
          title: Type.Optional(Type.String()),
          summary: Type.Optional(Type.String()),
          // At least one of the two must be there; both are.
          content_html: Type.Optional(Type.String()),
          content_text: Type.String(),
          image: Type.Optional(Url),
          date_published: Type.Optional(DateTime),
          date_modified: Type.Optional(DateTime),
          authors: Type.Optional(Type.Array(Type.Object({ name: Type.String({ minLength: 1 }) }, strict), { minItems: 1 })),
          tags: Type.Optional(Type.Array(Type.String())),
          language: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' })),
          attachments: Type.Optional(
            Type.Array(
              Type.Object(
                {
                  url: Url,
                  mime_type: Type.String({ pattern: '^[\\w.+-]+/[\\w.+-]+' }),
                  title: Type.Optional(Type.String()),
                  size_in_bytes: Type.Optional(Type.Number({ minimum: 0 })),
                  duration_in_seconds: Type.Optional(Type.Number({ minimum: 0 })),
                },
                strict,
              ),
            ),
          ),
          _wirecopy: Type.Optional(
            Type.Object(
              {
                revision: Type.Optional(Type.Integer()),
                kind: Type.Optional(Type.String()),
                provider: Type.Optional(Type.String()),
                status: Type.Optional(Type.Literal('killed')),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);

const named = (type: string) => Type.Object({ '@type': Type.Literal(type), name: Type.String({ minLength: 1 }) }, strict);
const Person = Type.Object(
  {
    '@type': Type.Literal('Person'),
    name: Type.String({ minLength: 1 }),
    jobTitle: Type.Optional(Type.String()),
    affiliation: Type.Optional(named('Organization')),
  },
  strict,
);
const Place = Type.Object(
  { '@type': Type.Literal('Place'), name: Type.String({ minLength: 1 }), address: Type.Optional(Type.String()) },
  strict,
);
const ImageObject = Type.Object(
  {
    '@type': Type.Literal('ImageObject'),
    contentUrl: Type.Optional(Url),
    width: Type.Optional(Type.Integer()),
    height: Type.Optional(Type.Integer()),
    caption: Type.Optional(Type.String()),
    creditText: Type.Optional(Type.String()),
    creator: Type.Optional(Type.Array(named('Person'))),
  },
  strict,
);

/** schema.org NewsArticle as it is used: its properties with the types that schema.org expects of them. */
export const NewsArticle = Type.Object(
  {
    '@context': Type.Literal('https://schema.org'),
    '@type': Type.Union([Type.Literal('NewsArticle'), Type.Literal('Article')]),
    '@id': Type.String({ format: 'uri' }),
    identifier: Type.String({ minLength: 1 }),
    url: Type.Optional(Url),
    version: Type.Optional(Type.Integer()),
    headline: Type.String(),
    alternativeHeadline: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
    inLanguage: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' })),
    datePublished: Type.Optional(DateTime),
    dateModified: Type.Optional(DateTime),
    dateCreated: Type.Optional(DateTime),
    expires: Type.Optional(DateTime),
    author: Type.Array(Type.Union([Person, named('Organization')]), { minItems: 1 }),
    contributor: Type.Optional(Type.Array(named('Person'))),
    dateline: Type.Optional(Type.String()),
    locationCreated: Type.Optional(Type.Array(Place)),
    contentLocation: Type.Optional(Type.Array(Place)),
    sourceOrganization: named('NewsMediaOrganization'),
    copyrightNotice: Type.Optional(Type.String()),
    copyrightHolder: Type.Optional(named('Organization')),
    keywords: Type.Optional(Type.Array(Type.String())),
    about: Type.Optional(Type.Array(named('Thing'))),
    mentions: Type.Optional(Type.Array(Type.Union([named('Person'), named('Organization')]))),
    wordCount: Type.Integer({ minimum: 0 }),
    articleBody: Type.String(),
    image: Type.Optional(Type.Array(ImageObject)),
    correction: Type.Optional(Type.String()),
  },
  strict,
);
