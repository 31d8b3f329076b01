import type { FastifyInstance } from 'fastify';
import { diffArticles } from '../article/diff.ts';
import { publicArticle } from '../publish/encodings/canonical.ts';
import type { FoundStory } from '../store/journal.ts';
import type { ApiOptions } from './api-options.ts';
import { mayAct, type Caller } from './callers.ts';
import { judgeRevision } from './judge-revision.ts';
import { problem, sendProblem } from './problem.ts';
import { ArticleParams, DiffBody, DiffQuery } from './schemas.ts';

/**
 * `GET /v1/articles/{id}/diff`: what changed between two revisions, fields by path and the body block by block, of their public parts. Each
 * revision must pass the gate as if it were asked for alone; one that is held is shown to those who may read what is held, and one that was
 * taken back to nobody.
 */
export function addDiff(app: FastifyInstance, { journal, gate }: ApiOptions): void {
  app.get<{ Params: ArticleParams; Querystring: DiffQuery }>(
    '/v1/articles/:id/diff',
    {
      config: { role: 'viewer' },
      schema: {
        ...{ summary: 'What changed between two revisions', params: ArticleParams, querystring: DiffQuery },
        response: { 200: DiffBody, 400: problem, 403: problem, 404: problem, 410: problem },
      },
    },
    async ({ params: { id }, query, caller }, reply) => {
      const later = await journal.article(id, query.to);
      const to = later?.article.identity.revision ?? 0;
      // Read last: a kill that came meanwhile is seen here.
      const earlier = await journal.article(id, query.from ?? to - 1);
      if (later === null || earlier === null)
        return sendProblem(reply, 404, { code: 'api.no-article', detail: 'No article, or no such revisions of it' });
      const { tombstone } = earlier.view;
      if (tombstone !== null) return sendProblem(reply, 410, { code: 'article.killed', detail: `Killed at ${tombstone.at}: take it down` });
      for (const found of [later, earlier]) {
        const reason = refusal(found, gate, caller);
        if (reason !== undefined) return sendProblem(reply, 403, { code: 'article.held', detail: reason });
      }
      const from = earlier.article.identity.revision ?? 0;
      return { id, from, to, ...diffArticles(publicArticle(earlier.article), publicArticle(later.article)) };
    },
  );
}

/** Why the caller may not see this revision now. */
function refusal(found: FoundStory, gate: ApiOptions['gate'], { role }: Caller): string | undefined {
  const verdict = judgeRevision(found, gate, { early: false });
  if (verdict.pass || (verdict.reason === 'held' && mayAct(role, 'operator'))) return undefined;
  return verdict.reason;
}
