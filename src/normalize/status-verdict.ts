import type { Instant } from '../article/instant.ts';
import type { Effective, Embargo, Kind, Status } from '../article/status.ts';
import type { EmbargoText } from './wiretext/embargo.ts';

/** All that decides whether readers may see an item. */
export interface StatusFacts {
  readonly kind: Kind;
  /** Lower case, without a scheme; null where the source sends none. */
  readonly pubStatus: string | null;
  /** True where the format demands a status and the file has none. */
  readonly statusMissing?: boolean;
  readonly embargoes: readonly EmbargoText[];
  readonly expires: Instant | undefined;
  /** Reasons that the texts themselves give: `not-for-publication`, `note-to-clients`. */
  readonly withheldBy: readonly string[];
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** NewsML-G2 `pubStatus`, ninjs and agency dialects. Source: IPTC NewsCodes "stat", ttninjs 1.9, PA Content API; read 2026-11-24. */
const PUB_STATUS: Readonly<Record<string, Effective>> = {
  usable: 'usable',
  approved: 'usable',
  published: 'usable',
  corrected: 'usable',
  embargoed: 'embargoed',
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
  kill: 'canceled',
  deleted: 'canceled',
  recalled: 'canceled',
  withdrawn: 'canceled',
  unpublished: 'canceled',
  withheld: 'withheld',
  // WordPress: what is not shown, is on its day, or hangs on another post.
  publish: 'usable',
  future: 'embargoed',
  private: 'withheld',
  inherit: 'withheld',
  'auto-draft': 'withheld',
  trash: 'canceled',
  privileged: 'withheld',
  commissioned: 'withheld',
  draft: 'withheld',
  pending: 'withheld',
  replaced: 'superseded',
  superseded: 'superseded',
};
const HELD_KINDS: Readonly<Partial<Record<Kind, string>>> = {
  kill: 'kill',
  withhold: 'withhold',
  disregard: 'disregard',
  test: 'test',
  planning: 'planning',
  'package-index': 'package-index',
};

/** Judges an item at `now`: a kill beats an embargo, an embargo beats anything usable; what is unknown stays shut. */
export function verdictOf(facts: StatusFacts): Omit<Status, 'markers' | 'kind' | 'pubStatusRaw'> {
  const embargo = embargoOf(facts.embargoes);
  const reasons: string[] = [];
  const stated = statedBy(facts);
  if (stated !== 'usable') reasons.push(reasonOf(facts.pubStatus, stated));
  const held = HELD_KINDS[facts.kind];
  if (held !== undefined) reasons.push(held);
  reasons.push(...facts.withheldBy);
  const expiry = expiryOf(facts.expires, facts.now);
  if (expiry !== undefined) reasons.push(expiry);
  if (embargo !== null && embargo.until.utc === null) reasons.push('embargo-unresolved');
  const sealed = embargo !== null && (embargo.until.utc === null || Date.parse(embargo.until.utc) > Date.parse(facts.now));
  if (sealed && embargo.until.utc !== null) reasons.push('embargo-future');
  const freed = stated === 'embargoed' && embargo !== null && !sealed;
  const remaining = freed ? reasons.filter((reason) => reason !== 'pubstatus-embargoed') : reasons;
  return {
    effective: effectiveOf(facts.kind, freed ? 'usable' : stated, sealed, expiry !== undefined),
    publishable: remaining.length === 0,
    reasons: [...new Set(remaining)],
    embargo,
    ...(facts.expires === undefined ? {} : { expires: facts.expires }),
  };
}

function statedBy({ pubStatus, statusMissing }: StatusFacts): Effective {
  if (pubStatus === null) return statusMissing === true ? 'withheld' : 'usable';
  return PUB_STATUS[pubStatus] ?? 'withheld';
}

function reasonOf(pubStatus: string | null, stated: Effective): string {
  if (pubStatus === null) return 'pubstatus-missing';
  return PUB_STATUS[pubStatus] === undefined ? 'pubstatus-unknown' : `pubstatus-${stated}`;
}

function effectiveOf(kind: Kind, stated: Effective, sealed: boolean, expired: boolean): Effective {
  if (kind === 'kill' || stated === 'canceled') return 'canceled';
  if (stated === 'superseded') return 'superseded';
  if (sealed || stated === 'embargoed') return 'embargoed';
  return stated === 'withheld' || kind === 'withhold' || kind === 'disregard' || expired ? 'withheld' : 'usable';
}

/**
 * Of several resolved ends the latest holds. A text without an instant waits for a person, unless a resolved end is one of those that
 * the text can mean.
 */
function embargoOf(embargoes: readonly EmbargoText[]): Embargo | null {
  const resolved = embargoes
    .filter(({ until }) => until.utc !== null)
    .sort((a, b) => Date.parse(b.until.utc ?? '') - Date.parse(a.until.utc ?? ''));
  const open = embargoes.find((embargo) => embargo.until.utc === null && !resolved.some(({ until }) => canMean(embargo, until)));
  const chosen = open ?? resolved[0];
  if (chosen === undefined) return null;
  const several = resolved.length > 0 && open !== undefined;
  const conflict = several || chosen.conflict === true || new Set(resolved.map(({ until }) => until.utc)).size > 1;
  return {
    until: chosen.until,
    release: chosen.until.utc === null ? 'manual' : 'automatic',
    raw: [...new Set(embargoes.map(({ until }) => until.raw))],
    ...(conflict ? { conflict: true } : {}),
  };
}

function canMean({ says }: EmbargoText, { utc }: Instant): boolean {
  if (says === 'nothing') return true;
  const at = Date.parse(utc ?? '');
  return says !== undefined && at >= Date.parse(says[0]) && at <= Date.parse(says[1]);
}

/** An end that cannot be read may have come already. */
function expiryOf(expires: Instant | undefined, now: string): 'expired' | 'expires-unresolved' | undefined {
  if (expires === undefined) return undefined;
  if (expires.utc === null) return 'expires-unresolved';
  return Date.parse(expires.utc) <= Date.parse(now) ? 'expired' : undefined;
}
