import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sha256 } from '../article/hash.ts';
import { ROLES, type AccessTokens, type Role } from '../store/access.ts';
import { isLoopback } from './listen.ts';
import { away, problem, sendProblem } from './problem.ts';

/** Who asks. The name goes into the audit log. */
export interface Caller {
  readonly name: string;
  readonly role: Role;
  readonly embargoed: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** Asks again who it is: a stream may outlive its token. */
    callerNow: () => Promise<Caller | undefined>;
  }
  interface FastifyContextConfig {
    /** Whom the route is for; each states it. `open` asks nobody who he is. */
    role?: Role | 'open';
  }
}

export interface CallerOptions {
  readonly journal: Pick<AccessTokens, 'tokens' | 'tokenOf'>;
  /** The one of the config; who has it is an admin. */
  readonly token?: string;
}

/** As long as nobody has a token, whoever is on this machine may look, and change nothing. */
const LOCAL: Caller = { name: 'local', role: 'viewer', embargoed: false };
const CONFIG: Caller = { name: 'config', role: 'admin', embargoed: false };
const NOBODY: Caller = { name: 'nobody', role: 'viewer', embargoed: false };

/** Whose a thing is that the caller makes; nobody's where there are no tokens to tell callers apart. */
export function ownerOf({ name }: Caller): string | undefined {
  return name === LOCAL.name ? undefined : name;
}

/** Whose things a caller may change: his own, and an admin everybody's (undefined). */
export function boundTo(caller: Caller): string | undefined {
  return mayAct(caller.role, 'admin') ? undefined : ownerOf(caller);
}

/** Whether a role may do what another may. */
export function mayAct(role: Role, wanted: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(wanted);
}

/** Who sends this `Authorization` header; nobody where it is no token of ours, or none where there are some. */
function callersOf({ journal, token }: CallerOptions): (header: string | undefined) => Promise<Caller | undefined> {
  // Digests have one length, so that the comparison tells nothing about the token's.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const configured = token === undefined ? undefined : digest(token);
  return async (header) => {
    if (header === undefined) {
      // A revoked one counts: taking the last away opens nothing.
      const isOpen = configured === undefined && (await journal.tokens()).length === 0;
      return isOpen ? LOCAL : undefined;
    }
    const text = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(header)?.[1];
    if (text === undefined) return undefined;
    if (configured !== undefined && timingSafeEqual(digest(text), configured)) return CONFIG;
    const found = await journal.tokenOf(sha256(text));
    return found === null ? undefined : { name: `token ${found.name}`, role: found.role, embargoed: found.embargoed };
  };
}

/** Asks every caller who he is, and whether the route is for him. Where there is no route, a stranger does not learn it. */
export function addCallers(app: FastifyInstance, options: CallerOptions): void {
  const callerOf = callersOf(options);
  app.decorateRequest('caller');
  app.decorateRequest('callerNow');
  app.addHook('onRequest', async (request, reply) => {
    request.caller = NOBODY;
    request.callerNow = () => callerOf(request.headers.authorization);
    const { role = 'viewer' } = request.routeOptions.config;
    if (role === 'open') return;
    const caller = await request.callerNow();
    if (caller === undefined)
      return sendProblem(reply.header('www-authenticate', 'Bearer'), 401, {
        code: 'api.token',
        detail: 'Send Authorization: Bearer <token>',
      });
    // Else a page in a browser on this machine could read under a name that leads here.
    if (caller === LOCAL && !isLoopback(request.hostname))
      return sendProblem(reply, 403, { code: 'api.host', detail: 'Without tokens the API answers to localhost only' });
    if (!mayAct(caller.role, role))
      return sendProblem(reply, 403, { code: 'api.role', detail: `This needs the role ${role}; yours is ${caller.role}` });
    request.caller = caller;
    return undefined;
  });
}

/** Every route states its role, and its description says it, with the answers to those it is not for and to bodies that are none. */
export function describeRoles(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const role = route.config?.role;
    if (role === undefined) throw new Error(`${String(route.method)} ${route.url} states no role`);
    const schema = route.schema ?? {};
    route.schema =
      role === 'open'
        ? { ...schema, security: [] }
        : {
            ...schema,
            ...{ 'x-role': role, security: [{ token: [] }] },
            response: {
              ...{ 401: problem, 403: problem, 503: away },
              ...(schema.body === undefined ? {} : { 400: problem, 413: problem, 415: problem }),
              ...(schema.response as object | undefined),
            },
          };
  });
}
