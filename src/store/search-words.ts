import type { Article } from '../article/article.ts';
import { safeKey, sha256 } from '../article/hash.ts';
import { EFFECTIVE } from '../article/status.ts';
import type { SearchQuery } from './journal.ts';

/** What is found by which words: each part is words with single blanks between, folded the same for stories and for questions. */
export interface SearchText {
  readonly headline: string;
  /** Slugline, ids, people: what names a story without being its text. */
  readonly names: string;
  readonly text: string;
}

/** One demand of a question: all its words in a row, the last one perhaps only the beginning of one. */
export interface Phrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts written without blanks: each sign and its neighbour is a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Longer stories are found by their first part: an index of positions ends there. */
const MOST_WORDS = 15_000;
const LONGEST_WORD = 100;
const MOST_PHRASES = 20;

/** Words without case and marks, as they are indexed. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(UNSPACED, pairs);
  return (folded.match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

function pairs(run: string): string {
  const signs = Array.from(run);
  return ` ${
    signs.length === 1
      ? run
      : signs
          .slice(0, -1)
          .map((sign, at) => `${sign}${signs[at + 1] ?? ''}`)
          .join(' ')
  } `;
}

/** What an article is found by. */
export function searchTextOf({ id, identity, headline, slugline, title, abstract, byline, people, provider, body }: Article): SearchText {
  const ids = [id, identity.guid, identity.storyKey, ...(identity.altIds ?? []).map(({ value }) => value)];
  const names = [
    ...byline.authors.map(({ name }) => name),
    ...(byline.contributors ?? []).map(({ name }) => name),
    ...(people ?? []).map(({ name }) => name ?? ''),
  ];
  const joined = (parts: readonly (string | null | undefined)[]): string =>
    wordsOf(parts.filter((part) => part !== undefined && part !== null).join(' | '))
      .slice(0, MOST_WORDS)
      .join(' ');
  return {
    headline: joined([headline.text ?? headline.fallback, title]),
    names: joined([slugline, byline.raw, provider.name, ...names, ...ids]),
    text: joined([abstract?.text, body.text]),
  };
}

/** What an article can be narrowed by, as words that no text has and no word of a text begins with. */
export function tagsOf({ provider, language = '', status }: Article): string[] {
  const [main = ''] = language.split('-');
  const tags = [ALL, providerTag(provider.code ?? provider.name), languageTag(main), languageTag(language), statusTag(status.effective)];
  return [...new Set(tags)];
}

/** What a query asks of the tags: all of one list must be there, none of the other. */
export function tagsFor({ provider, language, status }: Pick<SearchQuery, 'provider' | 'language' | 'status'>): {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
} {
  // Nearly every story is usable: it is far quicker to pass over the few that are not.
  const isUsual = status === 'usable';
  return {
    wanted: [
      ...(provider === undefined ? [] : [providerTag(provider)]),
      ...(language === undefined ? [] : [languageTag(language)]),
      ...(status === undefined || isUsual ? [] : [statusTag(status)]),
    ],
    unwanted: isUsual ? EFFECTIVE.filter((other) => other !== status).map(statusTag) : [],
  };
}

/** Every story has it: what asks only for what must not be there begins with it. */
export const ALL = '_a';

function providerTag(name: string): string {
  return `_p_${sha256(safeKey(name).toLowerCase()).slice(0, 16)}`;
}

function languageTag(tag: string): string {
  return `_l_${wordsOf(tag).join('_')}`;
}

function statusTag(effective: string): string {
  return `_s_${effective}`;
}

/** What a person typed: words, "words in a row", beginnings*, and -words that must not be there. */
export function phrasesOf(question: string): Phrase[] {
  const parts = question.slice(0, 1_000).match(/-?"[^"]*"?|[^\s"]+/gu) ?? [];
  return parts
    .map((part) => ({
      words: wordsOf(part),
      isPrefix: /\*"?$/.test(part),
      isExcluded: part.startsWith('-') && part.length > 1,
    }))
    .filter(({ words }) => words.length > 0)
    .slice(0, MOST_PHRASES);
}
