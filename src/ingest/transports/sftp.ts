import type { Client, SFTPWrapper } from 'ssh2';
import { Transient } from '../../faults.ts';
import { hostKeyOf, isHostKey } from '../../host-key.ts';
import { optionalPackage } from '../../optional-package.ts';
import { readOptionsOf } from '../option-reader.ts';
import {
  pollFolder,
  readFolderOptions,
  serverFault,
  tooLarge,
  type FolderOptions,
  type RemoteFile,
  type RemoteFolder,
} from '../remote-folder.ts';
import { readServer, type ServerPlace } from '../server-options.ts';
import type { Fetched, PollAdvice, PollRequest, Transport } from '../transport.ts';

export interface SftpOptions {
  readonly server: ServerPlace;
  /** Private key, as its file holds it. */
  readonly key?: string;
  readonly passphrase?: string;
  /** `SHA256:…` as `ssh-keygen -lf` prints it. */
  readonly hostKey?: string;
  readonly folder: FolderOptions;
}

const CONNECT_MS = 10_000;
/** What every server gives in one answer. */
const CHUNK = 32_768;
/** SSH_FX_EOF. */
const END_OF_FILE = 1;
/** A connection that does not answer three times is dead. */
const ALIVE_MS = 5_000;
/** Type bits of a POSIX mode. */
const TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * Files of one folder by SFTP. Options: `url` (`sftp://host/folder`), `user`, `password` or `key` and `passphrase`, `hostKey`, and those of
 * `readFolderOptions`. Without `hostKey` nothing is fetched: the fault names the key that the server showed.
 */
export const sftp: Transport<SftpOptions> = {
  name: 'sftp',

  readOptions(raw) {
    const options = readOptionsOf('sftp', raw);
    const server = readServer(options, { 'sftp:': 22 });
    const key = options.block('key');
    const passphrase = options.textOr('passphrase', undefined);
    const hostKey = options.textOr('hostKey', undefined);
    if (server.user === undefined) options.fail('user', 'is missing');
    if (hostKey !== undefined && !isHostKey(hostKey)) options.fail('hostKey', 'must be SHA256:… as ssh-keygen prints it');
    const read = {
      server,
      folder: readFolderOptions(options),
      ...(key === undefined ? {} : { key }),
      ...(passphrase === undefined ? {} : { passphrase }),
      ...(hostKey === undefined ? {} : { hostKey }),
    };
    options.end();
    return read;
  },

  async *poll({ options, cursor, signal, services }): AsyncGenerator<Fetched, PollAdvice> {
    const { server } = options;
    const ssh = await optionalPackage('ssh2', () => import('ssh2'));
    const client = new ssh.default.Client();
    const stop = (): void => void client.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const session = await connect(client, options, { services, signal });
      return yield* pollFolder({ folder: folderOf(session, server), options: options.folder, cursor, signal });
    } catch (thrown) {
      throw serverFault(server.host, thrown);
    } finally {
      signal.removeEventListener('abort', stop);
      client.end();
    }
  },
};

async function connect(
  client: Client,
  options: SftpOptions,
  { services, signal }: Pick<PollRequest<SftpOptions>, 'services' | 'signal'>,
): Promise<SFTPWrapper> {
  const { server, key, passphrase, hostKey } = options;
  const host = await services.resolve(server.host, server.port);
  let shown = '';
  const ready = new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).on('error', (error: Error) => {
      reject(shown === '' || shown === hostKey ? error : strangeKey(server, shown));
    });
    client.once('close', () => {
      reject(new Error(signal.aborted ? 'called off' : 'the connection was closed'));
    });
  });
  client.connect({
    ...{ host, port: server.port, readyTimeout: CONNECT_MS, keepaliveInterval: ALIVE_MS },
    ...(server.user === undefined ? {} : { username: server.user }),
    ...(server.password === undefined ? {} : { password: server.password }),
    ...(key === undefined ? {} : { privateKey: key }),
    ...(passphrase === undefined ? {} : { passphrase }),
    hostVerifier: (its: Buffer) => {
      shown = hostKeyOf(its);
      return shown === hostKey;
    },
  });
  await ready;
  return new Promise((resolve, reject) => {
    client.sftp((error, session) => {
      if (error === undefined) resolve(session);
      else reject(error);
    });
  });
}

function strangeKey({ host }: ServerPlace, shown: string): Transient {
  return new Transient('sftp.host-key', {
    message: `The key of ${host} is ${shown}, which the config does not name`,
    hint: `If that is its key, write \`hostKey: ${shown}\`; ask the provider where in doubt`,
  });
}

function folderOf(session: SFTPWrapper, { path }: ServerPlace): RemoteFolder {
  const at = (name: string): string => (path === '/' ? `/${name}` : `${path}/${name}`);
  return {
    list: () =>
      new Promise((resolve, reject) => {
        session.readdir(path, (error, entries) => {
          if (error !== undefined) reject(error);
          else resolve(entries.flatMap(({ filename, attrs }) => ((attrs.mode & TYPE) === REGULAR ? [fileOf(filename, attrs)] : [])));
        });
      }),
    read: (name, mostBytes) => readAll(session, { name, path: at(name) }, mostBytes),
    remove: (name) =>
      new Promise((resolve, reject) => {
        session.unlink(at(name), (error) => {
          if (error == null) resolve();
          else reject(error);
        });
      }),
  };
}

function fileOf(name: string, { size, mtime }: { size: number; mtime: number }): RemoteFile {
  return { name, size, stamp: String(mtime) };
}

/** Not ssh2's stream: what it still asks for when the connection ends fails where nobody listens. */
async function readAll(session: SFTPWrapper, { name, path }: { name: string; path: string }, mostBytes: number): Promise<Uint8Array> {
  const handle = await new Promise<Buffer>((resolve, reject) => {
    session.open(path, 'r', (error, opened) => {
      if (error === undefined) resolve(opened);
      else reject(error);
    });
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = await readAt(session, handle, size);
    if (chunk.byteLength === 0) break;
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge(name);
    chunks.push(chunk);
  }
  await new Promise<void>((resolve) => {
    session.close(handle, () => {
      resolve();
    });
  });
  return Buffer.concat(chunks, size);
}

/** Empty at the end of the file. */
function readAt(session: SFTPWrapper, handle: Buffer, position: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    session.read(handle, Buffer.allocUnsafe(CHUNK), 0, CHUNK, position, (error: (Error & { code?: number }) | undefined, read, buffer) => {
      if (error === undefined) resolve(Buffer.from(buffer.subarray(0, read)));
      else if (error.code === END_OF_FILE) resolve(Buffer.alloc(0));
      else reject(error);
    });
  });
}
