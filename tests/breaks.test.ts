import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedBlock } from '../src/article/parsed-item.ts';
import { parseLineLine } from '../src/normalize/parse/line.ts';
import { breaks } from '../src/normalize/steps/breaks.ts';
import { readLine } from '../src/normalize/wiretext/line.ts';
import { cpuRatio } from './cpu-ratio.ts';
import { draftOf } from './step-draft.ts';

interface Case {
  readonly input: string;
  readonly language: string;
  readonly expected: Record<string, unknown>;
}
const cases = JSON.parse(readFileSync(new URL('../fixtures/steps/line.json', import.meta.url), 'utf8')) as Case[];

describe('readLine', () => {
  it.each(cases)('$input', ({ input, language, expected }) => {
    const { rule, ...reading } = parseLineLine({ input, language });
    expect(reading).toEqual(expected);
    expect(rule).not.toBe('');
  });

  it('finds a label of any language without being told the language', () => {
    for (const { input, expected } of cases) expect(readLine(input).action, input).toBe(expected['action']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => typeof readLine(text).kind === 'string'));
  });

  it.each(['Read more ', '- ', '(more) ', 'Facebook ', 'continue reading ', 'a'])('is linear on %j repeated', (unit) => {
    expect(cpuRatio((text) => readLine(text), unit)).toBeLessThan(15);
  });
});

describe('the breaks step', () => {
  const run = (...texts: string[]) => breaks.run(draftOf({ body: texts }, 'en'));
  const story = 'The harbour of Kelm reopened on Monday after three days of storm.';

  it('takes chrome out, records each cut at its path and keeps the text in order', () => {
    const { body, removed } = run(story, 'Story continues below advertisement', '', 'ALSO READ | Ferries return', story);
    expect(body.map(({ text }) => text)).toEqual([story, story]);
    expect(removed.map(({ kind, path }) => [kind, path])).toEqual([
      ['story-continues', '/body/p[2]'],
      ['related-link', '/body/p[4]'],
    ]);
  });

  it('drops empty paragraphs without a record', () => {
    const { body, removed } = run('', '  ', story, '\u00a0');
    expect(body).toHaveLength(1);
    expect(removed).toEqual([]);
  });

  it('turns a rule of stars into a divider and keeps what readers must see', () => {
    const note = 'This story has been corrected to show that the vote was on Tuesday.';
    const { body } = run(story, '* * *', note);
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'divider', 'paragraph']);
    expect(body[2]?.text).toBe(note);
  });

  it('ends the story at an end mark and keeps the tail as removed', () => {
    const { body, removed } = run(story, '###', 'Contact: press office');
    expect(body).toHaveLength(1);
    expect(removed.map(({ kind, text }) => [kind, text])).toEqual([
      ['end-marker', '###'],
      ['after-end', 'Contact: press office'],
    ]);
  });

  it('cuts the mark of optional text and of truncation off a paragraph', () => {
    const { body, removed } = run(`${story}***`, `${story} [+860 chars]`);
    expect(body.map(({ text }) => text)).toEqual([story, story]);
    expect(removed.map(({ kind }) => kind)).toEqual(['optional-mark', 'truncated']);
  });

  it('keeps a block that only begins like a label', () => {
    const text = 'Advertising revenue fell for the third year, the publisher said.';
    expect(run(text).body[0]?.text).toBe(text);
  });

  it('leaves lists, tables and pictures alone', () => {
    const list: ParsedBlock = { type: 'list', path: '/body/ul', items: [{ text: 'Share' }] };
    const draft = { ...draftOf({ body: [] }), body: [list] };
    expect(breaks.run(draft).body).toEqual([list]);
  });
});
