import type { Half, LanguageTimes, Part } from '../lexicon/language.ts';
import { languages } from '../lexicon/languages.ts';
import { wordsOf } from '../lexicon/words.ts';

export type { Half, Part };

const times: readonly LanguageTimes[] = languages.flatMap((language) => language.times ?? []);
const index = <Key extends string>(tables: readonly (Readonly<Partial<Record<Key, string>>> | undefined)[]): ReadonlyMap<string, Key> =>
  new Map(
    tables.flatMap((table) =>
      (Object.entries(table ?? {}) as [Key, string][]).flatMap(([key, words]) => wordsOf(words).map((word) => [word, key] as const)),
    ),
  );
const parts = index(times.map((each) => each.parts));
const halves = index(times.map((each) => each.halves));
const particles: ReadonlySet<string> = new Set(times.flatMap((each) => wordsOf(each.halvesAfterClock)));
const monthLabels: ReadonlySet<string> = new Set(times.flatMap((each) => wordsOf(each.monthFollows)));
const ordinals: ReadonlyMap<string, number> = new Map(
  times.flatMap((each) => wordsOf(each.ordinals).map((word, at) => [word, at + 1] as const)),
);
const tens: ReadonlyMap<string, number> = new Map(
  times.flatMap((each) =>
    Object.entries(each.tens ?? {}).flatMap(([value, words]) => wordsOf(words).map((word) => [word, Number(value)] as const)),
  ),
);
const zonePhrases = times.flatMap((each) => each.zonePhrases ?? []);

/** `時` gives `hour`. */
export function partOf(word: string): Part | undefined {
  return parts.get(word);
}

/** `오후` gives `pm`. */
export function halfOf(word: string): Half | undefined {
  return halves.get(word);
}

/** Years that count from an emperor's accession: the year before the first. */
const ERAS: Readonly<Record<string, number>> = { 昭和: 1925, 平成: 1988, 令和: 2018 };
const ERA = /(昭和|平成|令和)(\d{1,2})(?=\s?年)/u;

/** `平成26年` gives `2014年`. */
export function withoutEra(text: string): string {
  return text.replace(ERA, (_whole, era: string, year: string) => String((ERAS[era] ?? 0) + Number(year)));
}

/** True for a short word that is a half of the day only after a clock. */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** True for a word after which a month number stands. */
export function monthFollows(word: string): boolean {
  return monthLabels.has(word);
}

/** `двадцать` gives 20, `пятое` gives 5; the two are added up. */
export function ordinalOf(word: string): number | undefined {
  const plain = word.replace('четвёртое', 'четвертое').replaceAll(/['’]/g, 'ʼ');
  return tens.get(plain) ?? ordinals.get(plain);
}

/** The zone that a phrase in the text names, and the text without it. */
export function takeZonePhrase(text: string): { readonly zone: string; readonly rest: string } | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  const found = zonePhrases.find(([phrase]) => lower.includes(phrase));
  if (found === undefined) return undefined;
  const at = lower.indexOf(found[0]);
  return { zone: found[1], rest: `${text.slice(0, at)} ${text.slice(at + found[0].length)}` };
}
