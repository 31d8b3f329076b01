import type { FastifyInstance } from 'fastify';
import ipaddr from 'ipaddr.js';
import { Misconfigured } from '../faults.ts';

/** Where to listen. Port 0 takes a free one. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Whether callers have to show a token. */
  readonly secured: boolean;
}

/** Starts the API and returns its address. @throws {Misconfigured} `api.no-token` for an open bind, `api.bind` where the port cannot be had. */
export async function listen(app: FastifyInstance, { host, port, secured }: ListenOptions): Promise<string> {
  if (!isLoopback(host) && !secured)
    throw new Misconfigured('api.no-token', {
      message: `The API would be open to everybody who reaches ${host}`,
      hint: 'Make a token with `wirecopy token create`, set `api.token: ${env:NAME}`, or bind to 127.0.0.1',
    });
  try {
    return await app.listen({ host, port });
  } catch (thrown) {
    throw new Misconfigured('api.bind', {
      message: `Cannot listen on ${host} port ${port}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      hint: 'Choose another `api.port`, or stop what uses this one',
    });
  }
}

/** `localhost` is taken at its word (RFC 6761); any other name may lead anywhere. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const address = host.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
