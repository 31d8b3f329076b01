import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCodeOf } from '../src/normalize/lexicon/countries.ts';
import { regionOf } from '../src/normalize/lexicon/regions.ts';
import { parseDatelineLine } from '../src/normalize/parse/dateline.ts';
import { dateline } from '../src/normalize/steps/dateline.ts';
import { readDateline } from '../src/normalize/wiretext/dateline.ts';
import { displayPlace } from '../src/normalize/wiretext/place-case.ts';
import { cpuRatio } from './cpu-ratio.ts';
import { draftOf, type StepInput } from './step-draft.ts';

interface Fixture {
  readonly input: StepInput;
  readonly language?: string;
  readonly expected: Record<string, unknown>;
}

const fixtures = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'steps', 'dateline.json'), 'utf8')) as Fixture[];

describe('the dateline step', () => {
  test.each(fixtures.map((fixture) => [fixture.input.dateline ?? JSON.stringify(fixture.input.body[0]), fixture] as const))(
    '%s',
    (_name, { input, language, expected }) => {
      const after = dateline.run(draftOf(input, language));
      expect({
        ...(after.settled.dateline === undefined ? {} : { dateline: after.settled.dateline }),
        body: after.body.map((block) => block.html ?? block.text ?? ''),
        ...(after.removed.length === 0 ? {} : { removed: after.removed.map(({ kind, text }) => `${kind}: ${text}`) }),
      }).toEqual(expected);
    },
  );

  test('the year goes back over New Year, and stays where the date is the day itself', () => {
    const year = (version_created: string) => readDateline('OSTRA, Dec 31 (Reuters) - Text.', { context: { version_created } }).date?.year;
    expect(year('2025-01-01T00:20:00Z')).toBe(2024);
    expect(year('2024-12-31T12:00:00Z')).toBe(2024);
    expect(readDateline('OSTRA, Dec 31 (Reuters) - Text.').date?.year).toBeUndefined();
  });

  test('a claim for the stretch of source that it took', () => {
    const draft = draftOf({ body: ['KELBY (AP) — The ferry left.', 'It came back.'] }, 'en');
    const [first, second] = draft.body;
    const placed = { ...draft, body: [{ ...first!, span: [10, 38] as const }, second!] };
    const after = dateline.run(placed);
    expect(after.claims).toEqual([{ span: [10, 23], fate: 'field', path: 'dateline' }]);
    expect(after.body[0]).toMatchObject({ text: 'The ferry left.', span: [23, 38] });
  });
});

describe('lines that only look like datelines', () => {
  test.each([
    'Kelby (Ohio) is a town.',
    'The Ferry Board (dpa) - as it is called - met.',
    'Exclusive (Reuters) - Ministers met',
    'UPDATED: 12 March (after the vote) - The bridge',
    'MORE THAN 40 SHIPS (AND BOATS) - that is how many came.',
    'Deutsche Presse-Agentur (dpa) - Eine Agentur',
    'KELBY, Wash. was founded by a ferryman.',
    'BREAKING — The mayor resigned',
    '',
  ])('%s', (text) => {
    expect(readDateline(text)).toMatchObject({ isDateline: false, rest: text });
  });
});

test('places in capitals', () => {
  expect(displayPlace('ST. JOSEPH')).toBe('St. Joseph');
  expect(displayPlace('RIO DE JANEIRO')).toBe('Rio de Janeiro');
  expect(displayPlace('PORT-AU-PRINCE')).toBe('Port-au-Prince');
  expect(displayPlace("N'DJAMENA")).toBe("N'Djamena");
  expect(displayPlace('Den Haag')).toBe('Den Haag');
});

test('areas', () => {
  expect(regionOf('Wash.')).toEqual({ name: 'Washington', country: 'US' });
  expect(regionOf('or')).toBeUndefined();
  expect(countryCodeOf('Deutschland')).toBe('DE');
  expect(countryCodeOf('EE.UU.')).toBe('US');
  expect(countryCodeOf('Ostravia')).toBeUndefined();
});

describe('whatever the string', () => {
  test('no throw; what was cut and the rest are the whole', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'PARIS',
            'Kelby',
            ',',
            '(AP)',
            '(',
            ')',
            '—',
            '-',
            '/',
            'March',
            '12',
            '2025',
            'The',
            '.',
            '【',
            '】',
            '=',
            '\n',
            'France',
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('element', 'lead', 'text'), (input, where) => {
        const reading = readDateline(input, { where });
        expect(reading.isDateline ? `${reading.raw ?? ''}${reading.rest}` : reading.rest).toBe(input);
        expect(parseDatelineLine({ input, where, context: { published: input } })['isDateline']).toBeTypeOf('boolean');
      }),
      { numRuns: 1_500 },
    );
  });
  test('time grows with length, not with its square', () => {
    for (const unit of ['PARIS, ', '(AP) - ', ' ', '-', 'PARIS (AP) — Text. ', '/x'])
      expect(
        cpuRatio((text) => dateline.run(draftOf({ dateline: text, body: [{ text, html: text }, text] }, 'en')), unit),
      ).toBeLessThanOrEqual(15);
  });
});
