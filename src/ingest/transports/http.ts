import { sha256 } from '../../article/hash.ts';
import { BadInput, Misconfigured, Transient } from '../../faults.ts';
import type { Fetched, PollAdvice, PollRequest, Transport } from '../transport.ts';

/** `headers` carry what the sender asks for (a token, an agency key); they are sent to the feed's own origin only. */
export interface HttpOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What may be kept of an answer and sent back later: visible ASCII and blanks, so that nothing can be injected. */
const VALIDATOR = /^[\x21-\x7e ]{1,256}$/;
const KEPT_HEADERS = ['content-type', 'last-modified', 'etag', 'date'] as const;
const DAY_MS = 86_400_000;
const ACCEPT = 'application/xml, application/rss+xml, application/atom+xml, application/json, text/html;q=0.9, */*;q=0.8';

/**
 * One document by HTTP GET, conditional (RFC 9110 section 13) from the second poll on. Options: `url`, `headers`.
 * 304 yields nothing; Retry-After and Cache-Control `max-age` become advice, at most one day.
 */
export const http: Transport<HttpOptions> = {
  name: 'http',

  readOptions(raw) {
    const { url, headers = {}, ...unknown } = raw;
    refuseUnknown(Object.keys(unknown));
    if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new Misconfigured('config.http', { message: 'http: `url` must be an http or https address', where: { path: 'url' } });
    return { url, headers: readHeaders(headers) };
  },

  async *poll(request): AsyncGenerator<Fetched, PollAdvice> {
    const { options, validators } = request;
    const known = validators['for'] === keyOf(options) ? validators : {};
    const conditions = conditionsOf(known);
    const answer = await ask(request, { accept: ACCEPT, ...options.headers, ...conditions });
    const advice = maxAge(answer.headers);
    if (answer.status === 304 && Object.keys(conditions).length > 0) return advice;
    if (answer.status < 200 || answer.status > 299) throw unexpected(answer);
    // An empty answer is a fault of the sender, not a feed without stories; its ETag would hide the next real one.
    if (answer.bytes.byteLength === 0)
      throw new Transient('http.empty', { message: `${hostOf(answer.url)} sent an empty answer`, hint: 'It is asked again' });
    yield documentOf(answer, options);
    return advice;
  },
};

type Answer = Awaited<ReturnType<PollRequest<HttpOptions>['services']['request']>>;

/** Nothing was kept yet, so nothing can be quarantined: what is wrong with an answer may be right at the next poll. */
async function ask({ options, services, signal }: PollRequest<HttpOptions>, headers: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    return await services.request({ method: 'GET', url: options.url, headers, signal });
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown;
    throw new Transient(thrown.code, {
      message: thrown.message,
      where: thrown.where,
      ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
    });
  }
}

function documentOf({ url, headers, bytes }: Answer, options: HttpOptions): Fetched {
  const mediaType = headers['content-type'];
  const etag = headers['etag'] ?? '';
  const modified = headers['last-modified'] ?? '';
  return {
    bytes,
    url: bareUrl(url),
    ...(mediaType === undefined ? {} : { mediaType }),
    headers: Object.fromEntries(KEPT_HEADERS.flatMap((name) => (VALIDATOR.test(headers[name] ?? '') ? [[name, headers[name] ?? '']] : []))),
    validators: {
      for: keyOf(options),
      ...(VALIDATOR.test(etag) ? { etag } : {}),
      ...(VALIDATOR.test(modified) ? { 'last-modified': modified } : {}),
    },
  };
}

function conditionsOf(validators: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { etag = '', 'last-modified': modified = '' } = validators;
  return {
    ...(VALIDATOR.test(etag) ? { 'if-none-match': etag } : {}),
    ...(VALIDATOR.test(modified) ? { 'if-modified-since': modified } : {}),
  };
}

/** Validators belong to one address: after a change of the config they are not sent. */
function keyOf(options: HttpOptions): string {
  return sha256(options.url).slice(0, 16);
}

/** Without userinfo, query and fragment: tokens travel there. */
function bareUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}

function unexpected({ status, url, headers }: Answer): Transient {
  const wait = retryAfter(headers);
  const hint =
    HINTS.get(status) ?? (status === 304 ? 'It says "not modified" although nothing was asked about' : 'It is asked again later');
  return new Transient(status === 304 ? 'http.unasked-304' : 'http.status', { message: `${hostOf(url)} answered ${status}`, hint }, wait);
}

const HINTS: ReadonlyMap<number, string> = new Map([
  [401, 'Check the credentials (`headers`, or user and password by ${env:NAME})'],
  [403, 'The sender refuses this address or these credentials'],
  [404, 'Check the path of `url`'],
  [410, 'The feed has ended: remove it from the config'],
  [429, 'Poll less often (`every`)'],
]);

/** RFC 9110 section 10.2.3: seconds, or a date, which counts from the answer's own Date so that no clock is read. */
function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const value = headers['retry-after'] ?? '';
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1_000, DAY_MS);
  const wait = Date.parse(value) - Date.parse(headers['date'] ?? '');
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY_MS);
}

function maxAge(headers: Readonly<Record<string, string>>): PollAdvice {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/i.exec((headers['cache-control'] ?? '').slice(0, 500))?.[1];
  return seconds === undefined || Number(seconds) === 0 ? {} : { nextInMs: Math.min(Number(seconds) * 1_000, DAY_MS) };
}

function readHeaders(raw: unknown): Readonly<Record<string, string>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw headerFault('must be a mapping of names to values');
  const entries = Object.entries(raw).map(([name, value]): [string, string] => {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/.test(name))
      throw headerFault(`has a name that HTTP does not allow: ${JSON.stringify(name.slice(0, 80))}`);
    if (typeof value !== 'string' || !/^[\x20-\x7e]{0,4096}$/.test(value)) throw headerFault(`\`${name}\` must be one line of plain ASCII`);
    return [name.toLowerCase(), value];
  });
  return Object.fromEntries(entries);
}

function headerFault(message: string): Misconfigured {
  return new Misconfigured('config.http', { message: `http: \`headers\` ${message}`, where: { path: 'headers' } });
}

function refuseUnknown(names: readonly string[]): void {
  if (names[0] !== undefined)
    throw new Misconfigured('config.http', {
      message: `http: unknown option \`${names[0]}\``,
      hint: 'Options: url, headers',
      where: { path: names[0] },
    });
}

function hostOf(url: string): string {
  return new URL(url).host;
}
