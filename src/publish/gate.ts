import { embargoEnd } from '../article/embargo-end.ts';
import type { Status } from '../article/status.ts';

/** What the gate looks at: an event, its article and the story's state, read in one transaction with the clock. */
export interface GateInput {
  readonly event: { readonly type: string; readonly articleId: string; readonly revision: number };
  readonly article: { readonly status: Status };
  /** The journal's clock, ISO 8601 UTC. */
  readonly now: string;
  readonly tombstone: { readonly at: string; readonly revision: number } | null;
  readonly held: boolean;
  /** A withhold took this revision back. */
  readonly withdrawn: boolean;
  /** The event is for those alone who may have copy before its time. */
  readonly early: boolean;
}

/** Who is behind the gate: a subscriber, or whoever has a token. */
export interface Reader {
  /** May have copy under embargo, marked as such. */
  readonly embargoed: boolean;
}

export type GateAnswer = { readonly pass: true } | { readonly pass: false; readonly reason: string };

const PASS: GateAnswer = { pass: true };
const ANYBODY: Reader = { embargoed: false };

/**
 * The only way out. Of a killed story nothing passes but the kill itself, of what a withhold took back only the withhold; nothing that is
 * held, embargoed on the journal's clock, expired or not publishable passes. What cannot be read counts as a no. Whoever may have copy before
 * its time is given what the embargo alone holds, until its known end.
 */
export function gate({ event, article, now, tombstone, held, withdrawn, early }: GateInput, reader: Reader = ANYBODY): GateAnswer {
  // A kill carries nothing of the story, and it must reach whoever has a copy.
  if (event.type === 'article.killed') return PASS;
  if (tombstone !== null) return no('killed');
  // Everybody else hears of it when the embargo ends, and never had what is taken back.
  if (early && !reader.embargoed) return no('embargoed');
  if (event.type === 'article.withheld') return PASS;
  if (withdrawn) return no('withheld');
  if (early) return judgeEarly(article.status, Date.parse(now), held);
  if (held) return no('held');
  return judge(article.status, Date.parse(now));
}

function judge({ kind, effective, publishable, embargo, expires }: Status, now: number): GateAnswer {
  if (!Number.isFinite(now)) return no('clock-unreadable');
  if (kind === 'kill') return no('killed');
  if (effective !== 'usable') return no(`status-${effective}`);
  if (!publishable) return no('not-publishable');
  if (embargo?.release === 'automatic' && !hasPassed(embargo.until.utc, now)) return no('embargoed');
  if (expires !== undefined && !isAhead(expires.utc, now)) return no('expired');
  return PASS;
}

/** Copy that is no longer held was let go, replaced or taken back: another event tells that. */
function judgeEarly(status: Status, now: number, held: boolean): GateAnswer {
  if (!Number.isFinite(now)) return no('clock-unreadable');
  if (!held) return no('superseded');
  const end = embargoEnd(status);
  if (end === null) return no('held');
  if (!isAhead(end, now)) return no('embargo-over');
  if (status.expires !== undefined && !isAhead(status.expires.utc, now)) return no('expired');
  return PASS;
}

/** Both are false for an instant that nobody can read. */
function isAhead(utc: string | null, now: number): boolean {
  return utc !== null && Date.parse(utc) > now;
}

function hasPassed(utc: string | null, now: number): boolean {
  return utc !== null && Date.parse(utc) <= now;
}

function no(reason: string): GateAnswer {
  return { pass: false, reason };
}
