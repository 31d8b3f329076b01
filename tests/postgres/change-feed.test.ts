import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Client } from 'pg';
import { sha256 } from '../../src/article/hash.ts';
import { Misconfigured, Transient } from '../../src/faults.ts';
import type { Journal } from '../../src/store/journal.ts';
import { openPostgresJournal } from '../../src/store/postgres/open.ts';
import { story } from '../contract/journal.ts';
import { clusterOfBlock, whyNoPostgres } from './cluster.ts';

const WRITERS = 8;
const COMMITS = 60;
const SHARED = 12;

const missing = whyNoPostgres();
if (missing !== undefined) console.warn(`skipped: ${missing}`);

/** After its events are written, each transaction stays open for up to 10 ms: numbers are given out in another order than they appear. */
const HOLD = `
  create function dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(random() * 0.01); return null; end';
  create constraint trigger dawdle after insert on outbox deferrable initially deferred for each row when (new.seq % 3 = 0) execute function dawdle();`;

async function ask<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client(url);
  await client.connect();
  const { rows }: { rows: unknown[] } = await client.query(text);
  await client.end();
  return rows as Row[];
}

async function put(journal: Journal, name: string, keys: readonly string[], revisionKey: string): Promise<void> {
  const raw = { feed: 'ferries', bytes: Buffer.from(name), sha256: sha256(name), receivedAt: '2026-03-09T09:00:00Z' };
  const { id } = await journal.keepRaw(raw);
  const items = keys.map((key, index) => ({ kind: 'article', index, article: story(key, revisionKey, `${key} ${name}`) }) as const);
  await journal.commit([{ rawId: id, items, last: true }]);
}

