import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { eld } from 'eld/small';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../src/normalize/detect-language.ts';
import { readNgrams } from '../src/normalize/ngram-tables.ts';

const tables = new URL('../ngrams/small.js', import.meta.resolve('eld/small'));

describe('the language of copy', () => {
  it('is what the detector says that runs its tables as a module', () => {
    const texts = [
      'Die Regierung hat am Montag beschlossen, dass die Steuern gesenkt werden.',
      "Le gouvernement a annoncé lundi qu'il baisserait les impôts.",
      'El Gobierno anunció este lunes que bajará los impuestos.',
      'Правительство объявило в понедельник о снижении налогов.',
      '政府は月曜日、減税を発表した。',
      'أعلنت الحكومة يوم الاثنين خفض الضرائب',
      "It's the council's third vote on the harbour's bridge",
      'OK',
      '12:30',
    ];
    for (const text of texts) {
      const theirs = eld.detect(text);
      expect(detectLanguage(text), text).toBe(theirs.language !== '' && theirs.isReliable() ? theirs.language : undefined);
    }
  });

  it('has every piece of the published tables, with its scores', () => {
    const { ngrams, languages, type } = readNgrams(readFileSync(tables, 'utf8'));
    const published = eld.info();
    expect(type).toBe(published['Data type']);
    expect(languages).toEqual(published.Languages);
    expect(ngrams['constructor']).toBeUndefined();
    // Every literal of the file, taken by the language itself one at a time.
    const literals = readFileSync(tables, 'utf8').match(/(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[\w$]+):\{\d[\d:,]*\}/g) ?? [];
    expect(literals.length).toBeGreaterThan(80_000);
    for (const literal of literals.filter((_, number) => number % 97 === 0)) {
      const [[piece, scores] = ['', {}]] = Object.entries(runInNewContext(`({${literal}})`) as Record<string, Record<string, number>>);
      expect(ngrams[piece], literal).toEqual(scores);
    }
  });
});
