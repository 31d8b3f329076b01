import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBylineLine } from '../src/normalize/parse/byline.ts';
import { parseCaptionLine } from '../src/normalize/parse/caption.ts';
import { parseDatelineLine } from '../src/normalize/parse/dateline.ts';
import { parseLineLine } from '../src/normalize/parse/line.ts';
import { parseStatusLine } from '../src/normalize/parse/status.ts';
import { parseTimeLine } from '../src/normalize/parse/time.ts';
import { steps } from '../src/normalize/steps.ts';
import { readCaption } from '../src/normalize/wiretext/caption.ts';
import { cpuRatio } from './cpu-ratio.ts';
import { draftOf } from './step-draft.ts';

type Request = Readonly<Record<string, unknown>>;
type Given = { readonly language?: string | undefined; readonly where?: string | undefined };
const KINDS: Readonly<Record<string, (request: Request) => Request>> = {
  byline: parseBylineLine,
  dateline: parseDatelineLine,
  caption: parseCaptionLine,
  line: parseLineLine,
  status: parseStatusLine,
  time: parseTimeLine,
};
const kinds = Object.entries(KINDS);
const RUNS = { numRuns: 1_000, seed: 20_261_125 };
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ja', 'tr', 'fi'];
const WHERE = ['headline', 'slugline', 'ednote', 'first-line', 'byline', 'signoff', 'element', 'text', 'own-line'];

/** Strings that break careless code. */
const NAUGHTY = [
  '',
  ' ',
  '\0',
  '\n',
  '\r\n\r\n',
  '\t\t',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u200b\u200d',
  '.',
  '-',
  '—',
  '()',
  '(((',
  ')))',
  '[',
  '{}',
  '//',
  '////',
  '|',
  '::',
  '@',
  '%s',
  '%00',
  '$&',
  '$1',
  '\\',
  '\\u0000',
  '\ud800',
  '\udc00',
  'a\ud800',
  '\udc00a',
  '\ud83d\ude00',
  '👩‍👩‍👧‍👦',
  'é',
  'e\u0301\u0301\u0301\u0301',
  'Z̸̢̛͈a̵l̷g̶o̴',
  '\u202eABC\u202c',
  'שָׁלוֹם',
  'السلام عليكم',
  '\u061c\u2066x\u2069',
  'ﬁ',
  'ß',
  'ẞ',
  'İ',
  'ı',
  'Ǆ',
  'Σς',
  'ﷺ',
  'NaN',
  'Infinity',
  '-0',
  '0x10',
  '1e309',
  '99999999999999999999',
  '00:00',
  '24:00',
  '99:99',
  '31/02/2020',
  '2020-02-30T25:61:61Z',
  '0000-00-00',
  '+275760-09-13T00:00:00Z',
  '1970-01-01T00:00:00.000000001Z',
  '1/1/1',
  'Feb 29',
  '12 (',
  '١٢',
  '१२',
  '１２',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  '&amp;&lt;',
  "'; DROP TABLE x; --",
  'By',
  'By ',
  'Von:',
  '(AP)',
  '(AP) —',
  '— (AP)',
  'Photo:',
  '(Photo by)',
  'UPDATE',
  'UPDATE -',
  'KILL',
  '()-',
  'EMBARGO',
  'EMBARGO:',
  'Reporting by',
  ';;',
  ',,,,',
  'a/b/c/d/e/f/g',
  'AAAA BBBB',
];

/** Pieces of wire text, which reach further into the rules than noise does. */
const PIECES = [
  'By ',
  'Von ',
  'Par ',
  'JANE SAMPLE',
  'Jo McFiller',
  "Nora O'Model",
  'van der Stub',
  ', AP Sports Writer',
  ' and ',
  ' und ',
  ' | ',
  ' / ',
  ', ',
  '; ',
  ' - ',
  ' — ',
  ': ',
  '(Reuters) - ',
  '(AP) — ',
  '(dpa) – ',
  'AFP',
  'Reuters',
  'dpa',
  'KELM, Ostravia, ',
  'PORT VELMAR ',
  'March 12',
  '12. März 2031',
  '12/03/2031',
  '18:00',
  '6 p.m.',
  ' GMT',
  ' BST',
  'UPDATE 2-',
  'CORRECTED-',
  'KORREKTUR: ',
  '(LEAD) ',
  '++ ',
  ' ++',
  '(UPDATE 3)',
  'EMBARGO ',
  'Sperrfrist ',
  'until ',
  'KILL: ',
  'Photo: ',
  'Foto: ',
  '© ',
  ' via ',
  '/Getty Images',
  '(File photo)',
  'HANDOUT',
  'Story continues below',
  'Advertisement',
  'Read more',
  '(MORE)',
  '***',
  '-30-',
  'Reporting by ',
  'Editing by ',
  'bur-ab/cd',
  '\n',
  ' ',
  '.',
  '(',
  ')',
  '[',
  ']',
  '"',
  '«',
  'عاجل',
  'تصحيح',
  '東京',
  'The harbour reopened on Monday',
  'der Hafen',
  '12',
  '2031',
];