describe.skipIf(missing !== undefined)('PostgreSQL: the change feed', () => {
  const cluster = clusterOfBlock();

  test(
    'eight writers that dawdle: nothing missed, nothing twice, each story in order; a plain reader misses',
    { timeout: 180_000 },
    async () => {
      const url = await cluster.database();
      const journals = await Promise.all(Array.from({ length: WRITERS }, () => openPostgresJournal(url)));
      await ask(url, HOLD);
      let open = WRITERS;
      const write = async (journal: Journal, writer: number): Promise<void> => {
        for (let n = 0; n < COMMITS; n += 1) {
          // Two stories of its own and one that all write to, named in changing order.
          const keys = [`w${writer}-${n}-a`, `w${writer}-${n}-b`, `shared-${(n * 7 + writer) % SHARED}`];
          await put(journal, `${writer} ${n}`, n % 2 === 0 ? keys : keys.toReversed(), '1');
        }
        open -= 1;
      };
      const reader = await openPostgresJournal(url);
      const seen: string[] = [];
      const read = async (): Promise<void> => {
        let cursor = '0';
        for (let more = true; more;) {
          const last = open === 0;
          const views = await reader.events(cursor, 100);
          cursor = views.at(-1)?.event.cursor ?? cursor;
          seen.push(...views.map(({ event }) => `${event.articleId}@${event.revision}`));
          more = !last || views.length > 0;
        }
      };
      const plain: number[] = [];
      const readPlain = async (): Promise<void> => {
        const client = new Client(url);
        await client.connect();
        while (open > 0) {
          const { rows } = (await client.query('select seq::integer from outbox where seq > $1 order by seq', [plain.at(-1) ?? 0])) as {
            rows: { seq: number }[];
          };
          plain.push(...rows.map(({ seq }) => seq));
        }
        await client.end();
      };
      await Promise.all([...journals.map(write), read(), readPlain()]);
      await Promise.all([...journals, reader].map((journal) => journal.close()));

      const written = await ask<{ key: string }>(url, "select id || '@' || revision as key from article");
      expect(written).toHaveLength(WRITERS * COMMITS * 3);
      expect(seen).toHaveLength(written.length);
      expect(new Set(seen)).toEqual(new Set(written.map(({ key }) => key)));
      for (let n = 0; n < SHARED; n += 1) {
        const numbers = seen.filter((key) => key.startsWith(`TST:shared-${n}@`)).map((key) => Number(key.split('@')[1]));
        expect(numbers).toEqual(Array.from({ length: (WRITERS * COMMITS) / SHARED }, (_, index) => index + 1));
      }
      expect(plain.length).toBeLessThan(written.length);
    },
  );

  test('a notification wakes; without one, and without the connection for it, nothing is lost', async () => {
    const url = await cluster.database();
    const [journal, writer] = [await openPostgresJournal(url), await openPostgresJournal(url)];
    await journal.changed(500);
    const hears = async (name: string): Promise<void> => {
      const waiting = journal.changed(60_000).then(() => true);
      for (let n = 0; !(await Promise.race([waiting, pause(100, false)])); n += 1) {
        await put(writer, `${name} ${n}`, [`${name}${n}`], '1');
        // A connection that was lost is made again by whoever waits next.
        if (n > 10) await journal.changed(10);
      }
    };
    await hears('hint');
    const head = await journal.head();
    await ask(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wirecopy hints' and pid <> pg_backend_pid()",
    );
    await put(writer, 'unheard', ['silent'], '1');
    await journal.changed(200);
    expect((await journal.events(head, 10)).map(({ event }) => event.articleId)).toContain('TST:silent');
    await hears('back');
    await Promise.all([journal.close(), writer.close()]);
  });

  test('several processes may open a new journal at once', async () => {
    const url = await cluster.database();
    const journals = await Promise.all([0, 1, 2, 3].map(() => openPostgresJournal(url)));
    await Promise.all(journals.map((journal, n) => put(journal, `opened ${n}`, [`o${n}`], '1')));
    expect(await journals[0]?.totals()).toMatchObject({ stored: 4, outbox: 4 });
    await Promise.all(journals.map((journal) => journal.close()));
  });

  test('a journal restored on a younger server goes on where it was', async () => {
    const url = await cluster.database();
    const before = await openPostgresJournal(url);
    await put(before, 'one', ['a'], '1');
    await before.close();
    await ask(url, "update outbox set xid = '99999999999'");
    const journal = await openPostgresJournal(url);
    const [old] = await journal.events('0', 10);
    await put(journal, 'two', ['b'], '1');
    expect((await journal.events(old?.event.cursor ?? '', 10)).map(({ event }) => event.articleId)).toEqual(['TST:b']);
    expect((await journal.events('0', 10)).map(({ event }) => event.articleId)).toEqual(['TST:a', 'TST:b']);
    expect((await journal.events(await journal.head(), 10)).length).toBe(0);
    await journal.close();
  });

  test('bytes lie in the month they came in, documents are lz4, NUL and odd years harm nobody', async () => {
    const url = await cluster.database();
    const journal = await openPostgresJournal(url);
    const late = { until: { utc: '+012026-03-09T10:00:00Z', raw: 'x', basis: 'explicit-utc' as const }, release: 'automatic' as const };
    const status = { effective: 'embargoed' as const, publishable: false, reasons: ['embargo'], embargo: late };
    const article = story('a', '1\0', `A long text. ${'Ferry pilots walk out. '.repeat(400)}`, status);
    const { id } = await journal.keepRaw({ feed: 'f\0', bytes: Buffer.from('x'), sha256: 'x', receivedAt: '2026-03-09T09:00:00Z' });
    await journal.commit([{ rawId: id, items: [{ kind: 'article', index: 0, article }], last: true }]);
    expect(await journal.releaseDue(10)).toBe(0);
    const [found] = await ask<{ part: string; method: string }>(
      url,
      'select (select tableoid::regclass::text from raw_bytes) as part, pg_column_compression(doc) as method from article',
    );
    expect(found?.method).toBe('lz4');
    expect(found?.part).toMatch(/^raw_bytes_\d{4}_\d\d$/);
    await journal.close();
  });

  test('a server that refuses and one that is away are told apart, and no password is named', async () => {
    const url = await cluster.database();
    const refused = await openPostgresJournal(url.replace(/\/wire\d+/, '/nowhere')).catch((error: unknown) => error);
    const away = await openPostgresJournal('postgresql://wirecopy:s3cret-word@127.0.0.1:1/wire').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Misconfigured);
    expect(away).toBeInstanceOf(Transient);
    expect(`${String(away)} ${JSON.stringify(away)}`).not.toContain('s3cret');
  });
});
