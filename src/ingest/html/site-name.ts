import { wordsOf } from './folded-words.ts';

const SEPARATOR = /(?:(?<!\s)\s+)?[|ㅣ·»«•]\s*|(?<!\s)\s+[-–—:]\s+|,\s+/gu;
/** A section stands before the site's name with or without blanks. */
const SECTION_BEFORE = / ?[-–—|·:] ?([^-–—|·:]{1,40})$/u;
const DATE_BEHIND = / ?[|·–—-] ?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/u;
/** Pages give their title as the name of their application too. */
const MOST_WORDS = 6;
const LAST_PART = /(?:\s[|–—-]|ㅣ)\s*([^|ㅣ–—-]{2,40})$/u;
/** A title keeps so many characters at least. */
const SHORTEST = 12;
/** How many characters more than the site's name a part may have that names the site: `Norvik Wire Politics`. */
const MORE = 12;

/** Names of the site and of its sections, as the page's data give them. */
export interface SiteNames {
  readonly sites: readonly string[];
  readonly sections: readonly string[];
}

/** `Bees return | Norvik Wire`, `Bees return - Local - Norvik Wire | 2.11.2026` give `Bees return`. */
export function withoutSiteName(title: string, { sites, sections }: SiteNames): string {
  const names = sites.map(wordsOf).filter((name) => name !== '' && name.split(' ').length <= MOST_WORDS);
  const undated = title.replace(DATE_BEHIND, '');
  const last = [...undated.matchAll(SEPARATOR)].findLast(({ index }) => namesSite(undated.slice(index), names));
  if (last === undefined || last.index < SHORTEST) return title;
  const cut = undated.slice(0, last.index).trim();
  const section = SECTION_BEFORE.exec(cut);
  const isSection = sections.some((name) => wordsOf(name) === wordsOf(section?.[1] ?? ''));
  return section !== null && isSection && section.index >= SHORTEST ? cut.slice(0, section.index).trim() : cut;
}

/** `Bees return to the harbour – My site`: a short last part behind a longer first one is no part of a headline that nothing else gives. */
export function withoutLastPart(title: string): string {
  const parts = title.split(/ [|–—·»-] /u);
  const last = parts.at(-1) ?? '';
  const rest = title.slice(0, title.lastIndexOf(last)).replace(/ [|–—·»-] $/u, '');
  return parts.length > 1 && wordCount(last) <= 3 && wordCount(rest) >= 4 ? rest : title;
}

/** What stands behind the last bar or dash of a title, where it is as short as a name: `Norvik Wire`. */
export function lastPart(title: string): string | undefined {
  const last = LAST_PART.exec(title)?.[1];
  return last === undefined || wordCount(last) > 3 ? undefined : last;
}

function wordCount(text: string): number {
  return wordsOf(text).split(' ').length;
}

function namesSite(part: string, names: readonly string[]): boolean {
  const words = wordsOf(part);
  return (
    words !== '' &&
    names.some(
      (name) =>
        words === name ||
        (words.length > 3 && name.includes(words)) ||
        (name.length > 3 && words.includes(name) && words.length < name.length + MORE),
    )
  );
}