const noise = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 }).map((units) => String.fromCharCode(...units));
const wire = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
/** Paragraphs as wires and pages send them, in any order and number. */
const story = fc.array(
  fc.oneof(
    fc.constantFrom(
      'By JANE SAMPLE',
      'By Jane Sample and Lee Model, AP Harbor Writers',
      'Von Jo Filler, dpa',
      'EMBARGO 18:00 GMT',
      'Sperrfrist 18 Uhr',
      'Embargo lifted',
      '(Adds details)',
      '(MORE)',
      'Advertisement',
      'Story continues below',
      'Read more: Harbour reopens',
      '***',
      '-30-',
      'ENDS',
      'bur-ab/cd',
      'Reporting by Jane Sample; Editing by Lee Model',
      '(Con información de AFP y EFE)',
      'KELM, Ostravia (AP) — The harbour reopened.',
      'Kelm (dpa) - Der Hafen ist offen.',
      'VELMAR, March 12 (Reuters) - Ships came.',
      'Velmar, 12 mars 2031 (AFP) -',
      'Mandatory kill',
      'Photo: Jane Sample/AFP',
      'Share',
      'Ships came.*** ',
      'This story has been corrected to show the date.',
      '',
      ' ',
      '---',
    ),
    fc.constantFrom(
      'The harbour of Kelm reopened on Monday.',
      'Der Hafen ist wieder offen, sagte die Sprecherin.',
      '“We are open,” she said.',
    ),
    fc.constantFrom(
      'EMBARGO 2000 GMT - Ships came.',
      'EMBARGO 2000 GMT - VELMAR, March 12 (Reuters) - Ships came.',
      'EMBARGO 2000 GMT - (Adds details)',
      'VELMAR, March 12 (Reuters) - KELM (AP) — Ships came.',
      'VELMAR, March 12 (Reuters) - Story continues below',
      '(AP) — Ships came.',
    ),
  ),
  { minLength: 1, maxLength: 9 },
);
/** A sentence with a credit as pictures carry them. */
const caption = fc
  .tuple(
    fc.constantFrom(
      'A ferry leaves the harbour of Kelm, Ostravia, on March 12, 2031.',
      'Der Hafen von Kelm.',
      'Le port de Velmar',
      'The minister, left, speaks',
      '(FILES) Ships at sea.',
      '',
    ),
    fc.constantFrom(' ', '\n', ' — ', ' | '),
    fc.constantFrom(
      'Photo: Jane Sample/AFP',
      'Foto: Jo Filler/dpa',
      '(AP Photo/Lee Model)',
      'REUTERS/Jane Sample/File Photo',
      '© Jane Sample',
      'Crédit photo : AFP',
      'Handout via REUTERS',
      'MANDATORY CREDIT: KELM PORT',
      '',
    ),
  )
  .map((parts) => parts.join(''));
const byline = fc
  .tuple(
    fc.constantFrom('By ', 'Von ', 'Par ', 'Text: ', ''),
    fc.constantFrom('JANE SAMPLE', 'Jo McFiller', "Nora O'Model and LEE VAN DER STUB", 'Our Foreign Staff', 'AFP', 'Jane Sample in Kelm'),
    fc.constantFrom('', ', AP Sports Writer', '/dpa', ' | 12 March 2031', ', Reuters', ' for The Kelm Post'),
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 120 }), noise, wire);
const place = fc.record({
  language: fc.option(fc.constantFrom(...LANGUAGES), { nil: undefined }),
  where: fc.option(fc.constantFrom(...WHERE), { nil: undefined }),
});

describe('nothing throws', () => {
  test.each(kinds)('%s, on strings that break careless code', (_kind, read) => {
    for (const input of NAUGHTY)
      for (const where of WHERE)
        for (const language of LANGUAGES) expect(typeof JSON.stringify(read({ input, where, language }))).toBe('string');
  });

  test.each(kinds)('%s, on any string', (_kind, read) => {
    fc.assert(
      fc.property(anything, place, (input, given) => typeof JSON.stringify(read({ input, ...given })) === 'string'),
      RUNS,
    );
  });

  test.each(kinds)('%s, on requests of the wrong shape', (_kind, read) => {
    for (const request of [
      {},
      { input: 3 },
      { input: null, context: 3 },
      { input: 'x', language: 7, where: [], context: null, zone: {}, order: 'X', now: 'x' },
    ])
      expect(typeof JSON.stringify(read(request))).toBe('string');
  });
});

