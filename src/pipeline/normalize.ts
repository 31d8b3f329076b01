import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Raw } from '../article/raw.ts';
import { BadInput, sentenceOf } from '../faults.ts';
import type { ItemOutcome, Journal, RawOutcome, StoredRaw, Tally } from '../store/journal.ts';
import type { Reading } from './feed-plan.ts';
import { itemCounts } from './item-counts.ts';
import { linkLikely } from './link-likely.ts';
import type { Log } from './log.ts';

/** Reads one raw document into its items. Pure; may throw `BadInput` for the document as a whole. `now` is the journal's clock. */
export type NormalizeRaw = (raw: Raw, reading: Reading, now: string) => Iterable<ItemOutcome>;

export interface NormalizeDeps {
  readonly journal: Pick<Journal, 'now' | 'raws' | 'commit' | 'lookalikes' | 'countItems'>;
  readonly normalizeRaw: NormalizeRaw;
  readonly readingOf: (feed: string) => Reading;
  /** Called after each commit that stored something: subscribers have something to fetch. */
  readonly wake: () => Promise<void>;
  readonly log: Log;
}

/** Items per transaction. */
const CHUNK = 50;
/** Items between two breaths of the event loop, which renews the job's lock. */
const BREATH = 8;
/** A document that was handed out this often has taken its worker down each time. */
const MAX_ROUNDS = 10;

/** Normalizes a batch of raw documents. Idempotent: what an earlier attempt has committed is skipped or counted as duplicate. */
export async function normalizeBatch(ids: readonly number[], deps: NormalizeDeps): Promise<Tally> {
  const chunk = collector(deps);
  const counts = itemCounts();
  let items = 0;
  for (const stored of await deps.journal.raws(ids)) {
    if (stored.state !== 'pending') continue;
    counts.document(stored.raw.feed);
    for (const outcome of outcomesOf(stored, await deps.journal.now(), deps)) {
      await chunk.add(stored.id, await linkLikely(outcome, chunk.waiting(), deps.journal));
      counts.item(stored.raw.feed, outcome);
      items += 1;
      if (items % BREATH === 0) await yieldToOthers();
    }
    await chunk.end(stored.id);
  }
  const tally = await chunk.finish();
  for (const [feed, numbers] of counts.all()) await note(feed, numbers, deps);
  return tally;
}

/** Numbers that are lost cost an alarm some precision, no more. */
async function note(feed: string, numbers: Readonly<Record<string, number>>, { journal, log }: NormalizeDeps): Promise<void> {
  try {
    await journal.countItems(feed, numbers);
  } catch (error) {
    log.warn({ feed, err: error }, 'numbers of a batch are lost');
  }
}

/** Items of one document; whatever is thrown on the way becomes a quarantined outcome, never an exception. */
function* outcomesOf(stored: StoredRaw, now: string, deps: NormalizeDeps): Generator<ItemOutcome> {
  const { raw, id, attempts } = stored;
  if (attempts > MAX_ROUNDS) {
    yield bad('bug.raw-rounds', `given up after ${attempts} rounds: it may take the worker down`);
    return;
  }
  try {
    for (const outcome of deps.normalizeRaw(raw, deps.readingOf(raw.feed), now)) {
      if (outcome.kind === 'bad') deps.log.warn({ feed: raw.feed, raw: id, item: outcome.index, code: outcome.code }, outcome.message);
      yield outcome;
    }
  } catch (fault) {
    deps.log[fault instanceof BadInput ? 'warn' : 'error'](
      { feed: raw.feed, raw: id, err: fault },
      `document quarantined: ${sentenceOf(fault)}`,
    );
    if (fault instanceof BadInput) yield { kind: 'bad', index: null, code: fault.code, message: fault.message, bug: false };
    else yield bad('bug.normalize', sentenceOf(fault));
  }
}

function bad(code: string, message: string): ItemOutcome {
  return { kind: 'bad', index: null, code, message, bug: true };
}

interface Collector {
  /** What no transaction has taken yet. */
  waiting(): readonly ItemOutcome[];
  add(rawId: number, item: ItemOutcome): Promise<void>;
  /** The document has no more items: its row is marked done with its last ones. */
  end(rawId: number): Promise<void>;
  finish(): Promise<Tally>;
}

/** Gathers outcomes of any number of documents into transactions of at most `CHUNK` items. */
function collector({ journal, wake }: NormalizeDeps): Collector {
  let total: Tally = { received: 0, stored: 0, duplicate: 0, filtered: 0, quarantined: 0 };
  let waiting: RawOutcome[] = [];
  let open: ItemOutcome[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const tally = await journal.commit(waiting);
    [waiting, count] = [[], 0];
    total = sum(total, tally);
    if (tally.stored > 0) await wake();
  };
  const close = (rawId: number, last: boolean): void => {
    waiting.push({ rawId, items: open, last });
    open = [];
  };
  return {
    waiting: () => [...waiting.flatMap(({ items }) => items), ...open],
    add: async (rawId, item) => {
      open.push(item);
      count += 1;
      if (count < CHUNK) return;
      close(rawId, false);
      await flush();
    },
    end: async (rawId) => {
      close(rawId, true);
      if (waiting.length >= CHUNK) await flush();
    },
    finish: async () => {
      await flush();
      return total;
    },
  };
}

function sum(one: Tally, other: Tally): Tally {
  return {
    received: one.received + other.received,
    stored: one.stored + other.stored,
    duplicate: one.duplicate + other.duplicate,
    filtered: one.filtered + other.filtered,
    quarantined: one.quarantined + other.quarantined,
  };
}
