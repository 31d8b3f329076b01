import { embargoEnd } from '../article/embargo-end.ts';
import { takesBack } from '../publish/event.ts';
import type { GateView } from '../store/journal.ts';
import type { ApiOptions } from './api-options.ts';
import type { Caller } from './callers.ts';

/** What a reader of the change feed gets at once. */
export interface Page {
  readonly events: readonly FeedEvent[];
  /** To go on from here, also where no event came. */
  readonly cursor: string;
}

export interface FeedEvent {
  readonly type: string;
  readonly cursor: string;
  readonly [more: string]: unknown;
}

/** Withheld events are passed over in steps of a page, at most this many in one answer. */
const MOST_PAGES = 20;
/** How long a hint is trusted to come. */
const LOOK_MS = 1_000;

/** Who reads, from where on. */
export interface Place {
  readonly reader: Pick<Caller, 'embargoed'>;
  readonly cursor: string;
  readonly limit: number;
}

/** The next events that the gate lets out to this reader. Withheld ones are left out, and the cursor goes past them. */
export async function readPage({ journal, gate, publicArticle }: ApiOptions, { reader, cursor: from, limit }: Place): Promise<Page> {
  let cursor = from;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const views = await journal.events(cursor, limit);
    const last = views.at(-1);
    if (last === undefined) break;
    cursor = last.event.cursor;
    const events = views.filter((view) => gate(view, reader).pass).map((view) => eventBody(view, publicArticle));
    if (events.length > 0) return { events, cursor };
  }
  return { events: [], cursor };
}

/** The same, waiting up to `waitMs` for the first event; `isGone` tells that the reader waits no more. */
export async function awaitPage(
  options: ApiOptions,
  { waitMs, isGone, ...place }: Place & { readonly waitMs: number; readonly isGone: () => boolean },
): Promise<Page> {
  const until = performance.now() + waitMs;
  let page = await readPage(options, place);
  for (let left = waitMs; page.events.length === 0 && left > 0 && !isGone(); left = until - performance.now()) {
    await options.journal.changed(Math.min(left, LOOK_MS));
    page = await readPage(options, { ...place, cursor: page.cursor });
  }
  return page;
}

function eventBody({ event, article, early }: GateView, publicArticle: ApiOptions['publicArticle']): FeedEvent {
  const { type, cursor, articleId, revision, occurredAt } = event;
  const head = { type, cursor, articleId, revision, occurredAt };
  // Nothing of a story that is taken back is sent again.
  if (takesBack(type)) return head;
  return { ...head, ...(early ? { embargoedUntil: embargoEnd(article.status) } : {}), article: publicArticle(article) };
}
