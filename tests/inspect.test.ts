import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import type { SourceDocument } from '../src/ingest/format.ts';
import { inspectFeed } from '../src/ingest/syndication/inspect.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'formats');
const utc = (text: string): string | null => (Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString());

function documentOf(text: string, more: Partial<SourceDocument> = {}): SourceDocument {
  return { bytes: Buffer.from(text), text, encoding: 'UTF-8', encodingBasis: 'fallback', repairs: [], ...more };
}

const fixture = (name: string): SourceDocument => documentOf(readFileSync(join(fixtures, name, 'input.xml'), 'utf8'));
const channel = (inner: string): SourceDocument => documentOf(`<rss version="2.0"><channel><title>Wire</title>${inner}</channel></rss>`);

interface View {
  readonly feed: Record<string, unknown>;
  readonly entries: readonly Record<string, unknown>[];
}

const view = (document: SourceDocument): View => inspectFeed(document, utc) as unknown as View;

describe('inspectFeed', () => {
  test('the neutral form of an RSS feed', () => {
    expect(inspectFeed(fixture('rss/normal'), utc)).toMatchObject({
      ok: true,
      format: 'rss',
      version: '2.0',
      encoding: 'utf-8',
      malformed: false,
      feed: {
        title: 'Norvik Wire: National',
        language: 'en-GB',
        self: 'https://wire.norvik.example/national/rss',
        rights: 'Norvik Wire 2026',
      },
      entries: [
        {
          id: 'norvik:2026:11:ferry-staffing',
          id_is_permalink: false,
          published: '2026-11-23T16:42:00.000Z',
          authors: [{ name: 'Signe Aldal' }],
          tags: [{ term: 'transport', scheme: 'https://wire.norvik.example/topics' }, { term: 'Ferries' }],
          summary_type: 'html',
          comments: 'https://wire.norvik.example/national/ferry-staffing#comments',
          media: {
            content: [
              {
                width: '1200',
                credits: [{ name: 'Tor Evensby / Norvik', role: 'photographer' }],
                description: 'The night ferry Havbris leaves Halstad on Sunday.',
              },
            ],
          },
        },
      ],
    });
  });

  test('the neutral form of an Atom feed', () => {
    const { feed, entries } = view(fixture('atom/normal'));
    expect(feed).toMatchObject({
      title: 'Velmar Nachrichten',
      link: 'https://nachrichten.velmar.example/inland/',
      authors: [{ name: 'Redaktion Velmar' }],
      title_base: 'https://nachrichten.velmar.example/',
      title_lang: 'de',
    });
    expect(entries[0]).toMatchObject({
      title_type: 'html',
      enclosures: [{ url: 'https://nachrichten.velmar.example/bilder/strassenbahn.jpg', type: 'image/jpeg', length: '90211' }],
    });
  });

  test('HTML is safe and its links absolute', () => {
    const source =
      '<a href="x.html" onclick="go()">a</a><script>x()</script><img src="p.jpg" onerror="x()"><iframe src="//e.example"></iframe><a href=" java&#10;script:x()">b</a><p style="background:url(x)">c</p>';
    const { entries } = view({
      ...channel(`<item><description><![CDATA[${source}]]></description></item>`),
      url: 'https://wire.example/rss',
    });
    expect(entries[0]?.['summary']).toBe(
      '<a href="https://wire.example/x.html">a</a><img src="https://wire.example/p.jpg"><a>b</a><p>c</p>',
    );
  });

  test('a title that only looks like markup is kept', () => {
    expect(view(channel('<item><title>A&lt;B and C</title></item>')).entries[0]?.['title']).toBe('A<B and C');
    expect(view(channel('<item><title>A &lt;script&gt;x()&lt;/script&gt;B</title></item>')).entries[0]?.['title']).toBe('A B');
  });

  test('dates go through the given reader; what it refuses is absent', () => {
    const { entries } = view(channel('<item><title>a</title><pubDate>soon</pubDate></item>'));
    expect(entries[0]).toMatchObject({ published: undefined });
    const asked: string[] = [];
    inspectFeed(channel('<item><title>a</title><pubDate> Mon, 23 Nov 2026 </pubDate></item>'), (text) => (asked.push(text), null));
    expect(asked).toEqual(['Mon, 23 Nov 2026']);
  });

  test('places are GeoJSON, longitude first', () => {
    const geo = (inner: string): unknown => view(channel(`<item><title>a</title>${inner}</item>`)).entries[0]?.['geo'];
    expect(geo('<georss:point>45.2 -71.9</georss:point>')).toEqual({ type: 'Point', coordinates: [-71.9, 45.2] });
    expect(geo('<geo:lat>26.5</geo:lat><geo:long>28.4</geo:long>')).toEqual({ type: 'Point', coordinates: [28.4, 26.5] });
    expect(
      geo(
        '<georss:where><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>1 2 3 4 5 6 1 2</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></georss:where>',
      ),
    ).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [2, 1],
          [4, 3],
          [6, 5],
          [2, 1],
        ],
      ],
    });
    expect(geo('<georss:point>north</georss:point>')).toBeUndefined();
  });

  test('repairs make it malformed; no feed at all is bad input', () => {
    expect(inspectFeed(fixture('rss/truncated'), utc)).toMatchObject({ malformed: true, entries: [{}, {}, { complete: false }] });
    expect(() => inspectFeed(documentOf('<html><body>404</body></html>'), utc)).toThrow(BadInput);
  });
});
