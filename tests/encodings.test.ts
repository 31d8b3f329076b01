import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { readDocument } from '../src/pipeline/read-document.ts';
import { encodings, feedEncodings } from '../src/publish/encodings.ts';
import { readXml } from '../src/ingest/xml.ts';

const root = join(import.meta.dirname, '..');
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/** Every article of every format's fixtures: whatever a source can hold must leave in every form. */
const articles = readdirSync(join(root, 'fixtures/formats'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('expected.json'))
  .flatMap((name) => {
    const found: unknown = JSON.parse(readFileSync(join(root, 'fixtures/formats', name), 'utf8'));
    return Array.isArray(found) ? (found as object[]).filter((item): item is Article => 'schema' in item) : [];
  });

const CHANNEL = { title: 'Test wire', link: 'https://wire.example/', description: 'All of it' };

function encoded(name: string, article: Article): string {
  const encoding = encodings.find((one) => one.name === name);
  if (encoding === undefined) throw new Error(`no encoding ${name}`);
  return encoding.encode(article);
}

/** IPTC's schema is not ours to copy; it lies beside the project where it is developed, or where this names it. */
const schemaFile = process.env['WIRECOPY_NINJS_SCHEMA'] ?? join(root, '../shared/corpus/standards/_schemas/ninjs-schema_3.1.json');
const withoutSchema = !existsSync(schemaFile);
if (withoutSchema) console.warn('skipped: no ninjs schema, set WIRECOPY_NINJS_SCHEMA to ninjs-schema_3.1.json of iptc.org');

describe('encodings', () => {
  test('there is something to encode', () => {
    expect(articles.length).toBeGreaterThan(100);
  });

  test.skipIf(withoutSchema)('ninjs is valid ninjs 3.1', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json#', type: 'object' });
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
    const bad = articles.flatMap((article) =>
      validate(JSON.parse(encoded('ninjs', article))) ? [] : [`${article.id}: ${ajv.errorsText(validate.errors)}`],
    );
    expect(bad).toEqual([]);
  });

  test('XML is well formed, JSON is JSON, and nothing is empty', () => {
    for (const article of articles) {
      for (const { name, mediaType, encode } of encodings) {
        const text = encode(article);
        expect(text.length, `${name} of ${article.id}`).toBeGreaterThan(0);
        if (mediaType.includes('json')) JSON.parse(text);
        if (mediaType.includes('xml')) readXml(text);
      }
    }
  });

  test.each(encodings.map(({ name }) => name))('%s holds nothing internal, and nothing that nobody has mapped', (name) => {
    const secret = 'INTERNAL-Sentence 4711 <desk@wire.example>';
    for (const article of articles.slice(0, 60)) {
      const internal = { ednotes: [secret], contacts: [{ value: secret }], advisories: [secret], productNotes: [secret] };
      expect(encoded(name, { ...article, internal, x: { note: secret } })).not.toContain('INTERNAL-Sentence');
    }
  });

  test('the canonical article inside ninjs is the public one, whole', () => {
    const [article] = articles;
    const { bodies } = JSON.parse(encoded('ninjs', article!)) as { bodies: { role: string; value: string }[] };
    expect(JSON.parse(bodies.find(({ role }) => role === 'canonical')?.value ?? '')).toEqual(JSON.parse(encoded('canonical', article!)));
  });

  test.each(['ninjs', 'newsml-g2', 'nitf'])('what %s says, our own reader reads back', (name) => {
    // Race and match lines are laid out by blanks, which a reader of prose takes for breaks.
    const stories = articles
      .filter(({ provenance }) => provenance.format !== 'zczc')
      .filter(
        ({ type, status, headline, body }) =>
          type === 'text' && status.publishable && headline.text !== null && body.blocks.some(({ type: kind }) => kind === 'paragraph'),
      );
    expect(stories.length).toBeGreaterThan(20);
    const differing = stories.flatMap((article) => {
      const { items } = readDocument(new TextEncoder().encode(encoded(name, article)), { receivedAt: '2026-11-25T09:00:00Z' });
      const [read] = items;
      if (read?.ok !== true) return [`${article.id}: not read`];
      const back = read.article;
      const lost = paragraphs(article).filter((text) => !paragraphs(back).join(' ').includes(text));
      return [
        ...(back.headline.text === article.headline.text ? [] : [`${article.id}: headline ${back.headline.text ?? 'none'}`]),
        ...lost.slice(0, 1).map((text) => `${article.id}: ${text}`),
      ];
    });
    expect(differing).toEqual([]);
  });

  test('hostile text stays text', () => {
    const evil = ']]><script>alert(1)</script>&amp;"\u0000\ud800';
    const hostile = { ...articles[0]!, headline: { text: evil }, slugline: evil, keywords: [evil] };
    for (const { name, mediaType, encode } of encodings) {
      const text = encode(hostile);
      if (mediaType.includes('xml')) expect(text, name).not.toMatch(/<script|\u0000/);
    }
    for (const { encode } of feedEncodings) expect(encode(CHANNEL, [hostile])).not.toMatch(/\u0000/);
  });
});

function paragraphs({ body }: Article): string[] {
  return body.text
    .split(/\n+/)
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}

describe('streams', () => {
  test('JSON Feed has what it must: version, title, and an id and content for each item', () => {
    const feed = feedEncodings.find(({ name }) => name === 'json-feed')!;
    const { version, title, items } = JSON.parse(feed.encode(CHANNEL, articles)) as {
      version: string;
      title: string;
      items: { id: string; content_html?: string; date_published?: string; authors: { name: string }[] }[];
    };
    expect([version, title, items.length]).toEqual(['https://jsonfeed.org/version/1.1', 'Test wire', articles.length]);
    expect(items.filter(({ id, content_html }) => id === '' || content_html === undefined)).toEqual([]);
    expect(items.filter(({ authors }) => authors.some(({ name }) => name === ''))).toEqual([]);
  });

  test('RSS is well formed and has an item for each', () => {
    const text = feedEncodings.find(({ name }) => name === 'rss')!.encode(CHANNEL, articles);
    readXml(text);
    expect(text.match(/<item>/g)).toHaveLength(articles.length);
  });
});
