import type { LanguagePages } from './language.ts';
import { languages } from './languages.ts';
import { phrasesOf } from './words.ts';

/** Labels before a moment of publication. Whole lines only, compared as `labelKey` writes them. */
export const PUBLISHED_LABELS: ReadonlySet<string> = labels('published');
/** Labels before a moment of change. */
export const UPDATED_LABELS: ReadonlySet<string> = labels('updated');
/** Headings over teasers of other stories: all that follows is not this story. */
export const TEASER_HEADINGS: ReadonlySet<string> = labels('teasers');
/** Marks of paid content: the next headline is sponsored. */
export const SPONSORED_LABELS: ReadonlySet<string> = labels('sponsored');

function labels(name: Exclude<keyof LanguagePages, 'source'>): ReadonlySet<string> {
  return new Set(languages.flatMap(({ pages }) => phrasesOf(pages?.[name])));
}

/** The line as the tables hold it. */
export function labelKey(line: string): string {
  return line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<![\s:：])[\s:：]+$/u, '')
    .trim();
}
