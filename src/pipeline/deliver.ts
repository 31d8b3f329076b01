import type { Article } from '../article/article.ts';
import { embargoEnd } from '../article/embargo-end.ts';
import { Misconfigured, sentenceOf, Transient } from '../faults.ts';
import { withDeadline } from '../ingest/deadline.ts';
import { takesBack } from '../publish/event.ts';
import type { Delivery, EncodedArticle, Sink } from '../publish/sink.ts';
import type { DeliveryNote, EventType, GateVerdict, GateView, Journal } from '../store/journal.ts';
import { retryInMs } from './backoff.ts';
import type { Log } from './log.ts';

/** Where a subscriber's deliveries go, in which form, and which of them. */
export interface Outlet {
  readonly sink: Sink;
  /** The public part of an article. */
  readonly encode: (article: Article) => EncodedArticle;
  /** What of its filter an article does not meet. */
  readonly missed: (article: Article) => string | undefined;
  /** It may have copy under embargo, marked as such. */
  readonly embargoed: boolean;
}

export interface DeliverDeps {
  readonly journal: Pick<Journal, 'claimDeliveries' | 'acknowledge' | 'deliveryFailed' | 'subscriber' | 'haveReceived'>;
  /** The only way out. */
  readonly gate: (view: GateView, reader: { readonly embargoed: boolean }) => GateVerdict;
  /** Asked before each claim, for settings change. @throws {Misconfigured} */
  readonly outletOf: (subscriber: string) => Outlet | undefined | Promise<Outlet | undefined>;
  readonly isGone: (fault: unknown) => boolean;
  readonly log: Log;
  readonly random: () => number;
}

const LIMIT = 50;
/** A killed worker's deliveries wait this long for the next one. */
const LEASE_MS = 15_000;
/** A send ends before its lease does, so that no two workers ever send for one subscriber. */
const SEND_MS = 13_000;
const FIRST_RETRY_MS = 1_000;

/** Sends one subscriber all that waits for it, in order, until `closing`. Never throws for what the other side does. */
export async function deliverTo(subscriber: string, deps: DeliverDeps, signal: AbortSignal, closing = signal): Promise<void> {
  for (let limit: number | undefined; !closing.aborted; limit = Math.min(limit * 2, LIMIT)) {
    const outlet = await openedOutlet(subscriber, deps);
    if (outlet === undefined) return;
    limit ??= await firstLimit(subscriber, deps);
    const views = await deps.journal.claimDeliveries(subscriber, limit, LEASE_MS);
    if (views.length === 0) return;
    const judged = await judge(views, subscriber, outlet, deps);
    if (!(await send(judged, { subscriber, outlet, deps, signal }))) return;
  }
}

/** After a failure one delivery at a time first: a slow receiver must get on, however slowly. */
async function firstLimit(subscriber: string, { journal }: DeliverDeps): Promise<number> {
  return (await journal.subscriber(subscriber)).failures > 0 ? 1 : LIMIT;
}

/** Where it is sent to; nothing where it is removed, or cannot be opened, which counts as a failure. */
async function openedOutlet(subscriber: string, deps: DeliverDeps): Promise<Outlet | undefined> {
  try {
    return await deps.outletOf(subscriber);
  } catch (fault) {
    if (!(fault instanceof Misconfigured)) throw fault;
    await failed(fault, undefined, subscriber, deps);
    return undefined;
  }
}

/** An event, and why it is not sent; nothing where it is. */
interface Judged {
  readonly view: GateView;
  readonly refused: string | undefined;
}

