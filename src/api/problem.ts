import type { FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';

/** An error answer (RFC 9457); `type` names the page about it, `code` is stable. */
export const ProblemDetails = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
  },
  { additionalProperties: false, description: 'RFC 9457' },
);
export type ProblemDetails = Static<typeof ProblemDetails>;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Credentials needed',
  403: 'Not to be published',
  404: 'Not found',
  410: 'Killed',
  500: 'Internal error',
  503: 'Not ready',
};

/** Answers with problem+json. */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  { code, detail }: { readonly code: string; readonly detail?: string },
): FastifyReply {
  const problem: ProblemDetails = {
    type: `urn:wirecopy:problem:${code}`,
    title: TITLES[status] ?? 'Error',
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
  };
  return reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(problem);
}
