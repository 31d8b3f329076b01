import { agencyOf } from '../lexicon/agencies.ts';
import { BEAT_WORDS, ROLE_NOUNS } from '../lexicon/desk-words.ts';

/** A function, with the organisation printed before it: `AP National Writers` gives `AP` and `National Writer`. */
export interface Title {
  readonly title: string;
  readonly organisation?: string;
}

/** Reads a function; undefined where no word of it is one. Plurals become singular: a title is one person's. */
export function readTitle(text: string): Title | undefined {
  const words = text.replace(/(?<![.\s])[.\s]+$/u, '').split(/\s+/u);
  const last = words.at(-1) ?? '';
  if (words.length > 8 || !words.some((word) => ROLE_NOUNS.has(word.toLowerCase()))) return undefined;
  if (!ROLE_NOUNS.has(last.toLowerCase()) && !BEAT_WORDS.has(last.toLowerCase())) return undefined;
  let start = agencyPrefix(words);
  if (start > 0 && words.slice(start).some((word) => /^\p{Ll}/u.test(word) && !isTitleWord(word))) return undefined;
  if (start === 0) {
    start = words.length - 1;
    while (start > 0 && isTitleWord(words[start - 1] ?? '')) start -= 1;
  }
  if (start >= words.length) return undefined;
  const organisation = words.slice(0, start).join(' ');
  if (organisation !== '' && !/^\p{Lu}/u.test(organisation)) return undefined;
  return { title: singular(words.slice(start).join(' ')), ...(organisation === '' ? {} : { organisation }) };
}

/** A function printed before names: `Associated Press writers A and B` gives the function and `A and B`. */
export function cutLeadingTitle(text: string): { readonly title: Title; readonly rest: string; readonly plural: boolean } | undefined {
  const words = text.split(/\s+/u);
  for (let count = 1; count < Math.min(8, words.length); count += 1) {
    const last = (words[count - 1] ?? '').toLowerCase();
    if (!ROLE_NOUNS.has(last) || isTitleWord(words[count] ?? '')) continue;
    const printed = words.slice(0, count).join(' ');
    const title = readTitle(printed);
    return title === undefined ? undefined : { title, rest: words.slice(count).join(' '), plural: singular(printed) !== printed };
  }
  return undefined;
}

/** True for a word of a function or of what stands before one. */
export function isTitleWord(word: string): boolean {
  return BEAT_WORDS.has(word.toLowerCase()) || ROLE_NOUNS.has(word.toLowerCase());
}

/** How many leading words name an agency. */
function agencyPrefix(words: readonly string[]): number {
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    if (agencyOf(words.slice(0, count).join(' ')) !== undefined) return count;
  }
  return 0;
}

/** Case endings that a preposition before the title asks for are dropped too: `unserem Korrespondenten`. */
export function singular(title: string): string {
  return title
    .replace(
      /\b(writer|reporter|correspondent|editor|journalist|columnist|critic|analyst|photographer|contributor|correspondant|journaliste|verslaggever)s\b/giu,
      '$1',
    )
    .replace(/\b(Korrespondent|Journalist)en\b/gu, '$1')
    .replace(/\b(Mitarbeiter|Redakteur)[ns]\b/gu, '$1');
}
