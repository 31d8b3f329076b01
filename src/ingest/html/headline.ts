import type { Element } from 'domhandler';
import type { Found } from '../../article/parsed-item.ts';
import { fold, textOf } from '../inline-markup.ts';
import { wordsOf } from './folded-words.ts';

/** Where a page says its headline. */
export interface HeadlinePlaces {
  /** JSON-LD `headline`. */
  readonly stated: Found | undefined;
  /** OpenGraph and the like. */
  readonly social: Found | undefined;
  readonly headings: readonly Element[];
  /** The `title` element. */
  readonly title: Found | undefined;
  /** Names of the site and its publisher, which titles end with. */
  readonly sites: readonly string[];
}

const SEPARATOR = /(?:(?<!\s)\s+)?[|ㅣ·»«]\s*|(?<!\s)\s+[-–—:]\s+|,\s+/gu;
/** A heading of fewer words says less than a headline: `Log in`, a section. */
const SHORTEST = 12;

/**
 * The headline that most places agree on: the data, the network cards, the printed heading. Where all differ, the data's, then the printed one.
 * What only names the site at the end of a title is left out.
 */
export function headlineOf(places: HeadlinePlaces): Found | undefined {
  const shown = headingOf(places);
  const [stated, social, title] = [places.stated, places.social, places.title].map((found) => withoutSite(found, places.sites));
  const candidates = [shown, stated, social].filter((found) => found !== undefined);
  const votes = (found: Found): number => candidates.filter((other) => wordsOf(other.text) === wordsOf(found.text)).length;
  const [first] = candidates.toSorted((one, other) => votes(other) - votes(one));
  if (first !== undefined && votes(first) > 1) return first;
  if (shown !== undefined && [stated, social, title].some((found) => found !== undefined && begins(shown, found))) return shown;
  return stated ?? social ?? shown ?? title;
}

/** The heading that says most of the page's title: a page has others, for its name and its log-in. */
function headingOf({ headings, stated, social, title }: HeadlinePlaces): Found | undefined {
  const known = [stated, social, title].map((found) => wordsOf(found?.text ?? '')).join(' ');
  const shown = headings.flatMap((heading): Found[] => {
    const text = fold(textOf(heading));
    return text === '' ? [] : [{ text, path: '/html/body//h1', ...spanOf(heading) }];
  });
  const isKnown = ({ text }: Found): boolean => text.length >= SHORTEST && known.includes(wordsOf(text));
  return shown.find(isKnown) ?? shown.find(({ text }) => text.length >= SHORTEST) ?? (known === '' ? shown[0] : undefined);
}

/** `Bees return | Norvik Wire`, `Bees return - Local - Norvik Wire` give `Bees return`. */
function withoutSite(found: Found | undefined, sites: readonly string[]): Found | undefined {
  if (found === undefined) return undefined;
  const names = sites.map(wordsOf).filter((name) => name !== '');
  const isSite = (part: string): boolean => {
    const words = wordsOf(part);
    return (
      words !== '' &&
      names.some(
        (name) =>
          words === name ||
          (words.length > 3 && name.includes(words)) ||
          (name.length > 3 && words.includes(name) && words.length < name.length + 12),
      )
    );
  };
  const ends = [...found.text.matchAll(SEPARATOR)];
  const last = ends.findLast(({ index }) => isSite(found.text.slice(index)));
  if (last === undefined || last.index < SHORTEST) return found;
  return { ...found, text: found.text.slice(0, last.index).trim() };
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
