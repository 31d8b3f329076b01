import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A document is one HTTP body; of a larger one nothing is taken. */
export const MAX_PUSH_BYTES = 20_000_000;

/** Routes in whose bodies nothing is looked at before the handler. */
export function addRawBodies(app: FastifyInstance, add: (raw: FastifyInstance) => void): void {
  void app.register((raw, _options, done) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    add(raw);
    done();
  });
}

/** The bytes; none where the request has no body. */
export function bodyOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
