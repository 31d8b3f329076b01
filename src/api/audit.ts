import type { FastifyInstance } from 'fastify';
import type { DeskOptions } from './desk-options.ts';
import { AuditBody, AuditQueryString, ReasonBody, TokenBody, TokenParams } from './desk-schemas.ts';
import { problem, sendProblem } from './problem.ts';

/** What was done by whom, and who may do it. Tokens are made on the command line alone: their text passes through no API. */
export function addAudit(app: FastifyInstance, { journal }: DeskOptions): void {
  app.get<{ Querystring: AuditQueryString }>(
    '/v1/audit',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'What people did, and every kill and withhold, newest first',
        ...{ querystring: AuditQueryString, response: { 200: AuditBody, 400: problem } },
      },
    },
    async ({ query: { limit = 50, ...query } }) => {
      const rows = await journal.audit({ ...query, limit });
      return { rows, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
    },
  );
  app.get(
    '/v1/tokens',
    { config: { role: 'admin' }, schema: { summary: 'Who may ask', response: { 200: { type: 'array', items: TokenBody } } } },
    () => journal.tokens(),
  );
  app.post<{ Params: TokenParams; Body: ReasonBody }>(
    '/v1/tokens/:name/revoke',
    {
      config: { role: 'admin' },
      schema: {
        summary: 'A token is refused from now on; streams that it opened end',
        ...{ params: TokenParams, body: ReasonBody, response: { 204: { type: 'null' }, 400: problem, 404: problem } },
      },
    },
    async ({ params: { name }, body: { reason }, caller }, reply) =>
      (await journal.revokeToken(name, { actor: caller.name, reason }))
        ? reply.code(204).send()
        : sendProblem(reply, 404, { code: 'api.no-token-of-name', detail: 'No token of that name is in force' }),
  );
}
