import { andWords, WITH_WORDS } from '../lexicon/byline-words.ts';

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

const separators = new Map<string, RegExp>();

function separator(language: string | undefined): RegExp {
  const primary = language?.toLowerCase().split('-')[0] ?? '';
  const known = separators.get(primary);
  if (known !== undefined) return known;
  const words = [...andWords(language), ...WITH_WORDS].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`\\s*[,;،、/|+•·\\u0001\\u0002]\\s*|\\s[-–—]\\s|(?<=^|[\\s,;\\u0001\\u0002])(?:${words})(?=\\s)`, 'giu');
  separators.set(primary, pattern);
  return pattern;
}
