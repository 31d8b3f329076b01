import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A server of the system that runs for one test file. */
export interface Running {
  stop(): Promise<void>;
}

/** Whether this machine can run the servers: root may be needed, and the binary. Says why not. */
export function canRun(binary: string): boolean {
  const can = existsSync(binary) && process.getuid?.() === 0;
  if (!can) console.log(`skipped: ${binary} is not here, or the tests do not run as root`);
  return can;
}

/** A folder that goes with the tests. */
export function scratch(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `wirecopy-${name}-`));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server in the foreground and waits until it takes connections. */
export async function start(binary: string, args: readonly string[], port: number): Promise<Running> {
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  for (let waited = 0; !(await answers(port)); waited += 50) {
    if (waited > 20_000 || child.exitCode !== null) throw new Error(`${binary} does not start: ${said}`);
    await pause(50);
  }
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, pause(5_000)]);
      child.kill('SIGKILL');
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

/** A certificate of its own for `localhost`, with its key. */
export function certificate(folder: string): { cert: string; key: string } {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...names], {
    stdio: 'ignore',
  });
  return { cert, key };
}
