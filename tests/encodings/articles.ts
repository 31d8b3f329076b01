import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { encodings, feedEncodings } from '../../src/publish/encodings.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/formats');

export const CHANNEL = { title: 'Test wire', link: 'https://wire.example/', description: 'All of it' };

/** Every article of every format's fixtures, by its fixture: whatever a source can hold must leave in every form. */
export const articles: readonly (readonly [fixture: string, article: Article])[] = readdirSync(FIXTURES, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('expected.json'))
  .sort()
  .flatMap((name) => {
    const found: unknown = JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));
    const list = Array.isArray(found) ? (found as object[]).filter((item): item is Article => 'schema' in item) : [];
    return list.map((article, index) => [`${name.replace(/\/expected\.json$/, '')} ${index}`, article] as const);
  });

/** An article in the form of that name, of one article or of a stream. */
export function encoded(name: string, article: Article): string {
  const one = encodings.find((encoding) => encoding.name === name);
  if (one !== undefined) return one.encode(article);
  const stream = feedEncodings.find((encoding) => encoding.name === name);
  if (stream === undefined) throw new Error(`no encoding ${name}`);
  return stream.encode(CHANNEL, [article]);
}

export const ALL_FORMS: readonly string[] = [...encodings, ...feedEncodings].map(({ name }) => name);
