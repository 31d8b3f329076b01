import type { Kind } from '../../article/status.ts';
import { AGENCY_MARKS } from './agency-marks.ts';
import type { LanguageStatus, MarkWords } from './language.ts';
import { languages } from './languages.ts';
import { STATUS_TYPES } from './status-types.ts';
import { sourcesOf } from './words.ts';

/** Marks of one type, as languages and agencies write them. */
export interface StatusWord {
  readonly type: string;
  readonly kind: Kind;
  /** Source of a regular expression, matched whole and without regard to case. A group of digits is the number. */
  readonly pattern: string;
  /** Only the spelling in capitals is a mark: "LEAD" is, "Lead" is a metal. */
  readonly capitals?: boolean;
  /** The item may be shown although its kind is an advisory. */
  readonly publishable?: boolean;
}

const tables: readonly LanguageStatus[] = languages.flatMap(({ status }) => status ?? []);

/** Marks before, behind or around a headline or slug. The first type that fits counts. */
export const STATUS_WORDS: readonly StatusWord[] = [
  ...STATUS_TYPES.flatMap((type): readonly StatusWord[] => [
    ...wordOf(
      type,
      [...tables, ...AGENCY_MARKS].map(({ marks }) => marks),
    ),
    ...wordOf(
      { ...type, capitals: true },
      tables.map(({ shouted }) => shouted),
    ),
  ]),
  ...tables.flatMap(({ forms }) =>
    sourcesOf(forms).map((form): StatusWord => ({ type: form.replaceAll(' ', '-'), kind: 'story', pattern: form, capitals: true })),
  ),
];

function wordOf(type: Omit<StatusWord, 'pattern'>, lists: readonly (MarkWords | undefined)[]): readonly StatusWord[] {
  const sources = lists.flatMap((list) => sourcesOf(list?.[type.type]));
  return sources.length === 0 ? [] : [{ ...type, pattern: sources.join('|') }];
}
