import type { OptionReader } from './option-reader.ts';

/** A server named by an address such as `sftp://host:22/folder`. */
export interface ServerPlace {
  readonly host: string;
  readonly port: number;
  /** Decoded, without the slash at the end; '/' at the top. */
  readonly path: string;
  /** Of the address, else of the options. */
  readonly user?: string;
  readonly password?: string;
}

/** `url`, `user` and `password` of a server of files or mail. `ports` gives the schemes that are read. @throws {Misconfigured} `config.option` */
export function readServer(options: OptionReader, ports: Readonly<Record<string, number>>): ServerPlace {
  const text = options.text('url');
  const url = URL.canParse(text)
    ? new URL(text)
    : options.fail('url', 'is no address', `Write ${Object.keys(ports)[0] ?? ''}//host/folder`);
  const usual = ports[url.protocol] ?? options.fail('url', `must begin with ${Object.keys(ports).join(' or ')}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '') options.fail('url', 'names no host');
  const user = options.textOr('user', decoded(url.username));
  const password = options.textOr('password', decoded(url.password));
  return {
    host,
    port: url.port === '' ? usual : Number(url.port),
    path: decoded(url.pathname).replace(/(?<=.)\/$/, '') || '/',
    ...(user === '' ? {} : { user }),
    ...(password === '' ? {} : { password }),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
