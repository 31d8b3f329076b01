import { sha256 } from '../../article/hash.ts';
import { readAccess, readHeaders, readWebAddress, type Access } from '../http-source/access.ts';
import { adviceOf, refuseFailure } from '../http-source/answer-advice.ts';
import { askerOf, withoutSecrets, type Answer } from '../http-source/asker.ts';
import { isEmptyPage, nextPage, readPaging, type Paging } from '../http-source/paging.ts';
import { readOptionsOf } from '../option-reader.ts';
import type { Fetched, PollAdvice, PollRequest, Transport } from '../transport.ts';

/** `headers` and `access` are sent to the feed's own origin only. */
export interface HttpOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly access: Access;
  /** Absent for a source that answers with one document. */
  readonly paging?: Paging;
}

/** What may be kept of an answer and sent back later: visible ASCII and blanks, so that nothing can be injected. */
const VALIDATOR = /^[\x21-\x7e ]{1,256}$/;
const KEPT_HEADERS = ['content-type', 'last-modified', 'etag', 'date'] as const;
const ACCEPT = 'application/xml, application/rss+xml, application/atom+xml, application/json, text/html;q=0.9, */*;q=0.8';
/** One poll takes this many pages and this long; then it lets others have their turn. */
const MAX_PAGES = 50;
const POLL_MS = 50_000;

/**
 * Documents by HTTP GET, conditional (RFC 9110 section 13) from the second poll on. Options: `url`, `headers`, `auth`, and for a source that
 * tells where its next page is `next`, `items`, `wait`.
 * 304 yields nothing; Retry-After and Cache-Control `max-age` become advice, at most one day. With `next` the cursor is the address of the
 * page to ask for next, so that nothing depends on clocks; an empty page is not handed out and ends the poll.
 */
export const http: Transport<HttpOptions> = {
  name: 'http',

  readOptions(raw) {
    const options = readOptionsOf('http', raw);
    const url = readWebAddress(options, 'url');
    const paging = readPaging(options);
    const read = { url, headers: readHeaders(options), access: readAccess(options), ...(paging === undefined ? {} : { paging }) };
    options.end();
    return read;
  },

  async *poll(request): AsyncGenerator<Fetched, PollAdvice> {
    const { paging } = request.options;
    return paging === undefined ? yield* pollDocument(request) : yield* pollPages(request, paging);
  },
};

async function* pollDocument(request: PollRequest<HttpOptions>): AsyncGenerator<Fetched, PollAdvice> {
  const { options, validators } = request;
  const conditions = conditionsOf(validators['for'] === keyOf(options) ? validators : {});
  const ask = askerOf(options.access, request);
  const answer = await ask({ url: options.url, headers: { accept: ACCEPT, ...options.headers, ...conditions } });
  if (answer.status === 304 && Object.keys(conditions).length > 0) return adviceOf(answer);
  refuseFailure(answer);
  yield { ...documentOf(answer), validators: { for: keyOf(options), ...validatorsOf(answer) } };
  return adviceOf(answer);
}

async function* pollPages(request: PollRequest<HttpOptions>, paging: Paging): AsyncGenerator<Fetched, PollAdvice> {
  const { options, cursor } = request;
  const ask = askerOf(options.access, request);
  const headers = { accept: ACCEPT, ...options.headers };
  const patienceMs = paging.waitMs;
  const started = performance.now();
  let url = isOwn(cursor, options.url) ? cursor : options.url;
  for (let page = 0; page < MAX_PAGES && performance.now() - started < POLL_MS; page += 1) {
    const answer = await ask({ url, headers, patienceMs });
    if (answer.status === 204) return adviceOf(answer);
    refuseFailure(answer);
    const found = nextPage(answer, url, paging);
    const next = found === undefined ? undefined : withoutSecrets(found, options.access);
    if (isEmptyPage(answer, paging)) return { ...adviceOf(answer), ...(patienceMs > 0 ? { more: true } : {}) };
    yield { ...documentOf(answer), ...(next === undefined ? {} : { cursor: next }) };
    if (next === undefined || next === url) return adviceOf(answer);
    url = next;
  }
  return { more: true };
}

/** A cursor of another host is from an earlier config: it would take our credentials there. */
function isOwn(cursor: string | null, url: string): cursor is string {
  return cursor !== null && URL.canParse(cursor) && new URL(cursor).origin === new URL(url).origin;
}

function documentOf({ url, headers, bytes }: Answer): Fetched {
  const mediaType = headers['content-type'];
  return {
    bytes,
    url: bareUrl(url),
    ...(mediaType === undefined ? {} : { mediaType }),
    headers: Object.fromEntries(KEPT_HEADERS.flatMap((name) => (VALIDATOR.test(headers[name] ?? '') ? [[name, headers[name] ?? '']] : []))),
  };
}

function validatorsOf({ headers }: Answer): Readonly<Record<string, string>> {
  const { etag = '', 'last-modified': modified = '' } = headers;
  return { ...(VALIDATOR.test(etag) ? { etag } : {}), ...(VALIDATOR.test(modified) ? { 'last-modified': modified } : {}) };
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
