import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Article } from '../article/article.ts';
import { BadInput, sentenceOf } from '../faults.ts';
import type { ItemOutcome, Journal, StoredRaw } from '../store/journal.ts';
import type { RawItem, Reread } from '../store/replay.ts';
import type { Reading } from './feed-plan.ts';
import { linkLikely } from './link-likely.ts';
import type { NormalizeRaw } from './normalize.ts';
import { differs, rereadOf, type Stored } from './reread.ts';

export interface ReplayDeps {
  readonly journal: Pick<Journal, 'now' | 'raws' | 'article' | 'rawItems' | 'storeAgain' | 'lookalikes'>;
  readonly normalizeRaw: NormalizeRaw;
  readonly readingOf: (feed: string) => Reading;
}

export interface ReplayPlan {
  readonly rawIds: readonly number[];
  /** Only what waits in the quarantine; all else of those documents is left alone. */
  readonly onlyQuarantined: boolean;
  /** Nothing is stored. */
  readonly dryRun: boolean;
}

/**
 * What reading an item again gives. `unchanged` as it was; `changed` by today's rules; `new` where it was no article before; `passed`: its
 * story has gone on or was killed, so that nothing is stored; `bad`: it cannot be read, and what was stored of it stays.
 */
export type ReplayFate = 'unchanged' | 'changed' | 'new' | 'passed' | 'bad' | 'filtered';

export interface ReplayedItem {
  readonly rawId: number;
  readonly feed: string;
  readonly item: number | null;
  readonly fate: ReplayFate;
  readonly id?: string;
  readonly before?: Article;
  readonly after?: Article;
  /** Of one that cannot be read. */
  readonly code?: string;
}

const PAGE = 20;

/** Reads raw documents again with the current rules, one by one, and stores each change once; ids stay. Yields the items of each document. */
export async function* replay({ rawIds, ...plan }: ReplayPlan, deps: ReplayDeps): AsyncGenerator<readonly ReplayedItem[]> {
  for (let start = 0; start < rawIds.length; start += PAGE) {
    const page = rawIds.slice(start, start + PAGE);
    const found = new Map((await deps.journal.raws(page)).map((stored) => [stored.id, stored]));
    for (const id of page) {
      const stored = found.get(id);
      // Retention may have taken the bytes.
      yield stored === undefined ? [] : await replayDocument(stored, plan, deps);
      await yieldToOthers();
    }
  }
}

type Judged = ReplayedItem & { readonly reread?: Reread };

async function replayDocument(
  stored: StoredRaw,
  { onlyQuarantined, dryRun }: Omit<ReplayPlan, 'rawIds'>,
  deps: ReplayDeps,
): Promise<readonly ReplayedItem[]> {
  const known = await deps.journal.rawItems(stored.id);
  const judged: Judged[] = [];
  for (const outcome of outcomesOf(stored, await deps.journal.now(), deps)) {
    const before = known.find(({ item }) => item === outcome.index) ?? known.find(({ item }) => item === null);
    if (!onlyQuarantined || before === undefined || before.outcome === 'quarantined')
      judged.push(await judge(outcome, before, { stored, deps }));
  }
  const rereads = judged.flatMap(({ reread }) => (reread === undefined ? [] : [reread]));
  const fates = dryRun || rereads.length === 0 ? [] : await deps.journal.storeAgain(rereads);
  return judged.map(({ reread, ...item }) => {
    const fate = reread === undefined ? undefined : fates[rereads.indexOf(reread)];
    if (fate === 'passed') return { ...item, fate };
    return fate === 'duplicate' ? { ...item, fate: 'unchanged' } : item;
  });
}

async function judge(
  outcome: ItemOutcome,
  known: RawItem | undefined,
  { stored, deps }: { stored: StoredRaw; deps: ReplayDeps },
): Promise<Judged> {
  const at = { rawId: stored.id, feed: stored.raw.feed, item: outcome.index };
  if (outcome.kind === 'filtered') return { ...at, fate: 'filtered' };
  if (outcome.kind === 'bad') {
    const { index, code, message, bug } = outcome;
    const reread = { rawId: stored.id, kind: 'bad', index, code, message, bug } as const;
    return { ...at, fate: 'bad', code, ...(known?.outcome === 'quarantined' ? { reread } : {}) };
  }
  const { index } = outcome;
  const id = known?.articleId ?? outcome.article.id;
  const last = await deps.journal.article(id);
  if (known?.outcome === 'quarantined' || last === null) {
    const linked = await linkLikely(outcome, [], deps.journal);
    const article = linked.kind === 'article' ? linked.article : outcome.article;
    return { ...at, fate: 'new', id: article.id, after: article, reread: { rawId: stored.id, kind: 'article', index, article } };
  }
  const before: Stored = { article: last.article, killed: last.view.tombstone !== null };
  const after = rereadOf(before, outcome.article, stored.raw.sha256);
  if (after === undefined) return { ...at, fate: 'passed', id };
  if (!differs(before.article, after)) return { ...at, fate: 'unchanged', id };
  const onTopOf = before.article.identity.revision ?? 0;
  const reread = { rawId: stored.id, kind: 'article', index, article: after, onTopOf } as const;
  return { ...at, fate: 'changed', id, before: before.article, after, reread };
}

function* outcomesOf({ raw }: StoredRaw, now: string, { normalizeRaw, readingOf }: ReplayDeps): Generator<ItemOutcome> {
  try {
    yield* normalizeRaw(raw, readingOf(raw.feed), now);
  } catch (fault) {
    const isBad = fault instanceof BadInput;
    yield {
      ...{ kind: 'bad', index: null, bug: !isBad },
      ...(isBad ? { code: fault.code, message: fault.message } : { code: 'bug.normalize', message: sentenceOf(fault) }),
    };
  }
}
