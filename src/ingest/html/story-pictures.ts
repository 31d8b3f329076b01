import { isTag, type ChildNode, type Element } from 'domhandler';
import type { ParsedMedia, Span } from '../../article/parsed-item.ts';
import { defined } from '../defined.ts';
import { fold, textOf } from '../inline-markup.ts';
import { publicUrl } from '../web-address.ts';
import { nearest } from './element-line.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import type { PlacedPassage } from './story-reading.ts';

/** A picture of the story and where it stands. */
export interface StoryPicture {
  readonly media: ParsedMedia;
  readonly span: Span;
  readonly path: string;
  /** The passages that are its caption and credit. */
  readonly said: readonly PlacedPassage[];
}

/** What the pictures of a story are told by. */
export interface PictureSearch {
  readonly images: readonly Element[];
  readonly passages: readonly PlacedPassage[];
  readonly kept: ReadonlySet<PlacedPassage>;
  readonly above: ReadonlySet<Element>;
  /** Between these places of the source pictures belong to the story. */
  readonly reach: Span;
  readonly base: string | undefined;
}

const NOT_OF_STORY = bitsOf(
  'navigation',
  'footer',
  'related',
  'newsletter',
  'comments',
  'consent',
  'overlay',
  'share',
  'advert',
  'author',
  'form',
);
const NOT_OF_STORY_TAGS = new Set(['nav', 'footer', 'form', 'button']);
const CAPTION = bitsOf('caption');
const CREDIT =
  /credit|copyright|source|photographer|author|rights|agency|byline|quelle|fotograf|attribution|provider|owner|firma|autor|fuente/i;
const HOLDERS = new Set(['figure', 'amp-img']);
/** How far around a picture its caption is looked for. */
const MOST_STEPS = 6;
const TINY = 60;

export function picturesOf(search: PictureSearch): StoryPicture[] {
  const names = new Map<string, number>();
  const byElement = passagesByElement(search.passages);
  const found = new Map<string, StoryPicture>();
  for (const image of search.images) {
    const start = image.startIndex ?? 0;
    if (start < search.reach[0] || start > search.reach[1] || isForeign(image, search.above, names)) continue;
    const picture = pictureOf(image, { ...search, names, byElement });
    if (picture === undefined) continue;
    const known = found.get(picture.media.key);
    if (known === undefined || (known.media.caption === undefined && picture.media.caption !== undefined))
      found.set(picture.media.key, picture);
  }
  return [...found.values()];
}

interface Within extends PictureSearch {
  readonly names: Map<string, number>;
  readonly byElement: ReadonlyMap<Element, readonly PlacedPassage[]>;
}

function isForeign(image: Element, above: ReadonlySet<Element>, names: Map<string, number>): boolean {
  return (
    nearest(image, (element) => NOT_OF_STORY_TAGS.has(element.name) || (rolesOf(element, names) & NOT_OF_STORY) !== 0, above) !== undefined
  );
}

function pictureOf(image: Element, within: Within): StoryPicture | undefined {
  const { attribs } = image;
  const url = addressOf(image);
  const href = publicUrl(url, within.base);
  const [width, height] = [attribs['width'], attribs['height']].map(sizeOf);
  if (href === undefined || (width !== undefined && width < TINY) || (height !== undefined && height < TINY)) return undefined;
  const said = wordsAround(image, within);
  const { caption, credit } = captionOf(said);
  const path = `/html//img#${image.startIndex ?? 0}`;
  const alt = fold(attribs['alt'] ?? '');
  return {
    media: {
      key: href,
      type: 'picture',
      renditions: [{ name: 'body', href, ...defined({ width, height }) }],
      ...(caption === '' ? {} : { caption: { text: caption, path } }),
      ...(credit === '' ? {} : { credit: { text: credit, path } }),
      ...(alt === '' ? {} : { alt }),
    },
    span: [image.startIndex ?? 0, (image.endIndex ?? 0) + 1],
    path,
    said,
  };
}

/** Pages that load pictures late have a stand-in as `src`. */
function addressOf({ attribs, parent }: Element): string | undefined {
  const direct = ['data-src', 'data-original', 'data-lazy-src', 'src', 'data-image', 'data-url'].map((name) => attribs[name]?.trim() ?? '');
  const real = direct.find((address) => address !== '' && !address.startsWith('data:'));
  if (real !== undefined) return real;
  const sources = parent !== null && isTag(parent) && parent.name === 'picture' ? parent.children.filter(isTag) : [];
  const sets = [
    attribs['srcset'],
    attribs['data-srcset'],
    ...sources.map((source) => source.attribs['srcset'] ?? source.attribs['data-srcset']),
  ];
  return sets.map((set) => /^\s*([^\s,]+)/.exec(set ?? '')?.[1]).find((address) => address !== undefined && !address.startsWith('data:'));
}

function sizeOf(written: string | undefined): number | undefined {
  const size = /^\d{1,5}$/.exec(written?.trim() ?? '')?.[0];
  return size === undefined ? undefined : Number(size);
}

/** Passages of its figure, else of the largest element around it that holds no other picture and none of the story. */
function wordsAround(image: Element, within: Within): PlacedPassage[] {
  let element: Element = image;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { parent } = element;
    if (parent === null || !isTag(parent) || within.above.has(parent)) return [];
    element = parent;
    const said = within.byElement.get(element) ?? [];
    if (said.some((placed) => within.kept.has(placed))) return [];
    const captions = said.filter((placed) => HOLDERS.has(element.name) || isCaption(placed, element, within.names));
    if (captions.length > 0) return captions.slice(0, 6);
    if (HOLDERS.has(element.name)) return [];
  }
  return [];
}

function isCaption({ passage }: PlacedPassage, holder: Element, names: Map<string, number>): boolean {
  for (let up: Element['parent'] = passage.element; up !== null && isTag(up) && up !== holder.parent; up = up.parent)
    if (up.name === 'figcaption' || (rolesOf(up, names) & CAPTION) !== 0) return true;
  return false;
}

/** Parts that are named a credit are the credit, all else is the caption. */
function captionOf(said: readonly PlacedPassage[]): { caption: string; credit: string } {
  const parts: { caption: string[]; credit: string[] } = { caption: [], credit: [] };
  for (const { passage } of said) {
    if (namesCredit(passage.element)) parts.credit.push(passage.text);
    else for (const node of passage.nodes) splitCredit(node, parts);
    parts.caption.push(' ');
  }
  return { caption: fold(parts.caption.join('')), credit: [...new Set(parts.credit.map(fold))].join(' ').trim() };
}

function splitCredit(node: ChildNode, parts: { caption: string[]; credit: string[] }): void {
  if (isTag(node) && namesCredit(node)) parts.credit.push(textOf(node));
  else if (isTag(node) && node.children.some((child) => isTag(child))) for (const child of node.children) splitCredit(child, parts);
  else parts.caption.push(textOf(node));
}

function namesCredit({ name, attribs }: Element): boolean {
  return name === 'cite' || name === 'small' || CREDIT.test(`${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`);
}

/** Each element with the passages at any depth in it; only elements around pictures are asked, and these hold few. */
function passagesByElement(passages: readonly PlacedPassage[]): Map<Element, PlacedPassage[]> {
  const found = new Map<Element, PlacedPassage[]>();
  for (const placed of passages) {
    for (let up: Element['parent'] = placed.passage.element; up !== null && isTag(up); up = up.parent) {
      const known = found.get(up);
      if (known === undefined) found.set(up, [placed]);
      else known.push(placed);
    }
  }
  return found;
}
