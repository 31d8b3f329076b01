import { join } from 'node:path';
import type { Journal } from './journal.ts';

/** PostgreSQL where there is an address for one, else SQLite in the data folder; the driver of the other is never loaded. */
export async function openJournal({ databaseUrl, dataDir }: { readonly databaseUrl?: string; readonly dataDir: string }): Promise<Journal> {
  if (databaseUrl !== undefined) return (await import('./postgres/open.ts')).openPostgresJournal(databaseUrl);
  return (await import('./sqlite/open.ts')).openSqliteJournal(join(dataDir, 'journal.db'));
}
