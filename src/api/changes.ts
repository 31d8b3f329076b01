import type { FastifyInstance } from 'fastify';
import type { ApiOptions } from './api-options.ts';
import { awaitPage } from './feed-page.ts';
import { ChangesQuery } from './schemas.ts';
import { isStream, streamChanges } from './stream.ts';
import { problem } from './problem.ts';

/**
 * `GET /v1/changes`: events after a cursor. With `Accept: text/event-stream` the same events as they come (server-sent events), going on
 * after `Last-Event-ID` where there is one.
 */
export function addChanges(app: FastifyInstance, options: ApiOptions): void {
  app.get<{ Querystring: ChangesQuery }>(
    '/v1/changes',
    {
      config: { role: 'viewer', fresh: true },
      schema: {
        summary: 'Events after a cursor, oldest first; as server-sent events where they are asked for',
        querystring: ChangesQuery,
        response: { 200: { $ref: 'Changes#' }, 400: problem, 410: problem },
      },
    },
    async (request, reply) => {
      const { cursor: given = '0', limit = 100, wait = 0 } = request.query;
      const cursor = given === 'now' ? await options.journal.head() : given;
      if (isStream(request.headers.accept)) {
        const last = request.headers['last-event-id'];
        const from = typeof last === 'string' && last !== '' ? last : cursor;
        await streamChanges(reply, options, { cursor: from, limit, callerNow: request.callerNow });
        return reply;
      }
      const place = { reader: request.caller, cursor, limit };
      const page = await awaitPage(options, { ...place, waitMs: wait * 1_000, isGone: () => request.raw.destroyed });
      return reply.send(page);
    },
  );
}
