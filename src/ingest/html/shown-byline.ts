import { isTag, type Element } from 'domhandler';
import type { Found } from '../../article/parsed-item.ts';
import { bitsOf } from './element-names.ts';
import type { PlacedPassage, StoryReading } from './story-reading.ts';
import { spanOf } from './verdict.ts';

const AUTHOR = bitsOf('author');
const NOT_BYLINE = bitsOf('related', 'comments', 'navigation', 'footer', 'caption', 'share', 'newsletter', 'overlay', 'consent', 'media');
/** Labels before names, in the languages of the corpus of bylines. */
const LABEL =
  /^(?:by|von|par|por|di|de|door|av|af|text|autor(?:in|en)?|autorin\/autor|author|auteur|oleh|przez|autorius|tác giả|kirjoittaja|yazan|автор|文|written by|words by|story by|reporting by|ein \p{L}+ von|\p{Lu}\p{Ll}+ von)\s?:?\s+(?=\p{Lu}|[^\p{Ll}\s])/iu;
const NOT_NAME = /\d{2}|[@#|©?!]|https?:|\.(?:com|de|org)\b/;
const LONGEST = 110;
/** How far before and behind the first prose a byline is looked for, and behind the last. */
const BEFORE = 14;
const BEHIND = 5;

/** Bylines as the page prints them, best first: what is marked an author, what is named one, what begins with a label. */
export function shownBylines({ passages, heading, firstMain, lastMain }: StoryReading): Found[] {
  const start = Math.max(0, Math.min(heading === -1 ? firstMain : heading, firstMain) - 4);
  const near = passages.filter(
    ({ passage: { place } }) =>
      (place >= Math.max(start, firstMain - BEFORE) && place <= firstMain + 1) || (place > lastMain && place <= lastMain + BEHIND),
  );
  const able = near.filter((placed) => placed.passage.text.length <= LONGEST && placed.words !== '' && isFree(placed));
  const marked = able.filter(({ passage, ...placed }) => isMarked(passage) && looksLikeNames({ passage, ...placed }));
  const named = able.filter(({ roles, ...placed }) => ((roles.own | roles.near) & AUTHOR) !== 0 && looksLikeNames(placed));
  const labelled = able.filter((placed) => LABEL.test(placed.passage.text) && looksLikeNames(placed));
  const best = [labelled.slice(0, 1), marked, named].find((list) => list.length > 0) ?? [];
  return distinct(best).slice(0, 4).map(foundOf);
}

function isFree({ roles }: PlacedPassage): boolean {
  return ((roles.own | roles.near | roles.far) & NOT_BYLINE) === 0;
}

/** `rel` or `itemprop` say so, of the passage, of what it holds or of what is close around it. */
function isMarked({ element, nodes }: PlacedPassage['passage']): boolean {
  const around: Element[] = [];
  for (let up: Element['parent'] = element; up !== null && isTag(up) && around.length < 3; up = up.parent) around.push(up);
  const [own] = around;
  const within = [...nodes, ...(own?.children ?? [])].filter(isTag);
  return [...around, ...within].some(({ attribs }) => /\bauthor\b/.test(`${attribs['rel'] ?? ''} ${attribs['itemprop'] ?? ''}`));
}

/** Two to twelve words, most with a capital; in scripts without capitals a few characters. */
function looksLikeNames({ passage: { text } }: Pick<PlacedPassage, 'passage'>): boolean {
  const names = text.replace(LABEL, '');
  if (NOT_NAME.test(names)) return false;
  const words = names.split(/[\s,]+/).filter((word) => word !== '');
  if (!/\p{Lu}|\p{Ll}/u.test(names)) return names.length >= 2 && names.length <= 16;
  const capitals = words.filter((word) => /^[\p{Lu}'’"]/u.test(word)).length;
  return words.length >= 2 && words.length <= 12 && capitals * 3 >= words.length * 2;
}

function distinct(found: readonly PlacedPassage[]): PlacedPassage[] {
  return found.filter(({ words }, index) => found.findIndex((other) => other.words === words) === index);
}

function foundOf(placed: PlacedPassage): Found {
  const span = spanOf(placed);
  return {
    text: placed.passage.text.replace(LABEL, ''),
    path: `/html/body//byline#${placed.passage.place}`,
    ...(span === undefined ? {} : { span }),
  };
}
