import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { ArticleSchema } from '../src/article/article.ts';
import { normalize } from '../src/library.ts';

const root = join(import.meta.dirname, '..');
const published: unknown = JSON.parse(readFileSync(join(root, 'schema/article-1.json'), 'utf8'));

test('the published schema is the one of the types', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(ArticleSchema)));
});

test('it accepts an article and refuses one with a foreign or missing member', () => {
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(published as object);
  const read = normalize(
    'Ferry stays in port\n\nBy Ana Prill\n\nThe night ferry to Brem stays in port until Thursday, the line said on Monday.\n\nIts engine needs a part from the mainland.\n',
    { now: '2026-11-24T06:00:00Z' },
  );
  if (!read.ok) throw read.error;
  expect(validate(read.article), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...read.article, surprise: 1 })).toBe(false);
  expect(validate({ ...read.article, identity: undefined })).toBe(false);
  expect(validate({ ...read.article, status: { ...read.article.status, kind: 'gossip' } })).toBe(false);
});
