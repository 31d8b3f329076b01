import swagger from '@fastify/swagger';
import { fastify, type FastifyInstance } from 'fastify';
import { BadInput, Transient } from '../faults.ts';
import type { ApiOptions } from './api-options.ts';
import { addArticles } from './articles.ts';
import { addAudit } from './audit.ts';
import { addCallers, describeRoles } from './callers.ts';
import { addChanges } from './changes.ts';
import { addConsumers } from './consumers.ts';
import { addDiff } from './diff.ts';
import { addDecisions } from './decisions.ts';
import type { DeskOptions } from './desk-options.ts';
import { addEntityTags } from './entity-tags.ts';
import { addIdempotency } from './idempotency.ts';
import { addPush } from './push.ts';
import { sendAway, sendBadInput, sendProblem } from './problem.ts';
import { addQuarantine } from './quarantine.ts';
import { namedSchemas } from './schemas.ts';
import { addStreamFeeds } from './stream-feeds.ts';
import { addSearch } from './search.ts';
import { addSubscribers } from './subscribers.ts';
import { addSubscriptions } from './subscriptions.ts';
import { addWebsub } from './websub.ts';

/** The HTTP API, not yet listening. */
export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: 65_536,
    // A mistyped parameter is refused, not dropped.
    ajv: { customOptions: { removeAdditional: false } },
    requestTimeout: 10_000,
    routerOptions: { maxParamLength: 400 },
    forceCloseConnections: true,
  });
  // Schemas describe the answers; what is sent is what was given, byte by byte, and not what a schema leaves of it.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  for (const schema of namedSchemas()) app.addSchema(schema);
  describeRoles(app);
  addEntityTags(app);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'wirecopy', version: '1', description: 'Articles and the one sequence of their events' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => (typeof json['$id'] === 'string' ? json['$id'] : `Schema${index}`),
    },
  });
  addErrors(app, options.onError);
  addCallers(app, options);
  addIdempotency(app, options.journal);
  addHealth(app, options);
  addChanges(app, options);
  addConsumers(app, options);
  addArticles(app, options);
  addDiff(app, options);
  addStreamFeeds(app, options);
  addSearch(app, options);
  if (options.desk !== undefined) addDesk(app, options.desk);
  if (options.push !== undefined) addPush(app, options.push);
  if (options.websub !== undefined) addWebsub(app, options.websub);
  app.get('/openapi.json', { config: { role: 'viewer' }, schema: { hide: true } }, () => app.swagger());
  await app.ready();
  return app;
}

/** The routes of those who steer wirecopy. */
function addDesk(app: FastifyInstance, desk: DeskOptions): void {
  addDecisions(app, desk);
  addSubscribers(app, desk);
  addSubscriptions(app, desk);
  addQuarantine(app, desk);
  addAudit(app, desk);
}

function addErrors(app: FastifyInstance, onError: ApiOptions['onError']): void {
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, 404, { code: 'api.no-route', detail: 'See /openapi.json for what there is' }),
  );
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
    if (error instanceof BadInput) return sendBadInput(reply, error);
    if (error instanceof Transient) return sendAway(reply, error);
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(reply, status, { code: 'api.request', detail: error.message });
    onError?.(error);
    return sendProblem(reply, 500, { code: 'api.bug' });
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" });
    done();
  });
}

const status = { type: 'string' };
const health = { type: 'object', required: ['status'], properties: { status } };
const check = { type: 'object', required: ['name', 'ok'], properties: { name: { type: 'string' }, ok: { type: 'boolean' } } };
const ready = { type: 'object', required: ['status', 'checks'], properties: { status, checks: { type: 'array', items: check } } };

function addHealth(app: FastifyInstance, { readiness, metrics }: ApiOptions): void {
  app.get('/livez', { config: { role: 'open' }, schema: { summary: 'The process answers', response: { 200: health } } }, () => ({
    status: 'ok',
  }));
  app.get(
    '/readyz',
    { config: { role: 'open' }, schema: { summary: 'Everything it needs works', response: { 200: ready, 503: ready } } },
    async (_request, reply) => {
      const checks = await readiness();
      const isReady = checks.every(({ ok }) => ok);
      return reply
        .code(isReady ? 200 : 503)
        .send({ status: isReady ? 'ok' : 'not ready', checks: checks.map(({ name, ok }) => ({ name, ok })) });
    },
  );
  app.get(
    '/metrics',
    {
      config: { role: 'viewer' },
      schema: {
        summary: 'Prometheus metrics',
        response: { 200: { description: 'As Prometheus reads them', content: { 'text/plain': { schema: { type: 'string' } } } } },
      },
    },
    async (_request, reply) =>
      reply
        .type(metrics.contentType)
        .serializer(String)
        .send(await metrics.metrics()),
  );
}
