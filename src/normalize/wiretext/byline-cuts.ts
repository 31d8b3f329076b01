import { agencyOf } from '../lexicon/agencies.ts';
import { FOR_WORDS, inWords } from '../lexicon/byline-words.ts';
import { NAME_PARTICLES } from '../lexicon/name-words.ts';
import { isPersonName } from '../lexicon/names.ts';
import { isGeneric } from './byline-generic.ts';
import { isOrganisation } from './byline-organisation.ts';
import { isTitleWord, readTitle } from './byline-title.ts';
import { isPlaceName } from './dateline-head.ts';
import { displayPlace } from './place-case.ts';

/** Cuts `Jo Filler in Paris` at its preposition; `wanted` is what must stand before it. */
export function splitPlace(
  text: string,
  language: string | undefined,
  wanted: 'name' | 'title' | 'house' | 'nothing',
): { readonly before: string; readonly place: string } | undefined {
  const lower = text.toLowerCase();
  for (const word of inWords(language)) {
    const at = lower.startsWith(`${word} `) ? 0 : wanted === 'nothing' ? -1 : text.indexOf(` ${word} `);
    if (at === -1) continue;
    const before = text.slice(0, at).trim();
    const place = text.slice(at + word.length + (at === 0 ? 1 : 2)).trim();
    if (isPlaceName(place) && (before === '' || fits(before, wanted))) return { before, place: displayPlace(place) };
  }
  return undefined;
}

function fits(before: string, wanted: 'name' | 'title' | 'house' | 'nothing'): boolean {
  if (wanted === 'house') return agencyOf(before) !== undefined || isGeneric(before);
  return wanted === 'title' ? readTitle(before) !== undefined : isPersonName(before);
}

/** `ANA PRILL Associated Press`, `Jane Sample BBC News`, `Jane Sample for MailOnline`: a name, then its affiliation without a comma. */
export function splitSuffix(text: string): { readonly before: string; readonly suffix: string; readonly joint: ',' } | undefined {
  const words = text.split(/\s+/u);
  for (let count = Math.min(words.length - 1, 5); count >= 1; count -= 1) {
    const before = words.slice(0, count).join(' ');
    const suffix = words.slice(count).join(' ');
    const agency = agencyOf(suffix) !== undefined;
    const lower = suffix.toLowerCase();
    const target = FOR_WORDS.some((word) => lower.startsWith(`${word} `));
    // `JANE ROE AP Business Writer`: the agency is no part of the name.
    if (count > 1 && !agency && agencyOf(words[count - 1] ?? '') !== undefined) continue;
    const isSuffix =
      agency ||
      target ||
      readTitle(suffix) !== undefined ||
      (/^\p{Lu}{2,5}\s/u.test(suffix) &&
        !NAME_PARTICLES.has((words[count] ?? '').toLowerCase()) &&
        /\p{Ll}/u.test(before) &&
        isOrganisation(suffix));
    // The rank before a function is part of it: `Lena Frost Senior Reporter`.
    const ranked = readTitle(suffix) !== undefined && count > 2 && isTitleWord(words[count - 1] ?? '');
    if (isSuffix && !ranked && isPersonName(before) && (count > 1 || target)) return { before, suffix, joint: ',' };
  }
  return undefined;
}
