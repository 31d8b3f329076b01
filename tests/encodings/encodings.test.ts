import { describe, expect, test } from 'vitest';
import { encodings, feedEncodings } from '../../src/publish/encodings.ts';
import { readXml } from '../../src/ingest/xml.ts';
import { articles, CHANNEL, encoded } from './articles.ts';

const [first] = articles.map(([, article]) => article);

describe('encodings', () => {
  test('XML is well formed, JSON is JSON, and nothing is empty', () => {
    for (const [fixture, article] of articles) {
      for (const { name, mediaType, encode } of encodings) {
        const text = encode(article);
        expect(text.length, `${name} of ${fixture}`).toBeGreaterThan(0);
        if (mediaType.includes('json')) JSON.parse(text);
        if (mediaType.includes('xml')) readXml(text);
      }
    }
  });

  test('the canonical article inside ninjs is the public one, whole', () => {
    const { bodies } = JSON.parse(encoded('ninjs', first!)) as { bodies: { role: string; value: string }[] };
    expect(JSON.parse(bodies.find(({ role }) => role === 'canonical')?.value ?? '')).toEqual(JSON.parse(encoded('canonical', first!)));
  });

  test('hostile text stays text', () => {
    const evil = ']]><script>alert(1)</script>&amp;"\u0000\ud800';
    const hostile = { ...first!, headline: { text: evil }, slugline: evil, keywords: [evil] };
    for (const { name, mediaType, encode } of encodings) {
      const text = encode(hostile);
      if (mediaType.includes('xml')) expect(text, name).not.toMatch(/<script|\u0000/);
    }
    for (const { encode } of feedEncodings) expect(encode(CHANNEL, [hostile])).not.toMatch(/\u0000/);
  });

  test('a copy whose embargo has no end that anybody can read is no usable copy in any form', () => {
    const until = { utc: null, raw: 'until the talks end', basis: 'unresolved' as const };
    const embargo = { until, release: 'manual' as const };
    const held = { ...first!, status: { ...first!.status, effective: 'embargoed' as const, publishable: false, embargo } };
    const stated = ['ninjs', 'newsml-g2', 'nitf'].map(
      (name) => /(?:pubStatus|management-status)\W+(?:qcode="stat:)?(\w+)/.exec(encoded(name, held))?.[1],
    );
    expect(stated).toEqual(['withheld', 'withheld', 'embargoed']);
  });

  test('RSS has an item for each', () => {
    const text = feedEncodings
      .find(({ name }) => name === 'rss')!
      .encode(
        CHANNEL,
        articles.map(([, article]) => article),
      );
    expect(text.match(/<item>/g)).toHaveLength(articles.length);
  });
});
