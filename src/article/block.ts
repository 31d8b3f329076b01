import { Type, type Static } from 'typebox';

/** Plain text with, where the source had inline markup, its allow-listed HTML (a em strong sub sup br q cite abbr span). */
export const Text = Type.Object({ text: Type.String(), html: Type.Optional(Type.String()) }, { additionalProperties: false });
export type Text = Static<typeof Text>;

export const BLOCK_TYPES = [
  'paragraph',
  'heading',
  'divider',
  'image',
  'quote',
  'list',
  'table',
  'embed',
  'aside',
  'footnote',
  'correction',
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

/** One block of the body, in printed order. `id` = sha1(normalized text), first 12 hex digits: stable between revisions. */
export interface Block {
  type: BlockType;
  id?: string;
  text?: string;
  html?: string;
  level?: number;
  ordered?: boolean;
  items?: Text[];
  caption?: string;
  header?: Text[][];
  rows?: Text[][];
  /** `media[].id` of an image block. */
  media?: string;
  url?: string;
  provider?: string;
  attribution?: string;
  /** footnote: contributors, disclosure, credit, update. */
  kind?: string;
  blocks?: Block[];
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** AFP `***`: what follows may be trimmed. */
  optional?: boolean;
}

/** JSON Schema of `Block`; recursive, so it is referred to by name. */
export const BlockSchema = Type.Unsafe<Block>({
  type: 'object',
  additionalProperties: false,
  required: ['type'],
  properties: {
    type: { enum: [...BLOCK_TYPES] },
    id: { type: 'string' },
    text: { type: 'string' },
    html: { type: 'string' },
    level: { type: 'integer', minimum: 2, maximum: 6 },
    ordered: { type: 'boolean' },
    items: { type: 'array', items: Text },
    caption: { type: 'string' },
    header: { type: 'array', items: { type: 'array', items: Text } },
    rows: { type: 'array', items: { type: 'array', items: Text } },
    media: { type: 'string' },
    url: { type: 'string' },
    provider: { type: 'string' },
    attribution: { type: 'string' },
    kind: { type: 'string' },
    blocks: { type: 'array', items: { $ref: '#/$defs/block' } },
    lang: { type: 'string' },
    dir: { enum: ['ltr', 'rtl'] },
    optional: { type: 'boolean' },
  },
});

/** A line taken out of the text, kept so that removal can be reviewed and undone. `after` = index of the block it followed, -1 before the first. */
export const Removed = Type.Object(
  { kind: Type.String(), text: Type.String(), after: Type.Integer({ minimum: -1 }), url: Type.Optional(Type.String()) },
  { additionalProperties: false },
);
export type Removed = Static<typeof Removed>;

export const Body = Type.Object(
  {
    blocks: Type.Array(Type.Ref('#/$defs/block')),
    text: Type.String(),
    html: Type.String(),
    wordCount: Type.Integer(),
    charCount: Type.Integer(),
    truncated: Type.Boolean(),
    continues: Type.Optional(Type.Boolean()),
    removed: Type.Array(Removed),
  },
  { additionalProperties: false },
);
export type Body = Omit<Static<typeof Body>, 'blocks'> & { blocks: Block[] };
