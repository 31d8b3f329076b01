import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readDocument } from '../../src/pipeline/read-document.ts';
import { encodings, feedEncodings } from '../../src/publish/encodings.ts';
import { rowsOf, textOf, withoutCorpus } from './rows.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
const payloads = rowsOf<{ readonly id: number; readonly payload: string }>('xss/payloads.jsonl').map(({ id, payload }) => ({
  id: `payload ${id}`,
  payload,
}));
const naughty = withoutCorpus
  ? []
  : (JSON.parse(textOf('strings/blns.json')) as readonly string[]).map((payload, index) => ({ id: `string ${index}`, payload }));
const ACTIVE = new Set(
  'script iframe frame object embed applet base meta link style form input button textarea select portal svg math template'.split(' '),
);
const LOADS = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href', 'srcdoc']);
const EVIL_ADDRESS = /^[\s\u0000-\u0020]*(?:j\s*a\s*v\s*a\s*script|vbscript|data):/i;
const CHANNEL = { title: 'Velmar', link: 'https://wire.example/', description: 'All of it' };

/** What would act where this HTML is shown, as a browser reads it. */
function activeIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (!defaultTreeAdapter.isElementNode(node)) return;
    if (ACTIVE.has(node.tagName)) found.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') found.push(`${node.tagName}@${name}`);
      if (LOADS.has(name) && EVIL_ADDRESS.test(value)) found.push(`${name}=${value}`);
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return found;
}

/** One item with the string in each of its fields. */
function itemWith(text: string): Article {
  const item = {
    ...{ uri: `urn:velmar:${text}`, type: 'text', versioncreated: '2026-03-02T17:10:00Z', headline: text, slugline: text, byline: text },
    ...{ located: text, ednote: text, usageterms: text, copyrightnotice: text, description_text: text, language: 'en', source: text },
    body_html: `<p>The bridge at Ostwick reopened.</p>${text}<p>Ferries wait.</p>`,
    keywords: [text],
    subject: [{ name: text, code: text }],
    associations: {
      main: { uri: 'p', type: 'picture', headline: text, description_text: text, byline: text, renditions: { a: { href: text } } },
    },
  };
  const [read] = readDocument(Buffer.from(JSON.stringify(item)), {
    receivedAt: '2026-03-02T18:00:00Z',
    format: 'ninjs',
    url: 'https://wire.example/a',
  }).items;
  if (read?.ok !== true) throw new Error(`not read: ${JSON.stringify(text)}`);
  return read.article;
}

/** Addresses in a document of JSON that a browser would act on. */
function evilAddressesIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string')
    return /^(?:href|url|contentUrl|link|canonicalUrl|external_url)$/.test(name) && EVIL_ADDRESS.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => evilAddressesIn(part, Array.isArray(value) ? name : key));
}

/** All strings that are HTML by their name, wherever they stand. */
function htmlOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /html/i.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => htmlOf(part, Array.isArray(value) ? name : key));
}

const ADDRESSES = ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x'].map(
  (payload) => ({
    id: payload,
    payload,
  }),
);

describe.skipIf(withoutCorpus)('strings that act where they are shown', () => {
  test.each([...payloads, ...naughty, ...ADDRESSES].map(({ id, payload }) => [id, payload] as const))('%s', (_id, payload) => {
    const article = itemWith(payload);
    expect(htmlOf(article).flatMap(activeIn)).toEqual([]);
    expect(evilAddressesIn({ ...article, x: undefined })).toEqual([]);
    for (const { name, mediaType, encode } of encodings) {
      const text = encode(article);
      if (mediaType.includes('json')) {
        expect(htmlOf(JSON.parse(text)).flatMap(activeIn), name).toEqual([]);
        expect(evilAddressesIn(JSON.parse(text)), name).toEqual([]);
      }
      if (name === 'json-ld') expect(text).not.toMatch(/<\/script|<!--/i);
    }
    for (const { name, encode } of feedEncodings) {
      const text = encode(CHANNEL, [article]);
      if (name === 'json-feed') expect(htmlOf(JSON.parse(text)).flatMap(activeIn)).toEqual([]);
      for (const [, inner = ''] of text.matchAll(/<(?:content:encoded|description)>([^<]*)<\//g))
        expect(activeIn(textOfXml(inner))).toEqual([]);
    }
  });

  test('text fields keep their text', () => {
    for (const { id, payload } of payloads) {
      const { headline, keywords = [] } = itemWith(payload);
      const shown = payload.replace(/[\u2028\u2029\s]+/g, ' ').trim();
      expect(
        [headline.raw, keywords[0]].some((text) => text?.includes(shown.slice(0, 12)) === true),
        id,
      ).toBe(true);
    }
  });

  test.each(['xss/atom_xhtml.xml', 'xss/nitf_body.xml'])('%s', (file) => {
    const { items } = readDocument(Buffer.from(textOf(file)), { receivedAt: '2026-03-02T18:00:00Z' });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) if (item.ok) expect(htmlOf(item.article).flatMap(activeIn)).toEqual([]);
  });
});

/** The text of an XML text node: what a reader of feeds takes for HTML. */
function textOfXml(escaped: string): string {
  const body = parse(`<body>${escaped}`).childNodes;
  const collect = (nodes: readonly Node[]): string =>
    nodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : 'childNodes' in node ? collect(node.childNodes) : '')).join('');
  return collect(body);
}
