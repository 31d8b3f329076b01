import { CITY_TAILS, PLACE_PARTICLES } from '../lexicon/place-words.ts';
import { foldSpace } from '../../article/fold-space.ts';

/** A place in capitals in display case: `ST. JOSEPH` gives `St. Joseph`, `RIO DE JANEIRO` gives `Rio de Janeiro`; mixed case stays. */
export function displayPlace(name: string): string {
  const text = foldSpace(name);
  if (/\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text)) return text;
  return text
    .split(' ')
    .map((word, index, words) => displayWord(word, index, words.length))
    .join(' ');
}

function displayWord(word: string, index: number, count: number): string {
  const lower = word.replaceAll('İ', 'i').toLowerCase();
  if (index > 0 && index < count - 1 && PLACE_PARTICLES.has(lower)) return lower;
  if (/^(?:\p{Lu}\.){1,4}$/u.test(word) || /^(?:USS|HMS|USA|NATO)$/u.test(word)) return word;
  return lower
    .split(/([-–/])/u)
    .map((part, at, parts) => capitalizePart(part, at, parts, index > 0))
    .join('')
    .replace(/^I/u, word.startsWith('İ') ? 'İ' : 'I');
}

function capitalizePart(part: string, index: number, parts: readonly string[], later: boolean): string {
  if (index > 0 && index < parts.length - 1 && PLACE_PARTICLES.has(part)) return part;
  return part.replace(
    /^(mc|[dlno]['’]|['’]s)?(\p{L})/u,
    (_all, prefix: string | undefined, letter: string) => displayPrefix(prefix, index > 0 || later) + letter.toUpperCase(),
  );
}

function displayPrefix(prefix: string | undefined, later: boolean): string {
  if (prefix === undefined) return '';
  if (prefix === 'mc') return 'Mc';
  return prefix.startsWith("'") || prefix.startsWith('’') || later ? prefix : prefix.toUpperCase();
}

/** The cities of one printed group: `BEIRUT/THE HAGUE` names two, `Frankfurt/Main` one. */
export function splitCities(group: string): readonly string[] {
  const parts = group.split(/(?:(?<!\s)\s+)?\/\s*|(?<!\s)\s+(?:and|und|et|y)\s+/u).map((part) => part.trim());
  return parts.reduce<readonly string[]>((cities, part) => {
    const last = cities.at(-1);
    const joined = last !== undefined && CITY_TAILS.has(part.toLowerCase().replace(/\.$/u, ''));
    return joined ? [...cities.slice(0, -1), `${last}/${part}`] : [...cities, part];
  }, []);
}
