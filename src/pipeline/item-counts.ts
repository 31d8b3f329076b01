import type { Article } from '../article/article.ts';
import type { ItemOutcome } from '../store/journal.ts';

type Has = (article: Article) => boolean;

/** Fields whose absence, where they used to be, tells of a feed that broke without saying so. */
const FIELDS: Readonly<Record<string, Has>> = {
  headline: ({ headline }) => (headline.text ?? '') !== '',
  byline: ({ byline }) => byline.authors.length > 0,
  dateline: ({ dateline }) => dateline !== undefined,
  time: ({ times }) => [times.published, times.versionCreated, times.updated].some((instant) => (instant?.utc ?? null) !== null),
  body: ({ body }) => body.wordCount > 0,
  pictures: ({ media }) => (media ?? []).length > 0,
  subjects: ({ subjects, keywords }) => (subjects ?? []).length + (keywords ?? []).length > 0,
};

/** Numbers of a feed's documents, for `countItems` of the journal. */
export interface ItemCounts {
  document(feed: string): void;
  item(feed: string, outcome: ItemOutcome): void;
  /** By feed; what the feeds' filters kept out is not in it. */
  all(): ReadonlyMap<string, Readonly<Record<string, number>>>;
}

export function itemCounts(): ItemCounts {
  const feeds = new Map<string, Record<string, number>>();
  const add = (feed: string, name: string): void => {
    const counts = feeds.get(feed) ?? {};
    counts[name] = (counts[name] ?? 0) + 1;
    feeds.set(feed, counts);
  };
  return {
    document: (feed) => {
      add(feed, 'documents');
    },
    item: (feed, outcome) => {
      if (outcome.kind === 'filtered') return;
      add(feed, 'items');
      if (outcome.kind === 'bad') add(feed, 'bad');
      // A kill or an advisory has no byline and needs none.
      else if (outcome.article.status.publishable)
        for (const [name, has] of Object.entries(FIELDS)) if (has(outcome.article)) add(feed, name);
    },
    all: () => feeds,
  };
}
