import type { Article } from '../article/article.ts';
import type { Media } from '../article/media.ts';
import type { ParsedBlock, ParsedItem, Span } from '../article/parsed-item.ts';
import type { Note, Repair } from '../article/provenance.ts';
import type { Profile } from './profile.ts';

/** What the caller knows besides the bytes. All instants ISO 8601 UTC; nothing here is read from the host. */
export interface Context {
  readonly feed: string;
  /** The clock that embargoes are judged by. */
  readonly now: string;
  readonly receivedAt: string;
  readonly url?: string;
  /** The feed's zone for times without one: an IANA name or `+02:00`. */
  readonly zone?: string;
}

/** A reading that was weighed and not taken. */
export interface Rejected {
  readonly value: string;
  readonly rule: string;
  readonly why: string;
  readonly span?: Span;
}

/** Why a field has its value: the rule that won, where it looked, and the losers. `path` is dotted: `times.published`. */
export interface Evidence {
  readonly path: string;
  readonly rule: string;
  readonly source: string;
  readonly span?: Span;
  readonly rejected?: readonly Rejected[];
}

/** A block, line or part of one taken out of the text. `path` = the path of the block or line it was: its place is worked out at the end. */
export interface Cut {
  readonly kind: string;
  readonly text: string;
  readonly path: string;
  readonly span?: Span;
  readonly url?: string;
}

/** What happened to one stretch of the source text. */
export interface Claim {
  readonly span: Span;
  readonly fate: 'field' | 'body' | 'removed' | 'related' | 'internal' | 'markup' | 'x';
  /** The article path that holds it. */
  readonly path: string;
}

/** The fields of an article that steps settle; everything else is built at the end. */
export type Settled = Partial<
  Pick<
    Article,
    | 'type'
    | 'status'
    | 'language'
    | 'languageBasis'
    | 'dir'
    | 'headline'
    | 'slugline'
    | 'title'
    | 'abstract'
    | 'byline'
    | 'provider'
    | 'agencies'
    | 'rights'
    | 'dateline'
    | 'related'
    | 'internal'
    | 'urgency'
    | 'priority'
  >
> & { readonly times?: Partial<Article['times']>; readonly media?: readonly Media[]; readonly identity?: Partial<Article['identity']> };

/** An item on its way to an article. Steps return a new draft and never change the one they got. */
export interface Draft {
  readonly item: ParsedItem;
  readonly profile: Profile;
  readonly context: Context;
  /** The body as it stands after the steps so far. */
  readonly body: readonly ParsedBlock[];
  readonly removed: readonly Cut[];
  readonly settled: Settled;
  readonly notes: readonly Note[];
  readonly repairs: readonly Repair[];
  readonly evidence: readonly Evidence[];
  readonly claims: readonly Claim[];
}

/** One normalizing step: pure, named for the field it settles. */
export interface Step {
  readonly name: string;
  run(draft: Draft): Draft;
}

/** Adds notes (and nothing else). */
export function withNotes(draft: Draft, ...notes: readonly Note[]): Draft {
  return notes.length === 0 ? draft : { ...draft, notes: [...draft.notes, ...notes] };
}

/** Adds evidence (and nothing else). */
export function withEvidence(draft: Draft, ...evidence: readonly Evidence[]): Draft {
  return evidence.length === 0 ? draft : { ...draft, evidence: [...draft.evidence, ...evidence] };
}

/** Adds claims on source spans (and nothing else). */
export function withClaims(draft: Draft, ...claims: readonly Claim[]): Draft {
  return claims.length === 0 ? draft : { ...draft, claims: [...draft.claims, ...claims] };
}

/** Settles fields. */
export function settle(draft: Draft, fields: Settled): Draft {
  return { ...draft, settled: { ...draft.settled, ...fields } };
}
