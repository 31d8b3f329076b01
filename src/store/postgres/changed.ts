import { Client } from 'pg';
import { CHANNEL } from './commit.ts';

/** A server that is away is not asked again before this. */
const REST_MS = 1_000;

/** Waits for notifications on a connection of its own. They are only hints: without the connection, waiting ends by the clock. */
export function changedOf(url: string) {
  let listening: Promise<Client | undefined> | undefined;
  let closed = false;
  const waiting = new Set<() => void>();

  const listen = async (): Promise<Client | undefined> => {
    const client = new Client({ connectionString: url, application_name: 'wirecopy hints', connectionTimeoutMillis: 5_000 });
    const lost = (): void => {
      setTimeout(() => (listening = undefined), REST_MS).unref();
      void client.end().catch(() => undefined);
    };
    client.once('error', lost);
    client.on('error', () => undefined);
    client.on('notification', () => {
      for (const wake of waiting) wake();
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      return client;
    } catch {
      lost();
      return undefined;
    }
  };
  return {
    changed: async (withinMs: number): Promise<void> => {
      if (closed) return;
      listening ??= listen();
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, withinMs);
        waiting.add(wake);
      });
    },
    close: async (): Promise<void> => {
      closed = true;
      for (const wake of waiting) wake();
      await (await listening)?.end().catch(() => undefined);
    },
  };
}
