import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Transient, Unavailable } from '../faults.ts';
import { connect, whenReady } from './connection.ts';
import { alive, readLock, removeLock, writeLock } from './redis-lock.ts';

/** A Redis of our own: a child on a unix socket, its append-only file in the data directory. */
export interface EmbeddedRedis {
  /** Path of the socket, to be given to `connect`. */
  readonly address: string;
  readonly pid: number;
  /** Ends it with its data written. Disconnect all clients first: they would reconnect for ever. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Created where it is missing. */
  readonly directory: string;
  /** `PATH` and `WIRECOPY_REDIS_BIN` are read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const READY_MS = 15_000;
const STOP_MS = 10_000;
/** A socket path longer than this does not fit into the kernel's address structure. */
const MAX_SOCKET_PATH = 100;

/** The binary to start: `WIRECOPY_REDIS_BIN`, else valkey-server, else redis-server in `PATH`. @throws {Unavailable} `redis.absent` */
export function findRedis(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['WIRECOPY_REDIS_BIN'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates =
    named === undefined || named === ''
      ? ['valkey-server', 'redis-server'].flatMap((name) => folders.map((folder) => join(folder, name)))
      : [named];
  const found = candidates.find(executable);
  if (found !== undefined) return found;
  throw new Unavailable('redis.absent', {
    message: named === undefined || named === '' ? 'No redis-server or valkey-server on this machine' : `No program at ${named}`,
    hint: 'Install one with `apt-get install redis-server`, or set REDIS_URL',
  });
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts Redis, or takes over one that a killed process has left behind in this directory.
 * @throws {Unavailable} `redis.absent`, `redis.in-use` where a living process owns the directory
 * @throws {Transient} `redis.start` where it does not come up within 15 s
 */
export async function startEmbeddedRedis({ directory, environment }: EmbeddedOptions): Promise<EmbeddedRedis> {
  mkdirSync(directory, { recursive: true });
  const left = readLock(directory);
  if (left !== null && alive(left.owner)) throw inUse(directory, left.owner.pid);
  if (left !== null && alive(left.redis)) {
    writeLock(directory, left.redis.pid, left.socket);
    await answering(left.socket, directory);
    return { address: left.socket, pid: left.redis.pid, stop: () => stop(left.redis.pid, directory) };
  }
  const binary = findRedis(environment);
  const socket = socketIn(directory);
  const { pid, died } = launch(binary, directory, socket);
  if (pid === undefined) return died;
  writeLock(directory, pid, socket);
  try {
    await Promise.race([answering(socket, directory), died]);
  } catch (error) {
    removeLock(directory);
    throw error;
  }
  return { address: socket, pid, stop: () => stop(pid, directory) };
}

function inUse(directory: string, pid: number): Unavailable {
  return new Unavailable('redis.in-use', {
    message: `Process ${pid} already runs wirecopy in ${directory}`,
    hint: 'Stop it, choose another data directory, or share one Redis by REDIS_URL',
  });
}

function socketIn(directory: string): string {
  const near = join(directory, 'redis.sock');
  return near.length <= MAX_SOCKET_PATH ? near : join(mkdtempSync(join(tmpdir(), 'wirecopy-')), 'redis.sock');
}

function configOf(directory: string, socket: string): string {
  return [
    'port 0',
    `unixsocket ${JSON.stringify(socket)}`,
    'unixsocketperm 700',
    `dir ${JSON.stringify(directory)}`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    `logfile ${JSON.stringify(join(directory, 'redis.log'))}`,
    '',
  ].join('\n');
}

/** Detached, so that Ctrl-C in a terminal reaches only us and we stop it after our own work. */
function launch(binary: string, directory: string, socket: string): { pid: number | undefined; died: Promise<never> } {
  const child = spawn(binary, ['-'], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const died = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) => {
      reject(notStarted(`${binary}: ${error.message}`, directory));
    });
    child.once('exit', (code, signal) => {
      reject(notStarted(`${binary} ended with ${code ?? signal ?? 'nothing'}`, directory));
    });
  });
  // It ends long after the race for its start is over.
  died.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  child.stdin.end(configOf(directory, socket));
  child.unref();
  return { pid: child.pid, died };
}

function notStarted(why: string, directory: string): Transient {
  return new Transient('redis.start', { message: `Redis did not start: ${why}`, hint: `See ${join(directory, 'redis.log')}` });
}

async function answering(socket: string, directory: string): Promise<void> {
  const client = connect(socket, 'worker', () => undefined);
  try {
    await whenReady(client, READY_MS);
  } catch (error) {
    throw notStarted(error instanceof Error ? error.message : String(error), directory);
  } finally {
    client.disconnect();
  }
}

/** SIGTERM makes Redis write its append-only file and go; SIGKILL only where it hangs. */
async function stop(pid: number, directory: string): Promise<void> {
  const lock = readLock(directory);
  if (lock?.redis.pid !== pid) return;
  if (alive(lock.redis)) process.kill(pid, 'SIGTERM');
  const deadline = performance.now() + STOP_MS;
  while (alive(lock.redis) && performance.now() < deadline) await sleep(20);
  if (alive(lock.redis)) process.kill(pid, 'SIGKILL');
  removeLock(directory);
}
