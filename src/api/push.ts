import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { SHORT_NAME } from '../article/short-name.ts';
import type { SignatureCheck } from '../ingest/push-signatures.ts';
import type { Pushed, Reception } from '../pipeline/push.ts';
import { problem, sendProblem } from './problem.ts';
import { addRawBodies, bodyOf, MAX_PUSH_BYTES } from './raw-bodies.ts';

export interface PushOptions {
  /** Feeds that are pushed to, with how their senders sign. */
  readonly receivers: ReadonlyMap<string, SignatureCheck>;
  readonly keep: (pushed: Pushed) => Promise<Reception>;
  /** The clock that judges the age of signatures. */
  readonly now: () => Date;
}

const RETRY_S = 300;

const Feed = Type.Object({ feed: Type.String({ pattern: SHORT_NAME.source, examples: ['ferries'] }) });
const Taken = Type.Object({ status: Type.Union([Type.Literal('kept'), Type.Literal('known')]) }, { additionalProperties: false });

/**
 * `POST /v1/push/<feed>`: takes signed documents of any kind. 202 is said once they are on disk; the same bytes again are 202 too. What is no
 * feed, or carries no signature, is refused before its body is read.
 */
export function addPush(app: FastifyInstance, { receivers, keep, now }: PushOptions): void {
  addRawBodies(app, (raw) => {
    raw.post<{ Params: { feed: string } }>(
      '/v1/push/:feed',
      {
        config: { role: 'open' },
        bodyLimit: MAX_PUSH_BYTES,
        schema: {
          summary: 'A document for a feed that is pushed to, signed as its config says',
          params: Feed,
          response: { 202: Taken, 400: problem, 401: problem, 404: problem, 413: problem, 503: problem },
        },
        onRequest: async (request, reply) => {
          const signature = receivers.get(request.params.feed);
          if (signature === undefined)
            return sendProblem(reply, 404, { code: 'push.no-feed', detail: 'No feed of this name is pushed to' });
          if (!signature.headers.every((name) => typeof request.headers[name] === 'string'))
            return refuse(reply, `Sign the body: ${signature.headers.join(', ')}`);
          return undefined;
        },
      },
      async (request, reply) => {
        const { feed } = request.params;
        const body = bodyOf(request);
        if (receivers.get(feed)?.isValid(request.headers, body, now().getTime()) !== true)
          return refuse(reply, 'The signature is not of this body, or too old');
        if (body.length === 0) return sendProblem(reply, 400, { code: 'push.empty', detail: 'The body is empty' });
        const mediaType = request.headers['content-type'];
        const became = await keep({ feed, bytes: body, transport: 'push', ...(mediaType === undefined ? {} : { mediaType }) });
        return answer(reply, became);
      },
    );
  });
}

function answer(reply: FastifyReply, became: Reception): FastifyReply {
  if (became !== 'paused') return reply.code(202).send({ status: became });
  return sendProblem(reply.header('retry-after', String(RETRY_S)), 503, {
    code: 'push.paused',
    detail: 'The feed is paused; send it again later',
  });
}

function refuse(reply: FastifyReply, detail: string): FastifyReply {
  return sendProblem(reply, 401, { code: 'push.signature', detail });
}
