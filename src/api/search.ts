import type { FastifyInstance } from 'fastify';
import type { ApiOptions } from './api-options.ts';
import { FoundQuery } from './schemas.ts';
import { problem } from './problem.ts';

/**
 * `GET /v1/articles?q=`: stories by their words and by filters, the latest first. Only what the gate lets out now: what is held cannot be found
 * out by asking for its words.
 */
export function addSearch(app: FastifyInstance, { journal, gate, publicArticle }: ApiOptions): void {
  app.get<{ Querystring: FoundQuery }>(
    '/v1/articles',
    {
      config: { role: 'viewer' },
      schema: {
        summary: 'Search: words, "words in a row", beginnings*, -words that must not be there',
        querystring: FoundQuery,
        response: { 200: { $ref: 'Found#' }, 400: problem },
      },
    },
    async (request) => {
      const { q: text = '', limit = 50, ...narrower } = request.query;
      const { hits, next } = await journal.search({ ...narrower, text, limit, status: 'usable' });
      const passing = hits.filter(({ article, view }) => {
        const revision = article.identity.revision ?? 0;
        const event = { cursor: '0', type: 'article.updated' as const, articleId: article.id, revision, occurredAt: view.now };
        return gate({ ...view, event }).pass;
      });
      return { articles: passing.map(({ article }) => publicArticle(article)), next };
    },
  );
}
