import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/pipeline/read-document.ts';
import type { Article } from '../../src/article/article.ts';
import { readTime } from '../../src/normalize/times/read-time.ts';
import { rowsOf, withoutCorpus } from './rows.ts';

interface Row {
  readonly id: number;
  readonly input: string;
  readonly expect: string;
  readonly now: string;
}
type Time = NonNullable<Article['times']['published']>;
const rows = rowsOf<Row>('dates/poisoned.jsonl');
/** Readings that a consumer can tell from what was said in so many words. */
const WEAK: ReadonlySet<string> = new Set(['epoch', 'abbreviation', 'feed-default', 'unresolved']);
const HOUR_MS = 3_600_000;

/** The time as an item of a feed has it, and what its article says of it. */
function published({ input, now }: Row): { readonly time: Time | undefined; readonly isFlagged: boolean } {
  const item = { id: 'a', title: 'Bridge reopens', content_text: 'The bridge at Ostwick reopened.', date_published: input };
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Velmar', items: [item] };
  const [read] = readDocument(Buffer.from(JSON.stringify(feed)), { receivedAt: now, zone: 'UTC' }).items;
  if (read?.ok !== true) throw new Error('the item was lost');
  const { times, provenance } = read.article;
  const time = times.published;
  const isFlagged =
    provenance.warnings.length > 0 || time?.warning !== undefined || time?.alternatives !== undefined || WEAK.has(time?.basis ?? '');
  return { time, isFlagged };
}

describe.skipIf(withoutCorpus)('poisoned dates', () => {
  test.each(rows.map((row) => [row.id, row.expect, row] as const))('row %i: %s', (_id, _expect, row) => {
    const { time, isFlagged } = published(row);
    const utc = time?.utc ?? null;
    const [rule = '', instant] = row.expect.split(/:(.*)/);
    if (instant !== undefined) expect(utc?.slice(0, instant.length)).toBe(instant);
    else if (rule === 'reject' || rule === 'reject_fast') expect(utc).toBeNull();
    else if (rule.startsWith('flag_') || rule === 'reject_or_flag') expect(utc === null || isFlagged).toBe(true);
    // Nothing outside of the window may order a feed or move a cursor.
    if (utc !== null && !isFlagged) {
      expect(Date.parse(utc)).toBeLessThanOrEqual(Date.parse(row.now) + 48 * HOUR_MS);
      expect(Date.parse(utc)).toBeGreaterThanOrEqual(Date.parse('1990-01-01T00:00:00Z'));
    }
  });

  test('are read in time that grows with their length', () => {
    for (const { input, now } of rows) {
      const started = process.cpuUsage();
      readTime(input, { now });
      const { user } = process.cpuUsage(started);
      expect(user / 1000).toBeLessThan(500);
    }
  });
});
