import { Misconfigured, Transient } from '../../faults.ts';
import { hostKeyOf, isHostKey } from '../../host-key.ts';
import { contentOf, fileOf, folderOf, KILLED, WITHHELD } from '../file-names.ts';
import { openSftp, type SftpSession } from '../sftp-session.ts';
import type { Delivery, Sink, SinkKind, SinkServices } from '../sink.ts';
import { countOption, folderOption, textOption } from '../sink-options.ts';

export interface SftpOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly privateKey?: string;
  /** `SHA256:…` as ssh-keygen -l prints it: nothing else is talked to. */
  readonly hostKey: string;
  readonly path: string;
}

/**
 * A file per revision, `<path>/<story>/<revision>.<extension>`; readers see a whole file or none. What takes a story back removes its files
 * and leaves `killed.json` or `withheld.json`. Redelivery writes the same again.
 */
export const sftp: SinkKind<SftpOptions> = {
  name: 'sftp',
  readOptions(raw) {
    const hostKey = textOption(raw, 'hostKey', 'Write hostKey: SHA256:…, as `ssh-keyscan HOST | ssh-keygen -lf -` prints it');
    if (!isHostKey(hostKey))
      throw new Misconfigured('config.sink', { message: '`hostKey` is no SHA256 fingerprint', hint: 'Write hostKey: SHA256:…' });
    const { password, privateKey } = raw;
    const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
    if (!isText(password) && !isText(privateKey))
      throw new Misconfigured('config.sink', {
        message: 'An sftp sink needs a password or a private key',
        hint: 'Write privateKey: ${env:NAME} or password: ${env:NAME}',
      });
    return {
      ...{ host: textOption(raw, 'host', 'Write host: sftp.example.org'), port: countOption(raw, 'port', 22), hostKey },
      ...{ user: textOption(raw, 'user', 'Write user: name'), path: folderOption(raw, 'path') || '.' },
      ...(isText(password) ? { password } : {}),
      ...(isText(privateKey) ? { privateKey } : {}),
    };
  },
  async open(options, services) {
    return new SftpSink(options, services, await openSftp());
  },
};

type Connect = Awaited<ReturnType<typeof openSftp>>;

class SftpSink implements Sink {
  readonly #options: SftpOptions;
  readonly #services: SinkServices;
  readonly #connect: Connect;
  #session: SftpSession | undefined;

  constructor(options: SftpOptions, services: SinkServices, connect: Connect) {
    this.#options = options;
    this.#services = services;
    this.#connect = connect;
  }

  async send(deliveries: readonly Delivery[], signal: AbortSignal, done?: () => void): Promise<void> {
    const end = (): void => {
      this.#drop();
    };
    signal.addEventListener('abort', end, { once: true });
    try {
      const { host, port, user: username, password, privateKey, hostKey } = this.#options;
      this.#session ??= await this.#connect({
        ...{ place: { host, port, tls: false }, username, resolve: this.#services.resolve },
        ...(password === undefined ? {} : { password }),
        ...(privateKey === undefined ? {} : { privateKey }),
        isPinned: (key) => hostKeyOf(key) === hostKey,
      });
      for (const delivery of deliveries) {
        await this.#store(this.#session, delivery);
        done?.();
      }
    } catch (thrown) {
      this.#drop();
      throw new Transient('sink.sftp', `The SFTP server failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  close(): Promise<void> {
    this.#drop();
    return Promise.resolve();
  }

  #drop(): void {
    this.#session?.close();
    this.#session = undefined;
  }

  async #store(session: SftpSession, delivery: Delivery): Promise<void> {
    const { event, article } = delivery;
    const folder = `${this.#options.path}/${folderOf(event.articleId)}`;
    await session.makeFolder(folder);
    const names = await session.list(folder);
    // What a killed story left in a redelivery stays out.
    if (article !== undefined && names.includes(KILLED)) return;
    if (article === undefined) for (const name of names) await session.remove(`${folder}/${name}`);
    await session.writeWhole(folder, fileOf(delivery), contentOf(delivery));
    if (article !== undefined && names.includes(WITHHELD)) await session.remove(`${folder}/${WITHHELD}`);
  }
}
