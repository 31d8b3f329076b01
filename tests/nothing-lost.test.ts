import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/ingest/decode.ts';
import { readJson } from '../src/ingest/json.ts';
import { readDocument, type ReadOptions } from '../src/pipeline/read-document.ts';

const root = join(import.meta.dirname, '..', 'fixtures', 'formats');
/** Feeds and pages: what is around the story there is chrome, which the ledger of page text accounts for. */
const NOT_AGENCY_FILES = new Set(['rss', 'atom', 'html', 'page-text', 'wxr']);
const MARKUP = /<\/?[a-z][^<>]*>|&[a-z#0-9]+;/i;

/** Text nodes of XML, or string values of JSON (those that are HTML as their text nodes). */
function textNodes(text: string): string[] {
  if (/^\s*</.test(text)) return xmlTexts(text);
  if (/^\s*[[{]/.test(text))
    return jsonTexts(readJson({ bytes: new Uint8Array(), text, encoding: 'utf-8', encodingBasis: 'bom', repairs: [] }).root.value);
  return [];
}

function xmlTexts(text: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (data) => found.push(...htmlTexts(data)));
  parser.on('cdata', (data) => found.push(...htmlTexts(data)));
  parser.write(text).close();
  return found;
}

/** Steps part a paragraph at its dateline, sign-off or mark: a text may stand in the article in up to three pieces. */
function stands(text: string, held: string, pieces = 3): boolean {
  if (held.includes(text)) return true;
  if (pieces === 1) return false;
  let cut = text.length - 1;
  while (cut > 0 && !held.includes(text.slice(0, cut))) cut -= 1;
  return cut > 0 && stands(text.slice(cut), held, pieces - 1);
}

function jsonTexts(value: unknown): string[] {
  if (typeof value === 'string') return htmlTexts(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(jsonTexts) : [];
}

function htmlTexts(source: string): string[] {
  // A body of plain lines is read line by line.
  if (!MARKUP.test(source)) return source.split(/[\r\n]+/u);
  const found: string[] = [];
  const parser = new Parser({ ontext: (data) => found.push(data) });
  parser.end(source);
  return found;
}

/** Letters and digits: dashes and bullets become headings and lists, white space is folded. */
function squash(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase();
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

describe('nothing of an agency file is lost', () => {
  const cases = readdirSync(root)
    .filter((format) => !NOT_AGENCY_FILES.has(format))
    .flatMap((format) => readdirSync(join(root, format)).map((name) => `${format}/${name}`));
  test.each(cases)('%s', (name) => {
    const folder = join(root, name);
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as unknown;
    if (!Array.isArray(expected)) return;
    const bytes = readFileSync(
      join(
        folder,
        readdirSync(folder).find((file) => file.startsWith('input.'))!,
      ),
    );
    const file = join(folder, 'options.json');
    const options = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<ReadOptions>) : {};
    const { items } = readDocument(bytes, { receivedAt: '2026-11-24T06:00:00Z', ...options });
    if (items.some((item) => !item.ok)) return;
    const held = squash(leaves(items.map((item) => (item.ok ? item.article : undefined))).join('\n'));
    const lost = textNodes(decode(bytes, {}).text).filter((text) => !stands(squash(text), held));
    expect(lost).toEqual([]);
  });
});
