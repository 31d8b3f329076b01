import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Language } from '../src/normalize/lexicon/language.ts';

const src = join(import.meta.dirname, '../src');
const folder = join(src, 'normalize/lexicon/languages');

/** A language that no file has, with one word or more of every kind. */
const invented: Language = {
  tag: 'xv',
  times: {
    source: 'invented for this test, 2026-11-25',
    months: ['zanrak', 'febrak', 'marak', 'aprak', 'majrak', 'junrak', 'julrak', 'augrak', 'seprak', 'oktrak', 'novrak', 'dekrak'],
    weekdays: ['lundrim', 'mardrim', 'merkrim', 'jovrim', 'vendrim', 'sabrim', 'solrim'],
    fillers: 'publuk',
  },
  byline: { source: 'invented, 2026-11-25', labels: { author: 'skribu' }, and: 'ke' },
  signoff: { source: 'invented, 2026-11-25', roles: { editor: 'redaktu de' } },
  credits: { source: 'invented, 2026-11-25', labels: ['bildu'] },
  embargo: { source: 'invented, 2026-11-25', names: ['blokuma'], until: 'ghis', lifted: ['blokuma finita'] },
  desk: { source: 'invented, 2026-11-25', roles: 'korespondu', generic: 'redaktejo' },
  places: { source: 'invented, 2026-11-25', labels: 'analizu' },
  status: {
    source: 'invented, 2026-11-25',
    marks: { kill: 'nuligo', corrected: 'korektigo' },
    verbs: { adds: 'aldonas' },
    sentences: { kill: ['ne uzu tiun tekston'] },
  },
};

describe('a new language is one file and its line in the registry', () => {
  let parse: Record<string, (request: { input: string; language?: string; where?: string }) => Record<string, unknown>> = {};

  beforeAll(async () => {
    vi.resetModules();
    vi.doMock('../src/normalize/lexicon/languages.ts', async (original) => {
      const real = await original<typeof import('../src/normalize/lexicon/languages.ts')>();
      return {
        languages: [...real.languages, invented],
        languageOf: (tag: string | undefined) => (tag === 'xv' ? invented : real.languageOf(tag)),
      };
    });
    parse = {
      byline: (await import('../src/normalize/parse/byline.ts')).parseBylineLine,
      caption: (await import('../src/normalize/parse/caption.ts')).parseCaptionLine,
      dateline: (await import('../src/normalize/parse/dateline.ts')).parseDatelineLine,
      status: (await import('../src/normalize/parse/status.ts')).parseStatusLine,
      time: (await import('../src/normalize/parse/time.ts')).parseTimeLine,
    };
  });

  afterAll(() => {
    vi.doUnmock('../src/normalize/lexicon/languages.ts');
    vi.resetModules();
  });

  const read = (kind: string, input: string, where?: string): Record<string, unknown> =>
    parse[kind]?.({ input, language: 'xv', ...(where === undefined ? {} : { where }) }) ?? {};

  test('bylines and sign-offs', () => {
    const names = read('byline', 'Skribu Ana Prill ke Jonas Ekdahl, korespondu', 'byline')['authors'] as readonly {
      name: string;
      title: string;
    }[];
    expect(names.map(({ name, title }) => [name, title])).toEqual([
      ['Ana Prill', 'korespondu'],
      ['Jonas Ekdahl', 'korespondu'],
    ]);
    expect(read('byline', 'Redaktejo', 'byline')).toMatchObject({ isByline: true, generic: true });
    expect(read('byline', 'Redaktu de Mira Stub', 'signoff')).toMatchObject({ contributors: [{ name: 'Mira Stub', role: 'editor' }] });
  });

  test('datelines, captions and times', () => {
    expect(read('dateline', 'KELM, 12 marak (AP) — Texto.')).toMatchObject({ date: { day: 12, month: 3 } });
    expect(read('dateline', 'Analizu (AP) - Texto.')).toMatchObject({ isDateline: false });
    expect(read('caption', 'La haveno. Bildu: Ana Prill/AP')).toMatchObject({ credit: { raw: 'Bildu: Ana Prill/AP' } });
    expect(parse['time']?.({ input: 'Publuk jovrim 12 marak 2026 14:02', language: 'xv', zone: 'UTC' } as never)).toMatchObject({
      utc: '2026-03-12T14:02:00Z',
    });
  });

  test('status and embargoes', () => {
    expect(read('status', 'NULIGO: La ponto', 'headline')).toMatchObject({ kind: 'kill', headline: 'La ponto', publishable: false });
    expect(read('status', 'Ne uzu tiun tekston.', 'ednote')).toMatchObject({ kind: 'kill' });
    expect(read('status', 'ALDONAS citon', 'ednote')).toMatchObject({ markers: [{ type: 'adds' }] });
    expect(read('status', 'Blokuma ghis jovrim 18:00', 'ednote')).toMatchObject({ kind: 'embargoed', publishable: false });
    expect(read('status', 'Blokuma finita', 'ednote')).toMatchObject({ publishable: true });
  });
});

describe('the files of the languages', () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
  const tags = files.filter((name) => !name.includes('-'));

  test('are in the registry, each under its tag', async () => {
    const { languages } = await import('../src/normalize/lexicon/languages.ts');
    expect(languages.map(({ tag }) => tag).sort()).toEqual(tags);
  });

  test('say where the words of every part were read, and when', async () => {
    const { languages } = await import('../src/normalize/lexicon/languages.ts');
    const parts = languages.flatMap((language) =>
      Object.entries(language).flatMap(([part, value]) =>
        typeof value === 'object' && !Array.isArray(value) ? [[language.tag, part, value] as const] : [],
      ),
    );
    const silent = parts.filter(([, , value]) => !/\d{4}-\d\d/.test((value as { source?: string }).source ?? ''));
    expect(silent.map(([tag, part]) => `${tag}.${part}`)).toEqual([]);
  });

  test('are read by the registry alone', () => {
    const readers = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('lexicon/languages/'))
      .filter((name) => /from '[^']*languages\/[a-z-]+\.ts'/.test(readFileSync(join(src, name), 'utf8')));
    expect(readers.map((name) => relative(src, join(src, name)))).toEqual(['normalize/lexicon/languages.ts']);
  });
});
