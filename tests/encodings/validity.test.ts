import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { ArticleSchema } from '../../src/article/article.ts';
import { feedEncodings } from '../../src/publish/encodings.ts';
import { articles, CHANNEL, encoded } from './articles.ts';
import { JsonFeed, NewsArticle } from './json-schemas.ts';

const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

function ajv(): Ajv2020 {
  const made = new Ajv2020({ strict: false });
  addFormats(made);
  return made;
}

/** What is wrong with each article's document, as JSON. */
function faultsOf(name: string, schema: object): string[] {
  const checker = ajv();
  checker.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json#', type: 'object' });
  const validate = checker.compile(schema);
  return articles.flatMap(([fixture, article]) =>
    validate(JSON.parse(encoded(name, article))) ? [] : [`${fixture}: ${checker.errorsText(validate.errors)}`],
  );
}

const withoutXmllint = spawnSync('xmllint', ['--version']).error !== undefined;
if (withoutXmllint && process.env['CI'] !== undefined) throw new Error('no xmllint: apt-get install libxml2-utils');
if (withoutXmllint) console.warn('skipped: no xmllint, apt-get install libxml2-utils');

/** What `xmllint` says against the schema in a file about each article's document, as XML. */
function xmlFaultsOf(name: string, schema: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-xml-'));
  try {
    const files = articles.map(([, article], index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, encoded(name, article));
      return file;
    });
    const kind = schema.endsWith('.rng') ? '--relaxng' : '--schema';
    const { stderr, status } = spawnSync('xmllint', ['--noout', '--nonet', kind, schema, ...files], { encoding: 'utf8', maxBuffer: 1e8 });
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
    const faults = lines.map((line) => line.replace(/^\S+\/(\d+)\.xml/, (_all, index: string) => articles[Number(index)]?.[0] ?? index));
    return status === 0 ? [] : faults;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const own = (name: string): string => join(import.meta.dirname, name);

/** IPTC's schemas are not ours to copy; that of ninjs lies beside the project where it is developed, the others where a variable names them. */
const NINJS = process.env['WIRECOPY_NINJS_SCHEMA'] ?? own('../../../shared/corpus/standards/_schemas/ninjs-schema_3.1.json');
const withoutNinjs = !existsSync(NINJS);
if (withoutNinjs) console.warn('skipped: no ninjs schema, set WIRECOPY_NINJS_SCHEMA to ninjs-schema_3.1.json of iptc.org');
const OFFICIAL = [
  ['newsml-g2', process.env['WIRECOPY_G2_SCHEMA']],
  ['nitf', process.env['WIRECOPY_NITF_SCHEMA']],
].filter((entry): entry is [string, string] => entry[1] !== undefined);

describe('every article of every fixture is valid', () => {
  test('there is something to encode', () => {
    expect(articles.length).toBeGreaterThan(300);
  });

  test('canonical: schema/article-1.json', () => {
    const published = JSON.parse(readFileSync(own('../../schema/article-1.json'), 'utf8')) as object;
    expect(Object.keys(published)).toEqual(Object.keys(JSON.parse(JSON.stringify(ArticleSchema)) as object));
    expect(faultsOf('canonical', published)).toEqual([]);
  });

  test.skipIf(withoutNinjs)('ninjs 3.1: the schema of the IPTC', () => {
    expect(faultsOf('ninjs', JSON.parse(readFileSync(NINJS, 'utf8')) as object)).toEqual([]);
  });

  test('JSON-LD: NewsArticle as it is used', () => {
    expect(faultsOf('json-ld', NewsArticle)).toEqual([]);
  });

  test('JSON Feed 1.1, killed stories too', () => {
    expect(faultsOf('json-feed', JsonFeed)).toEqual([]);
    const feed = feedEncodings.find(({ name }) => name === 'json-feed');
    const list = articles.slice(0, 5).map(([, article]) => article);
    const text = feed?.encode(CHANNEL, list, { gone: [{ id: 'a', at: '2026-03-09T09:00:00Z' }], next: 'https://wire.example/older' });
    const { items } = JSON.parse(text ?? '') as { items: unknown[] };
    expect([ajv().validate(JsonFeed, JSON.parse(text ?? '')), items.length]).toEqual([true, 6]);
  });

  // The schemas of these three are written for these tests: the part of each standard that is used, in its order and with its names.
  test.skipIf(withoutXmllint).each([['newsml-g2', own('newsml-g2.rng')], ['nitf', own('nitf.rng')], ['rss', own('rss.rng')], ...OFFICIAL])(
    '%s: %s',
    (name, schema) => {
      expect(xmlFaultsOf(name, schema)).toEqual([]);
    },
  );

  test.skipIf(withoutXmllint)('a schema that is written here finds a fault', () => {
    const refuse = (name: string, spoil: (text: string) => string): void => {
      const text = spoil(encoded(name, articles[0]![1]));
      expect(
        () => execFileSync('xmllint', ['--noout', '--relaxng', own(`${name}.rng`), '-'], { input: text, stdio: 'pipe' }),
        name,
      ).toThrow(/fails to validate/);
    };
    refuse('newsml-g2', (text) => text.replace('stat:', 'status:'));
    refuse('nitf', (text) => text.replace('<body.content>', '<body.content><para/>'));
    refuse('rss', (text) => text.replace(/<guid[^>]*>/, '<guid>'));
  });
});
