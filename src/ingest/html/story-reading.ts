import { isTag, type Element } from 'domhandler';
import { lineOf } from './element-line.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import { wordsOf } from './folded-words.ts';
import { ROLES } from './name-words.ts';
import type { Passage } from './passage.ts';
import { coreOf, holdingsOf, proseOf, type Holding } from './prose.ts';
import { statementOf } from './statement.ts';

/** What the page says of its story, against which its passages are held. */
export interface Hints {
  readonly headline: string | undefined;
  readonly description: string | undefined;
  readonly authors: readonly string[];
  /** The story as the page's data give it. */
  readonly articleBody: string | undefined;
  readonly heading: Element | undefined;
}

/** Roles, as bits: of the element itself, of the one around it, of all further out up to the core. */
export interface Roles {
  readonly own: number;
  readonly near: number;
  readonly far: number;
}

/** One passage with all that its place in the page says about it. */
export interface PlacedPassage {
  readonly passage: Passage;
  readonly words: string;
  /** Share of it that the page's data say too; undefined where they state no story. */
  readonly stated: number | undefined;
  readonly prose: number;
  readonly roles: Roles;
  readonly inCore: boolean;
  /** The element whose children are the blocks beside it: around a list for its items. */
  readonly around: Element | undefined;
  /** Prose beside it and prose of its kind (same tag and class, same parent's), as shares of the core's. */
  readonly beside: number;
  readonly sameKind: number;
  readonly kindCount: number;
  /** It is prose like most of the core's. */
  readonly isMain: boolean;
}

/** The passages of a page with what they are weighed by. */
export interface StoryReading {
  readonly passages: readonly PlacedPassage[];
  readonly holdings: ReadonlyMap<Element, Holding>;
  readonly core: Element | undefined;
  /** Elements around the core. */
  readonly above: ReadonlySet<Element>;
  readonly texts: ReadonlyMap<string, number>;
  readonly headline: string;
  readonly description: string;
  readonly authors: readonly string[];
  readonly firstMain: number;
  readonly lastMain: number;
  /** Place of the page's `h1`; -1 for none. */
  readonly heading: number;
}

const NO_ROLES: Roles = { own: 0, near: 0, far: 0 };
/** Around a story never; each makes prose in it less likely to be the story. */
const CHROME = bitsOf(
  'navigation',
  'footer',
  'related',
  'sidebar',
  'newsletter',
  'advert',
  'paywall',
  'author',
  'share',
  'form',
  'hidden',
  'tools',
  'caption',
);
const FOREIGN = bitsOf('comments', 'consent', 'overlay');
const BODY = bitsOf('body');
const CHROME_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'figure', 'figcaption']);
/** An element that holds this share of the page's prose is the page: what its names say does not tell its parts apart. */
const WHOLE = 0.7;
const LISTS = new Set(['ul', 'ol', 'dl', 'tr', 'tbody', 'table', 'blockquote']);

/** Holds the passages against what the page says of its story, and against each other. */
export function readStory(passages: readonly Passage[], hints: Hints): StoryReading {
  const statement = statementOf(hints.articleBody);
  const words = passages.map(({ text }) => wordsOf(text));
  const told = { words, texts: sums(words, words.map(() => 1)), stated: words.map((text) => statement?.(text)) }; // prettier-ignore
  const heading = headingPlace(passages, hints.heading);
  const plain = passages.map(proseOf);
  const page = holdingsOf(passages, plain);
  const trusted = trustedProse(passages, plain, { ...told, heading, whole: wholeOf(passages, page) });
  const holdings = holdingsOf(passages, trusted);
  const core = coreOf([...new Set(passages.map(({ element }) => rootOf(element)))], holdings);
  const above = new Set(lineOf(core));
  const placed = placedIn({ passages, trusted, core, above, ...told, coreProse: (core && holdings.get(core)?.prose) ?? 1 });
  return {
    passages: placed,
    holdings: page,
    core,
    above,
    texts: told.texts,
    headline: wordsOf(hints.headline ?? ''),
    description: wordsOf(hints.description ?? ''),
    authors: hints.authors.map(wordsOf).filter((name) => name.length > 3),
    firstMain: placed.findIndex(({ isMain }) => isMain),
    lastMain: placed.findLastIndex(({ isMain }) => isMain),
    heading,
  };
}

/** What the words of the passages tell, each list by place. */
interface Told {
  readonly words: readonly string[];
  readonly texts: ReadonlyMap<string, number>;
  readonly stated: readonly (number | undefined)[];
}

/** Elements that hold most of the page. */
function wholeOf(passages: readonly Passage[], page: ReadonlyMap<Element, Holding>): Set<Element> {
  const [first] = passages;
  const total = Math.max(1, first === undefined ? 0 : (page.get(rootOf(first.element))?.prose ?? 0));
  return new Set([...page].filter(([element, { prose }]) => element.name === 'body' || prose > WHOLE * total).map(([element]) => element));
}

interface Trusting extends Told {
  readonly heading: number;
  readonly whole: ReadonlySet<Element>;
}

function trustedProse(
  passages: readonly Passage[],
  plain: readonly number[],
  { words, texts, stated, heading, whole }: Trusting,
): number[] {
  const around = rolesBelow(whole);
  return passages.map((passage, place) => {
    const prose = plain[place] ?? 0;
    if (prose === 0) return 0;
    const said = { stated: stated[place], repeats: texts.get(words[place] ?? '') ?? 1, isAfter: place > heading };
    return prose * trustOf(passage, around(passage.element), said, whole);
  });
}

interface Placing extends Told {
  readonly passages: readonly Passage[];
  readonly trusted: readonly number[];
  readonly core: Element | undefined;
  readonly above: ReadonlySet<Element>;
  readonly coreProse: number;
}

