import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A temporary directory that is short enough for a socket path, and how to remove it. */
export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'wcq-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A real redis-server with settings of its own. */
export async function redisWith(settings: readonly string[]): Promise<{ socket: string; stop: () => Promise<void> }> {
  const folder = tempFolder();
  const socket = join(folder.path, 'r.sock');
  const child: ChildProcess = spawn('redis-server', ['-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin?.end(['port 0', `unixsocket ${socket}`, `dir ${folder.path}`, 'save ""', ...settings, ''].join('\n'));
  await answers(socket);
  return {
    socket,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      folder.remove();
    },
  };
}

/** One command on a connection of its own. */
export async function ask<T>(socket: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis({ path: socket, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

async function answers(socket: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const reply = await ask(socket, (client) => client.ping()).catch(() => '');
    if (reply === 'PONG') return;
    await sleep(50);
  }
  throw new Error('redis-server did not start');
}
