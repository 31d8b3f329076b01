import { languages } from './languages.ts';
import { wordsOf } from './words.ts';

const all = (list: 'roles' | 'beats' | 'generic' | 'genericFillers' | 'notInitials'): ReadonlySet<string> =>
  new Set(languages.flatMap(({ desk }) => wordsOf(desk?.[list])));

/** Functions of the trade, singular and plural. All lists are in lower case and come from the files of the languages. */
export const ROLE_NOUNS = all('roles');
/** What stands before a function: desks, beats, ranks. */
export const BEAT_WORDS = all('beats');
/** A byline of these words names no person. */
export const GENERIC_NOUNS = all('generic');
/** Words that may stand beside a generic noun without naming anything. */
export const GENERIC_FILLERS = all('genericFillers');
/** Short strings that look like staff marks and are words. */
export const NO_INITIALS = all('notInitials');
