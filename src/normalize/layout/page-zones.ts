import type { Found } from '../../article/parsed-item.ts';
import { labelKey, PUBLISHED_LABELS, TEASER_HEADINGS, UPDATED_LABELS } from '../lexicon/page-labels.ts';
import { readTime } from '../times/read-time.ts';
import { readByline } from '../wiretext/byline.ts';
import { readLine } from '../wiretext/line.ts';
import { isFurniture, isProse, wordsIn } from './shape.ts';

/** The page cut into its zones; lines without text are left out. */
export interface PageZones {
  readonly furniture: readonly Found[];
  readonly headline?: Found;
  readonly standfirst?: Found;
  readonly byline?: Found;
  readonly published?: Found;
  readonly updated?: Found;
  /** Whole lines that hold a moment, with their labels. */
  readonly timeLines: readonly Found[];
  /** Chrome between headline and first paragraph, then the story's lines and the chrome among them. */
  readonly story: readonly Found[];
  /** From the heading over the teasers to the end, blank lines kept: they part the teasers. */
  readonly tail: readonly Found[];
}

const LABELLED = /^([^\d:：]{3,40}?)\s*(?:[:：]\s*)?(?=\S*\d)(.*)$/u;
const NEWS_CHROME = new Set(['comments', 'share-widget', 'newsletter', 'reading-time', 'related', 'ad-label', 'end-marker']);

/** Cuts a page into furniture, head, story and tail by the shape of its lines. */
export function zonesOf(lines: readonly Found[]): PageZones {
  const firstProse = firstStoryLine(lines);
  const head = lines.slice(0, firstProse).filter((line) => line.text !== '');
  const tailStart = tailLine(lines, firstProse);
  const story = lines.slice(firstProse, tailStart).filter((line) => line.text !== '');
  const zones = readHead(head);
  return { ...zones, story: [...zones.story, ...story], tail: lines.slice(tailStart) };
}

/** The story begins at the first line of prose below a line that looks like its head (byline, time or headline). */
function firstStoryLine(lines: readonly Found[]): number {
  const prose = lines.findIndex((line) => isProse(line.text) && !isHeadMatter(line.text));
  if (prose === -1) return lines.length;
  const lastHead = lines.findLastIndex((line, index) => index > prose && index < prose + 12 && timeLabel(line.text) !== undefined);
  if (lastHead === -1) return isFirstWords(lines, prose) ? prose + 1 : prose;
  const after = lines.findIndex((line, index) => index > lastHead && isProse(line.text) && !isHeadMatter(line.text));
  return after === -1 ? prose : after;
}

/** A page whose very first line is prose begins with a long headline. */
function isFirstWords(lines: readonly Found[], prose: number): boolean {
  const line = lines[prose];
  return (
    line !== undefined &&
    !/[.…]["'”’»)]*$/u.test(line.text) &&
    lines.slice(0, prose).every((before) => before.text === '' || isFurniture(before.text))
  );
}

function isHeadMatter(text: string): boolean {
  return timeLabel(text) !== undefined || readLine(text, {}).action === 'drop' || readByline(text, { where: 'byline' }).isByline;
}

/** `published` or `updated` for a line such as "Published: 23 Mar 2015 08:31". */
function timeLabel(text: string): 'published' | 'updated' | undefined {
  if (text.length > 120) return undefined;
  const match = LABELLED.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const label = labelKey(match[1]);
  const field = PUBLISHED_LABELS.has(label) ? 'published' : UPDATED_LABELS.has(label) ? 'updated' : undefined;
  return field !== undefined && isMoment(match[2]) ? field : undefined;
}

function isMoment(text: string): boolean {
  return readTime(text, { zone: 'UTC', zoneBasis: 'page-zone' }).utc !== null;
}

/** The moment of a labelled line, without its label. */
function momentOf(line: Found): Found {
  const match = LABELLED.exec(line.text);
  const raw = match?.[2] ?? line.text;
  const start = (line.span?.[0] ?? 0) + line.text.lastIndexOf(raw);
  return { text: raw, path: line.path, ...(line.span ? { span: [start, start + raw.length] as const } : {}) };
}

/** Where this story ends: a heading over teasers, or the comments line, whichever comes first with nothing but chrome behind it. */
function tailLine(lines: readonly Found[], from: number): number {
  const index = lines.findIndex((line, at) => at > from && TEASER_HEADINGS.has(labelKey(line.text)) && !hasStoryBehind(lines, at));
  return index === -1 ? lines.length : index;
}

/** A teaser box in the middle of a story is followed by more prose lines than teasers have. */
function hasStoryBehind(lines: readonly Found[], at: number): boolean {
  const behind = lines.slice(at + 1);
  const comments = behind.findIndex((line) => NEWS_CHROME.has(readLine(line.text, {}).kind));
  if (comments === -1) return false;
  const between = behind.slice(0, comments).filter((line) => line.text !== '');
  const prose = between.filter((line) => wordsIn(line.text) >= 20).length;
  return prose * 2 > between.length;
}

function readHead(head: readonly Found[]): Omit<PageZones, 'tail'> {
  const furniture: Found[] = [];
  const titles: Found[] = [];
  const story: Found[] = [];
  const timeLines: Found[] = [];
  const marks: { byline?: Found; published?: Found; updated?: Found } = {};
  for (const line of head) {
    const field = timeLabel(line.text);
    if (field !== undefined && marks[field] === undefined) {
      marks[field] = momentOf(line);
      timeLines.push(line);
    } else if (readLine(line.text, {}).action === 'drop') story.push(line);
    else if (titles.length > 0 && marks.byline === undefined && readByline(line.text, { where: 'byline' }).isByline) marks.byline = line;
    else if (titles.length > 0 && marks.published === undefined && isMoment(line.text)) marks.published = line;
    else if (isFurniture(line.text)) furniture.push(line);
    else titles.push(line);
  }
  const [headline, ...rest] = longHeadlineFirst(titles);
  const standfirst = rest.find((line) => isProse(line.text));
  const others = rest.filter((line) => line !== standfirst);
  return {
    furniture: [...furniture, ...others],
    ...(headline === undefined ? {} : { headline }),
    ...(standfirst === undefined ? {} : { standfirst }),
    ...marks,
    timeLines,
    story,
  };
}

/** Sections and site names stand before the headline and are shorter than three words. */
function longHeadlineFirst(titles: readonly Found[]): readonly Found[] {
  const headline = titles.find((line) => wordsIn(line.text) >= 3) ?? titles[0];
  return headline === undefined ? [] : [headline, ...titles.filter((line) => line !== headline)];
}
