import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agenciesIn, agencyOf } from '../src/normalize/lexicon/agencies.ts';
import { displayName, isPersonName } from '../src/normalize/lexicon/names.ts';
import { parseBylineLine } from '../src/normalize/parse/byline.ts';
import { byline } from '../src/normalize/steps/byline.ts';
import { readByline } from '../src/normalize/wiretext/byline.ts';
import { cpuRatio } from './cpu-ratio.ts';
import { draftOf, type StepInput } from './step-draft.ts';

interface Fixture {
  readonly input: StepInput;
  readonly language?: string;
  readonly expected: Record<string, unknown>;
}

const fixtures = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'steps', 'byline.json'), 'utf8')) as Fixture[];

describe('the byline step', () => {
  test.each(fixtures.map((fixture) => [fixture.input.bylines?.[0] ?? JSON.stringify(fixture.input.body[0]), fixture] as const))(
    '%s',
    (_name, { input, language, expected }) => {
      const after = byline.run(draftOf(input, language));
      expect(seen(after)).toEqual(expected);
    },
  );

  test('says which rule decided, and what it did not take', () => {
    const after = byline.run(draftOf({ bylines: ['something, that nobody: can read'], body: ['The ferry left.', 'It came back.'] }, 'en'));
    expect(after.notes).toEqual([{ code: 'byline.unread', path: 'byline', detail: 'something, that nobody: can read' }]);
    expect(after.evidence[0]).toMatchObject({ path: 'byline', rule: 'byline/none', source: '/byline' });
    expect(after.evidence[0]?.rejected?.[0]?.why).not.toBe('');
  });
});

/** What the fixtures state. */
function seen(after: ReturnType<typeof byline.run>): Record<string, unknown> {
  return {
    byline: after.settled.byline,
    body: after.body.map((block) => block.text ?? ''),
    ...(after.removed.length === 0 ? {} : { removed: after.removed.map(({ kind, text }) => `${kind}: ${text}`) }),
    ...(after.settled.agencies === undefined ? {} : { agencies: after.settled.agencies.map(({ code }) => code) }),
    ...(after.settled.times?.published?.alternatives === undefined ? {} : { alternatives: after.settled.times.published.alternatives }),
  };
}

describe('sentences that begin like a byline are none', () => {
  test.each([
    ['en', 'By the end of the week the bridge was open.'],
    ['en', 'By signing you accept the rules'],
    ['de', 'Von wegen Ruhe: Die Brücke bleibt zu'],
    ['de', 'Von der Brücke will niemand etwas wissen'],
    ['fr', 'Par ailleurs, le pont est fermé.'],
    ['es', 'Por qué el puente está cerrado'],
    ['nl', 'Door de storm is de brug dicht'],
    ['da', 'Da Jonas kom hjem, var broen lukket'],
    ['en', 'FINAL FIELDS AS PROVIDED TO AAP'],
    ['en', 'RESULTS FOR SATURDAY AS SUPPLIED BY AAP'],
    ['en', 'Example Wire photographer Ada Lund was hurt, the agency said.'],
  ])('%s: %s', (language, text) => {
    expect(readByline(text, { language, where: 'byline' }).isByline).toBe(false);
  });
  test.each(['km/h', 'and/or', 'he/she', 'either/or', 'win/loss/win'])('%s is no sign-off', (text) => {
    expect(readByline(text, { where: 'signoff' }).isByline).toBe(false);
  });
});

describe('names', () => {
  test.each([
    ['A.J. VAN DER HOLT', 'A.J. van der Holt'],
    ['Claire-Anne DUMOULIN', 'Claire-Anne Dumoulin'],
    ['JON McKELL', 'Jon McKell'],
    ["NORA O'KELL", "Nora O'Kell"],
    ['MAX VON EBERT', 'Max von Ebert'],
    ['Mira LaHolt', 'Mira LaHolt'],
    ['JON MCKELL III', 'Jon McKell III'],
  ])('%s is shown as %s', (raw, shown) => {
    expect(displayName(raw)).toBe(shown);
    expect(isPersonName(raw)).toBe(true);
  });
  test('English copy capitalizes a first Van', () => {
    expect(displayName('A.J. VAN DER HOLT', 'en')).toBe('A.J. Van der Holt');
  });
  test.each(['AFP', 'The Kelby Post', 'Staff', 'CNN Business', '', 'it rained', 'Kelby News Desk'])('%s is no person', (text) => {
    expect(isPersonName(text)).toBe(false);
  });
});

