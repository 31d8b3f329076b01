import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type NgramTables, readNgrams } from './ngram-tables.ts';

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}

/** What the package's own entries are made of. */
interface DetectorModule {
  createEld(): { instance: Detector; loadData(tables: NgramTables): void };
}

let detector: Detector | undefined;

/**
 * ISO 639-1 code of the language a text is most likely in, undefined where the detector is not sure.
 * Most wire copy declares its language: so the tables are loaded at the first question.
 */
export function detectLanguage(text: string): string | undefined {
  detector ??= load();
  const result = detector.detect(text);
  return result.language !== '' && result.isReliable() ? result.language : undefined;
}

/**
 * The detector of `eld` over its small tables. Its own entry runs the tables as a module of 80,000 object literals, which takes 150 MB
 * while it loads; the same file read as text takes a tenth. The version is pinned, and a test compares both.
 */
function load(): Detector {
  const entry = import.meta.resolve('eld/small');
  const loaded: unknown = createRequire(import.meta.url)(fileURLToPath(new URL('../languageDetector.js', entry)));
  const made = (loaded as DetectorModule).createEld();
  made.loadData(readNgrams(readFileSync(new URL('../ngrams/small.js', entry), 'utf8')));
  return made.instance;
}
