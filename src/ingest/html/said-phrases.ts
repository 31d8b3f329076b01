import { PHRASES, type PhraseKind } from './boilerplate-phrases.ts';
import type { Passage } from './passage.ts';

/** Kinds of phrases, each a bit of what `phrasesIn` answers. */
export const PHRASE_KINDS = Object.keys(PHRASES) as readonly PhraseKind[];
/** Phrases of these kinds count only where a passage begins with them. */
const FIRST: ReadonlySet<PhraseKind> = new Set(['related', 'author']);
/** Marks that may stand before the first word. */
const MOST_MARKS = 3;

const LETTER = /\p{L}/u;
const NUMBER = /\p{N}/u;

interface Phrase {
  readonly text: string;
  readonly bit: number;
  readonly isFirst: boolean;
}

/** Phrases by their first two characters, so that one pass over a text finds all kinds. */
const BY_START: ReadonlyMap<string, readonly Phrase[]> = byStart();
const known = new WeakMap<Passage, number>();

function byStart(): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  PHRASE_KINDS.forEach((kind, place) => {
    for (const text of new Set(Object.values(PHRASES[kind]).flatMap((list) => list.split('|')))) {
      const phrase = { text, bit: 1 << place, isFirst: FIRST.has(kind) };
      const start = text.slice(0, 2);
      const others = found.get(start);
      if (others === undefined) found.set(start, [phrase]);
      else others.push(phrase);
    }
  });
  return found;
}

/** The bit of a kind. */
export function phraseBit(kind: PhraseKind): number {
  return 1 << PHRASE_KINDS.indexOf(kind);
}

/** Which kinds of phrases a passage says, as bits of `PHRASE_KINDS`: each begins at a word, some only at the first. */
export function phrasesIn(passage: Passage): number {
  let bits = known.get(passage);
  if (bits === undefined) known.set(passage, (bits = saidIn(passage.text.toLowerCase())));
  return bits;
}

function saidIn(text: string): number {
  let bits = 0;
  let isWord = false;
  let isBegun = false;
  for (let at = 0; at < text.length; at += 1) {
    if (!isWord) bits |= startingAt(text, at, !isBegun && at <= MOST_MARKS);
    isWord = isLetter(text, at);
    isBegun ||= isWord || NUMBER.test(text.charAt(at));
  }
  return bits;
}

function startingAt(text: string, at: number, isFirst: boolean): number {
  let bits = 0;
  for (const phrase of BY_START.get(text.slice(at, at + 2)) ?? [])
    if ((!phrase.isFirst || isFirst) && text.startsWith(phrase.text, at)) bits |= phrase.bit;
  return bits;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 97 && code <= 122 : LETTER.test(text.charAt(at));
}
