import type { Span } from '../article/parsed-item.ts';
import type { Claim } from './draft.ts';

/** One stretch of the source and what became of it; `unexplained` = no step claimed it. */
export interface LedgerEntry {
  readonly span: Span;
  readonly fate: Claim['fate'] | 'space' | 'unexplained';
  readonly path?: string;
}

/** Accounts for every character of the source text. `explained + unexplained = characters`. */
export interface Ledger {
  readonly characters: number;
  readonly explained: number;
  readonly unexplained: number;
  /** Without gaps and overlaps, from 0 to `characters`. */
  readonly entries: readonly LedgerEntry[];
}

/** Lays the claims over the text; where two overlap the earlier one wins, and white space between claims explains itself. */
export function ledgerOf(text: string, claims: readonly Claim[]): Ledger {
  const entries: LedgerEntry[] = [];
  let at = 0;
  for (const claim of [...claims].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const start = Math.max(at, claim.span[0]);
    const end = Math.min(text.length, claim.span[1]);
    if (end <= start) continue;
    entries.push(...gap(text, at, start), { span: [start, end], fate: claim.fate, path: claim.path });
    at = end;
  }
  entries.push(...gap(text, at, text.length));
  const unexplained = entries.reduce((sum, { span, fate }) => sum + (fate === 'unexplained' ? span[1] - span[0] : 0), 0);
  return { characters: text.length, explained: text.length - unexplained, unexplained, entries };
}

/** A stretch nobody claimed: white space is the layout of the text, all else is unexplained. */
function gap(text: string, start: number, end: number): LedgerEntry[] {
  if (end <= start) return [];
  const body = text.slice(start, end);
  const left = body.length - body.trimStart().length;
  if (left === body.length) return [{ span: [start, end], fate: 'space' }];
  const right = body.trimEnd().length;
  const parts: LedgerEntry[] = [
    { span: [start, start + left], fate: 'space' },
    { span: [start + left, start + right], fate: 'unexplained' },
    { span: [start + right, end], fate: 'space' },
  ];
  return parts.filter(({ span }) => span[1] > span[0]);
}
