import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found } from '../../article/parsed-item.ts';
import { textOf } from '../inline-markup.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import { wordsOf } from './folded-words.ts';
import { isCrumb, type PrintedHeadings } from './printed-headings.ts';
import { withoutLastPart, withoutSiteName, type SiteNames } from './site-name.ts';

/** Where a page says its headline. */
export interface HeadlinePlaces extends SiteNames, PrintedHeadings {
  /** JSON-LD `headline`. */
  readonly stated: Found | undefined;
  /** OpenGraph and the like. */
  readonly social: Found | undefined;
  /** The `title` element. */
  readonly title: Found | undefined;
}

/** A heading of fewer words says less than a headline: `Log in`, a section. */
const SHORTEST = 12;
const KICKER = /kicker|eyebrow|overline|topline|dachzeile|roofline|surtitre|antetitulo|occhiello|supertitle|vignette|title[_-]+topic/i;
/** Titles are often the headline for search engines, not the printed one. */
const TITLE_VOTE = 0.5;
const HIDDEN = bitsOf('hidden');
/** A heading that shares less than this of its words with everything else the page says of its story is not its headline. */
const KNOWN_SHARE = 0.34;

/**
 * The headline that most places agree on: the printed heading, the data, the network cards, the title. Where all differ, the data's, then
 * the printed one. Kickers and crumbs are no part of it, nor is what only names the site at the end of a title.
 */
export function headlineOf(places: HeadlinePlaces): Found | undefined {
  const [stated, social, title] = [places.stated, places.social, places.title].map((found) => withoutSite(found, places));
  const shown = headingOf(places, [stated, social, title]);
  const candidates = withoutCrumbs([shown, stated, social], places);
  const votes = (found: Found): number =>
    candidates.filter((other) => wordsOf(other.text) === wordsOf(found.text)).length + (isBegunBy(title, found) ? TITLE_VOTE : 0);
  const [first] = candidates.toSorted((one, other) => votes(other) - votes(one));
  if (first !== undefined && votes(first) > 1) return withoutKicker(first, social);
  if (shown !== undefined && [stated, social, title].some((found) => found !== undefined && begins(shown, found))) return shown;
  const [best] = withoutCrumbs([stated, social, shown], places);
  return best ?? (title && { ...title, text: withoutLastPart(title.text) });
}

/** What a page writes into its crumbs is its name for search engines: where it says another headline too, that one counts. */
function withoutCrumbs(candidates: readonly (Found | undefined)[], { crumbs }: PrintedHeadings): Found[] {
  const found = candidates.filter((candidate) => candidate !== undefined);
  const others = found.filter(({ text }) => !crumbs.some((crumb) => `${crumb} `.startsWith(`${wordsOf(text)} `)));
  return others.length > 0 ? others : found;
}

/** Titles go on behind the headline. */
function isBegunBy(title: Found | undefined, { text }: Found): boolean {
  const [own, all] = [wordsOf(text), wordsOf(title?.text ?? '')];
  return own === all || (own.length >= SHORTEST && all.startsWith(`${own} `));
}

/** `Harbour: Bees return`, where the network cards say `Bees return`. */
function withoutKicker(found: Found, social: Found | undefined): Found {
  const short = social?.text ?? '';
  const isShort = short.length >= SHORTEST && found.text.endsWith(short) && /:\s*$/.test(found.text.slice(0, -short.length));
  return isShort && social !== undefined ? social : found;
}

/** The heading that says most of what the page says elsewhere: a page has others, for its name, its log-in and its sections. */
function headingOf({ headings }: HeadlinePlaces, others: readonly (Found | undefined)[]): Found | undefined {
  const known = others.map((found) => wordsOf(found?.text ?? '')).join(' ');
  const shown = headings.flatMap((heading): Found[] => {
    const text = foldSpace(printedText(heading)) || foldSpace(textOf(heading));
    return text === '' ? [] : [{ text, path: '/html/body//h1', ...spanOf(heading) }];
  });
  if (known.trim() === '') return shown.find(({ text }) => text.length >= SHORTEST) ?? shown[0];
  const isLong = ({ text }: Found): boolean => text.length >= SHORTEST;
  return (
    shown.find((found) => isLong(found) && known.includes(wordsOf(found.text))) ??
    shown.find((found) => isLong(found) && isKnown(found.text, known))
  );
}

function isKnown(text: string, known: string): boolean {
  const [words, others] = [wordsOf(text).split(' '), new Set(known.split(' '))];
  const isDense = words.length < text.length / 14;
  return isDense || words.filter((word) => others.has(word)).length >= KNOWN_SHARE * words.length;
}

/** The words of a heading without its kicker, crumbs and what is not shown. */
function printedText(node: ChildNode): string {
  if (isText(node) || !isTag(node)) return textOf(node);
  const isLeft = (child: ChildNode): boolean =>
    isTag(child) && (KICKER.test(child.attribs['class'] ?? '') || isCrumb(child) || (rolesOf(child) & HIDDEN) !== 0);
  return node.children.some(isTag) ? node.children.filter((child) => !isLeft(child)).map(printedText).join('') : textOf(node); // prettier-ignore
}

function withoutSite(found: Found | undefined, names: SiteNames): Found | undefined {
  return found && { ...found, text: withoutSiteName(found.text, names) };
}

function begins(shown: Found, stated: Found): boolean {
  const [long, short] = [wordsOf(shown.text), wordsOf(stated.text)];
  return short.length > 0 && (long === short || (short.length >= 20 && long.startsWith(short)));
}

function spanOf(element: Element): { span?: readonly [number, number] } {
  const start = element.firstChild?.startIndex;
  const end = element.lastChild?.endIndex;
  return start == null || end == null ? {} : { span: [start, end + 1] };
}
