import { isIP } from 'node:net';
import { Writable } from 'node:stream';
import type { AccessOptions, Client } from 'basic-ftp';
import { optionalPackage } from '../../optional-package.ts';
import { readOptionsOf } from '../option-reader.ts';
import { pollFolder, readFolderOptions, serverFault, tooLarge, type FolderOptions, type RemoteFolder } from '../remote-folder.ts';
import { readServer, type ServerPlace } from '../server-options.ts';
import type { Fetched, PollAdvice, Transport } from '../transport.ts';

export interface FtpOptions {
  readonly server: ServerPlace;
  /** TLS asked for after connecting, TLS from the first byte, or none. */
  readonly tls: 'explicit' | 'implicit' | 'none';
  /** PEM of an authority of one's own. */
  readonly ca?: string;
  readonly folder: FolderOptions;
}

/** Of the connection and of each answer. */
const ANSWER_MS = 10_000;

/**
 * Files of one folder by FTP or FTPS. Options: `url` (`ftp://host/folder`; `ftps://` is TLS from the first byte), `user`, `password`, `tls`
 * (`explicit` unless the address or the option says otherwise), `ca`, and those of `readFolderOptions`. The server's data connections go to
 * the checked address alone, whatever its PASV answer says. `ftp://` without TLS has to be asked for with `tls: none`.
 */
export const ftp: Transport<FtpOptions> = {
  name: 'ftp',

  readOptions(raw) {
    const options = readOptionsOf('ftp', raw);
    const server = readServer(options, { 'ftp:': 21, 'ftps:': 990 });
    const implicit = options.text('url').startsWith('ftps:');
    const tls = options.choice('tls', ['explicit', 'implicit', 'none'], implicit ? 'implicit' : 'explicit');
    const ca = options.block('ca');
    const read = { server, tls, folder: readFolderOptions(options), ...(ca === undefined ? {} : { ca }) };
    options.end();
    return read;
  },

  async *poll({ options, cursor, signal, services }): AsyncGenerator<Fetched, PollAdvice> {
    const { server } = options;
    const ftpPackage = await optionalPackage('basic-ftp', () => import('basic-ftp'));
    const client = new ftpPackage.Client(ANSWER_MS, { allowSeparateTransferHost: false });
    const stop = (): void => {
      client.close();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      const host = await services.resolve(server.host, server.port);
      await client.access(accessOf(options, host));
      if (server.path !== '/') await client.cd(server.path);
      return yield* pollFolder({ folder: folderOf(client), options: options.folder, cursor, signal });
    } catch (thrown) {
      throw serverFault(server.host, thrown);
    } finally {
      signal.removeEventListener('abort', stop);
      client.close();
    }
  },
};

function accessOf({ server, tls, ca }: FtpOptions, host: string): AccessOptions {
  const { user, password, port } = server;
  return {
    ...{ host, port, secure: tls === 'none' ? false : tls === 'implicit' ? 'implicit' : true },
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    // The certificate is the name's, whatever address it leads to.
    secureOptions: { ...(isIP(server.host) === 0 ? { servername: server.host } : {}), ...(ca === undefined ? {} : { ca }) },
  };
}

function folderOf(client: Client): RemoteFolder {
  return {
    list: async () =>
      (await client.list()).flatMap(({ isFile, name, size, modifiedAt, rawModifiedAt }) =>
        isFile ? [{ name, size, stamp: modifiedAt?.toISOString() ?? rawModifiedAt }] : [],
      ),
    read: async (name, mostBytes) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const sink = new Writable({
        write(chunk: Buffer, _encoding, done) {
          size += chunk.byteLength;
          chunks.push(chunk);
          done(size > mostBytes ? tooLarge(name) : null);
        },
      });
      await client.downloadTo(sink, name);
      return Buffer.concat(chunks, size);
    },
    remove: async (name) => {
      await client.remove(name);
    },
  };
}
