import { isTag, isText, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found } from '../../article/parsed-item.ts';
import { textOf } from '../inline-markup.ts';
import { elementsIn, lineOf } from './element-line.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import { wordsOf } from './folded-words.ts';
import type { PlacedPassage, StoryReading } from './story-reading.ts';
import { spanOf } from './verdict.ts';

const AUTHOR = bitsOf('author');
const NOT_BYLINE = bitsOf('related', 'comments', 'navigation', 'footer', 'caption', 'share', 'newsletter', 'overlay', 'consent');
const NOT_AROUND_BYLINE = bitsOf('media');
/** Labels before names, in the languages of the corpus of bylines. */
const LABEL =
  /^(?:by|von|par|por|di|de|door|av|af|text|autor(?:in|en)?|autorin\/autor|author|auteur|oleh|przez|autorius|tác giả|kirjoittaja|yazan|автор|文|written by|words by|story by|reporting by|ein \p{L}+ von|\p{Lu}\p{Ll}+ von)\s?:?\s+(?=\p{Lu}|[^\p{Ll}\s])/iu;
/** Labels that say it anywhere, also in a box of facts behind the story. */
const SURE_LABEL = /^(?:autor(?:in|en)?|autorin\/autor|author|auteur|tác giả|kirjoittaja|автор|written by)\s?:?\s+(?=\p{Lu})/iu;
/** Labels before those who have edited the story. */
const EDITOR =
  /^(?:(?:editors?|penyunting|redaktur|editorial|redigering)\s?:|(?:edited by|redigiert von|bearbeitet von)\s?:?)\s+(?=\p{Lu})/iu;