/** What each reader gives back as clean text; read again it must stay. */
const CLEAN: readonly (readonly [kind: string, clean: (text: string, given: Given) => string])[] = [
  ['status', (input, given) => String(KINDS['status']?.({ input, ...given, where: 'headline' })['headline'])],
  ['caption', (input, given) => readCaption(input, given.language === undefined ? {} : { language: given.language }).caption ?? ''],
  ['byline', (input, given) => String(KINDS['byline']?.({ input, ...given, where: 'byline' })['text'])],
];

describe('reading twice changes nothing', () => {
  test.each(CLEAN)('%s', (kind, clean) => {
    fc.assert(
      fc.property(
        kind === 'caption' ? fc.oneof(caption, noise) : kind === 'byline' ? fc.oneof(byline, noise) : anything,
        place,
        (text, given) => {
          const once = clean(text, given);
          expect(clean(once, given)).toBe(once);
        },
      ),
      RUNS,
    );
  });

  test('time', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const { utc } = parseTimeLine({ input, zone: 'Europe/Berlin' });
        if (typeof utc === 'string') expect(parseTimeLine({ input: utc, zone: 'Asia/Tokyo' })['utc']).toBe(utc);
      }),
      RUNS,
    );
  });

  test('dateline', () => {
    fc.assert(
      fc.property(anything, place, (input, given) => {
        const { isDateline, raw, cities, agencies } = parseDatelineLine({ input, ...given });
        if (isDateline === true) expect(parseDatelineLine({ input: raw, ...given })).toMatchObject({ cities, agencies, rest: '' });
      }),
      RUNS,
    );
  });

  test('the body of a story', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...LANGUAGES), (body, language) => {
        const once = normalized(body, language);
        expect(normalized(once, language)).toEqual(once);
      }),
      RUNS,
    );
  });
});

/** The paragraphs after all steps. */
function normalized(body: readonly string[], language: string): string[] {
  const draft = steps.reduce((before, step) => step.run(before), draftOf({ body }, language));
  return draft.body.map(({ type, text }) => (type === 'divider' ? '---' : (text ?? '')));
}

const SHAPES: Readonly<Record<string, string>> = {
  capitals: 'KELM HARBOUR ',
  'mixed names': 'Jane Sample ',
  commas: ', ',
  'names and commas': 'Jane Sample, ',
  slashes: 'ab/',
  digits: '12 ',
  'one number': '1',
  parentheses: '(',
  'closed brackets': '(AP) ',
  spaces: ' ',
  'no-break spaces': '\u00a0',
  dashes: ' - ',
  colons: 'a: ',
  'one word': 'a',
  'one letter in capitals': 'A',
  dots: '.',
  quotes: '"',
  stars: '*',
  labels: 'By ',
  credits: 'Photo: ',
  marks: 'UPDATE 1-',
  verbs: 'ADDS ',
  embargoes: 'embargo ',
  months: 'March 12 ',
  arabic: 'عاجل ',
  cjk: '東京',
  combining: 'e\u0301',
  surrogates: '\ud800',
  lines: 'x\n',
  bars: ' | ',
  ats: 'a@',
  stops: 'Mr. ',
  and: ' and ',
};

describe('time grows with the length, no faster', () => {
  test.each(kinds.flatMap(([kind, read]) => Object.entries(SHAPES).map(([shape, unit]) => [kind, shape, unit, read] as const)))(
    '%s on %s',
    (kind, _shape, unit, read) => {
      const where = kind === 'status' ? 'ednote' : 'signoff';
      expect(cpuRatio((input) => read({ input, where }), unit)).toBeLessThan(15);
      expect(cpuRatio((input) => read({ input }), unit)).toBeLessThan(15);
    },
  );

  test.each(Object.entries(SHAPES))('all steps on one paragraph of %s', (_shape, unit) => {
    expect(cpuRatio((text) => normalized(['The harbour reopened.', text, 'It closed.'], 'en'), unit)).toBeLessThan(15);
  });

  test('all steps on many paragraphs', () => {
    expect(cpuRatio((text) => normalized(text.split('|'), 'en'), 'The harbour reopened on Monday.|')).toBeLessThan(15);
  });
});
