import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FeedServer {
  readonly url: string;
  /** Full answers given, 304 left out. */
  answered(): number;
  close(): Promise<void>;
}

/** Serves documents on loopback, the next one after each full answer and then the last one for ever, with ETags and 304. */
export async function serveFeed(documents: readonly string[]): Promise<FeedServer> {
  let answered = 0;
  const server = createServer((request, response) => {
    const asked = request.headers['if-none-match'];
    const document = documents[Math.min(answered, documents.length - 1)] ?? '';
    const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 16)}"`;
    if (asked === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    answered += 1;
    response.writeHead(200, { etag, 'content-type': 'application/xml; charset=utf-8' }).end(document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/wire.xml`,
    answered: () => answered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
