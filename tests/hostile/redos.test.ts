import { describe, expect, test } from 'vitest';
import { parseBylineLine } from '../../src/normalize/parse/byline.ts';
import { parseCaptionLine } from '../../src/normalize/parse/caption.ts';
import { parseDatelineLine } from '../../src/normalize/parse/dateline.ts';
import { parseLineLine } from '../../src/normalize/parse/line.ts';
import { parseStatusLine } from '../../src/normalize/parse/status.ts';
import { parseTimeLine } from '../../src/normalize/parse/time.ts';
import { safeHtml } from '../../src/ingest/safe-html.ts';
import { rowsOf, withoutCorpus } from './rows.ts';

interface Row {
  readonly id: number;
  readonly n: number;
  readonly pre: string;
  readonly unit: string;
  readonly post: string;
}
const rows = rowsOf<Row>('redos/strings.jsonl');
/** Milliseconds of CPU that one string may take, and ten times that: only what does not end is over it on a busy machine. */
const GUARD_MS = 10 * 50;
const READERS: readonly [string, (input: string) => unknown][] = [
  ['byline', (input) => parseBylineLine({ input, where: 'byline' })],
  ['dateline', (input) => parseDatelineLine({ input })],
  ['caption', (input) => parseCaptionLine({ input })],
  ['line', (input) => parseLineLine({ input })],
  ['status', (input) => parseStatusLine({ input, where: 'headline' })],
  ['time', (input) => parseTimeLine({ input })],
  ['HTML', (input) => safeHtml(input, 'https://wire.example/')],
];

describe.skipIf(withoutCorpus)('strings that slow patterns down', () => {
  test.each(READERS)('%s', (_kind, read) => {
    read('warm');
    for (const { id, n, pre, unit, post } of rows) {
      const input = pre + unit.repeat(n) + post;
      const before = process.cpuUsage();
      read(input);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, `row ${id}`).toBeLessThan(GUARD_MS);
    }
  });
});
