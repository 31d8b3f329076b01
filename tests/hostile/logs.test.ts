import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { rowsOf, withoutCorpus } from './rows.ts';

interface Row {
  readonly id: number;
  readonly value: string;
}
const rows = rowsOf<Row>('injection/logs.jsonl');
/** What the rows carry that nobody may read in a log, none of it known to the process as a secret. */
const CARRIED = [
  'sk_live_abc123',
  'hunter2',
  'abc.def.ghi',
  'pa55',
  's3cret',
  'sslpassword=zz',
  '"p1"',
  'k1',
  'dTpw',
  'sid=1',
  'K123',
  'T456',
  'S789',
  'OPENSSH PRIVATE',
];
const LONGEST = 16_384;
const RAW_CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

type Line = [object, string] | [string, ...unknown[]];

function written(line: Line): string {
  const chunks: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (text) => void chunks.push(text) } });
  const [first, ...rest] = line;
  if (typeof first === 'string') log.warn(first, ...(rest as []));
  else log.warn(first, String(rest[0]));
  return chunks.join('');
}

describe.skipIf(withoutCorpus)('hostile values in a log', () => {
  const PLACES: readonly [string, (value: string) => Line][] = [
    ['the message', (value) => [value]],
    ['an argument', (value) => ['from %s', value]],
    ['a field', (value) => [{ value }, 'seen']],
    ['the name of a field', (value) => [{ [value]: 1 }, 'seen']],
    ['an error', (value) => [{ err: new Error(value, { cause: new Error(value) }) }, 'failed']],
  ];
  test.each(PLACES)('as %s stay one short line without secrets', (_place, lineOf) => {
    for (const { id, value } of rows) {
      const text = written(lineOf(value));
      expect(text.trimEnd().split('\n'), `row ${id}`).toHaveLength(1);
      expect(() => JSON.parse(text) as unknown, `row ${id}`).not.toThrow();
      expect(text.trimEnd(), `row ${id}`).not.toMatch(RAW_CONTROL);
      expect(text.length, `row ${id}`).toBeLessThan(LONGEST);
      for (const secret of CARRIED) expect(text, `row ${id}`).not.toContain(secret);
    }
  });
});
