import { sha256 } from '../article/hash.ts';
import type { ParsedItem } from '../article/parsed-item.ts';
import { BadInput } from '../faults.ts';
import { followedBytes, type FollowedPage } from '../ingest/follow/followed-page.ts';
import type { BadItem } from '../ingest/format.ts';
import type { ItemOutcome, Journal, StoredRaw } from '../store/journal.ts';
import type { Reading } from './feed-plan.ts';
import { announce, type HandOut } from './hand-out.ts';
import type { Log } from './log.ts';
import { fetchPage, type PageDeps, type PageOutcome } from './page-fetcher.ts';
import { factsOf, parseDocument } from './read-document.ts';

export interface FollowDeps extends PageDeps {
  readonly journal: Pick<Journal, 'raws' | 'keepRaw' | 'commit' | 'followed' | 'noteFollowed'>;
  readonly readingOf: (feed: string) => Reading;
  readonly addNormalize: HandOut;
  readonly log: Log;
  readonly clock: () => Date;
}

/** What `transport` of a followed page says. */
export const FOLLOWED = 'follow';
/** Pages of one feed document; the entries after them stand alone. */
const MOST_PAGES = 100;
const MOST_FAILURES = 2;

interface Entry {
  readonly item: ParsedItem;
  /** Changes with the entry. */
  readonly key: string;
}

/**
 * Fetches the pages that new or changed entries of feed documents lead to. Each is kept with its entry as a document of its own and handed on;
 * only then is the feed document done. Where nothing can be followed (the document is broken) it is read as every other. Followed pages among
 * the documents are handed on. `closing` ends it behind the page under way: what is left is pending, and handed out again.
 */
export async function followDocuments(
  ids: readonly number[],
  deps: FollowDeps,
  signal: AbortSignal,
  closing: AbortSignal = signal,
): Promise<void> {
  for (const stored of await deps.journal.raws(ids)) {
    if (closing.aborted) return;
    if (stored.state !== 'pending') continue;
    const parsed = stored.raw.transport === FOLLOWED ? undefined : entriesOf(stored, deps.readingOf(stored.raw.feed));
    if (parsed === undefined) await deps.addNormalize(stored.raw.feed, [stored.id], stored.attempts);
    else await followEntries(stored, parsed, { deps, signal, closing });
  }
}

interface Parsed {
  readonly format: string;
  readonly entries: readonly Entry[];
  readonly bad: readonly BadItem[];
}

interface Run {
  readonly deps: FollowDeps;
  readonly signal: AbortSignal;
  readonly closing: AbortSignal;
}

async function followEntries({ id, raw }: StoredRaw, { format, entries, bad }: Parsed, { deps, signal, closing }: Run): Promise<void> {
  const { feed } = raw;
  const known = await deps.journal.followed(
    feed,
    entries.map(({ key }) => key),
  );
  const fresh = entries.filter(({ key }) => !known.has(key));
  const pageOf = pageReader(deps, signal);
  for (const [place, { item, key }] of fresh.entries()) {
    const outcome = place < MOST_PAGES ? await pageOf(item) : TOO_MANY;
    // A page that was called off has not failed.
    if (signal.aborted) return;
    const ref = { sha256: raw.sha256, item: item.index, format };
    const kept = await deps.journal.keepRaw(rawOf(feed, { feed: ref, entry: item, ...outcome }, deps.clock()));
    if (isSettled(outcome)) await deps.journal.noteFollowed(feed, key);
    if (kept.fresh) await announce(feed, [kept.id], deps.addNormalize, deps.log);
    if (closing.aborted) return;
  }
  const items = bad.map(({ index, error }): ItemOutcome => ({ kind: 'bad', index, code: error.code, message: error.message, bug: false }));
  await deps.journal.commit([{ rawId: id, items, last: true }]);
}

const TOO_MANY: PageOutcome = {
  failure: { code: 'page.too-many', detail: `more than ${MOST_PAGES} new entries in one document` },
  final: true,
};
const NO_LINK: PageOutcome = { failure: { code: 'page.no-link', detail: 'the entry leads nowhere' }, final: true };

/** The page of an entry. A host that has failed twice in a row is not asked again for this document, so that nothing waits for it for hours. */
function pageReader(deps: FollowDeps, signal: AbortSignal): (item: ParsedItem) => Promise<PageOutcome> {
  const failures = new Map<string, number>();
  return async ({ permalink }) => {
    const url = permalink?.text.trim() ?? '';
    if (!/^https?:/i.test(url) || !URL.canParse(url)) return NO_LINK;
    const { host } = new URL(url);
    const failed = failures.get(host) ?? 0;
    if (failed >= MOST_FAILURES) return { failure: { code: 'page.away', detail: `${host} has just failed twice` }, final: false };
    const outcome = await fetchPage(url, deps, signal);
    failures.set(host, isSettled(outcome) ? 0 : failed + 1);
    return outcome;
  };
}

/** What may pass is tried again when the feed has changed next. */
function isSettled(outcome: PageOutcome): boolean {
  return 'page' in outcome || outcome.final;
}

function rawOf(
  feed: string,
  { final: _, ...followed }: FollowedPage & { readonly final?: boolean },
  now: Date,
): Parameters<Journal['keepRaw']>[0] {
  const bytes = followedBytes(followed);
  const url = followed.page?.url;
  return {
    ...{ feed, bytes, sha256: sha256(bytes), receivedAt: now.toISOString(), transport: FOLLOWED, mediaType: 'application/json' },
    ...(url === undefined ? {} : { url }),
  };
}

/** The entries of a feed document; undefined where it is none that can be read. */
function entriesOf({ raw }: StoredRaw, reading: Reading): Parsed | undefined {
  try {
    const { format, parsed } = parseDocument(raw.bytes, { ...reading, ...factsOf(raw) });
    const items = [...parsed.items];
    return {
      format: format.name,
      entries: items.flatMap((item) => ('error' in item ? [] : [{ item, key: keyOf(item) }])),
      bad: items.flatMap((item) => ('error' in item ? [item] : [])),
    };
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}

/** Of what a reader would notice: counters of comments change all the time. */
function keyOf({ guid, permalink, version, headline, times, abstract, body }: ParsedItem): string {
  const texts = [guid, permalink, version, headline, times?.updated, times?.published, abstract].map((found) => found?.text);
  return sha256(JSON.stringify([texts, body.map(({ text }) => text)]));
}
