import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ArticleSchema } from '../src/article/article.ts';
import { BadInput } from '../src/faults.ts';
import { decode } from '../src/ingest/decode.ts';
import { formats } from '../src/ingest/formats.ts';
import { readDocument, type ReadOptions } from '../src/pipeline/read-document.ts';

const root = join(import.meta.dirname, '..', 'fixtures', 'formats');
const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(ArticleSchema);
const writing = process.argv.includes('-u') || process.env['WIRECOPY_GOLDEN'] === '1';

/** `options.json` of a case: what a feed would say beside the bytes. */
function optionsOf(folder: string): ReadOptions {
  const file = join(folder, 'options.json');
  const given = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<ReadOptions>) : {};
  return { receivedAt: '2026-11-24T06:00:00Z', feed: 'fixture', ...given };
}

function outcome(bytes: Uint8Array, options: ReadOptions): unknown {
  try {
    const { items } = readDocument(bytes, options);
    return items.map((item) =>
      item.ok ? item.article : { index: item.index, error: { code: item.error.code, message: item.error.message } },
    );
  } catch (thrown) {
    if (thrown instanceof BadInput) return { error: { code: thrown.code, message: thrown.message, where: thrown.where } };
    throw thrown;
  }
}

test('every format has fixtures, every fixture folder a format', () => {
  expect(readdirSync(root).sort()).toEqual(formats.map((format) => format.name).sort());
});

for (const format of formats) {
  describe(format.name, () => {
    const cases = existsSync(join(root, format.name)) ? readdirSync(join(root, format.name)).sort() : [];
    test('has more than one case', () => {
      expect(cases.length).toBeGreaterThan(1);
    });
    test.each(cases)('%s', async (name) => {
      const folder = join(root, format.name, name);
      const input = readdirSync(folder).find((file) => file.startsWith('input.'));
      expect(input, `${folder} holds an input.* file`).toBeDefined();
      expect(existsSync(join(folder, 'PROVENANCE.md')), `${folder}/PROVENANCE.md says where the story comes from`).toBe(true);
      const bytes = readFileSync(join(folder, input!));
      const options = optionsOf(folder);
      const claimants = claimantsOf(bytes);
      if (claimants !== undefined) expect(claimants).toEqual([format.name]);
      const got = outcome(bytes, options);
      expect(JSON.stringify(outcome(bytes, options))).toBe(JSON.stringify(got));
      if (Array.isArray(got))
        for (const article of got)
          if (!('error' in (article as object))) expect(validate(article), JSON.stringify(validate.errors)).toBe(true);
      if (!writing) expect(existsSync(join(folder, 'expected.json')), `run \`npm run golden\` and read ${folder}/expected.json`).toBe(true);
      await expect(`${JSON.stringify(got, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'expected.json'));
    });
  });
}

/** Undefined where the bytes are no text at all: then no format is asked. */
function claimantsOf(bytes: Uint8Array): string[] | undefined {
  try {
    const document = { bytes, ...decode(bytes, {}) };
    return formats.filter((format) => format.recognises(document)).map((format) => format.name);
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}
