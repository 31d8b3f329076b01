import type { LanguageByline } from './language.ts';
import { languageOf, languages } from './languages.ts';
import { phrasesOf } from './words.ts';

/** What a label before names makes of the persons behind it. All words are lower case and come from the files of the languages. */
export interface BylineLabel {
  readonly words: string;
  /** The one language in which the word is read as a label, where it may also begin a name or a sentence; absent = in any. */
  readonly language?: string;
  readonly role: string;
  /** A label only with its colon: `Text:`. */
  readonly colon?: true;
}

const tables = languages.flatMap(({ tag, byline }) => (byline === undefined ? [] : [{ tag, byline }]));

export const BYLINE_LABELS: readonly BylineLabel[] = distinct(
  tables.flatMap(({ tag, byline }) => [
    ...entries(byline.labels),
    ...entries(byline.colonLabels).map((label) => ({ ...label, colon: true as const })),
    ...entries(byline.ownLabels).map((label) => ({ ...label, language: tag })),
  ]),
);
/** Labels before agencies and papers only. With or without colon where two words. */
export const SOURCE_LABELS: readonly string[] = all('sources');
/** Phrases that name the agencies whose copy was used, the longest first. */
export const MATERIAL_PHRASES: readonly string[] = all('material').toSorted((a, b) => b.length - a.length);
/** Words for "with" before further names or agencies. */
export const WITH_WORDS: readonly string[] = all('with');
/** Words for the paper that a person writes for. */
export const FOR_WORDS: readonly string[] = all('writingFor');
/** "Our": a correspondent or a desk of the paper follows. */
export const POSSESSIVES: ReadonlySet<string> = new Set(all('possessives'));
/** Verbs between a place and the name of who reports from it. */
export const REPORT_VERBS: readonly string[] = all('reports');
/** Words between a name and its bearer's function. */
export const BIO_WORDS: readonly string[] = all('bio');
/** Words between a label and a moment, with those that label moments of a page; the longest first. */
export const MOMENT_WORDS: readonly string[] = [
  ...all('moments'),
  ...languages.flatMap(({ pages }) => [...phrasesOf(pages?.published), ...phrasesOf(pages?.updated)]),
].sort((a, b) => b.length - a.length);

const AND = all('and');
const IN = all('in');

/** Words for "and" between names: those of any language, and those that only `language` uses so. */
export function andWords(language: string | undefined): readonly string[] {
  return [...AND, ...own('ownAnd', language)];
}

/** Words for "in" before the place of a person. */
export function inWords(language: string | undefined): readonly string[] {
  return [...IN, ...own('ownIn', language)];
}

type ListName = Exclude<keyof LanguageByline, 'source' | 'labels' | 'colonLabels' | 'ownLabels'>;

function all(name: ListName): string[] {
  return [...new Set(tables.flatMap(({ byline }) => phrasesOf(byline[name])))];
}

function own(name: ListName, language: string | undefined): string[] {
  return phrasesOf(languageOf(language)?.byline?.[name]);
}

function entries(labels: LanguageByline['labels']): BylineLabel[] {
  return Object.entries(labels ?? {}).flatMap(([role, phrases]) => phrasesOf(phrases).map((words) => ({ words, role })));
}

function distinct(labels: readonly BylineLabel[]): BylineLabel[] {
  return [...new Map(labels.map((label) => [JSON.stringify(label), label])).values()];
}
