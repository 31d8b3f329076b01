import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ConsumerState } from '../store/consumers.ts';
import type { ApiOptions } from './api-options.ts';
import { boundTo, ownerOf, type Caller } from './callers.ts';
import { awaitPage } from './feed-page.ts';
import { problem, sendProblem } from './problem.ts';
import { ConsumerParams, ConsumerPlace, PageQuery } from './schemas.ts';

const consumer = { $ref: 'Consumer#' };
const params = ConsumerParams;
const errors = { 400: problem, 403: problem, 404: problem, 410: problem };

/**
 * Named consumers of the change feed, whose place the journal keeps: reading does not move it, acknowledging does, and only forwards. Whoever
 * crashes between the two reads the same events again. It belongs to the token that made it: others may read there, but only an admin besides
 * moves or forgets it.
 */
export function addConsumers(app: FastifyInstance, options: ApiOptions): void {
  addNames(app, options);
  addPlaces(app, options);
}

function addNames(app: FastifyInstance, { journal }: ApiOptions): void {
  app.get(
    '/v1/consumers',
    { config: { role: 'viewer' }, schema: { summary: 'Named consumers', response: { 200: { type: 'array', items: consumer } } } },
    () => journal.consumers(),
  );
  app.put<{ Params: ConsumerParams; Body: ConsumerPlace }>(
    '/v1/consumers/:name',
    {
      config: { role: 'viewer' },
      schema: {
        ...{ summary: 'Create a consumer at a cursor; one that is there stays where it is', params, body: ConsumerPlace },
        response: { 200: consumer, 201: consumer, ...errors },
      },
    },
    async ({ params: { name }, body: { cursor }, caller }, reply) => {
      const isNew = await journal.createConsumer(name, cursor === 'now' ? await journal.head() : cursor, ownerOf(caller));
      const state = await journal.consumer(name);
      if (state === null || !isTheirs(state, caller)) return refused(reply, name, journal);
      return reply.code(isNew ? 201 : 200).send(state);
    },
  );
  app.get<{ Params: ConsumerParams }>(
    '/v1/consumers/:name',
    { config: { role: 'viewer' }, schema: { summary: 'How far a consumer is', params, response: { 200: consumer, ...errors } } },
    async ({ params: { name } }, reply) => (await journal.consumer(name)) ?? refused(reply, name, journal),
  );
  app.delete<{ Params: ConsumerParams }>(
    '/v1/consumers/:name',
    { config: { role: 'viewer' }, schema: { summary: 'Forget a consumer', params, response: { 204: { type: 'null' }, ...errors } } },
    async ({ params: { name }, caller }, reply) =>
      (await journal.removeConsumer(name, boundTo(caller))) ? reply.code(204).send() : refused(reply, name, journal),
  );
}

function addPlaces(app: FastifyInstance, options: ApiOptions): void {
  const { journal } = options;
  app.get<{ Params: ConsumerParams; Querystring: PageQuery }>(
    '/v1/consumers/:name/changes',
    {
      config: { role: 'viewer', fresh: true },
      schema: {
        ...{ summary: 'The next events of a consumer; the same again until they are acknowledged', params, querystring: PageQuery },
        response: { 200: { $ref: 'Changes#' }, ...errors },
      },
    },
    async (request, reply) => {
      const state = await journal.consumer(request.params.name);
      if (state === null) return refused(reply, request.params.name, journal);
      const { limit = 100, wait = 0 } = request.query;
      const page = await awaitPage(options, {
        ...{ reader: request.caller, cursor: state.cursor, limit, waitMs: wait * 1_000 },
        isGone: () => request.raw.destroyed,
      });
      return reply.send(page);
    },
  );
  const moves: readonly [string, string, (name: string, cursor: string, by?: string) => Promise<ConsumerState | null>][] = [
    ['ack', 'Acknowledge events up to a cursor; never goes back', (...move) => journal.advanceConsumer(...move)],
    ['reset', 'Go to a cursor, back or forth; `0` reads all that is kept', (...move) => journal.rewindConsumer(...move)],
  ];
  for (const [what, summary, move] of moves)
    app.post<{ Params: ConsumerParams; Body: ConsumerPlace }>(
      `/v1/consumers/:name/${what}`,
      { config: { role: 'viewer' }, schema: { summary, params, body: ConsumerPlace, response: { 200: consumer, ...errors } } },
      async ({ params: { name }, body: { cursor }, caller }, reply) =>
        (await move(name, cursor === 'now' ? await journal.head() : cursor, boundTo(caller))) ?? refused(reply, name, journal),
    );
}

function isTheirs({ owner }: ConsumerState, caller: Caller): boolean {
  const by = boundTo(caller);
  return owner === null || by === undefined || owner === by;
}

/** There is none of that name, or it is another's. */
async function refused(reply: FastifyReply, name: string, journal: Pick<ApiOptions['journal'], 'consumer'>): Promise<FastifyReply> {
  const found = await journal.consumer(name);
  return found === null
    ? sendProblem(reply, 404, { code: 'api.no-consumer', detail: 'No consumer of that name: create it with PUT' })
    : sendProblem(reply, 403, {
        code: 'api.consumer-owner',
        detail: `It belongs to ${found.owner ?? 'another'}: take another name, or ask an admin`,
      });
}
