import { BadInput, Transient } from '../../faults.ts';
import { jsonMember } from './json-path.ts';
import type { TransportServices } from '../transport.ts';
import type { Access, OAuthAccess } from './access.ts';

export type Answer = Awaited<ReturnType<TransportServices['request']>>;

/** One question to a source. */
export interface Question {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds that the source may hold its answer back, besides the usual. */
  readonly patienceMs?: number;
}

/** Asks a source as somebody it knows. */
export type Ask = (question: Question) => Promise<Answer>;

interface Token {
  readonly value: string;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** Tokens live as long as the options of their feed do, in memory alone. */
const tokens = new WeakMap<OAuthAccess, Token>();
/** A token is renewed this long before it ends. */
const MARGIN_MS = 30_000;
const DEFAULT_LIFE_S = 300;

/** The way to ask with `access`. A token that is refused is fetched anew once. */
export function askerOf(access: Access, { services, signal }: { services: TransportServices; signal: AbortSignal }): Ask {
  const send = async (
    { url, method = 'GET', headers = {}, ...more }: Question,
    extra: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const asked = access.kind === 'key' && access.in === 'query' ? withParameter(url, access.name, access.secret) : url;
    return request(services, { ...more, method, url: asked, headers: { ...headers, ...extra }, signal });
  };
  if (access.kind !== 'oauth2') return (question) => send(question, credentials(access));
  return async (question) => {
    const answer = await send(question, bearer(await tokenOf(access, { services, signal })));
    if (answer.status !== 401) return answer;
    tokens.delete(access);
    return send(question, bearer(await tokenOf(access, { services, signal })));
  };
}

/** The address without what tells who asks: fit to be stored. */
export function withoutSecrets(url: string, access: Access): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  if (access.kind === 'key' && access.in === 'query') bare.searchParams.delete(access.name);
  return bare.href;
}

function credentials(access: Exclude<Access, OAuthAccess>): Readonly<Record<string, string>> {
  if (access.kind === 'basic') return { authorization: basic(access.user, access.password) };
  if (access.kind === 'bearer') return bearer(access.token);
  return access.kind === 'key' && access.in === 'header' ? { [access.name]: access.secret } : {};
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function bearer(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

function withParameter(url: string, name: string, value: string): string {
  const asked = new URL(url);
  asked.searchParams.set(name, value);
  return asked.href;
}

async function tokenOf(access: OAuthAccess, { services, signal }: { services: TransportServices; signal: AbortSignal }): Promise<string> {
  const known = tokens.get(access);
  if (known !== undefined && known.until > performance.now()) return known.value;
  const { tokenUrl, clientId, secret, client, form } = access;
  // RFC 6749 section 2.3.1: both halves are form-encoded before they become a Basic header.
  const named = client === 'basic' ? { authorization: basic(encodeURIComponent(clientId), encodeURIComponent(secret)) } : {};
  const body = new URLSearchParams({ ...form, ...(client === 'form' ? { client_id: clientId, client_secret: secret } : {}) }).toString();
  const answer = await request(services, {
    method: 'POST',
    url: tokenUrl,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...named },
    body,
    signal,
  });
  const token = readToken(answer);
  tokens.set(access, token);
  return token.value;
}

/** What the token server says stays out of the message: it may repeat what it was sent. */
function readToken({ status, bytes, url }: Answer): Token {
  const value = jsonMember(bytes, 'access_token');
  const life = Number(jsonMember(bytes, 'expires_in') ?? DEFAULT_LIFE_S);
  if (status !== 200 || typeof value !== 'string' || !/^[\x21-\x7e]{1,8192}$/.test(value))
    throw new Transient('http.token', {
      message: `${new URL(url).host} gave no token (status ${status})`,
      hint: 'Check clientId, secret, grant and scope of `auth`',
    });
  return { value, until: performance.now() + Math.max((Number.isFinite(life) ? life : DEFAULT_LIFE_S) * 1_000 - MARGIN_MS, 1_000) };
}

/** Nothing was kept yet, so nothing can be quarantined: what is wrong with an answer may be right at the next poll. */
async function request(services: TransportServices, asked: Parameters<TransportServices['request']>[0]): Promise<Answer> {
  try {
    return await services.request(asked);
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown;
    const { code, message, where, hint } = thrown;
    throw new Transient(code, { message, where, ...(hint === undefined ? {} : { hint }) });
  }
}
