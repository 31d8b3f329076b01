import { Type, type Static } from 'typebox';
import { oneOf } from '../article/one-of.ts';
import { KINDS } from '../article/status.ts';
import { encodings } from '../publish/encodings.ts';
import { Reason, SubscriberBody, SubscriberParams } from './desk-schemas.ts';
import { Cursor } from './schemas.ts';

const strict = { additionalProperties: false };
const names = (description: string) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 200, description }));

const FilterBody = Type.Object(
  {
    provider: names('codes or names of providers'),
    language: names('BCP 47 tags; en takes en-GB too'),
    subject: names('codes or names of subjects, or keywords'),
    urgency: Type.Optional(Type.Integer({ minimum: 1, maximum: 9, description: 'this urgent or more so: 1 is a flash' })),
    status: Type.Optional(Type.Array(oneOf(KINDS), { minItems: 1, maxItems: KINDS.length, description: 'kinds of story' })),
  },
  { ...strict, description: 'empty: everything. Kills, and all that becomes of a story it has, always come' },
);

const Url = Type.String({ maxLength: 2_000, pattern: '^https?://', examples: ['https://hooks.example.org/wire'] });
const Encoding = oneOf(encodings.map(({ name }) => name));

/** The names of those that were added over HTTP. */
export const AddedParams = Type.Object({ name: Type.String({ ...SubscriberParams.properties.name, examples: ['partner'] }) });

export const AddSubscriberBody = Type.Object(
  {
    reason: Reason,
    name: Type.String({ ...SubscriberParams.properties.name, examples: ['newcomer'] }),
    kind: Type.Optional(Type.String({ maxLength: 50, default: 'webhook', description: 'webhook; other kinds belong into the config' })),
    url: Url,
    encoding: Type.Optional(Encoding),
    filter: Type.Optional(FilterBody),
    from: Type.Optional(
      Type.String({ ...Cursor, examples: ['now'], description: 'it is sent what came after this cursor; `now` unless given' }),
    ),
  },
  strict,
);
export type AddSubscriberBody = Static<typeof AddSubscriberBody>;

export const UpdateSubscriberBody = Type.Object(
  { reason: Reason, url: Type.Optional(Url), encoding: Type.Optional(Encoding), filter: Type.Optional(FilterBody) },
  { ...strict, minProperties: 2, description: 'a filter replaces the one before as a whole' },
);
export type UpdateSubscriberBody = Static<typeof UpdateSubscriberBody>;

export const RotateBody = Type.Object(
  {
    reason: Reason,
    overlap: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 2_592_000,
        default: 86_400,
        description: 'seconds for which the old secret signs too; a day unless given',
      }),
    ),
  },
  strict,
);
export type RotateBody = Static<typeof RotateBody>;

/** A subscriber with the secret that signs what it is sent. */
export const WithSecretBody = Type.Object(
  {
    ...SubscriberBody.properties,
    secret: Type.Union([Type.String(), Type.Null()], {
      description: 'shown once, and kept nowhere: null in the repeated answer of an Idempotency-Key. Rotate one that was lost',
    }),
  },
  strict,
);
