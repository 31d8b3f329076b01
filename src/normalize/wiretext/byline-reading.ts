import type { Person } from '../../article/people.ts';
import type { Span } from '../../article/parsed-item.ts';
import type { RejectedReading } from './dateline.ts';

/** What the caller knows besides the string. */
export interface BylineOptions {
  /** BCP 47; decides words such as `en` (Dutch "and", French "in"). */
  readonly language?: string | undefined;
  /** `element`: a field of the file; `byline`: a line above the story; `signoff`: the last line of the body; absent: anywhere in text. */
  readonly where?: 'element' | 'byline' | 'signoff' | 'text' | undefined;
}

/** A byline or sign-off, or why the string is none. Names in display case; `raw` as printed. */
export interface BylineReading {
  readonly isByline: boolean;
  /** The rule that decided. */
  readonly rule: string;
  readonly raw: string;
  readonly span: Span;
  /** Without label, moment, handles and addresses. */
  readonly text: string;
  readonly authors: readonly Person[];
  /** Codes, in printed order. An agency is never an author. */
  readonly agencies: readonly string[];
  readonly organisations: readonly string[];
  readonly contributors: readonly Person[];
  /** No person is named. */
  readonly generic: boolean;
  readonly signoff?: { readonly raw: string; readonly desk?: string; readonly initials: readonly string[] };
  /** A moment printed in the byline, without its label. */
  readonly published?: { readonly raw: string; readonly span: Span };
  readonly handles: readonly string[];
  readonly emails: readonly string[];
  /** dpa's id and version: `dpa:230428-99-483045/5`. */
  readonly itemId?: string;
  readonly rejected: readonly RejectedReading[];
}

/** Names and agencies found in one part of a byline. */
export interface Credits {
  readonly people: readonly Person[];
  readonly agencies: readonly string[];
  readonly organisations: readonly string[];
  /** "Agencies", "staff": nobody is named there. */
  readonly generic: boolean;
}

/** A part that is no list of names. */
export interface NoCredits {
  readonly why: string;
}
