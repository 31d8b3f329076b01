import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A real redis-server on a unix socket, its append-only file in `folder`. */
export async function startRedis(folder) {
  const data = join(folder, 'redis');
  const socket = join(folder, 'r.sock');
  let child;
  const up = async () => {
    mkdirSync(data, { recursive: true });
    child = spawn('redis-server', ['-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.on('error', () => undefined);
    const settings = ['port 0', `unixsocket ${socket}`, `dir ${data}`, 'save ""', 'appendonly yes', 'appendfsync everysec'];
    child.stdin.end([...settings, 'maxmemory-policy noeviction', 'enable-debug-command local', ''].join('\n'));
    await answering(socket);
  };
  const down = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  await up();
  return {
    socket,
    /** One command on a connection of its own; what fails is passed over, for the server may be down. */
    ask: (...command) => ask(socket, command),
    kill: async ({ downMs = 300, empty = false } = {}) => {
      await down();
      if (empty) rmSync(data, { recursive: true, force: true });
      await sleep(downMs);
      await up();
    },
    stop: down,
  };
}

async function ask(socket, command) {
  const client = new Redis({ path: socket, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    return await client.call(...command);
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

async function answering(socket) {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if ((await ask(socket, ['PING'])) === 'PONG') return;
    await sleep(25);
  }
  throw new Error('redis-server did not start');
}
