import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import { BadInput } from '../src/faults.ts';
import { decode } from '../src/ingest/decode.ts';
import type { BadItem, Format, SourceDocument } from '../src/ingest/format.ts';
import { atom } from '../src/ingest/formats/atom.ts';
import { html } from '../src/ingest/formats/html.ts';
import { rss } from '../src/ingest/formats/rss.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'formats');

function documentOf(text: string, more: Partial<SourceDocument> = {}): SourceDocument {
  return { bytes: Buffer.from(text), text, encoding: 'utf-8', encodingBasis: 'fallback', repairs: [], ...more };
}

const fixture = (format: string, name: string): SourceDocument =>
  documentOf(readFileSync(join(fixtures, format, name, 'input.xml'), 'utf8'));
const channel = (items: string, attributes = ''): SourceDocument =>
  documentOf(
    `<rss version="2.0" ${attributes}><channel><title>Norvik Wire</title><link>https://wire.example/news/</link>${items}</channel></rss>`,
  );

function itemsOf(document: SourceDocument): ParsedItem[] {
  return [...rss.parse(document).items].filter((item): item is ParsedItem => !('error' in item));
}

function faultsOf(document: SourceDocument): string[] {
  return [...rss.parse(document).items].flatMap((item: ParsedItem | BadItem) => ('error' in item ? [item.error.code] : []));
}

const only = (document: SourceDocument): ParsedItem => itemsOf(document)[0]!;

