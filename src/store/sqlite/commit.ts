import type { Database } from 'better-sqlite3';
import type { ItemOutcome, RawOutcome, Tally } from '../journal.ts';
import { WHOLE } from '../whole.ts';
import type { JournalClock } from './clock.ts';
import type { Revisions } from './revisions.ts';

type Counted = 'stored' | 'duplicate' | 'filtered' | 'quarantined';

/**
 * Writes what became of items: revisions, holds, tombstones, outbox, quarantine and "raw done" in one transaction. Each item of a
 * raw document counts once, however often it is processed.
 */
export function commitOf(db: Database, clock: JournalClock, revisions: Revisions) {
  const counted = db.prepare<[number, number], { outcome: Counted }>('select outcome from raw_item where raw_id = ? and item = ?');
  const count = db.prepare('insert into raw_item(raw_id, item, outcome, article_id) values (?, ?, ?, ?)');
  const isolate = db.prepare(
    'insert into quarantine(raw_id, item, code, message, bug, at) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const finish = db.prepare('update raw set state = ?, touched_at = ? where id = ?');
  const touch = db.prepare('update raw set touched_at = ? where id = ?');

  const one = (rawId: number, outcome: ItemOutcome): Counted | undefined => {
    const item = outcome.index ?? WHOLE;
    if (counted.get(rawId, item) !== undefined) return undefined;
    const fate = fateOf(rawId, item, outcome);
    count.run(rawId, item, fate, outcome.kind === 'article' ? outcome.article.id : null);
    return fate;
  };
  const fateOf = (rawId: number, item: number, outcome: ItemOutcome): Counted => {
    if (outcome.kind === 'filtered') return 'filtered';
    if (outcome.kind === 'article') return revisions.store(outcome.article);
    isolate.run(rawId, item, outcome.code, outcome.message, outcome.bug ? 1 : 0, clock());
    return 'quarantined';
  };
  const run = db.transaction((outcomes: readonly RawOutcome[]): Tally => {
    const tally = { received: 0, stored: 0, duplicate: 0, filtered: 0, quarantined: 0 };
    for (const { rawId, items, last } of outcomes) {
      for (const outcome of items) {
        const fate = one(rawId, outcome);
        if (fate === undefined) continue;
        tally.received += 1;
        tally[fate] += 1;
      }
      const whole = items.some((outcome) => outcome.kind === 'bad' && outcome.index === null);
      if (last) finish.run(whole ? 'quarantined' : 'done', clock(), rawId);
      else touch.run(clock(), rawId);
    }
    return tally;
  });
  return { commit: (outcomes: readonly RawOutcome[]) => run.immediate(outcomes) };
}
