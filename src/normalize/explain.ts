import type { Article } from '../article/article.ts';
import type { Instant } from '../article/instant.ts';
import type { Span } from '../article/parsed-item.ts';
import type { Evidence, Rejected } from './draft.ts';

/** Why a field has its value. `path` is the full dotted path. */
export interface Explanation {
  readonly path: string;
  readonly value: unknown;
  readonly rule: string;
  /** Where in the source: `line:5`, an XPath or a JSON pointer. */
  readonly source: string;
  /** First and past-the-last index in the decoded text. */
  readonly span?: Span;
  readonly rejected: readonly Rejected[];
}

/** Short names that people type. */
const SHORT: Readonly<Record<string, string>> = {
  published: 'times.published',
  updated: 'times.updated',
  received: 'times.received',
  authors: 'byline',
  embargo: 'status.embargo',
  kind: 'status.kind',
  title: 'headline',
};

/** All explanations of a field and of what is below it; without a field, of everything. */
export function explain(article: Article, evidence: readonly Evidence[], field?: string): Explanation[] {
  const path = field === undefined ? undefined : (SHORT[field] ?? field);
  return evidence
    .filter((entry) => path === undefined || entry.path === path || entry.path.startsWith(`${path}.`) || path.startsWith(`${entry.path}.`))
    .map((entry) => {
      const value = valueAt(article, entry.path);
      const rejected = [...(entry.rejected ?? []), ...otherReadings(value)];
      return {
        path: entry.path,
        value,
        rule: entry.rule,
        source: entry.source,
        ...(entry.span === undefined ? {} : { span: entry.span }),
        rejected,
      };
    });
}

/** The readings that an instant keeps beside the one that won. */
function otherReadings(value: unknown): Rejected[] {
  if (typeof value !== 'object' || value === null || !('alternatives' in value)) return [];
  const { utc, alternatives = [] } = value as Instant;
  return alternatives.map((other) => ({
    value: other.raw,
    rule: `time/${other.basis}`,
    why:
      other.utc === null
        ? 'prints no zone, and none is known for it'
        : `reads as ${other.utc}, which ${other.utc === utc ? 'agrees' : 'another reading outweighs'}`,
  }));
}

/** The value at a dotted path: `times.published.utc`, `media.0.credit`. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), value);
}
