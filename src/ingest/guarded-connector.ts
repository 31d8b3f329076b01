import { lookup as systemLookup } from 'node:dns/promises';
import { buildConnector } from 'undici';
import { Transient } from '../faults.ts';
import { isLiteral, type Guard } from './guard.ts';

/** All addresses of a name, as the resolver gives them. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** Opens a socket to `options.hostname`, which is always an address that passed the guard. */
export type Connect = buildConnector.connector;

/** A name's further addresses are not tried: the next poll comes anyway. */
const MOST_ADDRESSES = 2;

/** The resolver of this machine. */
export async function resolveAll(host: string): Promise<readonly string[]> {
  return (await systemLookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);
}

/** Sockets over TCP and TLS, each attempt with its handshake bounded. */
export function tcpConnect(timeout: number): Connect {
  return buildConnector({ timeout });
}

/**
 * Resolves once, checks every answer, then connects to a checked address, so that a name cannot answer differently the second
 * time (DNS rebinding). Addresses written as hosts are checked here too: no `lookup` is ever called for them.
 */
export function guardedConnector(guard: Guard, lookup: Lookup, connect: Connect): Connect {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    checkedAddresses(guard, lookup, { host, port }).then(
      (addresses) => {
        // The certificate is the name's, whatever address it leads to.
        const named = isLiteral(host) ? {} : { servername: options.servername ?? host };
        connectFirst(connect, addresses, { ...options, ...named }, callback);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  };
}

/** The addresses of a host that passed the guard, those to try first. @throws {BadInput} `net.refused-*`; {Transient} `net.no-answer` */
async function checkedAddresses(guard: Guard, lookup: Lookup, { host, port }: { host: string; port: number }): Promise<readonly string[]> {
  const addresses = await addressesOf(lookup, host);
  guard.checkAddresses(host, addresses, port);
  return addresses.slice(0, MOST_ADDRESSES);
}

/**
 * One checked address of a server of files or mail, to connect to in place of its name.
 * @throws {BadInput} `net.refused-address` @throws {Transient} `net.no-answer`
 */
export async function serverAddress(guard: Guard, lookup: Lookup, { host, port }: { host: string; port: number }): Promise<string> {
  const [first, ...rest] = await addressesOf(lookup, host);
  guard.checkServer(host, [first, ...rest], port);
  return first;
}

/** Where a name leads now; an address leads to itself. @throws {Transient} `net.no-answer` */
export async function addressesOf(lookup: Lookup, host: string): Promise<readonly [string, ...string[]]> {
  const [first, ...rest] = isLiteral(host) ? [host] : await answersOf(lookup, host);
  if (first === undefined) throw noAnswer(host, 'no address');
  return [first, ...rest];
}

async function answersOf(lookup: Lookup, host: string): Promise<readonly string[]> {
  try {
    return await lookup(host);
  } catch (thrown) {
    throw noAnswer(host, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function noAnswer(host: string, reason: string): Transient {
  return new Transient('net.no-answer', {
    message: `DNS has no answer for ${host}: ${reason}`,
    hint: 'Check the spelling of the host and the resolver',
  });
}

function connectFirst(
  connect: Connect,
  [address, ...others]: readonly string[],
  options: buildConnector.Options,
  callback: buildConnector.Callback,
): void {
  connect({ ...options, hostname: address ?? '' }, (...outcome) => {
    if (outcome[0] !== null && others.length > 0) connectFirst(connect, others, options, callback);
    else callback(...outcome);
  });
}
