import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { normalize } from '../src/library.ts';
import { checkConfig } from '../src/config.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const fenced = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';

test('the example after is what the example before gives', () => {
  const read = normalize(readFileSync(join(root, 'fixtures/formats/page-text/agency-page/input.txt')), { now: '2026-11-24T06:00:00Z' });
  if (!read.ok) throw read.error;
  const shown = JSON.parse(fenced('json')) as { body: { removed: unknown[] } };
  expect(read.article).toMatchObject({ ...shown, body: {} });
  for (const removed of shown.body.removed) expect(read.article.body.removed).toContainEqual(removed);
});

test('the config of the README is valid', () => {
  expect(checkConfig(fenced('yaml'), 'README.md', {}).problems).toEqual([]);
});

test('every command of the README exists', () => {
  const program = readFileSync(join(root, 'src/cli/wirecopy.ts'), 'utf8');
  const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
  for (const [, name] of readme.matchAll(/^wirecopy ([a-z]+)/gm)) expect(program).toContain(`.command('${name}'`);
  for (const name of ['demo', 'test']) expect(scripts).toHaveProperty(name);
});
