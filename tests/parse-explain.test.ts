import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBylineLine } from '../src/normalize/parse/byline.ts';
import { parseCaptionLine } from '../src/normalize/parse/caption.ts';
import { parseDatelineLine } from '../src/normalize/parse/dateline.ts';
import { explainParse } from '../src/normalize/parse/explanation.ts';
import { parseLineLine } from '../src/normalize/parse/line.ts';
import { parseStatusLine } from '../src/normalize/parse/status.ts';
import { parseTimeLine } from '../src/normalize/parse/time.ts';

type Request = Readonly<Record<string, unknown>>;
const READ = {
  byline: parseBylineLine,
  caption: parseCaptionLine,
  dateline: parseDatelineLine,
  line: parseLineLine,
  status: parseStatusLine,
  time: parseTimeLine,
} as const satisfies Record<string, (request: Request) => Request>;

function explained(kind: keyof typeof READ, input: string, more: Request = {}) {
  return explainParse(kind, input, READ[kind]({ input, ...more }));
}

describe('each kind says which rule won and what it took from where', () => {
  test.each([
    ['byline', 'By Jane Sample in Kelm', {}, 'byline/label "by"', ['Jane Sample', 'Kelm']],
    [
      'dateline',
      'KELM, March 3 (Reuters) - Ships came.',
      {},
      'dateline/agency-bracket',
      ['KELM, March 3 (Reuters) - ', 'KELM', 'Ships came.'],
    ],
    ['caption', 'Ships. Photo: Jo Filler/AFP', {}, 'caption/label', ['Ships.', 'Photo: Jo Filler/AFP']],
    ['line', 'Advertisement', {}, 'ad-label/en', ['Advertisement']],
    ['status', 'UPDATE 2-Ships came', {}, 'status/update', ['UPDATE 2', 'Ships came']],
    ['time', '4 Mar 2031 10:15 GMT', {}, 'time/explicit-utc', ['4 Mar 2031 10:15 GMT']],
  ] as const)('%s', (kind, input, more, rule, texts) => {
    const { rule: won, spans } = explained(kind, input, more);
    expect(won).toBe(rule);
    expect(spans.map(({ text }) => text)).toEqual(texts);
    for (const { span, text } of spans) expect(input.slice(...span)).toBe(text);
  });
});

describe('each kind says what it did not take, and why', () => {
  test.each([
    ['byline', 'By contrast, nothing moved', {}],
    ['dateline', 'Minister (centre) - the man in blue - spoke.', {}],
    ['caption', 'A ship at sea. Everyone was happy about it', {}],
    ['line', 'Advertisement revenues fell', {}],
    ['status', 'Lead mine: residents sue', {}],
    ['status', 'Council agrees oil embargo', {}],
    ['time', '03/04/2031', { zone: 'UTC' }],
    ['time', 'soon', {}],
  ] as const)('%s: %s', (kind, input, more) => {
    const { rejected } = explained(kind, input, more);
    expect(rejected).not.toEqual([]);
    for (const { why } of rejected) expect(why).not.toBe('');
  });
});

test('explaining throws on no string', () => {
  const kinds = Object.keys(READ) as (keyof typeof READ)[];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary', maxLength: 200 }), (kind, input) =>
      Array.isArray(explained(kind, input).rejected),
    ),
    { numRuns: 500 },
  );
});
