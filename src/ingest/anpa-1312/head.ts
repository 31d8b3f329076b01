import type { Found } from '../../article/parsed-item.ts';
import { foundIn, isBlank, printed, printedAt, type Line } from '../wire/lines.ts';
import { typeset } from './typography.ts';

/** A line of its own: `^…<` flush left, `^…=` centred, Kyodo's `…+`. Several printed lines where it was wrapped. */
export interface Frame {
  readonly text: string;
  readonly end: '<' | '=' | '+' | '';
  readonly lines: readonly Line[];
}

/** The lines above the story, each in the part that it plays. */
export interface Head {
  readonly slug?: Found;
  /** Behind the keyword: `1st Ld-Writethru`, `MANDATORY KILL`; numbers apart. */
  readonly versions: readonly Found[];
  readonly counts: readonly Found[];
  readonly headline?: Found;
  readonly sublines: readonly Found[];
  readonly bylines: readonly Found[];
  /** `Associated Press` on the line below the names. */
  readonly affiliation?: Found;
  readonly ednotes: readonly Found[];
  readonly productNotes: readonly Found[];
  /** Centred lines behind: they belong to the tables below. */
  readonly headings: readonly Frame[];
}

const LONGEST_FRAME = 8;
const EDNOTE = /^(?:eds?|editors?|editor['’]s note|editors['’] note|note to editors|note)\s?[:.]/iu;
const PRODUCT = /^(?:with\s|also\s)?(?:ap\s)?(?:photos?|videos?|graphics?|audio|interactives?)\b|^(?:ap\s)?(?:newsalert|newsnow)\b/iu;
const MARK =
  /^(?:mandatory|bulletin|urgent|flash|kill|corrective|correction|clarification|advisory|withhold|disregard|embargo(?:ed)?|hold|elimination|attention|precede|eliminates?)\b/iu;
const EMBARGO = /^(?:embargo|hold for release|for release)/iu;
const BYLINE = /^by\s\p{Lu}/iu;
const AGENCY = /^(?:the )?associated press$|^kyodo(?: news)?$/iu;

/** Splits a text into the lines above the story and the story. */
export function cutHead(text: readonly Line[]): { readonly frames: readonly Frame[]; readonly body: readonly Line[] } {
  const frames: Frame[] = [];
  let at = 0;
  while (at < text.length) {
    const line = text[at];
    if (line === undefined) break;
    if (isBlank(line)) {
      at += 1;
      continue;
    }
    const length = lengthOf(text, at, frames.length === 0);
    if (length === 0) break;
    frames.push(frameOf(text.slice(at, at + length)));
    at += length;
  }
  return { frames, body: text.slice(at) };
}

/** The slug is the first line, whatever ends it; without a frame (Kyodo) it is that line alone. */
function lengthOf(text: readonly Line[], at: number, isFirst: boolean): number {
  if (!isFirst) return frameLength(text, at);
  return printedAt(text, at).startsWith('^') ? Math.max(1, frameLength(text, at)) : 1;
}

/** How many printed lines the frame takes that begins here; 0 where none does. */
function frameLength(text: readonly Line[], at: number): number {
  const first = printedAt(text, at);
  if (isStory(text[at])) return 0;
  const end = text.slice(at, at + LONGEST_FRAME).findIndex((line) => /[<=+]\s*$/u.test(printed(line)));
  if (end < 0) return 0;
  const inner = text.slice(at + 1, at + end + 1);
  const broken = inner.some((line) => isStory(line) || isBlank(line) || /^\s*\^/u.test(printed(line)));
  return broken ? 0 : first.trim() === '' ? 0 : end + 1;
}

/** Paragraphs are indented, rows of tables begin with a back space. */
function isStory(line: Line | undefined): boolean {
  return line !== undefined && (/^\x08/.test(line.raw) || /^(?:\t| {3})/.test(printed(line)));
}

export function frameOf(lines: readonly Line[]): Frame {
  const end = /([<=+])\s*$/u.exec(printedAt(lines, -1))?.[1] ?? '';
  const text = lines
    .map((line) => typeset(line).trim())
    .join(' ')
    .replace(/^.*<\s*\^/u, '')
    .replace(/\+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, end: end as Frame['end'], lines };
}

/** Gives each line above the story its part. */
export function readHead(frames: readonly Frame[]): Head {
  const [slug, ...rest] = frames.filter(({ text }) => text !== '');
  const parts = slug === undefined ? [] : slug.text.split(',').map((part) => part.trim());
  const versions = parts.slice(1).filter((part) => part !== '');
  const place = (frame: Frame, text = frame.text): Found => foundIn(frame.lines, text);
  const by = rest.findIndex(({ text }) => BYLINE.test(text));
  const below = by < 0 ? undefined : rest[by + 1];
  const affiliated = below !== undefined && below.end === '=' && isAffiliation(below.text);
  const agency = affiliated && AGENCY.test(below.text);
  const taken = new Set([...(by < 0 ? [] : [by]), ...(affiliated ? [by + 1] : [])]);
  const free = rest.filter((_, index) => !taken.has(index));
  const ednotes = free.filter(({ text }) => EDNOTE.test(text));
  const productNotes = free.filter((frame) => !ednotes.includes(frame) && (PRODUCT.test(frame.text) || isMark(frame.text)));
  const titles = free.filter((frame) => !ednotes.includes(frame) && !productNotes.includes(frame));
  const headline = titles.find(({ end }) => end !== '=') ?? titles[0];
  const others = titles.filter((frame) => frame !== headline);
  return {
    ...(slug === undefined ? {} : { slug: place(slug, parts[0] ?? '') }),
    versions: slug === undefined ? [] : versions.filter((part) => !/^\d+$/u.test(part)).map((part) => place(slug, part)),
    counts: slug === undefined ? [] : versions.filter((part) => /^\d+$/u.test(part)).map((part) => place(slug, part)),
    ...(headline === undefined ? {} : { headline: place(headline) }),
    sublines: others.filter(({ end }) => end !== '=').map((frame) => place(frame)),
    bylines: [...taken]
      .filter((index) => index === by || !agency)
      .flatMap((index) => (rest[index] === undefined ? [] : [place(rest[index])])),
    ...(agency ? { affiliation: place(below) } : {}),
    ednotes: ednotes.map((frame) => place(frame)),
    productNotes: productNotes.map((frame) => place(frame)),
    headings: others.filter(({ end }) => end === '='),
  };
}

/** A mark stands alone and in capitals; a headline about a correction does not. */
function isMark(text: string): boolean {
  return EMBARGO.test(text) || (MARK.test(text) && !/\p{Ll}{2}/u.test(text));
}

/** `Associated Press`, `AP Sports Writer`, `The Velmar Courier`: mixed case, below the names. */
function isAffiliation(text: string): boolean {
  return AGENCY.test(text) || /\b(?:writers?|correspondents?|reporters?|editors?|columnists?|press|news|times|post)\b/iu.test(text);
}
