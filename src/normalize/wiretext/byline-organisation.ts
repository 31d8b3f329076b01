import { agencyOf } from '../lexicon/agencies.ts';
import { isCompany } from '../lexicon/company-forms.ts';
import { BEAT_WORDS, GENERIC_NOUNS, ROLE_NOUNS } from '../lexicon/desk-words.ts';
import { LEADING_ARTICLES, NAME_PARTICLES, NON_NAME_WORDS } from '../lexicon/name-words.ts';
import { isPersonName } from '../lexicon/names.ts';

/** `g1`, `spiegel.de`: sites that write themselves in small letters. */
const SMALL = /^\p{Ll}{1,3}\d$|^\p{Ll}[\p{Ll}\d-]{1,30}\.\p{Ll}{2,4}$/u;

/** A name of a paper, firm or desk: a leading article, an acronym, a digit, or a word that these have in their names. */
export function isOrganisation(text: string): boolean {
  const words = text.split(/\s+/u);
  if (isAgencyDesk(words) || SMALL.test(text) || (isCompany(text) && words.length <= 7)) return true;
  if (words.length > 7 || !/^[\p{Lu}\d]|^(?:the|le|la|el|die|der|das)\s\p{Lu}/u.test(text) || /[.!?:]\s|["“”]/u.test(text)) return false;
  if (
    !words.every((word) =>
      /^[\p{Lu}\d&]|^(?:of|the|and|for|de|la|le|du|des|del|und|für|der|die|das|di|do|da|e|y|et)$|^\p{Ll}+\p{Lu}/u.test(word),
    )
  )
    return false;
  if (/^\p{Lu}{2,6}-\p{Lu}\p{Ll}+$/u.test(words[0] ?? '') && !NAME_PARTICLES.has((words[0] ?? '').split('-')[0]?.toLowerCase() ?? ''))
    return true;
  if (words.length > 1 && LEADING_ARTICLES.has((words[0] ?? '').toLowerCase())) return true;
  if (/^\p{Lu}{2,6}$/u.test(words[0] ?? '') && (words.length === 1 || words.slice(1).some((word) => /\p{Ll}/u.test(word))))
    return !isPersonName(text);
  if (/\b(?:19|20)\d\d\b/u.test(text)) return false;
  return (
    /\d|^\S{2,40}\.[a-z]{2,4}$/u.test(text) || words.some((word) => isOrganisationWord(word)) || /^\p{Lu}\p{Ll}+\p{Lu}\p{L}+$/u.test(text)
  );
}

/** `dpa Sport`, `Reuters Health`: an agency and its desk. */
function isAgencyDesk([first = '', ...rest]: readonly string[]): boolean {
  return (
    rest.length > 0 &&
    rest.length <= 2 &&
    agencyOf(first) !== undefined &&
    rest.every((word) => NON_NAME_WORDS.has(word.toLowerCase()) || BEAT_WORDS.has(word.toLowerCase()))
  );
}

function isOrganisationWord(word: string): boolean {
  const key = word.toLowerCase();
  return NON_NAME_WORDS.has(key) && !ROLE_NOUNS.has(key) && !GENERIC_NOUNS.has(key) && key.length > 3;
}
