import { Misconfigured, Transient } from '../../faults.ts';

/** SQLSTATE classes and codes that pass by themselves: connection lost, resources, shutting down, deadlock, serialization, lock and statement timeouts. */
const PASSING = /^(?:08...|53...|57P0[123]|57014|40001|40P01|55P03|25P03)$/;
/** The server is there, and says no: authorization, no such database, no right. */
const REFUSED = /^(?:28...|3D000|42501)$/;

/**
 * What a failure of the driver means for the caller. The driver's own words are kept, for they hold no address with a password in it; whatever
 * is not known here is a bug of ours and stays as it is.
 */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (REFUSED.test(code))
    return new Misconfigured('postgres.refused', {
      message: `PostgreSQL refuses: ${error.message}`,
      hint: 'Check user, password and database of DATABASE_URL',
    });
  if (PASSING.test(code) || isLostConnection(code, error.message))
    return new Transient('postgres.away', {
      message: `PostgreSQL is away or busy: ${error.message}`,
      hint: 'Nothing is lost; it is tried again',
    });
  return error;
}

function isLostConnection(code: string, message: string): boolean {
  return (
    /^(?:ECONN|ENOTFOUND|ENOENT|EAI_|EPIPE|ETIMEDOUT|EHOST|ENET)/.test(code) ||
    /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/i.test(
      message,
    )
  );
}
