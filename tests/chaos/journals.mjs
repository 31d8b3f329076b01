import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { openJournal } from '../../dist/store/open-journal.js';

/** A journal in a SQLite file. It has no server: what can happen to it is that its file is locked. */
export async function startSqlite(folder) {
  const dataDir = join(folder, 'data');
  const file = join(dataDir, 'journal.db');
  await looking({ dataDir }, () => Promise.resolve());
  return {
    name: 'sqlite',
    settings: {},
    faults: ['journal locked'],
    lock: async (ms) => {
      const db = new Sqlite(file, { timeout: 5_000 });
      try {
        db.exec('begin immediate');
        await sleep(ms);
      } catch {
        // Busy all the time: that is lock enough.
      } finally {
        db.close();
      }
    },
    look: (work) => looking({ dataDir }, work),
    stop: () => Promise.resolve(),
  };
}

/** What the journal itself says, on a connection of the observer's. */
export async function looking(place, work) {
  const journal = await openJournal(place);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}