describe('agencies', () => {
  test('short codes only in their printed case', () => {
    expect(agencyOf('AP')?.code).toBe('AP');
    expect(agencyOf('ap')).toBeUndefined();
    expect(agencyOf('أ ف ب')?.code).toBe('AFP');
    expect(agencyOf('the associated press')?.code).toBe('AP');
  });
  test('lists', () => {
    expect(agenciesIn('NTB-AFP-DPA').map(({ code }) => code)).toEqual(['NTB', 'AFP', 'dpa']);
    expect(agenciesIn('AFP, EFE y Reuters').map(({ code }) => code)).toEqual(['AFP', 'EFE', 'Reuters']);
    expect(agenciesIn('AFP and Mira Holt')).toEqual([]);
  });
  test('an agency is never an author', () => {
    for (const code of ['AFP', 'By AFP', 'AP', 'Von dpa', 'Reuters'])
      expect(readByline(code, { where: 'element' })).toMatchObject({ isByline: true, authors: [] });
  });
});

test('a moment in a line is read in the zone of the page', () => {
  const answer = parseBylineLine({ input: 'AFP · 4 Feb 2019, 17:05', context: { page_zone: 'GMT+01:00' } });
  expect(answer).toMatchObject({ isByline: true, agencies: ['AFP'], published: { raw: '4 Feb 2019, 17:05' } });
});

describe('whatever the string', () => {
  test('no throw, and an answer of the same form', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'By',
            'Von',
            ' ',
            ',',
            'and',
            '(',
            ')',
            '/',
            'AFP',
            'Ada',
            'Lund',
            'in',
            'Rome',
            '|',
            ':',
            '@a',
            '12',
            'March',
            '\n',
            'ed',
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('byline', 'signoff', 'element', 'text'),
        fc.constantFrom(undefined, 'en', 'nl', 'tr', 'x-y'),
        (input, where, language) => {
          const answer = parseBylineLine({ input, where, language });
          expect(typeof answer['isByline']).toBe('boolean');
          expect(Array.isArray(answer['authors'])).toBe(true);
        },
      ),
      { numRuns: 1_500 },
    );
  });
  test('time grows with length, not with its square', () => {
    for (const unit of ['By Ada Lund, ', 'a/b-', '(', ' ', 'Reporting by Ada Lund; ', 'A. ', '12/3 '])
      expect(cpuRatio((text) => byline.run(draftOf({ bylines: [text], body: [text, text, text] }, 'en')), unit)).toBeLessThanOrEqual(15);
  });
});

describe('labels, desks and what stands around names', () => {
  test.each<[string, string, string[], string[]]>([
    ['fi', 'Teksti: Eino Lahtela, kuvat: Aino Sorsa', ['Eino Lahtela author', 'Aino Sorsa photographer'], []],
    ['hu', 'Írta: Varga Bence', ['Varga Bence author'], []],
    ['cs', 'Napsal Tomáš Brabec', ['Tomáš Brabec author'], []],
    ['fr', 'Textes : Odile Marchal, photos : Yann Kerleo', ['Odile Marchal author', 'Yann Kerleo photographer'], []],
    ['el', 'Γράφει ο Νίκος Δελής', ['Νίκος Δελής author'], []],
    ['ru', 'Олег Сомов, специальный корреспондент', ['Олег Сомов author'], []],
    ['it', 'Inviato a Madrid Carlo Ferri', ['Carlo Ferri author'], []],
    ['de', 'Bearbeitet von Henrike Soler (dpa)', ['Henrike Soler editor'], ['dpa']],
    ['de', '(dpa/lno)', [], ['dpa']],
    ['es', 'Iván PRADO DE LA VEGA (AFP)', ['Iván Prado de la Vega author'], ['AFP']],
    ['en', 'By HENRIK VAN DER MEER AP Business Writer', ['Henrik Van der Meer author'], ['AP']],
    ['en', 'By Lena Frost  10:31 GMT, 23 March 2025', ['Lena Frost author'], []],
    ['en', "By CNN's Lena Frost and Tom Aster", ['Lena Frost author', 'Tom Aster author'], []],
    ['sv', 'Lena Frost/TT-Reuters', ['Lena Frost author'], ['TT', 'Reuters']],
    ['nl', 'Van onze redacteur binnenland', [], []],
    ['vi', 'Theo AFP', [], ['AFP']],
    ['zh', '记者 李江 上海报道', ['李江 author'], []],
  ])('%s: %s', (language, line, authors, agencies) => {
    const read = readByline(line, { language, where: 'byline' });
    expect(read.isByline).toBe(true);
    expect(read.authors.map(({ name, role }) => `${name} ${role}`)).toEqual(authors);
    expect(read.agencies).toEqual(agencies);
  });
});
