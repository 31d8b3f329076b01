import { agencyOf } from '../lexicon/agencies.ts';
import { isKnownCity } from '../lexicon/cities.ts';
import { countryCodeOf } from '../lexicon/countries.ts';
import { ARTICLE_PLACES, COLUMN_LABELS, PLACE_PARTICLES, SENTENCE_STARTERS, VERBS } from '../lexicon/place-words.ts';
import { regionOf } from '../lexicon/regions.ts';
import { cutDate, type PrintedDate } from './dateline-date.ts';
import { displayPlace, splitCities } from './place-case.ts';

/** A city as printed and in display case. */
export interface City {
  readonly name: string;
  readonly raw: string;
}

/** What stands before the agency: `CITY[/CITY][, Region][, Country][, date]`. */
export interface Head {
  readonly cities: readonly City[];
  readonly region?: string;
  /** ISO 3166-1 alpha-2, only if printed or implied by a printed region. */
  readonly country?: string;
  readonly countryName?: string;
  readonly date?: PrintedDate;
  readonly dateRule?: string;
  /** How sure the place is without an agency beside it. */
  readonly strength: 'none' | 'shape' | 'capitals' | 'known';
}

const LONGEST_HEAD = 120;
const MOST_WORDS = 7;
const WORD = /^[‘'’]?\p{Lu}[\p{L}\p{M}.'’\-–]*$|^[dl]['’]\p{Lu}[\p{L}\p{M}'’-]*$/u;
const UNCASED = /^[\p{Lo}\p{Lm}\p{M}\-'’ـ\u200c]+$/u;

/** Reads places and date; a reason in words where the string cannot be the head of a dateline. */
export function readHead(text: string): Head | { readonly why: string } {
  if (text.length > 2 * LONGEST_HEAD) return { why: 'too long for a place' };
  // A bracketed area keeps its opening bracket, so that `(CÓRDOBA)` is not taken for a second city.
  const head = text
    .trim()
    .replace(/(?<![\s,،:.\-–—_])[\s,،:.\-–—_]+$/u, (mark) => (/^\.[\s,،:\-–—_]*$/u.test(mark) ? '.' : ''))
    .replace(/[([]\s{0,40}([^()[\]]{2,40}?)\s{0,40}[)\]]/gu, ', ($1 ,');
  if (head.length > LONGEST_HEAD) return { why: 'too long for a place' };
  const { before, date, rule } = cutDate(head.replace(/(?<![\s,])[\s,]+$/u, ''));
  const dated = date === undefined ? {} : { date, ...(rule === undefined ? {} : { dateRule: rule }) };
  const groups = before
    .replace(/(?<![\s,\-–—])[\s,\-–—]+$/u, '')
    .split(/(?:(?<!\s)\s+)?[,،]\s*/u)
    .map((group) => group.trim().replace(/(?<=\p{L}{3})\.$/u, ''))
    .filter((group) => group !== '');
  if (groups.length === 0) return { cities: [], ...dated, strength: 'none' };
  return readGroups(groups, dated);
}

function readGroups(groups: readonly string[], dated: Pick<Head, 'date' | 'dateRule'>): Head | { readonly why: string } {
  if (groups.length > 5) return { why: 'too many parts for a place' };
  const [first = '', ...others] = groups;
  const raw = [...splitCities(first)];
  let area: Pick<Head, 'region' | 'country' | 'countryName'> = {};
  for (const other of others) {
    const bracketed = other.startsWith('(');
    const name = bracketed ? other.slice(1) : other;
    const next = areaOf(name) ?? (bracketed && isPlaceName(name) ? { region: displayPlace(name) } : undefined);
    if (next !== undefined) area = { ...area, ...next };
    else if (isShouted(other) && isShouted(first) && isPlaceName(other)) raw.push(...splitCities(other));
    else if (isPlaceName(other)) area = { ...area, countryName: displayPlace(other) };
    else return { why: `"${other.slice(0, 40)}" is no place` };
  }
  const wrong = raw.find((city) => !isPlaceName(city));
  if (wrong !== undefined) return { why: `"${wrong.slice(0, 40)}" has not the shape of a place` };
  return { cities: raw.map((city) => ({ name: displayPlace(city), raw: city })), ...area, ...dated, strength: strengthOf(raw, area) };
}

function areaOf(text: string): Pick<Head, 'region' | 'country' | 'countryName'> | undefined {
  const region = regionOf(text);
  if (region !== undefined && !/^georgia$/iu.test(text)) return { region: region.name, country: region.country };
  const country = countryCodeOf(text);
  if (country !== undefined) return { country, countryName: displayPlace(text) };
  return region === undefined ? undefined : { region: region.name, country: region.country };
}

function strengthOf(cities: readonly string[], area: Pick<Head, 'country'>): Head['strength'] {
  if (area.country !== undefined || cities.every(isKnownCity)) return 'known';
  return cities.every(isShouted) ? 'capitals' : 'shape';
}

/** Capitals, particles, no digits; neither a label, an article nor an agency. */
export function isPlaceName(text: string): boolean {
  const key = text.toLowerCase();
  const words = text.split(/\s+/u);
  if (text === '' || words.length > MOST_WORDS || text.length > 50) return false;
  if (COLUMN_LABELS.has(key) || COLUMN_LABELS.has((words[0] ?? '').toLowerCase()) || agencyOf(text) !== undefined) return false;
  if (words.every((word) => UNCASED.test(word))) return words.length <= 4;
  if (words.some((word) => VERBS.has(word.toLowerCase()))) return false;
  if (SENTENCE_STARTERS.has((words[0] ?? '').toLowerCase()) && !ARTICLE_PLACES.has(key)) return false;
  const [opening = '', ...parts] = words.flatMap((word) => word.split('/'));
  return WORD.test(opening) && parts.every((part) => WORD.test(part) || PLACE_PARTICLES.has(part.toLowerCase()));
}

function isShouted(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
