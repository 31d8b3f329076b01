import type { Article } from '../article/article.ts';
import type { AuditEntry, Decision } from './audit.ts';

/** Which raw documents to read again, oldest first. Instants are ISO 8601 UTC and mean when the journal kept them. */
export interface ReplayQuery {
  readonly feed?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Items of the quarantine by their cause. */
export interface QuarantineQuery {
  readonly code?: string;
  readonly feed?: string;
  /** One item alone. */
  readonly id?: number;
}

/** The audit row of items that were given up. */
export function discardEntry(query: QuarantineQuery, { actor, reason }: Decision, count: number): AuditEntry {
  return { actor, action: 'quarantine.discarded', subject: quarantineSubject(query), reason: `${reason} (items: ${count})` };
}

/** How the audit log names a part of the quarantine. */
export function quarantineSubject({ code = 'any code', feed = 'any feed', id }: QuarantineQuery): string {
  return id === undefined ? `quarantine ${code}, ${feed}` : `quarantine item ${id}`;
}

/** Items that wait in the quarantine for one reason. */
export interface QuarantineGroup {
  readonly code: string;
  readonly feed: string;
  readonly count: number;
  readonly bug: boolean;
  readonly first: string;
  readonly last: string;
  /** The message of the newest. */
  readonly sample: string;
}

/** What is known of an item of a raw document. `item` is null for the document as a whole. */
export interface RawItem {
  readonly item: number | null;
  readonly outcome: 'stored' | 'duplicate' | 'filtered' | 'quarantined';
  /** The story that it became; null where it was none, or was read before this was noted. */
  readonly articleId: string | null;
}

/**
 * What a document says when it is read again. `onTopOf` is the revision that it gave before; without it the item had not become an
 * article yet, and is stored as if it came now. A fault changes nothing but the words of a quarantine row.
 */
export type Reread = { readonly rawId: number } & (
  | { readonly kind: 'article'; readonly index: number; readonly article: Article; readonly onTopOf?: number }
  | { readonly kind: 'bad'; readonly index: number | null; readonly code: string; readonly message: string; readonly bug: boolean }
);

/** `passed`: meanwhile another revision came, or the story was killed; nothing was stored. */
export type RereadFate = 'stored' | 'duplicate' | 'passed' | 'quarantined';
