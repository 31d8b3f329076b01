import { agencyOf } from './agencies.ts';
import { foldSpace } from '../../article/fold-space.ts';
import { isCompany } from './company-forms.ts';
import { JOINING_WORDS, LEADING_ARTICLES, NAME_PARTICLES, NAME_SUFFIXES, NON_NAME_WORDS, SHORT_NAMES } from './name-words.ts';

const LONGEST = 80;
const MOST_WORDS = 5;
/** Scripts without capitals: there any short run of words has the shape of a name. */
const CASELESS = /^[\p{Lo}\p{Lm}\p{M}\s.'’\-–·・‧־ـ\u200c\u200d]+$/u;
/** `LeFigaro.fr` */
const HOST = /\.(?:com|net|org|info|fr|de|es|it|nl|be|ch|at|uk|pl|se|no|dk|fi|br|ar|mx|pt|eu|tv|news)$/iu;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.-?){1,4}$|^\p{Lu}$/u;
const CAPITALIZED = /^['’]?(?:\p{Lu}\p{L}{0,3}['’])?\p{Lu}[\p{L}\p{M}'’.\-–]*$/u;
/** `McMODEL` in a line of capitals. */
const SHOUTED_PREFIX = /^(?:Mc|Mac|O['’])\p{Lu}{2,}$/u;
const LOWER_PREFIXED = /^(?:d|l|al|el|ad|as|ash|an|at|ar)['’\-–]\p{Lu}[\p{L}\p{M}'’\-–]*$/u;

/**
 * True where the string has the shape of a person's name: 1 to 5 words (particles not counted), capitals, initials, hyphens,
 * apostrophes, or a script without capitals. Names of agencies, desks and papers are none.
 */
export function isPersonName(text: string): boolean {
  const name = text.trim();
  if (name === '' || name.length > LONGEST || HOST.test(name) || agencyOf(name) !== undefined || isCompany(name)) return false;
  const words = name.split(/\s+/u);
  if (CASELESS.test(name)) return words.length <= MOST_WORDS && name.length <= 40;
  if (words.some((word) => NON_NAME_WORDS.has(word.toLowerCase().replace(/[’']s$/u, '')))) return false;
  if (words.length > 1 && LEADING_ARTICLES.has((words[0] ?? '').toLowerCase())) return false;
  if (words.slice(1, -1).some((word) => JOINING_WORDS.has(word.toLowerCase()) && !NAME_PARTICLES.has(word.toLowerCase()))) return false;
  if (looksLikeAcronym(words)) return false;
  const solid = words.filter((word, index) => !isParticle(word) && !isShoutedParticle(index, words) && !isSuffix(word));
  return solid.length >= 1 && solid.length <= MOST_WORDS && isSolid(words.at(-1) ?? '') && solid.every(isSolid) && carriesName(solid);
}

/**
 * A name in capitals in display case: `A.J. VAN DER SAMPLE` gives `A.J. van der Sample`, `Marie-Claire DELAIRE` gives
 * `Marie-Claire Delaire`, `IAN McMODEL` gives `Ian McModel`. English copy capitalizes a first `Van` (`A.J. Van der Sample`):
 * pass its language. Mixed-case words stay as they are.
 */
export function displayName(text: string, language?: string): string {
  const words = foldSpace(text).split(' ');
  const shouted = words.every((word) => word === word.toUpperCase() || SHOUTED_PREFIX.test(word));
  return words.map((word, index) => displayWord(word, { index, words, shouted, language })).join(' ');
}

interface Place {
  readonly index: number;
  readonly words: readonly string[];
  readonly shouted: boolean;
  readonly language: string | undefined;
}

function displayWord(word: string, place: Place): string {
  const { index, words, shouted, language } = place;
  const key = word.toLowerCase();
  if (INITIALS.test(word) || !/\p{Lu}{2}|\p{Lu}['’\-–.]\p{Lu}/u.test(word)) return word;
  if (/^(?:II|III|IV)$/u.test(word)) return word;
  if (word !== word.toUpperCase()) return splitPrefix(word);
  if (isLowerParticle(key, index, words)) return key === 'van' && isEnglish(language) && !isParticleAt(words, index - 1) ? 'Van' : key;
  if (isShortInitials(word, index, shouted)) return word;
  return capitalize(word, language);
}

/** `McMODEL` gives `McModel`, `MacNAME` gives `MacName`; other mixed words stay. */
function splitPrefix(word: string): string {
  const prefixed = /^(Mc|Mac|O['’]|D['’]|d['’]|Fitz|De|Le|La|Van)(\p{Lu}{2,})$/u.exec(word);
  const article = /^(\p{Ll}{1,4}[-'’])(\p{Lu}{2,}(?:-\p{Lu}{2,})?)$/u.exec(word);
  if (article !== null) return `${article[1] ?? ''}${capitalize(article[2] ?? '', undefined)}`;
  return prefixed === null ? word : `${prefixed[1] ?? ''}${capitalize(prefixed[2] ?? '', undefined)}`;
}

function isLowerParticle(key: string, index: number, words: readonly string[]): boolean {
  return index > 0 && index < words.length - 1 && key.length > 1 && NAME_PARTICLES.has(key) && !SHORT_NAMES.has(key);
}

function isParticleAt(words: readonly string[], index: number): boolean {
  return index > 0 && NAME_PARTICLES.has((words[index] ?? '').toLowerCase());
}

/** `AJ SAMPLE`: two capitals without a vowel behind the first are initials; `JO SAMPLE` is a name. */
function isShortInitials(word: string, index: number, shouted: boolean): boolean {
  if (word.length !== 2 || SHORT_NAMES.has(word.toLowerCase())) return false;
  return index === 0 && (!shouted || !/^.[AEIOUYÄÖÜÅØÉÈ]$/u.test(word));
}

function capitalize(word: string, language: string | undefined): string {
  if (/^MC\p{Lu}{2,}$/u.test(word)) return `Mc${capitalize(word.slice(2), language)}`;
  return word
    .split(/([-–'’.])/u)
    .map((part) => (part.length === 0 ? part : (part[0] ?? '') + lower(part.slice(1), language)))
    .join('');
}

/** Turkish keeps its two letters i apart. */
function lower(text: string, language: string | undefined): string {
  const turkish = language?.toLowerCase().startsWith('tr') === true;
  return (turkish ? text.replaceAll('I', 'ı') : text).replaceAll('İ', 'i').toLowerCase();
}

function isEnglish(language: string | undefined): boolean {
  return language?.toLowerCase().startsWith('en') === true;
}

function isParticle(word: string): boolean {
  return word === word.toLowerCase() && NAME_PARTICLES.has(word.replace(/['’]$/u, ''));
}

/** `José GARCÍA DE LA TORRE`: particles of a family name in capitals, behind a given name that is none. */
function isShoutedParticle(index: number, words: readonly string[]): boolean {
  const word = words[index] ?? '';
  return /\p{Ll}/u.test(words[0] ?? '') && word === word.toUpperCase() && isLowerParticle(word.toLowerCase(), index, words);
}

function isSuffix(word: string): boolean {
  return NAME_SUFFIXES.has(word.toLowerCase().replace(/,$/u, ''));
}

function isSolid(word: string): boolean {
  return INITIALS.test(word) || CAPITALIZED.test(word) || LOWER_PREFIXED.test(word) || isSuffix(word);
}

/** `CNN`, `CNN Business`, `BBC News`: an acronym that no name follows. `Marie DELAIRE` and `AJ Sample` are names. */
function looksLikeAcronym(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  const isShout = /^\p{Lu}{2,}$/u.test(first);
  if (words.length === 1) return isShout && first.length <= 5;
  const mixed = words.slice(1).some((word) => /\p{Ll}/u.test(word) && !isParticle(word) && !SHOUTED_PREFIX.test(word));
  return isShout && mixed && first.length >= 3 && first.length <= 4;
}

/** Initials alone are a name only as a pair: `J. M.`. */
function carriesName(solid: readonly string[]): boolean {
  return solid.length >= 2 || (solid[0] ?? '').replace(/[^\p{L}]/gu, '').length >= 2;
}
