import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the issue allows a page to take is a second and 256 MB; the clock is a guard against hanging, the heap is not. */
const HANG = 10_000;
const HEAP = 256;
const SIZE = 5_000_000;
const PROSE = 'The ferry lay in the harbour of Halstad all night while the pilots waited for the ice to open. ';
const command = join(import.meta.dirname, '..', 'dist', 'cli', 'wirecopy.js');

function filled(part: (index: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < SIZE; index += 1) length += parts[parts.push(part(index)) - 1]?.length ?? 0;
  return parts.join('');
}

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>Ferry waits</title>${head}</head><body><h1>Ferry waits for the ice</h1><article>${body}</article></body></html>`;
const STORY = `<p>${PROSE.repeat(3)}</p>`.repeat(9);
const rows = Array.from({ length: 1_900 }, () => ({ type: 'text', value: PROSE.repeat(27) }));

const PAGES: Readonly<Record<string, string>> = {
  paragraphs: page(filled((index) => `<p>${PROSE.repeat(3)}${index}</p>`)),
  'one text': page(`<p>${filled(() => PROSE)}</p>`),
  scripts: page(
    STORY,
    filled((index) => `<script>var a${index} = {"b": ["${PROSE}"]};</script>`),
  ),
  'state of an application': page(
    '',
    `<script type="application/json">${JSON.stringify({ title: 'Ferry waits for the ice', rows })}</script>`,
  ),
  metas: page(
    STORY,
    filled((index) => `<meta name="author" content="Author ${index}">`),
  ),
  comments: page(STORY + filled((index) => `<!-- ${index} -->`)),
  links: page(STORY + filled((index) => `<nav><a href="/story/${index}">${PROSE.repeat(4)}</a></nav>`)),
};

function read(html: string): { readonly articles: number; readonly milliseconds: number } {
  const file = join(mkdtempSync(join(tmpdir(), 'wirecopy-page-')), 'page.html');
  writeFileSync(file, html);
  const before = performance.now();
  const out = execFileSync(process.execPath, [`--max-old-space-size=${HEAP}`, command, 'normalize', '--batch'], {
    input: `${JSON.stringify({ file })}\n`,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 60_000,
  });
  const last = out.trimEnd().split('\n').at(-1) ?? '{}';
  return { articles: (JSON.parse(last) as { articles?: number }).articles ?? 0, milliseconds: performance.now() - before };
}

test.each(Object.entries(PAGES))(
  'a page of 5 MB is read within its heap: %s',
  (_, html) => {
    expect(html.length).toBeGreaterThan(SIZE * 0.9);
    const { articles, milliseconds } = read(html);
    expect(articles).toBe(1);
    expect(milliseconds).toBeLessThan(HANG);
  },
  90_000,
);

test.each([
  ['50,000 nested elements', `<html>${'<div>'.repeat(50_000)}x`],
  ['50,000 attributes', `<html ${Array.from({ length: 50_000 }, (_, index) => `a${index}="1"`).join(' ')}><p>x</p></html>`],
  ['three million elements', `<html>${'<i>'.repeat(100)}${'<b></b>'.repeat(2_800_000)}`],
  ['five million paragraphs', `<html>${'<p>x'.repeat(4_900_000)}`],
])(
  'what is no page is refused within the same bounds: %s',
  (_, html) => {
    const { articles, milliseconds } = read(html);
    expect(articles).toBe(0);
    expect(milliseconds).toBeLessThan(HANG);
  },
  90_000,
);
