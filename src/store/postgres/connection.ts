import { Pool, TypeOverrides, types, type PoolClient } from 'pg';
import { faultOf } from './faults.ts';

/** One connection, or any: runs a statement and gives its rows. Instants come as ISO 8601 UTC, bigint as number. */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The database: statements of their own, and transactions. */
export interface Postgres extends Sql {
  /** READ COMMITTED; rolled back where `work` throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Sequences and counts stay far below 2^53; an instant is text everywhere in wirecopy. */
const overrides = new TypeOverrides();
overrides.setTypeParser(types.builtins.INT8, Number);
overrides.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** Opens a pool; connections are made when they are needed. Neither the address nor a value ever reaches a log. */
export function connect(url: string, connections = 10): Postgres {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: 'wirecopy',
    connectionTimeoutMillis: 10_000,
    // A forgotten transaction holds back the whole change feed: the server ends it.
    idle_in_transaction_session_timeout: 30_000,
    options: '-c timezone=UTC -c datestyle=ISO',
    types: overrides,
  });
  // An idle connection that is lost says so here; the next statement gets a new one, or its own error.
  pool.on('error', () => undefined);
  return {
    query: (text, values) => run(pool, text, values),
    transaction: async (work) => {
      const client = await pool.connect().catch((error: unknown) => {
        throw faultOf(error);
      });
      return inTransaction(client, work);
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(client: PoolClient, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql: Sql = { query: (text, values) => run(client, text, values) };
  let broken = false;
  // A connection that is lost says so here too, and unheard it would end the process; the statement under way has its own error.
  client.on('error', ignore);
  try {
    await sql.query('begin');
    const result = await work(sql);
    await sql.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function ignore(): void {
  // Told elsewhere.
}

async function run<Row>(on: Pool | PoolClient, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  try {
    const { rows } = await on.query(text, values.map(storable));
    return rows as Row[];
  } catch (error) {
    throw faultOf(error);
  }
}

/** PostgreSQL's text has no NUL; what a source smuggled in becomes the replacement sign. */
function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}
