import { Agent, errors } from 'undici';
import { BadInput, Transient } from '../faults.ts';
import { readBody } from './body-reader.ts';
import { withDeadline } from './deadline.ts';
import { createGuard, hostOf, portOf, redirectTarget, type Guard } from './guard.ts';
import { addressesOf, guardedConnector, resolveAll, serverAddress, tcpConnect, type Connect, type Lookup } from './guarded-connector.ts';

/** One request. Userinfo in the URL becomes an `authorization` header of that origin alone. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds that the other side may hold back the head of its answer, besides the usual (long poll). */
  readonly patienceMs?: number;
  readonly signal: AbortSignal;
}

/** The last answer of the way, whole and unpacked. `url` is where it came from, without userinfo; header names are lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** `bytes` as UTF-8. */
  readonly body: string;
}

/** The only way to the network: fits `TransportServices.request` and `SinkServices.request`. */
export interface GuardedClient {
  /**
   * @throws {BadInput} `net.refused-*` (the guard), `net.redirects`, `http.content-encoding`, `input.too-large`, `input.compression`
   * @throws {Transient} `net.no-answer`, `net.timeout`, `net.aborted`, `net.failed`, `http.malformed`, `http.partial`
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Whether a URL may be asked for, as its name leads now. @throws {BadInput} `net.refused-*`; {Transient} `net.no-answer` */
  check(url: string): Promise<void>;
  /** An address of `host` that may be connected to, for protocols other than HTTP. @throws {BadInput} `net.refused-*`; {Transient} `net.no-answer` */
  resolve(host: string, port: number): Promise<string>;
  close(): Promise<void>;
}

/** How long one request may take, milliseconds. */
export interface TimeLimits {
  /** One attempt, with its TLS handshake. */
  readonly connect: number;
  /** From the request to the end of the answer's head, however it drips. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly idle: number;
  /** From beginning to end, redirects included. */
  readonly total: number;
}

/** undici's timers come up to a second late: the head is there within ten seconds. */
export const LIMITS: TimeLimits = { connect: 5_000, headers: 9_000, idle: 10_000, total: 60_000 };

/**
 * `allow` as in `network.allow` of the config; `limits` are `LIMITS` unless given; `lookup` and `connect` stand in for DNS and sockets
 * in tests.
 */
export interface ClientOptions {
  readonly allow: readonly string[];
  readonly limits?: TimeLimits;
  readonly lookup?: Lookup;
  readonly connect?: Connect;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What may follow a redirect to another origin; everything else may be a credential. */
const FREE_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-encoding', 'accept-language', 'user-agent']);
const DEFAULT_HEADERS = { 'user-agent': 'wirecopy', 'accept-encoding': 'gzip, deflate, br' };

/** HTTP/1.1 behind the guard. @throws {Misconfigured} where `allow` cannot be read. */
export function createGuardedClient(options: ClientOptions): GuardedClient {
  const { allow, limits = LIMITS, lookup = resolveAll, connect = tcpConnect(limits.connect) } = options;
  const guard = createGuard(allow);
  const agent = new Agent({
    connect: guardedConnector(guard, lookup, connect),
    headersTimeout: limits.headers,
    bodyTimeout: limits.idle,
    connections: 2,
    pipelining: 1,
  });
  return {
    request: (request) =>
      withDeadline(request.signal, limits.total, (signal) => follow({ agent, guard, headersMs: limits.headers }, { ...request, signal })),
    check: async (url) => {
      const target = guard.checkUrl(url);
      const host = hostOf(target);
      guard.checkAddresses(host, await addressesOf(lookup, host), portOf(target));
    },
    resolve: (host, port) => serverAddress(guard, lookup, { host, port }),
    close: () => agent.destroy(),
  };
}

interface Way {
  readonly agent: Agent;
  readonly guard: Guard;
  readonly headersMs: number;
}

async function follow({ agent, guard, headersMs }: Way, request: HttpRequest): Promise<HttpAnswer> {
  let { url, headers } = addressed(guard.checkUrl(request.url), { ...DEFAULT_HEADERS, ...lowerCase(request.headers) });
  for (let hop = 0; ; hop += 1) {
    const answer = await once(agent, { ...request, url: url.href, headers }, headersMs + (request.patienceMs ?? 0));
    const location = answer.headers['location'];
    // A request with a body is never repeated elsewhere: the caller sees the 3xx.
    if (!REDIRECTS.has(answer.status) || location === undefined || request.method !== 'GET') return answer;
    if (hop === MAX_REDIRECTS)
      throw new BadInput('net.redirects', {
        message: `${url.host} redirects more than ${MAX_REDIRECTS} times`,
        hint: 'Give the final address in the config',
      });
    const next = guard.checkUrl(redirectTarget(location, url));
    if (next.origin !== url.origin) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => FREE_HEADERS.has(name)));
    ({ url, headers } = addressed(next, headers));
  }
}

/** Moves userinfo out of the URL into a Basic header (RFC 7617), where none is given. */
function addressed(url: URL, headers: Readonly<Record<string, string>>): { url: URL; headers: Readonly<Record<string, string>> } {
  if (url.username === '' && url.password === '') return { url, headers };
  const pair = `${unescaped(url.username)}:${unescaped(url.password)}`;
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  return { url: bare, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}`, ...headers } };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function once(agent: Agent, { method, url, headers, body, signal }: HttpRequest, headersTimeout: number): Promise<HttpAnswer> {
  const { origin, pathname, search } = new URL(url);
  let started = false;
  try {
    const answer = await agent.request({
      origin,
      path: `${pathname}${search}`,
      method,
      headers,
      body: body ?? null,
      headersTimeout,
      signal,
    });
    started = true;
    const received = flat(answer.headers);
    const bytes = await readBody({ stream: answer.body, encoding: received['content-encoding'] });
    return {
      status: answer.statusCode,
      url,
      headers: received,
      bytes,
      get body() {
        return new TextDecoder().decode(bytes);
      },
    };
  } catch (thrown) {
    throw faultOf(thrown, { host: new URL(url).host, started, signal });
  }
}

function faultOf(thrown: unknown, { host, started, signal }: { host: string; started: boolean; signal: AbortSignal }): unknown {
  if (thrown instanceof BadInput || thrown instanceof Transient) return thrown;
  if (signal.aborted && !isTimeout(signal.reason)) return new Transient('net.aborted', `The request to ${host} was called off`);
  if (signal.aborted || isTimeout(thrown))
    return new Transient('net.timeout', {
      message: `${host} did not ${started ? 'finish its answer' : 'answer'} in time`,
      hint: 'It is asked again',
    });
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  if (started || thrown instanceof errors.ResponseContentLengthMismatchError)
    return new Transient('http.partial', {
      message: `${host} broke off in the middle of its answer: ${reason}`,
      hint: 'Nothing of it is used',
    });
  if (thrown instanceof errors.HTTPParserError || thrown instanceof errors.HeadersOverflowError)
    return new Transient('http.malformed', `The answer of ${host} is not HTTP/1.1: ${reason}`);
  return new Transient('net.failed', {
    message: `No connection to ${host}: ${reason}`,
    hint: 'Check host and port, and that the other side runs',
  });
}

function isTimeout(reason: unknown): boolean {
  return (
    reason instanceof errors.ConnectTimeoutError ||
    reason instanceof errors.HeadersTimeoutError ||
    reason instanceof errors.BodyTimeoutError ||
    (reason instanceof Error && reason.name === 'TimeoutError')
  );
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
