import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}

let detector: Detector | undefined;

/**
 * ISO 639-1 code of the language a text is most likely in, undefined where the detector is not sure.
 * Its tables take 0.1 s to load, and most wire copy declares its language: so they are loaded at the first question.
 */
export function detectLanguage(text: string): string | undefined {
  detector ??= load();
  const result = detector.detect(text);
  return result.language !== '' && result.isReliable() ? result.language : undefined;
}

function load(): Detector {
  const loaded: unknown = createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/small')));
  return (loaded as { eld: Detector }).eld;
}
