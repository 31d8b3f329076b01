import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';

const LOOK_MS = 50;

/** Whether anything was written: `data_version` tells of other connections, `total_changes` of this one. Either costs microseconds. */
export function changedOf(db: Database) {
  const own = db.prepare<[], { n: number }>('select total_changes() as n');
  const version = (): string => (db.open ? `${String(db.pragma('data_version', { simple: true }))} ${own.get()?.n ?? 0}` : 'closed');
  return {
    changed: async (withinMs: number): Promise<void> => {
      const before = version();
      for (let left = withinMs; left > 0 && version() === before; left -= LOOK_MS) await pause(Math.min(left, LOOK_MS));
    },
  };
}
