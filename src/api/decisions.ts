import type { FastifyInstance, FastifyReply } from 'fastify';
import { publicArticle } from '../publish/encodings/canonical.ts';
import type { Decided } from '../store/journal.ts';
import type { HeldStory } from '../store/held.ts';
import type { DeskOptions } from './desk-options.ts';
import { DecidedBody, HeldBody, HeldParams, HeldQueryString, KillBody, ReasonBody, ReceiptsBody } from './desk-schemas.ts';
import { problem, sendProblem } from './problem.ts';
import { ArticleParams } from './schemas.ts';

const refusals = { 400: problem, 404: problem, 409: problem, 410: problem, 422: problem };

/** What waits, and a person's word on it: release and kill, each with its reason in the audit log. */
export function addDecisions(app: FastifyInstance, desk: DeskOptions): void {
  addHeld(app, desk);
  addRelease(app, desk);
  addKill(app, desk);
}

function addHeld(app: FastifyInstance, { journal }: DeskOptions): void {
  app.get<{ Querystring: HeldQueryString }>(
    '/v1/held',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'What waits for its embargo or for a person',
        querystring: HeldQueryString,
        response: { 200: HeldBody, 400: problem },
      },
    },
    async ({ query: { limit = 50, offset = 0 } }) => {
      const { held, total } = await journal.held({ limit, offset });
      return { held: held.map(heldRow), total, now: await journal.now() };
    },
  );
  app.get<{ Params: HeldParams }>(
    '/v1/held/:id',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'The text of a story that is held, for those who decide about it',
        params: HeldParams,
        response: { 200: { $ref: 'Article#' }, 404: problem, 410: problem },
      },
    },
    async (request, reply) => {
      const found = await journal.article(request.params.id);
      if (found !== null && found.view.tombstone !== null) return refused(reply, 'killed');
      return found === null || !found.view.held
        ? sendProblem(reply, 404, { code: 'article.not-held', detail: 'Nothing of it is held' })
        : publicArticle(found.article);
    },
  );
}

function addRelease(app: FastifyInstance, { journal }: DeskOptions): void {
  app.post<{ Params: HeldParams; Body: ReasonBody }>(
    '/v1/articles/:id/release',
    {
      config: { role: 'chief' },
      schema: {
        summary: 'Let out what is held of a story',
        ...{ params: HeldParams, body: ReasonBody, response: { 200: DecidedBody, ...refusals } },
      },
    },
    async ({ params: { id }, body: { reason }, caller }, reply) => {
      const outcome = await journal.release(id, { actor: caller.name, reason });
      return outcome === 'done' ? { id, outcome } : refused(reply, outcome);
    },
  );
}

function addKill(app: FastifyInstance, { journal }: DeskOptions): void {
  app.post<{ Params: ArticleParams; Body: KillBody }>(
    '/v1/articles/:id/kill',
    {
      config: { role: 'chief' },
      schema: {
        summary: 'Kill a story for good, everywhere; it cannot be undone',
        ...{ params: ArticleParams, body: KillBody, response: { 200: DecidedBody, ...refusals } },
      },
    },
    async ({ params: { id }, body: { reason, slug }, caller }, reply) => {
      const found = await journal.article(id);
      if (found === null) return refused(reply, 'unknown');
      const { slugline = '' } = found.article;
      if (slug.trim() !== (slugline.trim() === '' ? id : slugline.trim()))
        return sendProblem(reply, 422, { code: 'article.slug', detail: 'The slug is not that of this story' });
      const outcome = await journal.kill(id, { actor: caller.name, reason });
      return outcome === 'done' ? { id, outcome } : refused(reply, outcome);
    },
  );
  app.get<{ Params: ArticleParams }>(
    '/v1/articles/:id/receipts',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'Who has confirmed that the story was taken back',
        ...{ params: ArticleParams, response: { 200: ReceiptsBody, 404: problem } },
      },
    },
    async ({ params: { id } }, reply) =>
      (await journal.article(id)) === null ? refused(reply, 'unknown') : { receipts: await journal.receipts(id) },
  );
}

function heldRow({ article, until, reason, since }: HeldStory): Record<string, unknown> {
  const { id, identity, provider, headline, slugline, status } = article;
  return {
    ...{ id, revision: identity.revision ?? 0, provider: provider.name, headline: headline.text, slugline: slugline ?? null },
    ...{ kind: status.kind, effective: status.effective, until, reason, since },
  };
}

/** Why it was not done. */
function refused(reply: FastifyReply, outcome: Exclude<Decided, 'done'>): FastifyReply {
  switch (outcome) {
    case 'unknown':
      return sendProblem(reply, 404, { code: 'api.no-article', detail: 'No article has this id' });
    case 'killed':
      return sendProblem(reply, 410, { code: 'article.killed', detail: 'It is killed, and stays so' });
    case 'not-held':
      return sendProblem(reply, 409, { code: 'article.not-held', detail: 'Nothing of it is held' });
    case 'no-text':
      return sendProblem(reply, 409, { code: 'article.no-text', detail: 'It was withheld, and no revision before that could come back' });
    case 'expired':
      return sendProblem(reply, 409, { code: 'article.expired', detail: 'Its licence has run out' });
  }
}
