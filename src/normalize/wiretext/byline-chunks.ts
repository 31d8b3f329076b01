import { andWords, WITH_WORDS } from '../lexicon/byline-words.ts';
import { languageOf, languages } from '../lexicon/languages.ts';

/** One name, agency, place or title of a list, and what parts it from the one before. */
export interface Chunk {
  readonly text: string;
  readonly joint: '' | ',' | ';' | '/' | 'and' | 'with' | 'bracket';
}

/** Splits a list of names at commas, bars, brackets and the words for "and" and "with" of its language. */
export function chunksOf(text: string, language: string | undefined): readonly Chunk[] {
  const marked = text.replace(/[(（[]([^()（）[\]]{1,80})[)）\]]/gu, ' \u0001 $1 \u0002 ');
  const chunks: Chunk[] = [];
  let joint: Chunk['joint'] = '';
  let from = 0;
  for (const match of marked.matchAll(separator(language))) {
    push(chunks, marked.slice(from, match.index), joint);
    joint = jointOf(match[0].trim().toLowerCase(), joint, match.index === from);
    from = match.index + match[0].length;
  }
  push(chunks, marked.slice(from), joint);
  return chunks;
}

function push(chunks: Chunk[], text: string, joint: Chunk['joint']): void {
  const trimmed = text.trim();
  if (trimmed !== '') chunks.push({ text: trimmed, joint });
}

/** `, with AFP`: the later of two joints in a row says more. */
function jointOf(mark: string, before: Chunk['joint'], adjacent: boolean): Chunk['joint'] {
  if (mark === '\u0001') return 'bracket';
  if (mark === '\u0002') return ',';
  if (mark === ',' || mark === '،' || mark === '、') return adjacent && before === 'bracket' ? before : ',';
  if (mark === ';') return ';';
  if (/^[/|+•·–—-]$/u.test(mark)) return '/';
  return WITH_WORDS.includes(mark) ? 'with' : 'and';
}

/** With the words that all languages share, and with those of one language besides. */
const SHARED = separatorOf(undefined);
const SEPARATORS = new Map(languages.map(({ tag }) => [tag, separatorOf(tag)]));

function separator(language: string | undefined): RegExp {
  return SEPARATORS.get(languageOf(language)?.tag ?? '') ?? SHARED;
}

function separatorOf(tag: string | undefined): RegExp {
  const words = [...andWords(tag), ...WITH_WORDS].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(`(?:(?<!\\s)\\s+)?[,;،、/|+•·\\u0001\\u0002]\\s*|\\s[-–—]\\s|(?<=^|[\\s,;\\u0001\\u0002])(?:${words})(?=\\s)`, 'giu');
}
