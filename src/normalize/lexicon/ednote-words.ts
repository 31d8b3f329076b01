import type { Kind } from '../../article/status.ts';
import type { LanguageStatus } from './language.ts';
import { languages } from './languages.ts';
import { SENTENCE_TYPES, VERB_TYPES } from './status-types.ts';
import type { StatusWord } from './status-words.ts';
import { phrasesOf, sourcesOf } from './words.ts';

const tables: readonly LanguageStatus[] = languages.flatMap(({ status }) => status ?? []);

/** Verbs of a note to editors; the text behind them is the note. Only in capitals, unless the note begins with them. */
export const EDNOTE_VERBS: readonly StatusWord[] = VERB_TYPES.map((type) => ({
  ...type,
  pattern: tables.flatMap(({ verbs }) => sourcesOf(verbs?.[type.type])).join('|'),
}));

/** Word in lower case -> type of the media that come with the story. */
export const PRODUCT_WORDS: ReadonlyMap<string, string> = new Map(
  tables.flatMap(({ products }) =>
    Object.entries(products ?? {}).flatMap(([type, words]) => sourcesOf(words).map((word) => [word, type] as const)),
  ),
);

/** Sentences that say what has become of the item. Sources of regular expressions. */
export const STATUS_SENTENCES: readonly (readonly [type: string, kind: Kind, pattern: string])[] = SENTENCE_TYPES.map(({ type, kind }) => [
  type,
  kind,
  tables.flatMap(({ sentences }) => sentences?.[type] ?? []).join('|'),
]);

/** What a note to editors calls itself before it says something: the label alone says nothing of the item beside it. */
export const NOTE_LABEL = new RegExp(
  `^\\s*(?:${tables.flatMap(({ noteLabels }) => phrasesOf(noteLabels)).join('|')})\\s*:\\s*(?=\\S)`,
  'iu',
);
