import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const headings = [...readFileSync(join(root, 'docs/codes.md'), 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map(([, text = '']) => text);
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));

const FAULT = /new (?:BadInput|Transient|Misconfigured|Unavailable)\(\s*([^,;{}()]{1,160}(?:\$\{[^}]{0,40}\}`)?)/g;
const FIELD = /\bcode: ([^,;{}()]{1,160})/g;
/** A code without a family: only what has a path, a detail or a message behind it is a note or a fault. */
const BARE = /\bcode: '([a-z][a-z-]*)',\s*(?:path|detail|message)\b/g;
const CODE = /'(bug|[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)'/g;

/** First arguments of the functions of this file that take a code: `refuse('html.too-deep', …)`. */
function argumentsOf(text: string): string[] {
  const takers = [...text.matchAll(/(\w+)(?: = )?\(code: string/g)].map(([, name = '']) => name);
  return takers.flatMap((name) => [...text.matchAll(new RegExp(`\\b${name}\\(\\s*('[^']{1,80}')`, 'g'))].map(([, first = '']) => first));
}

function codesIn(text: string): string[] {
  const expressions = [...text.matchAll(FAULT), ...text.matchAll(FIELD)].map(([, expression = '']) => expression);
  const plain = [...expressions, ...argumentsOf(text)].flatMap((expression) => [...expression.matchAll(CODE)].map(([, code = '']) => code));
  const refusals = text.includes('`net.refused-${what}`') ? [...text.matchAll(/\brefused\(\s*'([a-z]+)'/g)] : [];
  const bare = [...text.matchAll(BARE)].map(([, code = '']) => code);
  return [...plain, ...bare, ...refusals.map(([, what = '']) => `net.refused-${what}`)];
}

const codes = [...new Set(sources.flatMap(({ text }) => codesIn(text)))].sort();

test('the collector sees codes in every way they are written', () => {
  const text = `
    throw new BadInput('a.plain', {});  throw new Transient(\n 'a.next-line', x);  throw new Transient(busy ? 'a.first' : 'a.second', {});
    throw new Misconfigured(first?.code ?? 'a.default', {});  const note = { code: late ? 'b.late' : 'b.early', path };
    function fail(code: string, message: string) {}  fail('c.wrapped', 'words');
    const bare = { code: 'd-bare', path: 'status' };  const agency = { code: 'afp', name: 'AFP' };`;
  expect(codesIn(text)).toEqual(['a.plain', 'a.next-line', 'a.first', 'a.second', 'a.default', 'b.late', 'b.early', 'c.wrapped', 'd-bare']);
});

test.each(codes)('%s has its heading', (code) => {
  expect(headings).toContain(code);
});

test('no heading is about a code that is gone', () => {
  const documented = headings.filter((heading) => /^[a-z0-9.-]+$/.test(heading));
  expect(documented.filter((code) => !codes.includes(code))).toEqual([]);
});

test('anchors are unique', () => {
  const anchors = headings.map((heading) => heading.toLowerCase().replace(/[^a-z0-9 -]/g, ''));
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
});

test('every fault names its code where the collector sees it', () => {
  const unseen = sources.flatMap(({ name, text }) =>
    [...text.matchAll(FAULT)]
      .map(([, first = '']) => first.trim())
      .filter((first) => first.match(CODE) === null && !/^(?:\w+\.)?code$/.test(first) && !first.startsWith('`net.refused-$'))
      .map((first) => `${name}: ${first}`),
  );
  expect(unseen).toEqual([]);
});
