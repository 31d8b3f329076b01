import { createServer } from 'node:http';
import { closing, listening } from './listening.mjs';

/** Longer than the sender's patience. */
const HANG_MS = 20_000;

/** How a subscriber may behave. Each is given the answer to write and `accept`, which says that the delivery was taken. */
export const MANNERS = {
  well: (response, accept) => {
    accept();
    response.writeHead(200).end();
  },
  'answers 500': (response) => response.writeHead(500).end(),
  hangs: (response) => setTimeout(() => response.destroy(), HANG_MS).unref(),
  'takes it and resets': (response, accept) => {
    accept();
    response.destroy();
  },
  'is slow': (response, accept) => {
    accept();
    setTimeout(() => response.writeHead(200).end(), 1_000);
  },
};

/** A receiver of webhooks that tells the ledger of every delivery the moment it has all of it. `manner` may be changed at any time. */
export async function startSubscriber({ name, ledger }) {
  const subscriber = { name, manner: 'well', port: 0, stop: () => closing(server) };
  const server = createServer((request, response) => {
    const began = Date.now();
    const pieces = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const key = request.headers['webhook-id'];
      ledger.seen(name, { body, began });
      MANNERS[subscriber.manner](response, () => ledger.accepted(name, { key, body, began }));
    });
    request.on('error', () => undefined);
    response.on('error', () => undefined);
  });
  server.keepAliveTimeout = 60_000;
  subscriber.port = await listening(server);
  return subscriber;
}