const NOT_NAME = /\d{2}|[@#|©?!]|https?:|\.(?:com|de|org)\b/;
const SENTENCE = /[.:;!?…"”]$/u;
const LONGEST = 110;
/** How far before and behind the first prose a byline is looked for, and behind the last. */
const BEFORE = 14;
const BEHIND = 5;
const FAR_BEHIND = 25;
const MOST = 4;
const STRESSED = new Set(['strong', 'b', 'em', 'i']);
const STRESSED_WORDS = 8;

/** A byline as printed, and what it is known by. */
interface Printed {
  readonly placed: PlacedPassage;
  readonly text: string;
}

/** Bylines of a story as the page prints them. */
export interface ShownBylines {
  /** By what they are known by, the surest kind first. */
  readonly lists: readonly (readonly Found[])[];
  /** Those above the prose that `rel` or `itemprop` mark. */
  readonly marked: readonly Found[];
  /** Names behind a label that says who edited the story. */
  readonly editors: readonly Found[];
}

/**
 * Bylines as the page prints them: what begins with a label, what is marked an author, what is named one, a label in a box behind the story,
 * at last names alone in stress above or below the prose.
 */
export function shownBylines(reading: StoryReading): ShownBylines {
  const { passages, firstMain, lastMain } = reading;
  const start = startOf(reading);
  const isNear = ({ passage: { place } }: PlacedPassage, behind: number): boolean =>
    (place >= start && place <= firstMain + 1) || (place > lastMain && place <= lastMain + behind);
  const able = passages.filter((placed) => isNear(placed, FAR_BEHIND) && placed.words !== '' && isFree(placed));
  const near = able.filter((placed) => isNear(placed, BEHIND));
  const labelled = near.filter(({ passage }) => LABEL.test(passage.text)).flatMap(whole);
  const marked = near.flatMap((placed) => (isMarked(placed.passage) ? printed(placed, marksAuthor) : []));
  const above = marked.filter(({ placed }) => placed.passage.place <= firstMain);
  const named = near.flatMap((placed) =>
    isAuthor(placed.roles.own | placed.roles.near) ? printed(placed, isNamed) : inner(placed, isNamed),
  );
  const boxed = able.filter(({ passage }) => SURE_LABEL.test(passage.text)).flatMap(whole);
  const stressed = near.filter((placed) => isStressed(placed, reading)).flatMap(whole);
  const lists = [foundIn(labelled.slice(0, 1)), foundIn(marked), foundIn(named), foundIn(boxed.slice(0, 1)), foundIn(stressed.slice(0, 1))];
  const editors = able
    .filter(({ passage: { text } }) => text.length <= LONGEST && EDITOR.test(text))
    .map((placed) => ({ placed, text: placed.passage.text.replace(EDITOR, '') }));
  return { lists, marked: foundIn(above), editors: foundIn(editors) };
}

function startOf({ heading, firstMain }: StoryReading): number {
  return Math.max(0, Math.min(heading === -1 ? firstMain : heading, firstMain) - 4, firstMain - BEFORE);
}

function isFree({ roles }: PlacedPassage): boolean {
  const close = roles.own | roles.near;
  return ((close | roles.far) & NOT_BYLINE) === 0 && (close & NOT_AROUND_BYLINE) === 0;
}

/** `rel` or `itemprop` say so, of the passage, of what it holds or of what is close around it. */
function isMarked({ element, nodes }: PlacedPassage['passage']): boolean {
  const around = lineOf(element).slice(0, 3);
  return (
    [...around, ...nodes.filter(isTag), ...element.children.filter(isTag)].some(marksAuthor) || elementsIn(nodes, marksAuthor).length > 0
  );
}

function marksAuthor({ attribs }: Element): boolean {
  return /\bauthor\b/.test(`${attribs['rel'] ?? ''} ${attribs['itemprop'] ?? ''}`);
}

function isNamed(element: Element): boolean {
  return isAuthor(rolesOf(element));
}

function isAuthor(roles: number): boolean {
  return (roles & AUTHOR) !== 0;
}

/** The whole passage where it looks like names, else the elements in it that are an author. */
function printed(placed: PlacedPassage, passes: (element: Element) => boolean): Printed[] {
  const all = whole(placed);
  return all.length > 0 ? all : inner(placed, passes);
}

function whole(placed: PlacedPassage): Printed[] {
  return placed.passage.text.length <= LONGEST && looksLikeNames(placed.passage.text) ? [{ placed, text: placed.passage.text }] : [];
}

function inner(placed: PlacedPassage, passes: (element: Element) => boolean): Printed[] {
  let end = -1;
  return elementsIn(placed.passage.nodes, passes).flatMap((element): Printed[] => {
    const text = foldSpace(textOf(element));
    if ((element.startIndex ?? 0) <= end || text.length > LONGEST || !looksLikeNames(text)) return [];
    end = element.endIndex ?? end;
    return [{ placed, text }];
  });
}

/** Names alone in stress, next above the prose or below it. */
function isStressed({ passage }: PlacedPassage, { firstMain, lastMain, headline }: StoryReading): boolean {
  const { place, nodes, text, element } = passage;
  if (place < firstMain - 1 || (place >= firstMain && place !== lastMain + 1)) return false;
  const words = text.split(/\s+/);
  const isPlain = nodes.every((node) =>
    isText(node) ? node.data.trim() === '' : isTag(node) && (STRESSED.has(node.name) || node.name === 'br'),
  );
  const isProper = words.every((word) => /^\p{Lu}/u.test(word) || /^(?:and|und|et|y|e|og|och|en|&)$/u.test(word));
  return (
    element.name === 'p' &&
    isPlain &&
    isProper &&
    words.length <= STRESSED_WORDS &&
    !SENTENCE.test(text) &&
    !headline.includes(wordsOf(text))
  );
}

/** Two to twelve words, most with a capital; in scripts without capitals a few characters. */
function looksLikeNames(text: string): boolean {
  const names = text.replace(LABEL, '');
  if (NOT_NAME.test(names)) return false;
  const words = names.split(/[\s,]+/).filter((word) => word !== '');
  if (!/\p{Lu}|\p{Ll}/u.test(names)) return names.length >= 2 && names.length <= 16;
  const capitals = words.filter((word) => /^[\p{Lu}'’"]/u.test(word)).length;
  return words.length >= 2 && words.length <= 12 && capitals * 3 >= words.length * 2;
}

function foundIn(printed: readonly Printed[]): Found[] {
  const words = printed.map(({ text }) => wordsOf(text));
  return printed.filter((_, index) => words.indexOf(words[index] ?? '') === index).slice(0, MOST).map(foundOf); // prettier-ignore
}

function foundOf({ placed, text }: Printed): Found {
  const span = spanOf(placed);
  return {
    text: text.replace(LABEL, ''),
    path: `/html/body//byline#${placed.passage.place}`,
    ...(span === undefined ? {} : { span }),
  };
}
