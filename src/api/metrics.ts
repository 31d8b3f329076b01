import { Counter, Gauge, Registry } from 'prom-client';
import type { FeedState } from '../store/feed-journal.ts';
import type { Journal, SubscriberState } from '../store/journal.ts';

/** What is scraped. More may be registered beside it. */
export type Metrics = Registry;

type Totals = Awaited<ReturnType<Journal['totals']>>;

const COUNTERS: readonly { readonly name: string; readonly help: string; readonly of: (totals: Totals) => number }[] = [
  {
    name: 'wire_items_received_total',
    help: 'Items read; received = stored + duplicate + filtered + quarantined',
    of: ({ received }) => received,
  },
  { name: 'wire_items_duplicate_total', help: 'Items that changed nothing', of: ({ duplicate }) => duplicate },
  { name: 'wire_items_filtered_total', help: 'Items left out by rule', of: ({ filtered }) => filtered },
  { name: 'wire_articles_stored_total', help: 'Revisions stored', of: ({ stored }) => stored },
  { name: 'wire_quarantined_total', help: 'Items that could not be read', of: ({ quarantined }) => quarantined },
];
const GAUGES: typeof COUNTERS = [
  { name: 'wire_articles', help: 'Stories in the journal', of: ({ articles }) => articles },
  { name: 'wire_outbox_events', help: 'Events in the one sequence', of: ({ outbox }) => outbox },
  { name: 'wire_raw_pending', help: 'Documents kept but not yet worked on', of: ({ rawPending }) => rawPending },
  { name: 'wire_quarantine_items', help: 'Rows waiting in the quarantine', of: ({ quarantineRows }) => quarantineRows },
];

const FEED_GAUGES: readonly { readonly name: string; readonly help: string; readonly of: (feed: FeedState) => number | null }[] = [
  { name: 'wire_feed_failures', help: 'Polls failed in a row', of: ({ failures }) => failures },
  { name: 'wire_feed_paused', help: '1 while a feed is paused', of: ({ paused }) => Number(paused) },
  { name: 'wire_feed_last_poll_timestamp_seconds', help: 'When a feed was last polled', of: ({ lastPollAt }) => seconds(lastPollAt) },
  { name: 'wire_feed_last_item_timestamp_seconds', help: 'When a feed last brought an item', of: ({ lastItemAt }) => seconds(lastItemAt) },
];
const SUBSCRIBER_GAUGES: readonly {
  readonly name: string;
  readonly help: string;
  readonly of: (subscriber: SubscriberState) => number | null;
}[] = [
  { name: 'wire_delivery_failures', help: 'Deliveries failed in a row', of: ({ failures }) => failures },
  { name: 'wire_delivery_disabled', help: '1 once a subscriber has answered 410', of: ({ disabled }) => Number(disabled) },
];

/**
 * Prometheus metrics out of the journal, read when scraped, so that they survive restarts and count what is true.
 * Labels are feed ids and names of subscribers from the config, never ids of articles.
 */
export function createMetrics(journal: Pick<Journal, 'totals' | 'feeds' | 'subscribers'>): Metrics {
  const registry = new Registry();
  const totals = shared(() => journal.totals());
  const feeds = shared(() => journal.feeds());
  const subscribers = shared(() => journal.subscribers());
  const registers = [registry];
  for (const { name, help, of } of COUNTERS) {
    const counter: Counter = new Counter({
      name,
      help,
      registers,
      async collect() {
        const value = of(await totals());
        counter.reset();
        counter.inc(value);
      },
    });
  }
  for (const { name, help, of } of GAUGES) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers,
      async collect() {
        gauge.set(of(await totals()));
      },
    });
  }
  for (const { name, help, of } of FEED_GAUGES)
    addLabelled({ name, help, label: 'feed', registers }, async () => (await feeds()).map((feed) => [feed.id, of(feed)]));
  for (const { name, help, of } of SUBSCRIBER_GAUGES)
    addLabelled({ name, help, label: 'dest', registers }, async () =>
      (await subscribers()).map((subscriber) => [subscriber.name, of(subscriber)]),
    );
  return registry;
}

interface Labelled {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly registers: Registry[];
}

function addLabelled({ name, help, label, registers }: Labelled, read: () => Promise<readonly (readonly [string, number | null])[]>): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: [label],
    registers,
    async collect() {
      const values = await read();
      gauge.reset();
      for (const [of, value] of values) if (value !== null) gauge.set({ [label]: of }, value);
    },
  });
}

/** All collectors of one scrape share one reading: prom-client asks them at the same time. */
function shared<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

function seconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant) / 1_000;
}
