import { isTag, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { LeftOut, ParsedBlock, ParsedMedia, Span, Weighed } from '../../article/parsed-item.ts';
import { blocksOfPassages, pathOf } from './story-blocks.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import { elementsIn, nearest } from './element-line.ts';
import { kindOf, leftOutOf } from './left-out.ts';
import { passagesOf } from './passage.ts';
import { shownBylines, type ShownBylines } from './shown-byline.ts';
import { picturesOf, type StoryPicture } from './story-pictures.ts';
import { readStory, type Hints, type PlacedPassage, type StoryReading } from './story-reading.ts';
import { spanOf, verdictsOf, type Verdict } from './verdict.ts';

/** How the story of a page was found. */
export type Way = 'weighed' | 'app state' | 'stated' | 'all text';

/** The story of a page. */
export interface StoryBody {
  readonly way: Way;
  readonly body: readonly ParsedBlock[];
  readonly pictures: readonly ParsedMedia[];
  readonly shown: ShownBylines;
  readonly leftOut: readonly LeftOut[];
  readonly texts: readonly Weighed[];
}

/** A story found in less prose than this share of what the page's data state is not all of it. */
const ENOUGH = 0.4;
const SHOWN = 0.5;
const SHOWN_LENGTH = 80;
const PICTURES = new Set(['img', 'amp-img', 'picture', 'video']);
const HOLDERS = new Set(['figure', 'figcaption', 'table', 'blockquote']);
const CAPTION = bitsOf('caption');
const FURNITURE = new Set(['nav', 'footer', 'aside', 'form', 'title']);
const CHROME = bitsOf('navigation', 'footer', 'related', 'newsletter', 'comments', 'consent', 'overlay', 'share', 'advert', 'hidden');

/** The story of a page as blocks: of the passages that the evidence speaks for, else the `articleBody` of the page's data. */
export function storyBody(page: readonly ChildNode[], hints: Hints, base: string | undefined): StoryBody {
  const reading = readStory(passagesOf(page), hints);
  const verdicts = verdictsOf(reading);
  const weighed = verdicts
    .filter(({ isStory, placed }) => isStory && !isUnderPicture(placed, reading) && !isHeading(placed, reading))
    .map(({ placed }) => placed);
  const length = weighed.reduce((sum, { passage }) => sum + passage.text.length, 0);
  const shown = shownBylines(reading);
  if (hints.articleBody !== undefined && length < ENOUGH * hints.articleBody.length && !isShown(hints.articleBody, reading))
    return {
      way: 'stated',
      body: plainBlocks(hints.articleBody),
      pictures: [],
      shown,
      leftOut: [],
      texts: textsOf(verdicts, new Set()),
    };
  const kept = weighed.length > 0 ? weighed : reading.passages.filter((placed) => couldBeStory(placed, reading));
  const story = new Set(kept);
  const text = blocksOfPassages(kept, reading.above, base);
  const pictures = picturesOf({
    images: elementsIn(page, isPicture),
    passages: reading.passages,
    kept: story,
    above: reading.above,
    reach: reachOf(reading, verdicts),
    base,
  });
  const leftOut = leftOutOf(reading, { kept: story, used: new Set(pictures.flatMap(({ said }) => said)), base });
  return {
    way: weighed.length > 0 ? 'weighed' : 'all text',
    body: inOrder(text, pictures),
    pictures: pictures.map(({ media }) => media),
    shown,
    leftOut,
    texts: textsOf(verdicts, story),
  };
}

/** Elements that components define for pictures have the address as `src` too. */
function isPicture({ name, attribs }: Element): boolean {
  return name === 'img' || name === 'amp-img' || (/-(?:img|image)$/.test(name) && attribs['src'] !== undefined);
}

/** A verdict as told outside; what costs is worked out when it is asked for. */
class ToldVerdict implements Weighed {
  public readonly isKept: boolean;
  private readonly verdict: Verdict;

  public constructor(verdict: Verdict, isKept: boolean) {
    this.verdict = verdict;
    this.isKept = isKept;
  }

  public get path(): string {
    return pathOf(this.verdict.placed.passage.element, this.verdict.placed);
  }

  public get span(): Span | undefined {
    return spanOf(this.verdict.placed);
  }

  public get text(): string {
    return this.verdict.placed.passage.text.slice(0, SHOWN_LENGTH);
  }

  public get kind(): string {
    return this.isKept ? 'story' : kindOf(this.verdict.placed);
  }

  public get why(): string {
    return this.verdict.why;
  }
}

function textsOf(verdicts: readonly Verdict[], story: ReadonlySet<PlacedPassage>): Weighed[] {
  return verdicts.map((verdict) => new ToldVerdict(verdict, story.has(verdict.placed)));
}

/** What the data state stands on the page too, so what was found there is all that belongs to the story. */
function isShown(articleBody: string, { passages }: StoryReading): boolean {
  const shown = passages.reduce((sum, { passage, stated }) => sum + (stated ?? 0) * passage.text.length, 0);
  return shown > SHOWN * articleBody.length;
}

/** The heading that prints the headline behind a kicker is no part of the story. */
function isHeading({ passage: { place }, words }: PlacedPassage, { heading, headline }: StoryReading): boolean {
  return place === heading && headline !== '' && words.endsWith(headline);
}

/** Figures hold tables and quotations too, which are the story's; elements that are named a caption beside a picture are none. */
function isUnderPicture({ passage: { element } }: PlacedPassage, { above }: StoryReading): boolean {
  const holder = nearest(element, ({ name }) => HOLDERS.has(name), above);
  if (holder !== undefined && holder.name.startsWith('fig')) return holder.name === 'figcaption' || holdsPicture(holder);
  const caption = holder === undefined ? nearest(element, (up) => (rolesOf(up) & CAPTION) !== 0, above) : undefined;
  const around = caption === undefined || holdsPicture(caption) ? caption : caption.parent;
  return around !== undefined && around !== null && isTag(around) && !above.has(around) && holdsPicture(around);
}

function holdsPicture(element: Element): boolean {
  return elementsIn([element], ({ name }) => PICTURES.has(name)).length > 0;
}

/** Where nothing speaks for any passage: text outside the furniture of the page that is no link and not the headline. */
function couldBeStory({ passage, words, roles }: PlacedPassage, { headline, above }: StoryReading): boolean {
  const isFurniture = nearest(passage.element, ({ name }) => FURNITURE.has(name), above) !== undefined;
  return !isFurniture && words !== headline && passage.linked * 2 < passage.length && ((roles.own | roles.near | roles.far) & CHROME) === 0;
}

/** From the headline, or what comes first of the story, to its end. */
function reachOf({ passages, heading }: StoryReading, verdicts: readonly Verdict[]): Span {
  const first = verdicts.findIndex(({ isStory }) => isStory);
  const last = verdicts.findLastIndex(({ isStory }) => isStory);
  const [start, end] = [heading === -1 ? first : Math.min(heading, first), last].map((place) => passages[place]);
  const from = start === undefined ? undefined : spanOf(start)?.[0];
  const to = end === undefined ? undefined : spanOf(end)?.[1];
  return [(from ?? 0) - 4_000, (to ?? -1) + 1_000];
}

function inOrder(text: readonly ParsedBlock[], pictures: readonly StoryPicture[]): ParsedBlock[] {
  const images = pictures.map(({ media, span, path }): ParsedBlock => ({
    type: 'image',
    url: media.key,
    media: media.key,
    ...(media.caption === undefined ? {} : { caption: media.caption.text }),
    path,
    span,
  }));
  return [...text, ...images].sort((one, other) => (one.span?.[0] ?? 0) - (other.span?.[0] ?? 0));
}

function plainBlocks(text: string): ParsedBlock[] {
  return text
    .split(/\n+/)
    .map(foldSpace)
    .filter((line) => line !== '')
    .map((line, index): ParsedBlock => ({
      type: 'paragraph',
      text: line,
      path: `/html/script[@type="application/ld+json"]/articleBody#${index + 1}`,
    }));
}
