import type { FastifyInstance } from 'fastify';
import type { ApiOptions, ArticleForm } from './api-options.ts';
import { judgeRevision } from './judge-revision.ts';
import { problem, sendProblem } from './problem.ts';
import { ArticleParams, ArticleQuery } from './schemas.ts';

/**
 * `GET /v1/articles/{id}`: the newest revision, or the one asked for, as far as the gate lets it out now.
 * 410 for a killed story. 403 for one that is held, with the gate's reason and nothing of the text (451 is for legal demands, RFC 7725, and
 * an embargo is an agreement), unless the embargo alone holds it and the caller may have such copy, in its canonical form. An older revision never
 * stands in for a held one: the newer may be what withdrew it.
 */
export function addArticles(app: FastifyInstance, options: ApiOptions): void {
  app.get<{ Params: ArticleParams; Querystring: ArticleQuery }>(
    '/v1/articles/:id',
    {
      config: { role: 'viewer' },
      schema: {
        summary: 'One article',
        params: ArticleParams,
        querystring: ArticleQuery,
        response: { 200: { $ref: 'Article#' }, 400: problem, 403: problem, 404: problem, 410: problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const form = formOf(options, request.query.as);
      if (form === undefined) return sendProblem(reply, 404, { code: 'api.no-form', detail: 'See /openapi.json for the forms there are' });
      const found = await options.journal.article(id, request.query.revision);
      if (found === null) return sendProblem(reply, 404, { code: 'api.no-article', detail: 'No article, or no such revision of it' });
      if (found.view.tombstone !== null)
        return sendProblem(reply, 410, { code: 'article.killed', detail: `Killed at ${found.view.tombstone.at}: take it down` });
      const early = found.view.held && form.name === 'canonical' && request.caller.embargoed;
      const verdict = judgeRevision(found, options.gate, { early, reader: request.caller });
      if (!verdict.pass) return sendProblem(reply, 403, { code: 'article.held', detail: verdict.reason });
      return reply.type(form.mediaType).serializer(String).send(form.encode(found.article));
    },
  );
}

/** The form asked for; the canonical one where none is. */
function formOf({ forms = [], publicArticle }: ApiOptions, name = 'canonical'): ArticleForm | undefined {
  if (name !== 'canonical') return forms.find((form) => form.name === name);
  return { name, mediaType: 'application/json; charset=utf-8', encode: (article) => JSON.stringify(publicArticle(article)) };
}
