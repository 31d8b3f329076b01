import type { FastifyInstance, FastifyReply } from 'fastify';
import { sha256 } from '../article/hash.ts';
import type { ApiOptions, ArticleForm } from './api-options.ts';
import { sendProblem } from './problem.ts';
import { ArticleParams, ArticleQuery } from './schemas.ts';

/**
 * `GET /v1/articles/{id}`: the newest revision, or the one asked for, as far as the gate lets it out now.
 * 410 for a killed story. 403 for one that is held, with the gate's reason and nothing of the text (451 is for legal demands, RFC 7725, and
 * an embargo is an agreement). An older revision never stands in for a held one: the newer may be what withdrew it.
 */
export function addArticles(app: FastifyInstance, options: ApiOptions): void {
  const problem = { $ref: 'Problem#' };
  app.get<{ Params: ArticleParams; Querystring: ArticleQuery }>(
    '/v1/articles/:id',
    {
      config: { role: 'viewer' },
      schema: {
        summary: 'One article',
        params: ArticleParams,
        querystring: ArticleQuery,
        response: { 200: { $ref: 'Article#' }, 304: { type: 'null' }, 401: problem, 403: problem, 404: problem, 410: problem },
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
      const { article, view } = found;
      const revision = article.identity.revision ?? 0;
      // The gate judges events; this is the one that would carry this revision now.
      const event = { cursor: '0', type: 'article.updated' as const, articleId: id, revision, occurredAt: view.now };
      const verdict = options.gate({ ...view, event });
      if (!verdict.pass) return sendProblem(reply, 403, { code: 'article.held', detail: verdict.reason });
      return sendTagged(reply, request.headers['if-none-match'], { body: form.encode(article), mediaType: form.mediaType });
    },
  );
}

/** The form asked for; the canonical one where none is. */
function formOf({ forms = [], publicArticle }: ApiOptions, name = 'canonical'): ArticleForm | undefined {
  if (name !== 'canonical') return forms.find((form) => form.name === name);
  return { name, mediaType: 'application/json; charset=utf-8', encode: (article) => JSON.stringify(publicArticle(article)) };
}

/** With a strong ETag (RFC 9110 section 8.8.3). Caches must ask again each time: a kill has to reach them. */
export function sendTagged(
  reply: FastifyReply,
  known: string | undefined,
  { body, mediaType }: { body: string; mediaType: string },
): FastifyReply {
  const etag = `"${sha256(body).slice(0, 32)}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache' });
  const isKnown =
    known !== undefined &&
    known
      .slice(0, 2_000)
      .split(',')
      .some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return isKnown ? reply.code(304).send() : reply.type(mediaType).serializer(String).send(body);
}
