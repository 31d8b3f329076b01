import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { openPostgresJournal } from '../../src/store/postgres/open.ts';
import { journalContract, type OpenedJournal } from '../contract/journal.ts';
import { safetyContract } from '../contract/safety.ts';
import { clusterOfBlock, whyNoPostgres } from './cluster.ts';

/** Whoever writes into the audit log loses its connection there, as in a crash. */
async function killWriters(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(`
    create function die() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return new; end';
    create trigger no_audit before insert on audit for each row execute function die()`);
  await client.end();
}

const missing = whyNoPostgres();
if (missing !== undefined) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== undefined)('PostgreSQL', () => {
  const cluster = clusterOfBlock();

  async function opened(now: () => Date): Promise<OpenedJournal> {
    const url = await cluster.database();
    const journal = await openPostgresJournal(url, { now });
    return { journal, reopen: () => openPostgresJournal(url, { now }), breakAudit: () => killWriters(url), dispose: () => journal.close() };
  }

  journalContract('PostgreSQL', opened);
  safetyContract('PostgreSQL', opened);

  test('the clock is the server’s own where none is given', async () => {
    const journal = await openPostgresJournal(await cluster.database());
    expect(await journal.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await journal.close();
  });
});
