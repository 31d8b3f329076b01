import { BadInput, sentenceOf, Transient } from '../faults.ts';
import type { FetchedPage } from '../ingest/follow/followed-page.ts';
import type { Robots } from '../ingest/follow/robots.ts';
import type { TransportServices } from '../ingest/transport.ts';
import type { HostBudget } from '../queue/host-budget.ts';

export interface PageDeps {
  readonly services: Pick<TransportServices, 'request'>;
  readonly robots: Robots;
  /** Lets a request in to its host, or says how long to wait. */
  readonly enterHost: HostBudget['enter'];
  /** Ends early, without a throw, where the signal does. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** `final`: trying again would not help. */
export type PageOutcome =
  { readonly page: FetchedPage } | { readonly failure: { readonly code: string; readonly detail: string }; readonly final: boolean };

const MAX_PAGE_BYTES = 5_000_000;
const MOST_WAITS = 60;
const MOST_WAIT_MS = 5_000;
const PAGE_MS = 60_000;
const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const ACCEPT = 'text/html, application/xhtml+xml';

/** Fetches the page of an entry: what the site allows robots, when its host has a place, through the guard. Never throws for what the site does. */
export async function fetchPage(url: string, deps: PageDeps, signal: AbortSignal): Promise<PageOutcome> {
  try {
    const link = new URL(url);
    [link.username, link.password, link.hash] = ['', '', ''];
    const within = AbortSignal.any([signal, AbortSignal.timeout(MOST_WAITS * MOST_WAIT_MS + PAGE_MS)]);
    await refuseForbidden(link.href, deps, within);
    const place = await placeAt(link.host, deps, within);
    try {
      return { page: await ask(link.href, deps, within) };
    } finally {
      await place.leave();
    }
  } catch (thrown) {
    if (!(thrown instanceof BadInput) && !(thrown instanceof Transient)) throw thrown;
    return { failure: { code: thrown.code, detail: sentenceOf(thrown) }, final: thrown instanceof BadInput };
  }
}

async function ask(url: string, deps: PageDeps, signal: AbortSignal): Promise<FetchedPage> {
  const answer = await deps.services.request({ method: 'GET', url, headers: { accept: ACCEPT }, signal });
  const { host } = new URL(answer.url);
  if (answer.status === 429 || answer.status >= 500) throw new Transient('page.away', `${host} answered ${answer.status}`);
  if (answer.status < 200 || answer.status > 299) throw new BadInput('page.refused', `${host} answered ${answer.status}`);
  if (answer.url !== url) await refuseForbidden(answer.url, deps, signal);
  const mediaType = answer.headers['content-type'];
  if (mediaType !== undefined && !HTML.test(mediaType)) throw new BadInput('page.no-html', `${host} sent ${mediaType.slice(0, 100)}`);
  if (answer.bytes.byteLength > MAX_PAGE_BYTES) throw new BadInput('page.too-large', `${host} sent ${answer.bytes.byteLength} bytes`);
  return { url: answer.url, bytes: answer.bytes, ...(mediaType === undefined ? {} : { mediaType }) };
}

async function refuseForbidden(url: string, { robots }: PageDeps, signal: AbortSignal): Promise<void> {
  if (await robots.allows(url, signal)) return;
  throw new BadInput('page.robots', {
    message: `${new URL(url).host} does not let robots fetch this page`,
    hint: 'Ask the publisher, or leave `follow` out',
  });
}

async function placeAt(
  host: string,
  { enterHost, sleep }: PageDeps,
  signal: AbortSignal,
): Promise<{ readonly leave: () => Promise<void> }> {
  for (let waits = 0; waits < MOST_WAITS && !signal.aborted; waits += 1) {
    const admission = await enterHost(host);
    if (!('waitMs' in admission)) return admission;
    await sleep(Math.min(admission.waitMs, MOST_WAIT_MS), signal);
  }
  throw new Transient('page.busy', `${host} has had enough requests for now`);
}
