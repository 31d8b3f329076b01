import { ALPHABETS, type Alphabet } from './alphabets.ts';

/** Bytes as text in a charset. */
export type Read = (bytes: Uint8Array, charset: string) => string;

/** Characters that texts in any language may have between their letters. */
const BETWEEN = /[\u00a0«»‹›„“”‚‘’–—…•·№©®™°§€£¿¡´ªº،؛؟]/u;
const LATIN = /[a-z]/i;
const LANGUAGE = /(?:<(?:dc:)?language>|\blang=["'])\s{0,20}([a-z]{2})\b/i;
const FALLBACK = 'windows-1252';

/** How much better than windows-1252 another charset must explain the letters. */
const MARGIN = 0.15;
const MIN_SCORE = 0.3;
/** So many letters, and so many different ones, must there be before another charset than windows-1252 is believed. */
const MIN_LETTERS = 6;
const MIN_DISTINCT = 3;
/** What it counts that the document names the language. */
const NAMED = 0.3;
/** What each character counts that no text in the language has there. */
const WRONG = -1;
const NEUTRAL = 0.3;

interface Guess {
  readonly charset: string;
  /** 1 = each character beyond ASCII is the most usual letter of the language. */
  readonly score: number;
  readonly letters: number;
  readonly distinct: number;
}

/**
 * The charset of one byte a character whose letters are those of some language; undefined where windows-1252 explains them as well.
 * A language is known by how often its letters stand in running text, by capitals standing at the beginning of words only, and by
 * scripts that do not mix within a word.
 */
export function oneByteCharset(bytes: Uint8Array, read: Read): string | undefined {
  const named = LANGUAGE.exec(read(bytes.subarray(0, 4_096), FALLBACK))?.[1]?.toLowerCase();
  const charsets = [...new Set(ALPHABETS.flatMap((alphabet) => alphabet.charsets))];
  const guesses = charsets.map((charset) => guessOf(read(bytes, charset), charset, named));
  const best = bestOf(guesses);
  const western = guesses.find(({ charset }) => charset === FALLBACK)?.score ?? 0;
  const isSure = best.letters >= MIN_LETTERS && best.distinct >= MIN_DISTINCT && best.score > Math.max(western + MARGIN, MIN_SCORE);
  if (!isSure || best.charset === FALLBACK) return undefined;
  const text = read(bytes, best.charset);
  return charsets.find((charset) => read(bytes, charset) === text);
}

function bestOf(guesses: readonly Guess[]): Guess {
  return guesses.reduce((one, other) => (other.score > one.score ? other : one));
}

/** The language that explains a text best. */
function guessOf(text: string, charset: string, named: string | undefined): Guess {
  const alphabets = ALPHABETS.filter((alphabet) => alphabet.charsets.includes(charset));
  return bestOf(
    alphabets.map((alphabet) => {
      const guess = scoreOf(text, alphabet);
      return { ...guess, charset, score: alphabet.language === named ? guess.score + NAMED : guess.score };
    }),
  );
}

function scoreOf(text: string, { letters, isLatin = false }: Alphabet): Omit<Guess, 'charset'> {
  const ranks = new Map(Array.from(letters, (letter, rank) => [letter, rank]));
  const seen = new Set<number>();
  let sum = 0;
  let count = 0;
  let known = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character <= '\u007f') continue;
    count += 1;
    const rank = ranks.get(character) ?? ranks.get(character.toLowerCase());
    if (rank === undefined) sum += BETWEEN.test(character) ? NEUTRAL : WRONG;
    else {
      known += 1;
      seen.add(rank);
      // Latin alphabets have few letters beyond ASCII: which ones says more than how often.
      const weight = 1 - (isLatin ? 0.4 : 0.7) * (rank / ranks.size);
      if (isMisplaced(text, at, isLatin)) sum += WRONG;
      else if (isLatin || !isAlone(text, at)) sum += ranks.has(character) ? weight : weight * 0.6;
    }
  }
  return { score: count === 0 ? 0 : sum / count, letters: known, distinct: seen.size };
}

/** A capital after a small letter, or a letter of another script beside a Latin one. */
function isMisplaced(text: string, at: number, isLatin: boolean): boolean {
  const character = text.charAt(at);
  const before = text.charAt(at - 1);
  if (!isLatin && (LATIN.test(before) || LATIN.test(text.charAt(at + 1)))) return true;
  return character !== character.toLowerCase() && before !== before.toUpperCase();
}

/** In a script of its own, nearly all letters stand beside others of it. */
function isAlone(text: string, at: number): boolean {
  return text.charAt(at - 1) <= '\u007f' && text.charAt(at + 1) <= '\u007f';
}