describe('rss', () => {
  test('reads every field of a full item', () => {
    const item = only(fixture('rss', 'normal'));
    expect(item.headline?.text).toBe('Parliament & unions agree on ferry staffing');
    expect(item.guid?.text).toBe('norvik:2026:11:ferry-staffing');
    expect(item.permalink?.text).toBe('https://wire.norvik.example/national/ferry-staffing');
    expect(item.provider?.text).toBe('Norvik Wire: National');
    expect(item.bylines?.map(({ text }) => text)).toEqual(['Signe Aldal']);
    expect(item.times?.published?.text).toBe('Mon, 23 Nov 2026 17:42:00 +0100');
    expect(item.language?.text).toBe('en-GB');
    expect(item.rights).toEqual({ notice: 'Norvik Wire 2026' });
    expect(item.keywords).toEqual(['transport', 'Ferries']);
    expect(item.abstract).toMatchObject({
      text: 'Every night ferry will sail with two engineers from spring.',
      html: 'Every night ferry will sail with <em>two</em> engineers from spring.',
    });
    expect(item.body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
    expect(item.body[1]?.html).toContain('<a href="https://wire.norvik.example/places/halstad">');
    expect(item.truncated).toBeUndefined();
    expect(item.links).toContainEqual({ rel: 'comments', url: 'https://wire.norvik.example/national/ferry-staffing#comments' });
    expect(item.media).toMatchObject([
      {
        type: 'picture',
        caption: { text: 'The night ferry Havbris leaves Halstad on Sunday.' },
        credit: { text: 'Tor Evensby / Norvik' },
        renditions: [
          { href: 'https://img.norvik.example/ferry-1200.jpg', mediaType: 'image/jpeg', width: 1200, height: 800, bytes: 184223 },
        ],
      },
    ]);
  });

  test('spans point at the source', () => {
    const document = fixture('rss', 'normal');
    const { headline } = only(document);
    expect(document.text.slice(...headline!.span!)).toBe('Parliament &amp; unions agree on ferry staffing');
    expect(headline?.path).toBe('/rss/channel/item[1]/title');
  });

  test('an item that is cut off is a bad item, its neighbours go through', () => {
    const document = fixture('rss', 'truncated');
    expect(itemsOf(document).map(({ headline }) => headline?.text)).toEqual([
      'Snow & ice close the pass at Grimdal',
      'Library of Halstad opens on Sundays',
    ]);
    expect(faultsOf(document)).toEqual(['xml.truncated']);
    expect(rss.parse(document).repairs?.map(({ code }) => code)).toContain('xml.truncated');
    expect(itemsOf(document)[0]?.permalink?.text).toBe('https://wire.norvik.example/?story=1&section=2&copy=3');
    expect(itemsOf(document)[0]?.body[0]?.text).toContain('< 60 km/h were expected, 85 came…');
  });

  test('RDF: items beside the channel, dc:date is one moment, an empty item is a bad one', () => {
    const document = fixture('rss', 'several');
    const items = itemsOf(document);
    expect(items.map(({ headline }) => headline?.text)).toEqual(['Halstad women reach the final', 'Skier Maren Lund out for the season']);
    expect(items[0]?.times).toEqual({ published: expect.objectContaining({ text: '2026-11-22T20:15:00+01:00' }) as unknown });
    expect(items[0]?.guid?.text).toBe('https://wire.norvik.example/sport/1');
    expect(items[0]?.truncated).toBe(true);
    expect(faultsOf(document)).toEqual(['feed.empty-item']);
    expect(rss.parse(document).formatVersion).toBe('1.0');
  });

  test('author "mail (Name)" is a name; the address is for the desk only', () => {
    const item = only(fixture('rss', 'correction'));
    expect(item.bylines?.map(({ text }) => text)).toEqual(['Ragna Holmsen']);
    expect(item.contacts).toEqual([{ value: 'desk@norvik.example', name: 'Ragna Holmsen' }]);
    expect(item.times?.updated?.text).toBe('2026-11-20T11:15:00Z');
    expect(only(channel('<item><title>a</title><author>Jo Doe &lt;jo@wire.example&gt;</author></item>')).bylines?.[0]?.text).toBe('Jo Doe');
    expect(only(channel('<item><title>a</title><author>jo@wire.example</author></item>')).bylines).toBeUndefined();
  });

  test('guid: a permalink only where it is one and nothing else is given', () => {
    expect(only(channel('<item><title>a</title><guid>https://wire.example/a</guid></item>')).permalink?.text).toBe(
      'https://wire.example/a',
    );
    expect(only(channel('<item><title>a</title><guid isPermaLink="false">https://wire.example/a</guid></item>')).permalink).toBeUndefined();
    expect(only(channel('<item><title>a</title><guid>4711</guid></item>')).permalink).toBeUndefined();
  });

  test('only http, https and mailto links leave; relative ones start at xml:base, the document or the channel', () => {
    expect(only(channel('<item><title>a</title><link>javascript:alert(1)</link></item>')).permalink).toBeUndefined();
    expect(only(channel('<item><title>a</title><link>a.html</link></item>')).permalink?.text).toBe('https://wire.example/news/a.html');
    expect(only(channel('<item xml:base="https://other.example/"><title>a</title><link>a.html</link></item>')).permalink?.text).toBe(
      'https://other.example/a.html',
    );
    const known = { ...channel('<item><title>a</title><link>a.html</link></item>'), url: 'https://cdn.example/feeds/rss.xml' };
    expect(only(known).permalink?.text).toBe('https://wire.example/news/a.html');
    const own = { ...known, url: 'https://wire.example/feeds/rss.xml' };
    expect(only(own).permalink?.text).toBe('https://wire.example/feeds/a.html');
  });

  test('titles are plain text, whichever way the markup was escaped', () => {
    const title = (source: string): string | undefined =>
      only(channel(`<item><title>${source}</title><link>https://wire.example/1</link></item>`)).headline?.text;
    expect(title('<![CDATA[Fish &amp; chips]]>')).toBe('Fish & chips');
    expect(title('Fish &amp;amp; chips')).toBe('Fish & chips');
    expect(title('&lt;b&gt;Fish&lt;/b&gt; prices')).toBe('Fish prices');
    expect(title('a &lt; b')).toBe('a < b');
  });

  test('scripts never reach the body', () => {
    const { body } = only(
      channel(
        '<item><title>a</title><description>&lt;p onclick="x()"&gt;One&lt;script&gt;alert(1)&lt;/script&gt; &lt;a href="javascript:x()"&gt;two&lt;/a&gt;&lt;/p&gt;</description></item>',
      ),
    );
    expect(body).toMatchObject([{ type: 'paragraph', text: 'One two' }]);
    expect(JSON.stringify(body)).not.toMatch(/<script|alert|onclick/);
  });

  test('pictures in the content become media that the body names', () => {
    const item = only(channel('<item><title>a</title><description>&lt;p&gt;One&lt;/p&gt;&lt;img src="/p.jpg"&gt;</description></item>'));
    expect(item.body[1]).toMatchObject({ type: 'image', media: 'https://wire.example/p.jpg' });
    expect(item.media).toMatchObject([{ key: 'https://wire.example/p.jpg', type: 'picture' }]);
  });

  test('what has no field is kept', () => {
    const item = only(
      channel(
        '<item><title>a</title><slash:comments>7</slash:comments><itunes:image href="https://wire.example/i.jpg"/></item>',
        'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
      ),
    );
    expect(item.rest).toMatchObject([
      { text: '7', path: '/rss/channel/item[1]/slash:comments' },
      { text: 'href="https://wire.example/i.jpg"' },
    ]);
  });

  test('an item missing its end tag does not swallow the next ones, nor does an unclosed element of the channel', () => {
    const titles = (document: SourceDocument): unknown => itemsOf(document).map(({ headline }) => headline?.text);
    expect(titles(channel('<item><title>a</title><item><title>b</title></item><item><title>c</title></item>'))).toEqual(['a', 'b', 'c']);
    expect(titles(channel('<category><item><title>a</title></item><item><title>b</title></item>'))).toEqual(['a', 'b']);
  });

  test('hostile content stays small and quick', () => {
    const deep = `${'<b>'.repeat(20_000)}x${'</b>'.repeat(20_000)}`;
    expect(only(channel(`<item><title>a</title><description><![CDATA[${deep}]]></description></item>`)).body).toMatchObject([
      { text: 'x' },
    ]);
    expect(only(channel(`<item><title>a</title><description><![CDATA[${'&'.repeat(200_000)}]]></description></item>`)).headline?.text).toBe(
      'a',
    );
    expect(itemsOf(channel('<'.repeat(200_000)))).toEqual([]);
  });

  test('a feed without items is fine, one cut off before its first item is not', () => {
    expect([...rss.parse(channel('')).items]).toEqual([]);
    expect(() => rss.parse(documentOf('<rss version="2.0"><channel><title>Wire</title><copy'))).toThrow(/ends before its first item/);
  });
});

test('no bytes make a feed throw anything but bad input', () => {
  const feed = readFileSync(join(fixtures, 'rss', 'normal', 'input.xml'));
  const mutation = fc.tuple(fc.nat(feed.length - 1), fc.nat(60), fc.uint8Array({ maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
      let bytes = feed;
      for (const [at, cut, put] of mutations) bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
      try {
        const { items } = rss.parse({ bytes, ...decode(bytes, {}) });
        expect([...items].length).toBeLessThan(10);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(BadInput);
      }
    }),
    { numRuns: 300 },
  );
});

test('CDF: address and time of change stand on the item', () => {
  const { items, formatVersion } = rss.parse(
    documentOf(
      '<CHANNEL HREF="https://wire.example/"><TITLE>Wire</TITLE><ITEM HREF="a.html" LASTMOD="2026-11-24T08:00Z"><TITLE>One</TITLE><ABSTRACT>Short.</ABSTRACT></ITEM></CHANNEL>',
    ),
  );
  expect(formatVersion).toBeUndefined();
  expect([...items]).toMatchObject([
    { headline: { text: 'One' }, times: { updated: { text: '2026-11-24T08:00Z' } }, permalink: { text: 'https://wire.example/a.html' } },
  ]);
});

function readableItems(document: SourceDocument, format: Format | undefined, file: string): number {
  try {
    return [...(format?.parse(document).items ?? [])].filter((item) => !('error' in item)).length;
  } catch (thrown) {
    expect(thrown, file).toBeInstanceOf(BadInput);
    return 0;
  }
}

const real = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'feeds-real');

test('every real feed gives items or a coded fault, and at most one format claims it', ({ skip }) => {
  if (!existsSync(real)) {
    console.log(`skipped: ${real} is absent`);
    skip();
  }
  const files = readdirSync(real, { recursive: true, encoding: 'utf8' })
    .map((name) => join(real, name))
    .filter((file) => statSync(file).isFile());
  let items = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    const document: SourceDocument = { bytes, ...decode(bytes, {}) };
    const claimants = [atom, html, rss].filter((format) => format.recognises(document));
    expect(claimants.length, file).toBeLessThanOrEqual(1);
    items += readableItems(document, claimants[0], file);
  }
  expect(items).toBeGreaterThan(2_800);
});
