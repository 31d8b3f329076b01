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
const NOT_AGENCY_FILES = new Set(['rss', 'atom', 'json-feed', 'html', 'page-text', 'wxr']);
/** Formats of plain text: every word of theirs must be found. */
const WIRE_TEXT = new Set(['anpa-1312', 'iptc-7901', 'zczc']);
/** Tags and character references; `<NORD.CO>` is an instrument of the stock market. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:[\s/:][^<>]*)?>|&[a-z#0-9]+;/i;

/** Text nodes of XML, or string values of JSON (those that are HTML as their text nodes). */
function textNodes(text: string): string[] {
  if (/^\s*</.test(text)) return xmlTexts(text);
  if (/^\s*[[{]/.test(text))
    return jsonTexts(readJson({ bytes: new Uint8Array(), text, encoding: 'utf-8', encodingBasis: 'bom', repairs: [] }).root.value);
  return [];
}

/** Words of the frame of wire text and labels of its forms: their fields say the same. */
const FRAME = new Set([
  'zczc',
  'nnnn',
  'story',
  'storyline',
  'number',
  'dateline',
  'restrictions',
  'ti',
  'ab',
  'an',
  'kn',
  'pd',
  'co',
  'by',
  'tx',
]);

/** The words of wire text that no part of the articles holds, line by line. A line is held whole, or in words where it fills several fields. */
function lostWords(text: string, held: string): string[] {
  const lines = text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, ' ').split(/[\r\n]+/);
  return lines
    .filter((line) => !held.includes(squash(line)))
    .flatMap((line) => line.split(/[^\p{L}\p{M}\p{N}]+/u))
    .filter((word) => word !== '' && !FRAME.has(word.toLowerCase()) && !held.includes(squash(word)));
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
  if (typeof value === 'string') return htmlTexts(unescaped(value));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(jsonTexts) : [];
}

/** Fingerpost escapes some texts twice. */
function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/\\[nrt]/g, '\n');
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
    const source = decode(bytes, {}).text;
    const articles = items.flatMap((item) => (item.ok ? [item.article] : []));
    const isWire = WIRE_TEXT.has(name.split('/')[0] ?? '');
    const unmapped = isWire ? articles.flatMap(({ x }) => Object.keys(x ?? {})) : [];
    const held = squash([...leaves(articles), ...unmapped].join('\n'));
    const lost = isWire ? lostWords(source, held) : textNodes(source).filter((text) => !stands(squash(text), held));
    expect(lost).toEqual([]);
  });
});
