import { afterAll, describe, test } from 'vitest';
import { openPostgresJournal } from '../../src/store/postgres/open.ts';
import { store } from '../api-bench.ts';
import { startCluster, whyNoPostgres } from './cluster.ts';

/** The suites of the HTTP API once more, on PostgreSQL. */
const missing = whyNoPostgres();
if (missing === undefined) {
  const cluster = startCluster();
  afterAll(() => {
    cluster.stop();
  });
  store.open = async (now) => openPostgresJournal(await cluster.database(), { now });
  describe('on PostgreSQL', async () => {
    await import('../api-callers.test.ts');
    await import('../api-consumers.test.ts');
    await import('../api-desk.test.ts');
    await import('../api-diff.test.ts');
    await import('../api-operations.test.ts');
    await import('../feed-api.test.ts');
  });
} else {
  console.warn(`skipped: ${missing}`);
  test.skip('the HTTP API on PostgreSQL', () => undefined);
}
