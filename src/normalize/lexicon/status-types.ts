import type { Kind } from '../../article/status.ts';

/** What a mark makes of an item, whatever the language. */
export interface StatusType {
  readonly type: string;
  readonly kind: Kind;
  /** The words are common ones: only in capitals are they marks. */
  readonly capitals?: boolean;
  /** The item may be shown although its kind is an advisory. */
  readonly publishable?: boolean;
}

/** Types of marks before, behind or around a headline or slug; of two that fit the first counts. */
export const STATUS_TYPES: readonly StatusType[] = [
  { type: 'kill', kind: 'kill' },
  { type: 'story-removed', kind: 'kill' },
  { type: 'withdrawn', kind: 'kill' },
  { type: 'withhold', kind: 'withhold', capitals: true },
  { type: 'disregard', kind: 'disregard' },
  { type: 'test', kind: 'test', capitals: true },
  { type: 'hold-for-release', kind: 'embargoed' },
  { type: 'not-for-publication', kind: 'advisory' },
  { type: 'note-to-clients', kind: 'advisory' },
  { type: 'advisory', kind: 'advisory' },
  { type: 'top-news', kind: 'advisory', publishable: true },
  { type: 'check-against-delivery', kind: 'advisory', publishable: true },
  { type: 'preview', kind: 'planning', capitals: true },
  { type: 'corrective', kind: 'correction-notice' },
  { type: 'clarification', kind: 'correction-notice' },
  { type: 'correction-notice', kind: 'correction-notice' },
  { type: 'corrected', kind: 'correction' },
  { type: 'refile', kind: 'refile' },
  { type: 'repeat', kind: 'repeat' },
  { type: 'flash', kind: 'flash', capitals: true },
  { type: 'alert', kind: 'alert', capitals: true },
  { type: 'advance', kind: 'alert', capitals: true },
  { type: 'breaking', kind: 'urgent' },
  { type: 'urgent', kind: 'urgent', capitals: true },
  { type: 'wrapup', kind: 'wrapup' },
  { type: 'general-lead', kind: 'wrapup', capitals: true },
  { type: 'summary', kind: 'update' },
  { type: 'amplified', kind: 'update' },
  { type: 'updates', kind: 'update' },
  { type: 'updated', kind: 'update' },
  { type: 'update', kind: 'update' },
  { type: 'writethru', kind: 'update' },
  { type: 'lead', kind: 'update', capitals: true },
  { type: 'add', kind: 'add', capitals: true },
  { type: 'insert', kind: 'update', capitals: true },
  { type: 'subs', kind: 'correction', capitals: true },
  { type: 'brief', kind: 'brief', capitals: true },
  { type: 'exclusive', kind: 'story', capitals: true },
  { type: 'press-release', kind: 'press-release', capitals: true },
];

/** Types of verbs in notes to editors. */
export const VERB_TYPES: readonly StatusType[] = [
  { type: 'recasts', kind: 'update' },
  { type: 'raises', kind: 'update' },
  { type: 'updates', kind: 'update' },
  { type: 'adds', kind: 'update' },
  { type: 'corrects', kind: 'correction' },
  { type: 'subs', kind: 'correction' },
  { type: 'clarifies', kind: 'update' },
  { type: 'edits', kind: 'update' },
  { type: 'refile', kind: 'refile' },
  { type: 'repeat', kind: 'repeat' },
];

/** Types of sentences that say what has become of an item. */
export const SENTENCE_TYPES: readonly StatusType[] = [
  { type: 'hold-for-release', kind: 'embargoed' },
  { type: 'kill', kind: 'kill' },
  { type: 'withdrawn', kind: 'kill' },
  { type: 'withhold', kind: 'withhold' },
  { type: 'disregard', kind: 'disregard' },
  { type: 'test', kind: 'test' },
  { type: 'not-for-publication', kind: 'advisory' },
];
