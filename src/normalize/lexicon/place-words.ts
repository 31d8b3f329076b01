import { languages } from './languages.ts';
import { phrasesOf, wordsOf } from './words.ts';

const all = (list: 'particles' | 'starters' | 'verbs' | 'labels' | 'cityTails'): ReadonlySet<string> =>
  new Set(languages.flatMap(({ places }) => wordsOf(places?.[list])));

/** Words inside names of places that stay in lower case (`Rothenburg ob der Tauber`). All lists are in lower case and come from the files of the languages. */
export const PLACE_PARTICLES = all('particles');
/** Places whose name begins with an article; all others that do are no places. */
export const ARTICLE_PLACES: ReadonlySet<string> = new Set(languages.flatMap(({ places }) => phrasesOf(places?.articlePlaces)));
/** Articles, words that begin sentences, and labels of bylines. */
export const SENTENCE_STARTERS = all('starters');
/** Words that make a run of capitals a sentence, not a place. */
export const VERBS = all('verbs');
/** Labels of columns and marks that stand where a place would: `Analysis (Reuters) - …`. */
export const COLUMN_LABELS = all('labels');
/** Second names of places after a slash that belong to the same city: `Frankfurt/Main`. */
export const CITY_TAILS = all('cityTails');
