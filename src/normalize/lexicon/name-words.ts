import { languages } from './languages.ts';
import { wordsOf } from './words.ts';

const all = (list: 'particles' | 'articles' | 'houses' | 'joining'): ReadonlySet<string> =>
  new Set(languages.flatMap(({ names }) => wordsOf(names?.[list])));

/** Words inside family names that stay in lower case. All lists are in lower case; those of words come from the files of the languages. */
export const NAME_PARTICLES = all('particles');
/** Articles that begin titles of papers (`Le Monde`, `El País`), not names of persons. */
export const LEADING_ARTICLES = all('articles');
/** Words of desks, functions, papers, firms and offices: a string with one of these names no person. */
export const NON_NAME_WORDS = all('houses');
/** Words that join others in sentences and never stand between the words of a name: `FIELDS AS PROVIDED`. */
export const JOINING_WORDS = all('joining');

/** What follows a family name. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', 'md', 'phd', 'ph.d.', 'm.d.']);

/** Two-letter given names and family names; other two-letter words in capitals are initials. */
export const SHORT_NAMES: ReadonlySet<string> = new Set([
  'al',
  'an',
  'bo',
  'ed',
  'el',
  'em',
  'ib',
  'io',
  'ng',
  'oh',
  'ok',
  'or',
  'oz',
  'um',
  'uz',
]);
