import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import type { SourceDocument } from '../src/ingest/format.ts';
import { atom } from '../src/ingest/formats/atom.ts';
import { rss } from '../src/ingest/formats/rss.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'formats', 'atom');

function documentOf(text: string): SourceDocument {
  return { bytes: Buffer.from(text), text, encoding: 'utf-8', encodingBasis: 'fallback', repairs: [] };
}

const fixture = (name: string): SourceDocument => documentOf(readFileSync(join(fixtures, name, 'input.xml'), 'utf8'));
const entry = (inner: string, outer = ''): SourceDocument =>
  documentOf(`<feed xmlns="http://www.w3.org/2005/Atom">${outer}<entry><title>a</title>${inner}</entry></feed>`);

function itemsOf(document: SourceDocument): ParsedItem[] {
  return [...atom.parse(document).items].filter((item): item is ParsedItem => !('error' in item));
}

const only = (document: SourceDocument): ParsedItem => itemsOf(document)[0]!;

describe('atom', () => {
  test('reads every field of a full entry', () => {
    const item = only(fixture('normal'));
    expect(item.headline?.text).toBe('Stadtrat stimmt für neue Straßenbahn');
    expect(item.guid?.text).toBe('tag:velmar.example,2026:inland/strassenbahn');
    expect(item.permalink?.text).toBe('https://nachrichten.velmar.example/inland/strassenbahn');
    expect(item.language?.text).toBe('de');
    expect(item.bylines?.map(({ text }) => text)).toEqual(['Jette Brandhoff']);
    expect(item.keywords).toEqual(['Verkehr']);
    expect(item.subjects).toEqual([{ scheme: 'https://nachrichten.velmar.example/themen', code: 'verkehr', name: 'Verkehr' }]);
    expect(item.abstract?.text).toBe('Die Linie 4 soll 2029 fahren.');
    expect(item.body.map(({ text }) => text?.slice(0, 20))).toEqual(['Der Stadtrat von Vel', 'Die Kosten von 210 M']);
    expect(item.body[0]?.html).toContain('<em>Neustadt</em>');
    expect(item.body[1]?.html).toContain('<a href="https://nachrichten.velmar.example/dokumente/beschluss">');
    expect(item.media).toMatchObject([{ key: 'https://nachrichten.velmar.example/bilder/strassenbahn.jpg', type: 'picture' }]);
    expect(item.links).toContainEqual({
      rel: 'enclosure',
      url: 'https://nachrichten.velmar.example/bilder/strassenbahn.jpg',
      type: 'image/jpeg',
      length: 90211,
    });
  });

  test('an updated entry has both times as written', () => {
    expect(only(fixture('correction')).times).toMatchObject({
      published: { text: '2026-11-23T18:30:00Z' },
      updated: { text: '2026-11-24T08:40:00Z' },
    });
  });

  test('Atom 0.3 in its escaped mode', () => {
    const document = fixture('embargo');
    expect(atom.parse(document).formatVersion).toBe('0.3');
    expect(only(document)).toMatchObject({
      headline: { text: 'Embargoed until 18:00 UTC on 26 November 2026: Eels find their way by smell' },
      times: { published: { text: '2026-11-24T07:00:00Z' } },
      body: [
        { text: 'Eels find the river of their youth by its smell, biologists of the Velmar Institute report.' },
        { text: 'They followed 60 animals for three years.' },
      ],
    });
  });

  test('any prefix; authors come from the entry, its source, or the feed', () => {
    const [first, second] = itemsOf(fixture('several'));
    expect(first).toMatchObject({
      bylines: [{ text: 'Culture desk' }],
      truncated: true,
      media: [{ key: 'https://culture.velmar.example/wendt.jpg', credit: { text: 'Paul Ferrand' } }],
    });
    expect(second?.bylines?.map(({ text }) => text)).toEqual(['Anselm Roth']);
    expect(second?.agencies).toEqual([{ name: 'Kino Velmar', role: 'source' }]);
    expect(second?.permalink).toBeUndefined();
    expect(JSON.stringify(second)).not.toMatch(/javascript:|alert|onclick/);
  });

  test('leading junk and a missing end are noted; the complete entry is kept', () => {
    const { items, repairs } = atom.parse(fixture('truncated'));
    expect(repairs?.map(({ code }) => code)).toEqual(['xml.leading-text', 'xml.truncated']);
    expect([...items]).toMatchObject([{ headline: { text: 'Market hall gets a new roof' } }, { error: { code: 'xml.truncated' } }]);
    expect(only(fixture('truncated')).body[0]?.text).toContain('timber – for');
  });

  test('text constructs: type decides', () => {
    expect(only(entry('<summary type="text">1 &lt;b&gt; 2</summary>')).body[0]?.text).toBe('1 <b> 2');
    expect(only(entry('<summary type="html">1 &lt;b&gt;2&lt;/b&gt;</summary>')).body[0]).toMatchObject({
      text: '1 2',
      html: '1 <strong>2</strong>',
    });
    expect(only(entry('<content type="text">One.\n\nTwo.</content>')).body.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(only(entry('<content type="application/octet-stream">T25lIHR3byB0aHJlZQ==</content>')).body[0]?.text).toBe('One two three');
  });

  test('the alternate link a reader can open wins; others are kept with their relation', () => {
    const links =
      '<link rel="alternate" type="application/json" href="https://a.example/1.json"/><link rel="alternate" type="text/html" href="https://a.example/1"/><link rel="http://www.iana.org/assignments/relation/related" href="https://a.example/2"/>';
    const item = only(entry(links));
    expect(item.permalink?.text).toBe('https://a.example/1');
    expect(item.links?.map(({ rel }) => rel)).toEqual(['alternate', 'alternate', 'related']);
  });

  test('a summary that says the same as the content is no abstract', () => {
    expect(only(entry('<summary>One two.</summary><content type="html">&lt;p&gt;One two.&lt;/p&gt;</content>')).abstract).toBeUndefined();
  });

  test('rss and atom never claim the same document', () => {
    expect(rss.recognises(fixture('normal'))).toBe(false);
    expect(atom.recognises(fixture('several'))).toBe(true);
    expect(atom.recognises(documentOf('<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link/></channel></rss>'))).toBe(false);
  });
});
