import type { Article } from '../article/article.ts';

/** A revision that waits: for its embargo, or for a person. */
export interface HeldStory {
  readonly article: Article;
  /** When it goes out by itself; null where a person decides. */
  readonly until: string | null;
  readonly reason: string;
  /** When it came. */
  readonly since: string;
}

/** The first to go out first, then what waits for a person; `total` counts all that wait. */
export interface HeldPage {
  readonly held: readonly HeldStory[];
  readonly total: number;
}

export interface HeldQuery {
  readonly limit: number;
  readonly offset: number;
}

/** A row as both stores keep it. */
export interface HeldRow {
  readonly doc: string;
  readonly until: string | null;
  readonly reason: string;
  readonly since: string;
}

/** Rows as the journal hands them out. */
export function heldPage(rows: readonly HeldRow[], total: number): HeldPage {
  return {
    held: rows.map(({ doc, until, reason, since }) => ({
      ...{ article: JSON.parse(doc) as Article, reason, since },
      until: until === null ? null : new Date(until).toISOString(),
    })),
    total,
  };
}
