import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { textOf } from '../inline-markup.ts';
import { all, at, children, filled, localName, pathOf } from '../tree.ts';
import { resolveUrl } from '../web-address.ts';

const TYPES: readonly (readonly [pattern: RegExp, type: ParsedMedia['type']])[] = [
  [/^(?:photo|picture|image)/i, 'picture'],
  [/^(?:graphic|infographic|illustration)/i, 'graphic'],
  [/^video/i, 'video'],
  [/^audio/i, 'audio'],
];

/** What a medium is called: its own id, which stays when a signed address changes, else its address, else its place. */
export function mediaKey(media: Element): string {
  const id = metadataOf(media, 'media-id') ?? referencesOf(media)[0]?.attribs['source'] ?? media.attribs['id'];
  return id === undefined || id.trim() === '' ? pathOf(media) : id.trim();
}

/** The media elements below an NITF element, each once: references to one picture are its renditions. */
export function nitfMedia(root: Element): ParsedMedia[] {
  const media = [...all(root, '//media')].map(({ element }) => mediumOf(element));
  return media.filter(({ key }, index) => media.findIndex((other) => other.key === key) === index);
}

function mediumOf(media: Element): ParsedMedia {
  const references = referencesOf(media);
  const [guid, headline] = [metadataOf(media, 'media-id'), metadataOf(media, 'headline') ?? metadataOf(media, 'title')];
  const alternate = references.map(({ attribs }) => attribs['alternate-text']?.trim() ?? '').find((text) => text !== '');
  return {
    key: mediaKey(media),
    type: typeOf(media, references),
    renditions: references.flatMap(renditionOf),
    ...defined({
      guid: guid ?? media.attribs['id'],
      headline,
      caption: textIn(media, 'media-caption'),
      credit: attributeIn(references, 'source-credit'),
      producer: textIn(media, 'media-producer'),
      alt: alternate,
    }),
  };
}

function typeOf(media: Element, references: readonly Element[]): ParsedMedia['type'] {
  const stated = media.attribs['media-type']?.trim() ?? '';
  const mime = references[0]?.attribs['mime-type']?.trim() ?? '';
  const known = TYPES.find(([pattern]) => pattern.test(stated)) ?? TYPES.find(([pattern]) => pattern.test(mime));
  return known?.[1] ?? (stated === '' && mime === '' ? 'picture' : 'document');
}

function referencesOf(media: Element): Element[] {
  return all(media, '//media-reference').map(({ element }) => element);
}

function renditionOf(reference: Element, index: number): ParsedMedia['renditions'] {
  const { name, source, height, width } = reference.attribs;
  const href = resolveUrl(source ?? '', undefined);
  if (href === undefined) return [];
  return [
    {
      name: name?.trim() ?? (index === 0 ? 'main' : `rendition-${index}`),
      href,
      ...defined({ mediaType: reference.attribs['mime-type']?.trim(), width: pixels(width), height: pixels(height) }),
    },
  ];
}

function pixels(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,6}(?:px)?\s*$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** Several captions or producers of one medium make one text. */
function textIn(media: Element, name: string): Found | undefined {
  const found = children(media).filter((element) => localName(element) === name);
  const text = found.map((element) => foldSpace(textOf(element))).filter((part) => part !== '');
  return found[0] === undefined || text.length === 0
    ? undefined
    : { text: text.join(name === 'media-producer' ? '/' : ' '), path: pathOf(found[0]) };
}

function attributeIn(elements: readonly Element[], name: string): Found | undefined {
  return elements.map((element) => filled(at(element, `@${name}`))).find((found) => found !== undefined);
}

function metadataOf(media: Element, name: string): string | undefined {
  const value = children(media, 'media-metadata')
    .find(({ attribs }) => attribs['name']?.toLowerCase() === name)
    ?.attribs['value']?.trim();
  return value === '' ? undefined : value;
}
