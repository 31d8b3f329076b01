import type { LanguageEmbargo } from './language.ts';
import { languages } from './languages.ts';
import { wordsOf } from './words.ts';

const tables: readonly LanguageEmbargo[] = languages.flatMap(({ embargo }) => embargo ?? []);
const all = (list: 'until' | 'events'): ReadonlySet<string> => new Set(tables.flatMap((table) => wordsOf(table[list])));

/** Names an embargo; the moment may follow. Sources of regular expressions, matched without regard to case. */
export const EMBARGO_PHRASES: readonly string[] = tables.flatMap(({ names }) => names ?? []);
/** Says when copy is free; also words of ordinary sentences, so that the moment must stand beside them. */
export const RELEASE_PHRASES: readonly string[] = tables.flatMap(({ releases }) => releases ?? []);
/** Words between the name of an embargo and its moment, besides those of dates. */
export const UNTIL_WORDS = all('until');
/** Words before the event that ends an embargo: "when the minister speaks". */
export const EVENT_WORDS = all('events');

/** Says that an embargo is over. */
export const LIFTED: readonly string[] = tables.flatMap(({ lifted }) => lifted ?? []);
/** Releases for the papers of a day: no instant, a person decides. */
export const PAPERS: readonly string[] = tables.flatMap(({ papers }) => papers ?? []);
/** Zones by their names in words. */
export const SPOKEN_ZONES: readonly (readonly [pattern: string, zone: string])[] = tables.flatMap(({ zones }) => zones ?? []);
