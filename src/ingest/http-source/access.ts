import type { OptionReader } from '../option-reader.ts';

/** How a source knows who asks. Secrets are in place: never to be printed or stored. */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'key'; readonly in: 'header' | 'query'; readonly name: string; readonly secret: string }
  | OAuthAccess;

/** OAuth 2.0 (RFC 6749): client credentials, or the password grant that some agencies ask for. */
export interface OAuthAccess {
  readonly kind: 'oauth2';
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly secret: string;
  /** Whether the client names itself in a Basic header or in the form. */
  readonly client: 'basic' | 'form';
  /** `grant_type` and what it needs besides: `scope`, `audience`, `username` and `password`. */
  readonly form: Readonly<Record<string, string>>;
}

const KINDS = ['basic', 'bearer', 'key', 'oauth2'] as const;

/** `auth` of an http feed; open where there is none. @throws {Misconfigured} `config.option` */
export function readAccess(options: OptionReader): Access {
  const auth = options.part('auth');
  if (auth === undefined) return { kind: 'open' };
  const kind = auth.choice('kind', KINDS);
  const access = READERS[kind](auth);
  auth.end();
  return access;
}

const READERS: Readonly<Record<(typeof KINDS)[number], (auth: OptionReader) => Access>> = {
  basic: (auth) => ({ kind: 'basic', user: auth.text('user'), password: auth.text('password') }),
  bearer: (auth) => ({ kind: 'bearer', token: auth.text('token') }),
  key: (auth) => {
    const place = auth.choice('in', ['header', 'query'], 'header');
    const name = auth.text('name');
    if (!/^[A-Za-z0-9!#$%&'*+.^_|~-]{1,80}$/.test(name)) auth.fail('name', 'must be the name of a header or of a query parameter');
    return { kind: 'key', in: place, name: place === 'header' ? name.toLowerCase() : name, secret: auth.text('secret') };
  },
  oauth2: (auth) => {
    const grant = auth.choice('grant', ['client_credentials', 'password'], 'client_credentials');
    const scope = auth.textOr('scope', undefined);
    const audience = auth.textOr('audience', undefined);
    return {
      kind: 'oauth2',
      tokenUrl: readWebAddress(auth, 'tokenUrl'),
      clientId: auth.text('clientId'),
      secret: auth.text('secret'),
      client: auth.choice('client', ['basic', 'form'], 'basic'),
      form: {
        grant_type: grant,
        ...(scope === undefined ? {} : { scope }),
        ...(audience === undefined ? {} : { audience }),
        ...(grant === 'password' ? { username: auth.text('user'), password: auth.text('password') } : {}),
      },
    };
  },
};

/** An http or https address. @throws {Misconfigured} `config.option` */
export function readWebAddress(options: OptionReader, name: string): string {
  const url = options.text(name);
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : options.fail(name, 'must be an http or https address');
}

/** Headers as written, with names in lower case. @throws {Misconfigured} `config.option` */
export function readHeaders(options: OptionReader): Readonly<Record<string, string>> {
  const entries = Object.entries(options.texts('headers')).map(([name, value]): [string, string] => {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/.test(name))
      options.fail('headers', `has a name that HTTP does not allow: ${JSON.stringify(name.slice(0, 80))}`);
    if (!/^[\x20-\x7e]{0,4096}$/.test(value)) options.fail('headers', `has a value beyond plain ASCII: ${name}`);
    return [name.toLowerCase(), value];
  });
  return Object.fromEntries(entries);
}
