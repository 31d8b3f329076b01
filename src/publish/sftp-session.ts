import type { Client, SFTPWrapper } from 'ssh2';
import { optionalPackage } from '../optional-package.ts';
import { openSocket, type SocketPlace } from './open-socket.ts';

/** What is needed of a server's files. */
export interface SftpSession {
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** One that is there already is no fault. */
  makeFolder(folder: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Under a name that begins with a dot first, on disk, then renamed over what was there. */
  writeWhole(folder: string, name: string, text: string): Promise<void>;
  close(): void;
}

export interface SftpLogin {
  readonly place: SocketPlace;
  readonly resolve: (host: string, port: number) => Promise<string>;
  readonly username: string;
  readonly password?: string;
  readonly privateKey?: string;
  /** Whether this is the key of the server that was meant. */
  readonly isPinned: (key: Buffer) => boolean;
}

const READY_MS = 10_000;

/** Loads ssh2 and gives what logs in with it. @throws {Misconfigured} where the package is not installed */
export async function openSftp(): Promise<(login: SftpLogin) => Promise<SftpSession>> {
  const ssh2 = await optionalPackage('ssh2', () => import('ssh2'));
  return async ({ place, resolve, isPinned, ...user }) => {
    const client = new ssh2.default.Client();
    const ready = new Promise<void>((done, refuse) => {
      client.once('ready', done);
      client.on('error', refuse);
      client.once('close', () => {
        refuse(new Error('the server closed the connection'));
      });
    });
    client.connect({ ...user, sock: openSocket(place, resolve), hostVerifier: isPinned, readyTimeout: READY_MS });
    try {
      await ready;
      return sessionOf(client, await asked<SFTPWrapper>((done) => client.sftp(done)));
    } catch (error) {
      client.destroy();
      throw error;
    }
  };
}

function sessionOf(client: Client, sftp: SFTPWrapper): SftpSession {
  return {
    list: async (folder) => {
      const entries = await asked<{ filename: string }[]>((done) => {
        sftp.readdir(folder, done);
      });
      return entries.map(({ filename }) => filename);
    },
    makeFolder: async (folder) => {
      const made = asked((done) => {
        sftp.mkdir(folder, done);
      });
      // SFTP 3 tells nothing but "failure" of a folder that is there.
      await made.catch(() =>
        asked((done) => {
          sftp.stat(folder, done);
        }),
      );
    },
    remove: async (file) => {
      await asked((done) => {
        sftp.unlink(file, done);
      });
    },
    writeWhole: (folder, name, text) => writeWhole(sftp, { folder, name }, Buffer.from(text)),
    close: () => client.destroy(),
  };
}

async function writeWhole(sftp: SFTPWrapper, { folder, name }: { folder: string; name: string }, bytes: Buffer): Promise<void> {
  const temporary = `${folder}/.${name}.part`;
  const handle = await asked<Buffer>((done) => {
    sftp.open(temporary, 'w', done);
  });
  try {
    await asked((done) => {
      sftp.write(handle, bytes, 0, bytes.length, 0, done);
    });
    // Not every server knows how; the file is whole all the same.
    const synced = asked((done) => {
      sftp.ext_openssh_fsync(handle, done);
    });
    await synced.catch(() => undefined);
  } finally {
    await asked((done) => {
      sftp.close(handle, done);
    });
  }
  await asked((done) => {
    sftp.ext_openssh_rename(temporary, `${folder}/${name}`, done);
  });
}

/** The answer to one request of the library, which takes callbacks. */
function asked<T>(request: (done: (error?: Error | null, answer?: unknown) => void) => void): Promise<T> {
  return new Promise((resolve, refuse) => {
    request((error, answer) => {
      if (error instanceof Error) refuse(error);
      else resolve(answer as T);
    });
  });
}
