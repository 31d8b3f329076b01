import { Misconfigured } from '../faults.ts';
import type { Fetched, PollAdvice, PollRequest, Transport } from './transport.ts';
import { directory } from './transports/directory.ts';
import { ftp } from './transports/ftp.ts';
import { httpQueue } from './transports/http-queue.ts';
import { http } from './transports/http.ts';
import { imap } from './transports/imap.ts';
import { push } from './transports/push.ts';
import { sftp } from './transports/sftp.ts';

/** A transport with the options of one feed already read. */
export interface OpenTransport {
  readonly name: string;
  poll(request: Omit<PollRequest<unknown>, 'options'>): AsyncGenerator<Fetched, PollAdvice>;
}

/** A transport that waits for its options. Registered ones are kept in this form, so that each keeps its own type of options. */
export interface TransportKind {
  readonly name: string;
  /** @throws {Misconfigured} */
  open(raw: Readonly<Record<string, unknown>>): OpenTransport;
}

function kindOf<Options>(transport: Transport<Options>): TransportKind {
  return {
    name: transport.name,
    open(raw) {
      const options = transport.readOptions(raw);
      return { name: transport.name, poll: (request) => transport.poll({ ...request, options }) };
    },
  };
}

/** Every way in. */
export const transports: readonly TransportKind[] = [
  kindOf(directory),
  kindOf(ftp),
  kindOf(http),
  kindOf(httpQueue),
  kindOf(imap),
  kindOf(push),
  kindOf(sftp),
];

/** The transport of a feed. @throws {Misconfigured} `config.transport` or what the transport finds wrong with its options */
export function openTransport(name: string, raw: Readonly<Record<string, unknown>>): OpenTransport {
  const kind = transports.find((transport) => transport.name === name);
  if (kind !== undefined) return kind.open(raw);
  throw new Misconfigured('config.transport', {
    message: `No transport is called ${name}`,
    hint: `Transports: ${transports.map((transport) => transport.name).join(', ')}`,
  });
}
