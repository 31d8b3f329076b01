import type { Article } from './article/article.ts';
import { BadInput } from './faults.ts';
import { explain as explainArticle, type Explanation } from './normalize/explain.ts';
import type { Ledger } from './normalize/ledger.ts';
import { issueOf, issuesOf, readDocument, type Issue, type ReadOptions } from './pipeline/read-document.ts';

export type { Article, Explanation, Issue, Ledger };

/** What the caller knows besides the bytes. `receivedAt` and `now` are ISO 8601 UTC; without `now` embargoes are judged at `receivedAt`. */
export type NormalizeOptions = Omit<ReadOptions, 'receivedAt'> & { readonly receivedAt?: string };

/** One article of the document with the reasons for its fields. */
export interface NormalizedArticle {
  readonly ok: true;
  readonly index: number;
  readonly article: Article;
  /** Why a field has its value: `explain('published')`, or of everything without a field. */
  explain(field?: string): Explanation[];
}

/** An item that could not be read. */
export interface FailedItem {
  readonly ok: false;
  readonly index: number;
  readonly error: BadInput;
}

/** `ok: true`: the first article, and all items of the document. `ok: false`: nothing could be read, and why. */
export type NormalizeResult =
  | (NormalizedArticle & {
      readonly items: readonly (NormalizedArticle | FailedItem)[];
      readonly issues: readonly Issue[];
      readonly ledger: Ledger;
    })
  | { readonly ok: false; readonly error: BadInput; readonly items: readonly FailedItem[]; readonly issues: readonly Issue[] };

/** The epoch: a receipt time that cannot be mistaken for a real one. */
const UNKNOWN_RECEIPT = '1970-01-01T00:00:00Z';

/**
 * Reads one document of any format into canonical articles. Pure and synchronous: no clock, no network, no files; bad input
 * never throws. Without `receivedAt` (and `now`) the receipt time is the epoch and embargoes count as still in force.
 */
export function normalize(input: Uint8Array | string, options: NormalizeOptions = {}): NormalizeResult {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const receivedAt = options.receivedAt ?? options.now ?? UNKNOWN_RECEIPT;
  try {
    const read = readDocument(bytes, { ...options, receivedAt });
    const items = read.items.map((item) => (item.ok ? normalized(item) : { ok: false as const, index: item.index, error: item.error }));
    const first = items.find((item) => item.ok);
    const issues = issuesOf(read.items);
    if (first === undefined) {
      const failed = items.filter((item) => !item.ok);
      return {
        ok: false,
        error: failed[0]?.error ?? new BadInput('input.no-items', 'The document is well formed but holds no item'),
        items: failed,
        issues,
      };
    }
    return { ...first, items, issues, ledger: read.ledger() };
  } catch (thrown) {
    const error = thrown instanceof BadInput ? thrown : new BadInput('bug.parse', `wirecopy failed on this document: ${String(thrown)}`);
    return { ok: false, error, items: [], issues: [issueOf(error)] };
  }

  function normalized(item: Extract<ReturnType<typeof readDocument>['items'][number], { ok: true }>): NormalizedArticle {
    return { ok: true, index: item.index, article: item.article, explain: (field) => explainArticle(item.article, item.evidence, field) };
  }
}
