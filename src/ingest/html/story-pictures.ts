import { isTag, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { ParsedMedia, Span } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { publicUrl } from '../web-address.ts';
import { lineOf, nearest } from './element-line.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import { pictureWords } from './picture-words.ts';
import type { PlacedPassage } from './story-reading.ts';
import { spanOf } from './verdict.ts';

/** A picture of the story and where it stands. */
export interface StoryPicture {
  readonly media: ParsedMedia;
  readonly span: Span;
  readonly path: string;
  /** The passages that are its caption and credit. */
  readonly said: readonly PlacedPassage[];
  /** The markup says that they are. */
  readonly isSure: boolean;
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
const NOT_OF_STORY_TAGS = new Set(['nav', 'footer', 'form']);
const CAPTION = bitsOf('caption');
const AUTHOR = bitsOf('author');
/** Icons of the page: a chart that is drawn has words. */
const DRAWN = /\.svg(?:[?#]|$)/i;
const HOLDERS = new Set(['figure', 'amp-img']);
/** How far around a picture its caption is looked for. */
const MOST_STEPS = 6;
const TINY = 60;
const MOST_WORDS = 6;
/** Characters of the source between a picture and words that are its own though nothing says so. */
const CLOSE = 500;
const NO_WORDS = bitsOf('author', 'meta', 'tags', 'share', 'tools', 'related', 'advert', 'summary', 'heading');

export function picturesOf(search: PictureSearch): StoryPicture[] {
  const above = storyHolders(search);
  const byElement = passagesByElement(search.passages);
  const found = new Map<string, StoryPicture>();
  for (const image of search.images) {
    const start = image.startIndex ?? 0;
    if (start < search.reach[0] || start > search.reach[1] || isForeign(image, above)) continue;
    const picture = pictureOf(image, { ...search, byElement });
    if (picture === undefined) continue;
    const known = found.get(picture.media.key);
    if (known === undefined || says(picture) > says(known)) found.set(picture.media.key, picture);
  }
  return [...found.values()];
}

/** Elements around most of the story: what their names say is not said of a picture in it. */
function storyHolders({ kept, above }: PictureSearch): ReadonlySet<Element> {
  const held = new Map<Element, number>();
  let all = 0;
  for (const { passage } of kept) {
    all += passage.length;
    for (const element of lineOf(passage.element)) held.set(element, (held.get(element) ?? 0) + passage.length);
  }
  return new Set([...above, ...[...held].filter(([, length]) => length > all / 2).map(([element]) => element)]);
}

function says({ media, isSure }: StoryPicture): number {
  return media.caption === undefined ? 0 : isSure ? 2 : 1;
}

interface Within extends PictureSearch {
  readonly byElement: ReadonlyMap<Element, readonly PlacedPassage[]>;
}

/** The names of a picture itself tell how its viewer handles it. */
function isForeign(image: Element, above: ReadonlySet<Element>): boolean {
  return (
    nearest(
      image,
      (element) => element !== image && (NOT_OF_STORY_TAGS.has(element.name) || (rolesOf(element) & NOT_OF_STORY) !== 0),
      above,
    ) !== undefined
  );
}

function pictureOf(image: Element, within: Within): StoryPicture | undefined {
  const { attribs } = image;
  const url = addressOf(image);
  const href = publicUrl(url, within.base);
  const [width, height] = [attribs['width'], attribs['height']].map(sizeOf);
  if (href === undefined || (width !== undefined && width < TINY) || (height !== undefined && height < TINY)) return undefined;
  const { said, isSure } = wordsAround(image, within);
  const { caption, credit } = pictureWords(said.map(({ passage }) => passage));
  if (caption === '' && DRAWN.test(href)) return undefined;
  const path = `/html//img#${image.startIndex ?? 0}`;
  const alt = foldSpace(attribs['alt'] ?? '');
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
    isSure,
  };
}

/** Pages that load pictures late have a stand-in as `src`, and the address in an attribute of their own. */
function addressOf({ attribs, parent }: Element): string | undefined {
  const own = ['data-src', 'data-original', 'data-lazy-src', 'src', 'data-image', 'data-url'].map((name) => attribs[name]?.trim() ?? '');
  const direct = own.find((address) => address !== '' && !address.startsWith('data:'));
  if (direct !== undefined) return direct;
  const sources = parent !== null && isTag(parent) && parent.name === 'picture' ? parent.children.filter(isTag) : [];
  const sets = [attribs, ...sources.map((source) => source.attribs)].flatMap((all) =>
    Object.entries(all).filter(([name]) => name.includes('src')),
  );
  return sets
    .map(([, set]) => /^\s*([^\s,]+)/.exec(set)?.[1])
    .find((address) => address !== undefined && /^(?:https?:)?\/|^[\w-]+\//.test(address));
}

function sizeOf(written: string | undefined): number | undefined {
  const size = /^\d{1,5}$/.exec(written?.trim() ?? '')?.[0];
  return size === undefined ? undefined : Number(size);
}

/** What stands around a picture, and whether the markup calls it a caption. */
interface Around {
  readonly said: readonly PlacedPassage[];
  readonly isSure: boolean;
}

/** Passages of its figure, else captions beside it, else the few words in the largest element that holds no other picture and no story. */
function wordsAround(image: Element, within: Within): Around {
  let element: Element = image;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { parent } = element;
    if (parent === null || !isTag(parent) || within.above.has(parent)) break;
    element = parent;
    const said = within.byElement.get(element) ?? [];
    const captions = said.filter((placed) => isCaption(placed, element));
    if (captions.length > 0 && !captions.some((placed) => within.kept.has(placed)))
      return { said: captions.slice(0, MOST_WORDS), isSure: true };
    if (said.some((placed) => within.kept.has(placed))) break;
    const isHolder = HOLDERS.has(element.name);
    const shown = said.filter((placed) => isShown(placed) && (isHolder || (placed.roles.own & AUTHOR) === 0));
    if (shown.length > 0 && (isHolder || shown.length <= 2)) return { said: shown.slice(0, MOST_WORDS), isSure: isHolder };
    if (said.length > MOST_WORDS) break;
  }
  return wordsBehind(image, within);
}

function wordsBehind({ endIndex }: Element, { passages, kept }: Within): Around {
  const end = endIndex ?? 0;
  const next = passages.find((placed) => (spanOf(placed)?.[0] ?? 0) > end);
  if (next === undefined || kept.has(next)) return { said: [], isSure: false };
  const isSure = isCaption(next, next.passage.element);
  const isClose = (spanOf(next)?.[0] ?? 0) - end < CLOSE && isShown(next) && isFreeText(next) && !/^h\d$/.test(next.passage.element.name);
  return { said: isClose || isSure ? [next] : [], isSure };
}

/** No name of its place says that it is something else than a caption. */
function isFreeText({ roles }: PlacedPassage): boolean {
  return ((roles.own | roles.near) & NO_WORDS) === 0;
}

/** Words, and no link or button of a viewer. */
function isShown({ passage }: PlacedPassage): boolean {
  return passage.linked * 2 < passage.length && passage.length > 8 && passage.length < 700;
}

function isCaption({ passage }: PlacedPassage, holder: Element): boolean {
  for (let up: Element['parent'] = passage.element; up !== null && isTag(up) && up !== holder.parent; up = up.parent)
    if (up.name === 'figcaption' || (rolesOf(up) & CAPTION) !== 0) return true;
  return false;
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
