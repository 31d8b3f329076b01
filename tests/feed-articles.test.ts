import { expect, test } from 'vitest';
import { normalize, type Article } from '../src/library.ts';

const BODY = '<description>The ferry lay in the harbour of Halstad all night.</description>';

function articlesOf(items: string): Article[] {
  const feed = `<rss version="2.0"><channel><title>Norvik Wire</title><link>https://wire.norvik.example/</link>${items}</channel></rss>`;
  const { items: read } = normalize(feed, { now: '2026-11-25T12:00:00Z', url: 'https://wire.norvik.example/rss' });
  return read.flatMap((item) => (item.ok ? [item.article] : []));
}
const identityOf = (inner: string): Article['identity'] | undefined => articlesOf(`<item>${inner}${BODY}</item>`)[0]?.identity;

test.each([
  ['guid', 'norvik:1', '<title>A</title><guid>norvik:1</guid><link>https://wire.norvik.example/1</link>'],
  [
    'permalink',
    'https://wire.norvik.example/1?id=7',
    '<title>A</title><link>https://wire.norvik.example/1?utm_source=rss&amp;id=7&amp;utm_medium=x</link>',
  ],
  ['permalink', 'https://wire.norvik.example/1#part', '<title>A</title><link>https://wire.norvik.example/1?fbclid=9#part</link>'],
  ['headline', 'the-ferry-and-the-ice', '<title>The ferry &amp;amp; the ice</title>'],
])('the identity ladder: %s', (basis, storyKey, inner) => {
  expect(identityOf(inner)).toMatchObject({ basis, storyKey: expect.stringContaining(storyKey.slice(0, 9)) as string });
  if (basis !== 'headline') expect(identityOf(inner)?.storyKey).toBe(storyKey);
});

test('items that name nothing are told apart by their content, never by the address of the feed', () => {
  const [one, other] = articlesOf(
    '<item><description>One story of ice.</description></item><item><description>Another of snow.</description></item>',
  );
  expect([one?.identity.basis, other?.identity.basis]).toEqual(['content', 'content']);
  expect(one?.id).not.toBe(other?.id);
});

test('a republished date is no update; another text is', () => {
  const at = (date: string, text: string): Article | undefined =>
    articlesOf(`<item><title>A</title><guid>norvik:1</guid><pubDate>${date}</pubDate><description>${text}</description></item>`)[0];
  const first = at('Mon, 23 Nov 2026 17:42:00 +0100', 'Ice in the harbour.');
  const again = at('Tue, 24 Nov 2026 17:42:00 +0100', 'Ice in the harbour.');
  const updated = at('Tue, 24 Nov 2026 17:42:00 +0100', 'Ice and snow in the harbour.');
  expect(again?.id).toBe(first?.id);
  expect(again?.identity.contentHash).toBe(first?.identity.contentHash);
  expect(updated?.id).toBe(first?.id);
  expect(updated?.identity.contentHash).not.toBe(first?.identity.contentHash);
});

test('an entry that only teases is marked', () => {
  const [teaser] = articlesOf('<item><title>A</title><guid>1</guid><description>The ferry lay in the harbour...</description></item>');
  expect(teaser?.body.truncated).toBe(true);
});
