import type { TimeField } from '../article/parsed-item.ts';

/** What one provider or one site does differently: data with a source and a date, never code. */
export interface Profile {
  readonly id: string;
  /** Date of this set of rules, `2026-11-24`. */
  readonly version: string;
  /** Where the rules were read. */
  readonly source: string;
  readonly provider: { readonly code: string; readonly name: string };
  /** `agency` copy comes from the wire itself; a `site` republishes it. */
  readonly kind: 'agency' | 'site';
  /** Lower-case provider names as files write them, and host names of pages. */
  readonly matches?: { readonly providers?: readonly string[]; readonly hosts?: readonly string[] };
  /** Zone of times without one: by field, else for the provider. IANA names. */
  readonly zone?: string;
  readonly zones?: Readonly<Partial<Record<TimeField, string>>>;
  readonly dayOrder?: 'DMY' | 'MDY';
  readonly language?: string;
  /** What an embargo element without a moment means: `held` until a person releases it (default), or `none` where every item has one. */
  readonly emptyEmbargo?: 'held' | 'none';
  /** Chain key: which of the item's ids all revisions share. */
  readonly storyKey?: 'storyKey' | 'guid' | 'permalink';
  /** What orders the revisions of a story: the version (default), or the moment of the version where each revision counts its own versions. */
  readonly revisionKey?: 'versionCreated';
  /** Corrections and updates come as new items that name no earlier one: they are linked to what looks like them, this many hours back. */
  readonly linksByLikeness?: { readonly hours: number; readonly source: string; readonly since: string };
}

/** Used where no profile matches: assumes nothing. */
export const NO_PROFILE: Profile = {
  id: 'none',
  version: '2026-11-24',
  source: 'no assumptions',
  provider: { code: 'unknown', name: 'unknown' },
  kind: 'agency',
};
