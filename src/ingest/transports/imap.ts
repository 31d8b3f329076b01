import { isIP } from 'node:net';
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { Transient } from '../../faults.ts';
import { optionalPackage } from '../../optional-package.ts';
import { readOptionsOf } from '../option-reader.ts';
import { serverFault } from '../remote-folder.ts';
import { readServer, type ServerPlace } from '../server-options.ts';
import type { Fetched, PollAdvice, Transport } from '../transport.ts';

export interface ImapOptions {
  readonly server: ServerPlace;
  /** TLS from the first byte, or asked for after connecting; nothing is ever sent in the clear. */
  readonly implicit: boolean;
  readonly mailbox: string;
  /** OAuth 2.0 access token in place of a password. */
  readonly token?: string;
  /** PEM of an authority of one's own. */
  readonly ca?: string;
}

const ANSWER_MS = 10_000;
const IDLE_MS = 60_000;
const MAX_MESSAGE_BYTES = 20 * 1_048_576;
const MAX_MESSAGES = 500;

/**
 * Messages of one mailbox by IMAP, never changed there. Options: `url` (`imaps://host`, or `imap://host` with STARTTLS), `user`, `password` or
 * `token`, `mailbox`, `ca`. The cursor is UIDVALIDITY and the last UID (RFC 3501 section 2.3.1.1): where a server gives new numbers,
 * everything comes again, and the journal knows it.
 */
export const imap: Transport<ImapOptions> = {
  name: 'imap',

  readOptions(raw) {
    const options = readOptionsOf('imap', raw);
    const server = readServer(options, { 'imaps:': 993, 'imap:': 143 });
    const token = options.textOr('token', undefined);
    const ca = options.block('ca');
    if (server.user === undefined) options.fail('user', 'is missing');
    if ((server.password === undefined) === (token === undefined)) options.fail('password', 'or `token`: one of them');
    const read = {
      ...{ server, implicit: options.text('url').startsWith('imaps:'), mailbox: options.textOr('mailbox', 'INBOX') },
      ...(token === undefined ? {} : { token }),
      ...(ca === undefined ? {} : { ca }),
    };
    options.end();
    return read;
  },

  async *poll({ options, cursor, since, signal, services }): AsyncGenerator<Fetched, PollAdvice> {
    const { server, mailbox } = options;
    if (signal.aborted) throw new Transient('imap.aborted', 'Reading the mailbox was called off');
    const { ImapFlow: Client } = await optionalPackage('imapflow', () => import('imapflow'));
    const client = new Client(clientOptions(options, await services.resolve(server.host, server.port)));
    // The connection's own errors also reject what is under way.
    client.on('error', () => undefined);
    const stop = (): void => {
      client.close();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      await client.connect();
      const { uidValidity } = await client.mailboxOpen(mailbox, { readOnly: true });
      return yield* messages(client, String(uidValidity), { cursor, ...(since === undefined ? {} : { since }) });
    } catch (thrown) {
      throw serverFault(server.host, saidBy(thrown));
    } finally {
      signal.removeEventListener('abort', stop);
      client.close();
    }
  },
};

interface Place {
  readonly cursor: string | null;
  readonly since?: string;
}

async function* messages(client: ImapFlow, validity: string, { cursor, since }: Place): AsyncGenerator<Fetched, PollAdvice> {
  const [known = '', last = ''] = (cursor ?? '').split(' ');
  const reached = known === validity && /^\d{1,10}$/.test(last) ? Number(last) : 0;
  const listed = await client.fetchAll(`${reached + 1}:*`, { uid: true, size: true, internalDate: true }, { uid: true });
  // `n:*` always names the last message, even one before n.
  const fresh = listed.filter(({ uid, internalDate }) => uid > reached && isSince(internalDate, since)).sort((a, b) => a.uid - b.uid);
  for (const { uid, size = 0 } of fresh.slice(0, MAX_MESSAGES)) {
    if (size > MAX_MESSAGE_BYTES)
      throw new Transient('imap.too-large', {
        message: `Message ${uid} has more than ${MAX_MESSAGE_BYTES / 1_048_576} MB`,
        hint: 'Move it out of the mailbox',
      });
    const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
    const source = message === false ? undefined : message.source;
    // Deleted since it was listed.
    if (source === undefined) continue;
    yield { bytes: source, mediaType: 'message/rfc822', cursor: `${validity} ${uid}` };
  }
  return fresh.length > MAX_MESSAGES ? { more: true } : {};
}

/** The server's time of receipt; a message without one is taken. */
function isSince(at: Date | string | undefined, since: string | undefined): boolean {
  return since === undefined || at === undefined || !(new Date(at).getTime() < Date.parse(since));
}

function clientOptions({ server, implicit, token, ca }: ImapOptions, host: string): ImapFlowOptions {
  const { user = '', password, port } = server;
  return {
    ...{ host, port, secure: implicit, logger: false, emitLogs: false, disableAutoIdle: true },
    ...(implicit ? {} : { doSTARTTLS: true }),
    ...(isIP(server.host) === 0 ? { servername: server.host } : {}),
    auth: { user, ...(password === undefined ? {} : { pass: password }), ...(token === undefined ? {} : { accessToken: token }) },
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...{ connectionTimeout: ANSWER_MS, greetingTimeout: ANSWER_MS, socketTimeout: IDLE_MS },
  };
}

/** What the server said is more than "Command failed". */
function saidBy(thrown: unknown): unknown {
  const said = thrown instanceof Error && 'responseText' in thrown ? thrown.responseText : undefined;
  return typeof said === 'string' && said !== '' ? new Error(said) : thrown;
}