function placedIn({ passages, trusted, core, above, words, stated, coreProse }: Placing): PlacedPassage[] {
  const [around, isInside] = [rolesBelow(above), insideOf(core)];
  const inside = passages.map(({ element }) => isInside(element));
  const proseInside = trusted.map((prose, place) => (inside[place] === true ? prose : 0));
  const roles = withoutCommon(passages.map(({ element }) => around(element)), proseInside); // prettier-ignore
  const kindNames = passages.map(kindOf);
  const arounds = passages.map(besideOf);
  const [besides, kinds, kindCounts] = [sums(arounds, trusted), sums(kindNames, proseInside), sums(kindNames, passages.map(() => 1))]; // prettier-ignore
  return passages.map((passage, place): PlacedPassage => {
    const kind = kindNames[place] ?? '';
    const sameKind = (kinds.get(kind) ?? 0) / coreProse;
    const prose = trusted[place] ?? 0;
    return {
      passage,
      words: words[place] ?? '',
      stated: stated[place],
      prose,
      roles: roles[place] ?? NO_ROLES,
      inCore: inside[place] === true,
      around: arounds[place],
      beside: Math.min(1, (besides.get(arounds[place]) ?? 0) / coreProse),
      sameKind: Math.min(1, sameKind),
      kindCount: kindCounts.get(kind) ?? 1,
      isMain: inside[place] === true && prose > 0 && sameKind > 0.15,
    };
  });
}

/** How far prose is believed to be the story's before its place is known. */
function trustOf(
  { element }: Passage,
  { own, near, far }: Roles,
  said: { readonly stated: number | undefined; readonly repeats: number; readonly isAfter: boolean },
  whole: ReadonlySet<Element>,
): number {
  const all = own | near | far;
  let trust = element.name === 'p' ? 1.6 : element.name === 'li' ? 0.5 : 1;
  if ((all & CHROME) !== 0) trust *= 0.25;
  if ((all & FOREIGN) !== 0) trust *= 0.05;
  if ((all & BODY) !== 0) trust *= 1.2;
  if (said.repeats > 1) trust *= 0.4;
  if (said.isAfter) trust *= 1.2;
  if (said.stated !== undefined) trust *= 0.3 + 2 * said.stated;
  for (let up: Element['parent'] = element; up !== null && isTag(up); up = up.parent)
    if (CHROME_TAGS.has(up.name) && !whole.has(up)) trust *= 0.2;
  return trust;
}

/** What nearly all of the story is called cannot be against parts of it. */
function withoutCommon(roles: readonly Roles[], proses: readonly number[]): Roles[] {
  const total = proses.reduce((sum, prose) => sum + prose, 0);
  const common = (level: keyof Roles): number => {
    const held = new Array<number>(ROLES.length).fill(0);
    roles.forEach((each, place) => {
      const prose = proses[place] ?? 0;
      if (prose === 0) return;
      for (let bits = each[level]; bits !== 0; bits &= bits - 1) {
        const role = 31 - Math.clz32(bits & -bits);
        held[role] = (held[role] ?? 0) + prose;
      }
    });
    return held.reduce((bits, prose, place) => (total > 0 && prose > 0.5 * total ? bits | (1 << place) : bits), 0) & ~BODY;
  };
  const [own, near, far] = [common('own'), common('near'), common('far')];
  return roles.map((each) => ({ own: each.own & ~own, near: each.near & ~near, far: each.far & ~far }));
}

/** The roles of elements, told apart by distance; each element is asked once. `whole` = elements whose names say nothing. */
function rolesBelow(whole: ReadonlySet<Element>): (element: Element) => Roles {
  const upward = new Map<Element, number>();
  const outside = (element: Element['parent']): number => {
    if (element === null || !isTag(element) || whole.has(element)) return 0;
    let roles = upward.get(element);
    if (roles === undefined) upward.set(element, (roles = rolesOf(element) | outside(element.parent)));
    return roles;
  };
  return (element) => {
    if (whole.has(element)) return NO_ROLES;
    const { parent } = element;
    const isPart = parent !== null && isTag(parent) && !whole.has(parent);
    return { own: rolesOf(element), near: isPart ? rolesOf(parent) : 0, far: isPart ? outside(parent.parent) : 0 };
  };
}

function insideOf(core: Element | undefined): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const isInside = (element: Element): boolean => {
    let is = known.get(element);
    if (is === undefined) {
      const { parent } = element;
      known.set(element, (is = element === core || (parent !== null && isTag(parent) && isInside(parent))));
    }
    return is;
  };
  return isInside;
}

function headingPlace(passages: readonly Passage[], heading: Element | undefined): number {
  const place = heading === undefined ? -1 : passages.findIndex(({ element }) => element === heading || element.parent === heading);
  return place === -1 ? passages.findIndex(({ element }) => element.name === 'h1') : place;
}

function kindOf({ element }: Passage): string {
  const { parent } = element;
  const around = parent !== null && isTag(parent) ? `${parent.name}.${parent.attribs['class'] ?? ''}` : '';
  return `${element.name}.${element.attribs['class'] ?? ''}<${around}`;
}

function besideOf({ element }: Passage): Element | undefined {
  let { parent } = element;
  while (parent !== null && isTag(parent) && LISTS.has(parent.name)) parent = parent.parent;
  return parent !== null && isTag(parent) ? parent : undefined;
}

function sums<K>(keys: readonly K[], values: readonly number[]): Map<K, number> {
  const found = new Map<K, number>();
  keys.forEach((key, place) => found.set(key, (found.get(key) ?? 0) + (values[place] ?? 0)));
  return found;
}

function rootOf(element: Element): Element {
  let root = element;
  while (root.parent !== null && isTag(root.parent)) root = root.parent;
  return root;
}
