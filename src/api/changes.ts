import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { takesBack } from '../publish/event.ts';
import type { GateView } from '../store/journal.ts';
import type { ApiOptions } from './api-options.ts';
import { ChangesQuery } from './schemas.ts';

/** How often a waiting reader looks again. */
const LOOK_MS = 250;
/** Withheld events are passed over in steps of a page, at most this many in one answer. */
const MOST_PAGES = 20;

/** `GET /v1/changes`: events after a cursor. Withheld ones are left out, and the cursor goes past them. */
export function addChanges(app: FastifyInstance, options: ApiOptions): void {
  app.get<{ Querystring: ChangesQuery }>(
    '/v1/changes',
    {
      schema: {
        summary: 'Events after a cursor, oldest first',
        querystring: ChangesQuery,
        response: { 200: { $ref: 'Changes#' }, 400: { $ref: 'Problem#' }, 401: { $ref: 'Problem#' } },
      },
    },
    async (request, reply) => {
      const { cursor = '0', limit = 100, wait = 0 } = request.query;
      let page = await readPage(options, cursor, limit);
      for (let waited = 0; page.events.length === 0 && waited < wait * 1_000 && !request.raw.destroyed; waited += LOOK_MS) {
        await pause(LOOK_MS);
        page = await readPage(options, page.cursor, limit);
      }
      return reply.header('cache-control', 'no-store').send(page);
    },
  );
}

interface Page {
  readonly events: readonly unknown[];
  readonly cursor: string;
}

async function readPage({ journal, gate, publicArticle }: ApiOptions, from: string, limit: number): Promise<Page> {
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

function eventBody({ event, article }: GateView, publicArticle: ApiOptions['publicArticle']): unknown {
  const { type, cursor, articleId, revision, occurredAt } = event;
  // Nothing of a story that is taken back is sent again.
  return { type, cursor, articleId, revision, occurredAt, ...(takesBack(type) ? {} : { article: publicArticle(article) }) };
}
