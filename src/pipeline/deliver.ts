import { sentenceOf, Transient } from '../faults.ts';
import { takesBack } from '../publish/event.ts';
import type { Delivery, Sink } from '../publish/sink.ts';
import type { GateVerdict, GateView, Journal } from '../store/journal.ts';
import type { Article } from '../article/article.ts';
import { retryInMs } from './backoff.ts';
import type { Log } from './log.ts';

export interface DeliverDeps {
  readonly journal: Pick<Journal, 'claimDeliveries' | 'acknowledge' | 'deliveryFailed' | 'subscriber'>;
  /** The only way out. */
  readonly gate: (view: GateView) => GateVerdict;
  /** What of an article may leave. */
  readonly publicArticle: (article: Article) => Article;
  readonly sinkOf: (subscriber: string) => Sink | undefined;
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

/** Sends one subscriber all that waits for it, in order. Never throws for what the other side does. */
export async function deliverTo(subscriber: string, deps: DeliverDeps, signal: AbortSignal): Promise<void> {
  const sink = deps.sinkOf(subscriber);
  if (sink === undefined) return;
  // After a failure one delivery at a time first: a slow receiver must get on, however slowly.
  let limit = (await deps.journal.subscriber(subscriber)).failures > 0 ? 1 : LIMIT;
  for (; !signal.aborted; limit = Math.min(limit * 2, LIMIT)) {
    const views = await deps.journal.claimDeliveries(subscriber, limit, LEASE_MS);
    const last = views.at(-1);
    if (last === undefined) return;
    const passed = views.map((view) => ({ view, verdict: deps.gate(view) }));
    try {
      const deliveries = passed.filter(({ verdict }) => verdict.pass).map(({ view }) => deliveryOf(view, deps));
      if (deliveries.length > 0) await sink.send(deliveries, AbortSignal.any([signal, AbortSignal.timeout(SEND_MS)]));
    } catch (fault) {
      await failed(subscriber, fault, deps);
      return;
    }
    const log = passed.map(({ view, verdict }) => ({
      key: keyOf(view),
      outcome: verdict.pass ? 'delivered' : `withheld: ${verdict.reason}`,
    }));
    await deps.journal.acknowledge(subscriber, last.event.cursor, log);
  }
}

/** What takes a story back goes out without it. */
function deliveryOf(view: GateView, { publicArticle }: DeliverDeps): Delivery {
  const { event, article } = view;
  if (takesBack(event.type)) return { event, key: keyOf(view) };
  return { event, key: keyOf(view), article: publicArticle(article) };
}

function keyOf({ event }: GateView): string {
  return `${event.articleId}@${event.revision}`;
}

async function failed(subscriber: string, fault: unknown, { journal, isGone, log, random }: DeliverDeps): Promise<void> {
  const { failures } = await journal.subscriber(subscriber);
  const asked = fault instanceof Transient ? (fault.retryAfterMs ?? 0) : 0;
  const wait = Math.max(asked, retryInMs(failures + 1, FIRST_RETRY_MS, random));
  const error = sentenceOf(fault);
  log.warn({ subscriber, failures: failures + 1, retryInMs: wait, err: fault }, `delivery failed: ${error}`);
  await journal.deliveryFailed(subscriber, { error, retryInMs: wait, ...(isGone(fault) ? { disable: true } : {}) });
}
