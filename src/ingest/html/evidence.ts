import { isTag, type Element } from 'domhandler';
import { nearest } from './element-line.ts';
import { bitsOf } from './element-names.ts';
import { ROLES } from './name-words.ts';
import { PHRASE_KINDS, phrasesIn } from './said-phrases.ts';
import type { PlacedPassage, StoryReading } from './story-reading.ts';

/** One thing that can be said for or against a passage; how much it weighs stands in `evidence-weights.ts`. */
export interface Evidence {
  readonly name: string;
  /** 0 = it is not so; mostly at most 1. */
  readonly of: (placed: PlacedPassage, reading: StoryReading) => number;
}

const SENTENCE = /[.!?…。！？।؟]["'”’»」)\]]*$/u;
const yes = (is: boolean | undefined): number => (is === true ? 1 : 0);
const textIs = (name: string, pattern: RegExp, longest = Infinity): Evidence => ({
  name,
  of: ({ passage: { text } }) => yes(text.length <= longest && pattern.test(text)),
});
const neighbour = ({ passage }: PlacedPassage, { passages }: StoryReading, step: number): PlacedPassage | undefined =>
  passages[passage.place + step];

const TEXT: readonly Evidence[] = [
  { name: 'one', of: () => 1 },
  { name: 'long', of: ({ passage: { length } }) => yes(length > 200) },
  { name: 'length', of: ({ passage: { length } }) => Math.log1p(length) / 5 },
  { name: 'words', of: ({ passage: { length } }) => Math.min(length, 360) / 120 },
  { name: 'links', of: ({ passage: { linked, length } }) => linked / length },
  { name: 'only links', of: ({ passage: { linked, length } }) => yes(linked >= length * 0.95) },
  textIs('ends a sentence', SENTENCE),
  textIs('has a comma', /[,，、،;；]/u),
  textIs('has a quotation', /["“”„«»「『]/u),
  textIs('ends in a colon', /[:：]$/u),
  textIs('capitals', /^(?=[^\p{Lu}]*\p{Lu}[^\p{Lu}]*\p{Lu})[^\p{Ll}]*$/u),
  textIs('only digits', /^[\d\s.,:/|%–-]+$/u),
  { name: 'short', of: ({ passage: { length } }) => yes(length < 60) },
  { name: 'very short', of: ({ passage: { length } }) => yes(length < 24) },
  { name: 'repeated', of: ({ words }, { texts }) => yes((texts.get(words) ?? 0) > 1) },
  textIs('a date', /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}|年\d/u, 80),
  textIs('an address', /https?:\/\/|www\.|@\w/u),
  textIs('a handle', /^[@#]/u),
  textIs('a dash first', /^[-–—•|»>▼▶*]/u),
  textIs('cut off', /(?:\.\.\.|…)$/u),
  textIs('a bar', /\s\|\s|\s[•·]\s/u, 200),
  {
    name: 'a time element',
    of: ({ passage: { nodes, element } }) => yes(element.name === 'time' || nodes.some((node) => isTag(node) && node.name === 'time')),
  },
];

const SAID: readonly Evidence[] = [
  { name: 'the headline', of: ({ words }, { headline }) => yes(words !== '' && words === headline) },
  {
    name: 'near the headline',
    of: ({ words }, { headline }) =>
      yes(
        words.length > 15 &&
          (headline.includes(words) || (headline.length > 15 && words.includes(headline) && words.length < headline.length + 60)),
      ),
  },
  {
    name: 'the description',
    of: ({ words }, { description }) =>
      yes(
        words.length > 20 &&
          description.length > 20 &&
          (words === description || (words.length > 40 && (description.includes(words) || words.includes(description)))),
      ),
  },
  { name: 'an author', of: ({ words }, { authors }) => yes(authors.includes(words)) },
  { name: 'names an author', of: ({ words }, { authors }) => yes(words.length < 140 && authors.some((name) => words.includes(name))) },
  { name: 'stated', of: ({ stated }) => stated ?? 0 },
  { name: 'not stated', of: ({ stated }) => (stated === undefined ? 0 : 1 - stated) },
  { name: 'a statement', of: ({ stated }) => yes(stated !== undefined) },
];

const PLACE: readonly Evidence[] = [
  { name: 'in the core', of: ({ inCore }) => yes(inCore) },
  { name: 'before the prose', of: ({ passage: { place } }, { firstMain }) => yes(place < firstMain) },
  { name: 'after the prose', of: ({ passage: { place } }, { lastMain }) => yes(place > lastMain) },
  { name: 'after the heading', of: ({ passage: { place } }, { heading }) => yes(heading >= 0 && place > heading) },
  { name: 'far from prose before', of: (placed, reading) => distance(placed, reading, -1) },
  { name: 'far from prose behind', of: (placed, reading) => distance(placed, reading, 1) },
  { name: 'prose', of: ({ prose }) => yes(prose > 0) },
  { name: 'beside prose', of: ({ beside }) => beside },
  { name: 'beside much prose', of: ({ beside }) => yes(beside > 0.2) },
  { name: 'like the prose', of: ({ sameKind }) => sameKind },
  { name: 'somewhat like the prose', of: ({ sameKind }) => yes(sameKind > 0.1) },
  { name: 'a frequent kind', of: ({ kindCount }) => Math.min(kindCount, 10) / 10 },
  { name: 'among links', of: ({ passage: { element } }, { holdings }) => linksAround(element.parent, holdings) },
  { name: 'among more links', of: ({ passage: { element } }, { holdings }) => linksAround(element.parent?.parent ?? null, holdings) },
  { name: 'alone', of: ({ passage: { element } }, { holdings }) => yes(holdingOf(element.parent, holdings)?.passages === 1) },
  { name: 'links before', of: (placed, reading) => linksOf(neighbour(placed, reading, -1)) },
  { name: 'links behind', of: (placed, reading) => linksOf(neighbour(placed, reading, 1)) },
  { name: 'a label before', of: (placed, reading) => yes((neighbour(placed, reading, -1)?.passage.length ?? 0) < 40) },
  { name: 'a label behind', of: (placed, reading) => yes((neighbour(placed, reading, 1)?.passage.length ?? 0) < 40) },
  { name: 'heads prose', of: (placed, reading) => yes(isHeading(placed) && headsProse(placed, reading)) },
  { name: 'heads no prose', of: (placed, reading) => yes(isHeading(placed) && !headsProse(placed, reading)) },
  { name: 'in a plain list beside prose', of: (placed, reading) => yes(isPlainItem(placed, reading)) },
  { name: 'prose in the core', of: ({ prose, inCore, passage }) => yes(prose > 0 && inCore && passage.linked * 4 < passage.length) },
];

const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'li',
  'td',
  'th',
  'figcaption',
  'blockquote',
  'dd',
  'pre',
  'span',
  'div',
  'section',
  'article',
  'header',
];
const AROUND = [
  'nav',
  'footer',
  'header',
  'aside',
  'form',
  'figure',
  'blockquote',
  'table',
  'ul',
  'ol',
  'article',
  'section',
  'button',
  'a',
  'details',
];

const MARKUP: readonly Evidence[] = [
  ...TAGS.map((tag): Evidence => ({ name: `<${tag}>`, of: ({ passage: { element } }) => yes(element.name === tag) })),
  ...AROUND.map((tag, place): Evidence => ({
    name: `in <${tag}>`,
    of: ({ passage: { element } }, { above }) => (tagsAround(element, above) >> place) & 1,
  })),
  ...ROLES.flatMap((role, place): Evidence[] =>
    (['own', 'near', 'far'] as const).map((level) => ({
      name: level === 'own' ? `named ${role}` : level === 'near' ? `in ${role}` : `within ${role}`,
      of: ({ roles }) => (roles[level] >> place) & 1,
    })),
  ),
];

/** Longer passages talk about newsletters and cookies; shorter ones offer them. */
const LONGEST_OFFER = 420;

const PHRASED: readonly Evidence[] = PHRASE_KINDS.map((kind, place) => ({
  name: `says ${kind}`,
  of: ({ passage }) => (passage.text.length <= LONGEST_OFFER ? (phrasesIn(passage) >> place) & 1 : 0),
}));

/** All that is weighed, in the order of the weights. */
export const EVIDENCE: readonly Evidence[] = [...TEXT, ...SAID, ...PLACE, ...MARKUP, ...PHRASED];

const FAR = 10;
/** Names that say nothing against a list. */
const NEUTRAL = bitsOf('body', 'summary', 'heading', 'quote', 'embed');

function distance({ passage: { place } }: PlacedPassage, { passages }: StoryReading, step: 1 | -1): number {
  for (let away = 0; away < FAR; away += 1) if (passages[place + step * away]?.isMain === true) return away / FAR;
  return 1;
}

function holdingOf(
  node: Element['parent'],
  holdings: StoryReading['holdings'],
): { chars: number; linked: number; passages: number } | undefined {
  return node !== null && isTag(node) ? holdings.get(node) : undefined;
}

function linksAround(node: Element['parent'], holdings: StoryReading['holdings']): number {
  const holding = holdingOf(node, holdings);
  return holding === undefined ? 0 : holding.linked / holding.chars;
}

function linksOf(placed: PlacedPassage | undefined): number {
  return placed === undefined ? 0 : placed.passage.linked / placed.passage.length;
}

function isHeading({ passage: { element } }: PlacedPassage): boolean {
  return /^h[2-6]$/.test(element.name);
}

function headsProse(placed: PlacedPassage, reading: StoryReading): boolean {
  return neighbour(placed, reading, 1)?.isMain === true || neighbour(placed, reading, 2)?.isMain === true;
}

/** An item of a list without links that stands among the paragraphs of the story. */
function isPlainItem(placed: PlacedPassage, { holdings, above }: StoryReading): boolean {
  if (!isPlain(placed)) return false;
  const list = nearest(placed.passage.element, ({ name }) => name === 'ul' || name === 'ol' || name === 'table', above);
  return list !== undefined && (holdings.get(list)?.linked ?? 1) === 0;
}

/** A plain list, or a sentence without links, among the paragraphs of the story: it goes with the paragraph before it. */
export function isAmongProse(placed: PlacedPassage, reading: StoryReading): boolean {
  const { element, text, linked } = placed.passage;
  return isPlainItem(placed, reading) || (element.name === 'p' && linked === 0 && isPlain(placed) && SENTENCE.test(text));
}

function isPlain({ inCore, beside, sameKind, roles }: PlacedPassage): boolean {
  return inCore && Math.max(beside, sameKind) >= 0.3 && ((roles.own | roles.near) & ~NEUTRAL) === 0;
}

const TAG_BITS: ReadonlyMap<string, number> = new Map(AROUND.map((tag, place) => [tag, 1 << place]));
const tagsOf = new WeakMap<ReadonlySet<Element>, Map<Element, number>>();

/** The tags of `AROUND` on an element and around it up to the core, as bits; each element is asked once for a page. */
function tagsAround(element: Element, above: ReadonlySet<Element>): number {
  let known = tagsOf.get(above);
  if (known === undefined) tagsOf.set(above, (known = new Map<Element, number>()));
  let bits = known.get(element);
  if (bits === undefined) {
    const { parent, name } = element;
    const isPart = !above.has(element);
    bits = isPart ? (TAG_BITS.get(name) ?? 0) | (parent !== null && isTag(parent) ? tagsAround(parent, above) : 0) : 0;
    known.set(element, bits);
  }
  return bits;
}
