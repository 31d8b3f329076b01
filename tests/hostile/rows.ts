import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const corpus = join(import.meta.dirname, '../../../shared/corpus/hostile');

/** The hostile inputs lie beside the project where it is developed. */
export const withoutCorpus = !existsSync(corpus);

/** The rows of one JSONL set, as its manifest describes them; none, with a printed reason, where the corpus is absent. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- who asks knows the set
export function rowsOf<Row>(set: string): readonly Row[] {
  const lines = textOf(set).trim();
  return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line) as Row);
}

/** One file of the collection as text; empty where the corpus is absent. */
export function textOf(file: string): string {
  const path = join(corpus, file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.log(`skipped: the hostile inputs are not beside this checkout (${path})`);
  return '';
}
