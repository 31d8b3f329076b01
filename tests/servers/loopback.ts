import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on a free port of loopback: its origin, and what ends it with whatever it still talks to. */
export async function onLoopback(server: Server): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
