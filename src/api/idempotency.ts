import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../article/hash.ts';
import type { Requests } from '../store/requests.ts';
import { problem, sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the request whose answer is to be kept. */
    keptAs: string | undefined;
  }
  interface FastifyContextConfig {
    /** A member of the answer that is kept nowhere: it is null in the repeated one. */
    shownOnce?: string;
  }
}

const HEADERS = {
  type: 'object',
  properties: {
    'idempotency-key': {
      ...{ type: 'string', minLength: 1, maxLength: 200 },
      description: 'a repeated request with this key gets the answer of the first one, for a day',
    },
  },
};

/**
 * `Idempotency-Key` on every POST of a caller with a token (draft-ietf-httpapi-idempotency-key-header): the same request again gets the answer that the first one got,
 * another one under the same key is 422, and one that comes while the first is being worked on 409. What failed here is not kept.
 */
export function addIdempotency(app: FastifyInstance, requests: Requests): void {
  app.decorateRequest('keptAs');
  app.addHook('onRoute', (route) => {
    if (route.method !== 'POST' || route.config?.role === 'open') return;
    const { response, ...schema } = route.schema ?? {};
    route.schema = { headers: HEADERS, ...schema, response: { 409: problem, 422: problem, ...(response as object | undefined) } };
  });
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || request.routeOptions.config.role === 'open') return undefined;
    const claim = await requests.claimRequest({ actor: request.caller.name, key }, digestOf(request));
    if (claim === 'other')
      return sendProblem(reply, 422, { code: 'api.idempotency-other', detail: 'This Idempotency-Key stands for another request' });
    if (claim === 'running')
      return sendProblem(reply, 409, {
        code: 'api.idempotency-running',
        detail: 'The first request with this key is still being worked on',
      });
    if (claim !== 'new') return sendAgain(reply, claim);
    request.keptAs = key;
    return undefined;
  });
  app.addHook('onSend', async ({ caller, keptAs, routeOptions }, { statusCode }, payload) => {
    if (keptAs === undefined) return;
    const body = withoutSecret(typeof payload === 'string' ? payload : '', routeOptions.config.shownOnce);
    await requests.answerRequest({ actor: caller.name, key: keptAs }, statusCode < 500 ? { status: statusCode, body } : null);
  });
}

function withoutSecret(body: string, member: string | undefined): string {
  if (member === undefined || body === '') return body;
  const answer = JSON.parse(body) as Record<string, unknown>;
  return member in answer ? JSON.stringify({ ...answer, [member]: null }) : body;
}

function digestOf({ url, body }: FastifyRequest): string {
  return sha256(`${url}\n${JSON.stringify(body ?? null)}`);
}

function sendAgain(reply: FastifyReply, { status, body }: { readonly status: number; readonly body: string }): FastifyReply {
  const type = status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
  void reply.code(status).header('idempotent-replayed', 'true');
  return body === '' ? reply.send() : reply.type(type).serializer(String).send(body);
}
