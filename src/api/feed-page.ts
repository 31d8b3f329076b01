import { takesBack } from '../publish/event.ts';
import type { GateView } from '../store/journal.ts';
import type { ApiOptions } from './api-options.ts';

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

/** The next events that the gate lets out. Withheld ones are left out, and the cursor goes past them. */
export async function readPage({ journal, gate, publicArticle }: ApiOptions, from: string, limit: number): Promise<Page> {
  let cursor = from;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const views = await journal.events(cursor, limit);
    const last = views.at(-1);
    if (last === undefined) break;
    cursor = last.event.cursor;
    const events = views.filter((view) => gate(view).pass).map((view) => eventBody(view, publicArticle));
    if (events.length > 0) return { events, cursor };
  }
  return { events: [], cursor };
}

/** The same, waiting up to `waitMs` for the first event; `isGone` tells that the reader waits no more. */
export async function awaitPage(
  options: ApiOptions,
  { cursor, limit, waitMs, isGone }: { cursor: string; limit: number; waitMs: number; isGone: () => boolean },
): Promise<Page> {
  const until = performance.now() + waitMs;
  let page = await readPage(options, cursor, limit);
  for (let left = waitMs; page.events.length === 0 && left > 0 && !isGone(); left = until - performance.now()) {
    await options.journal.changed(Math.min(left, LOOK_MS));
    page = await readPage(options, page.cursor, limit);
  }
  return page;
}

function eventBody({ event, article }: GateView, publicArticle: ApiOptions['publicArticle']): FeedEvent {
  const { type, cursor, articleId, revision, occurredAt } = event;
  // Nothing of a story that is taken back is sent again.
  return { type, cursor, articleId, revision, occurredAt, ...(takesBack(type) ? {} : { article: publicArticle(article) }) };
}
