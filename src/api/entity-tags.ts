import type { FastifyInstance } from 'fastify';
import { sha256 } from '../article/hash.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is only true now, such as a page of the change feed: never kept by anybody, so it has no tag. */
    fresh?: boolean;
  }
}

/**
 * Every other answer to a GET has a strong ETag (RFC 9110 section 8.8.3), and is 304 to whoever has it. Caches must ask again each time: a
 * kill has to reach them.
 */
export function addEntityTags(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { role, fresh = false } = route.config ?? {};
    if (route.method !== 'GET' || role === 'open' || fresh) return;
    const { response, ...schema } = route.schema ?? {};
    route.schema = {
      ...schema,
      response: { 304: { type: 'null', description: 'As If-None-Match says' }, ...(response as object | undefined) },
    };
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const { role, fresh = false } = request.routeOptions.config;
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string' || role === 'open') {
      done(null, payload);
      return;
    }
    if (fresh) {
      void reply.header('cache-control', 'no-store');
      done(null, payload);
      return;
    }
    const etag = `"${sha256(payload).slice(0, 32)}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (!isKnown(request.headers['if-none-match'], etag)) {
      done(null, payload);
      return;
    }
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

function isKnown(tags: string | undefined, etag: string): boolean {
  if (tags === undefined) return false;
  return tags
    .slice(0, 2_000)
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
