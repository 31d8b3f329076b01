import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Start time in clock ticks since boot, from /proc; null where there is no /proc. */
  readonly started: string | null;
}

/** Who runs a Redis in this data directory. */
export interface RedisLock {
  readonly owner: ProcessMark;
  readonly redis: ProcessMark;
  readonly socket: string;
}

const NAME = 'redis.lock';

/** The lock of a directory; null where there is none or it cannot be read. */
export function readLock(directory: string): RedisLock | null {
  try {
    return JSON.parse(readFileSync(join(directory, NAME), 'utf8')) as RedisLock;
  } catch {
    return null;
  }
}

/** Notes that this process owns the Redis `pid`. */
export function writeLock(directory: string, pid: number, socket: string): void {
  const lock: RedisLock = { owner: markOf(process.pid), redis: markOf(pid), socket };
  writeFileSync(join(directory, NAME), JSON.stringify(lock));
}

export function removeLock(directory: string): void {
  rmSync(join(directory, NAME), { force: true });
}

/** Whether the very process of the mark still runs; a zombie does not. */
export function alive({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const now = statOf(pid);
  return now === null ? started === null : now.state !== 'Z' && (started === null || now.started === started);
}

function markOf(pid: number): ProcessMark {
  return { pid, started: statOf(pid)?.started ?? null };
}

/** The name in /proc/PID/stat stands in parentheses and may hold spaces; state is the first field after it, the start time the twentieth. */
function statOf(pid: number): { readonly state: string; readonly started: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return null;
  }
}