async function judge(
  views: readonly GateView[],
  subscriber: string,
  { missed, embargoed }: Outlet,
  { gate, journal }: DeliverDeps,
): Promise<readonly Judged[]> {
  // Who has lost the right to copy before its time must still hear that what it has is taken back.
  const takenBack = embargoed ? [] : views.filter(({ event, early }) => early && takesBack(event.type));
  const early = await received(journal, subscriber, takenBack, 'article.embargoed');
  const judged = views.map((view) => {
    const verdict = gate(view, { embargoed: embargoed || (takesBack(view.event.type) && early.has(view.event.articleId)) });
    return {
      view,
      refused: verdict.pass ? undefined : `withheld: ${verdict.reason}`,
      miss: verdict.pass ? missed(view.article) : undefined,
    };
  });
  const astray = judged.filter(({ miss }) => miss !== undefined).map(({ view }) => view);
  // Whoever has a story gets everything that becomes of it, also what leads it out of the filter.
  const known = new Set(await received(journal, subscriber, astray));
  return judged.map(({ view, refused, miss }) => {
    const { type, articleId } = view.event;
    const filtered = miss !== undefined && !takesBack(type) && !known.has(articleId);
    if (refused === undefined && !filtered && !takesBack(type)) known.add(articleId);
    return { view, refused: filtered ? `filtered: ${miss}` : refused };
  });
}

/** Stories of these events of which a subscriber has been sent something, by an event of this type where one is named. */
async function received(
  journal: DeliverDeps['journal'],
  subscriber: string,
  views: readonly GateView[],
  type?: EventType,
): Promise<ReadonlySet<string>> {
  const ids = views.map(({ event }) => event.articleId);
  return ids.length === 0 ? new Set() : journal.haveReceived(subscriber, ids, type);
}

interface Sending {
  readonly subscriber: string;
  readonly outlet: Outlet;
  readonly deps: DeliverDeps;
  readonly signal: AbortSignal;
}

/** False where the sink failed: what it had taken before is acknowledged all the same. */
async function send(judged: readonly Judged[], { subscriber, outlet, deps, signal }: Sending): Promise<boolean> {
  const wanted = judged.filter(({ refused }) => refused === undefined);
  let sent = 0;
  try {
    const deliveries = wanted.map(({ view }) => deliveryOf(view, outlet));
    const done = (): void => {
      sent += 1;
    };
    if (deliveries.length > 0) await withDeadline(signal, SEND_MS, (limited) => outlet.sink.send(deliveries, limited, done));
  } catch (fault) {
    const at = wanted[sent];
    await acknowledge(judged.slice(0, at === undefined ? 0 : judged.indexOf(at)), subscriber, deps);
    await failed(fault, at?.view, subscriber, deps);
    return false;
  }
  await acknowledge(judged, subscriber, deps);
  return true;
}

async function acknowledge(judged: readonly Judged[], subscriber: string, { journal }: DeliverDeps): Promise<void> {
  const last = judged.at(-1);
  if (last === undefined) return;
  const notes = judged.map(({ view, refused }): DeliveryNote => ({ ...refOf(view), outcome: refused ?? 'delivered' }));
  await journal.acknowledge(subscriber, last.view.event.cursor, notes);
}

/** What takes a story back goes out without it. Early copy has a key of its own: that of the revision is its release's. */
function deliveryOf({ event, article, early }: GateView, { encode }: Outlet): Delivery {
  const key = `${event.articleId}@${event.revision}${early ? '/early' : ''}`;
  if (takesBack(event.type)) return { event, key };
  const end = early ? embargoEnd(article.status) : null;
  return { event, key, article: encode(article), ...(end === null ? {} : { embargoedUntil: end }) };
}

function refOf({ event: { articleId, revision, type } }: GateView): Omit<DeliveryNote, 'outcome'> {
  return { articleId, revision, type };
}

async function failed(fault: unknown, view: GateView | undefined, subscriber: string, deps: DeliverDeps): Promise<void> {
  const { journal, isGone, log, random } = deps;
  const { failures } = await journal.subscriber(subscriber);
  const asked = fault instanceof Transient ? (fault.retryAfterMs ?? 0) : 0;
  const wait = Math.max(asked, retryInMs(failures + 1, FIRST_RETRY_MS, random));
  const error = sentenceOf(fault);
  log.warn({ subscriber, failures: failures + 1, retryInMs: wait, err: fault }, `delivery failed: ${error}`);
  await journal.deliveryFailed(subscriber, {
    ...{ error, retryInMs: wait },
    ...(isGone(fault) ? { disable: true } : {}),
    ...(view === undefined ? {} : { of: refOf(view) }),
  });
}
