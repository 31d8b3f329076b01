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
}

export type GateAnswer = { readonly pass: true } | { readonly pass: false; readonly reason: string };

const PASS: GateAnswer = { pass: true };

/**
 * The only way out. Of a killed story nothing passes but the kill itself, of what a withhold took back only the withhold; nothing that is
 * held, embargoed on the journal's clock, expired or not publishable passes. What cannot be read counts as a no.
 */
export function gate({ event, article, now, tombstone, held, withdrawn }: GateInput): GateAnswer {
  // A kill carries nothing of the story, and it must reach whoever has a copy.
  if (event.type === 'article.killed') return PASS;
  if (tombstone !== null) return no('killed');
  if (event.type === 'article.withheld') return PASS;
  if (withdrawn) return no('withheld');
  if (held) return no('held');
  // It is for those who may have the copy before its time; everybody else hears of it when the embargo ends.
  if (event.type === 'article.embargoed') return no('embargoed');
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
