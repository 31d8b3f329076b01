import type { FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import type { BadInput, Transient } from '../faults.ts';

/** An error answer (RFC 9457); `type` names the page about it, `code` is stable. */
export const ProblemDetails = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    reset: Type.Optional(Type.String({ description: 'the cursor to start again from' })),
  },
  { additionalProperties: false, description: 'RFC 9457' },
);
export type ProblemDetails = Static<typeof ProblemDetails>;

/** How a route describes such an answer. */
export const problem = { description: 'RFC 9457', content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } } };

/** How a route describes that the journal is away. */
export const away = {
  ...{ ...problem, description: 'The journal is away' },
  headers: { 'retry-after': { schema: { type: 'integer' }, description: 'seconds' } },
};

/** When to come again, where nothing says when. */
const AWAY_MS = 5_000;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Credentials needed',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Not this kind of content',
  422: 'Not possible',
  500: 'Internal error',
  503: 'Not ready',
};

/** Answers with problem+json. */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  { code, detail, reset }: { readonly code: string; readonly detail?: string; readonly reset?: string },
): FastifyReply {
  const details: ProblemDetails = {
    type: `urn:wirecopy:problem:${code}`,
    title: TITLES[status] ?? 'Error',
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(reset === undefined ? {} : { reset }),
  };
  return reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(details);
}

/** A cursor that leads nowhere any more is 410 with where to start again; anything else that cannot be read is 400. */
export function sendBadInput(reply: FastifyReply, { code, message, hint }: BadInput): FastifyReply {
  const detail = hint === undefined ? message : `${message}. ${hint}`;
  return code.startsWith('cursor.') ? sendProblem(reply, 410, { code, detail, reset: '0' }) : sendProblem(reply, 400, { code, detail });
}

/** The journal is away; what was asked for is done, or told, when it is back. */
export function sendAway(reply: FastifyReply, { retryAfterMs = AWAY_MS }: Transient): FastifyReply {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  return sendProblem(reply.header('retry-after', String(seconds)), 503, { code: 'api.away', detail: `Ask again in ${seconds} s` });
}
