// Feeds of invented stories, always the same, so that runs compare.

const PLACES = ['Halstad', 'Brem', 'Ostby', 'Grimdal', 'Skar', 'the Velmar strait'];
const WORDS =
  'ferry harbour council night engineer winter lock pilot storm island quay market school bridge report company minister budget water snow'.split(
    ' ',
  );

export const word = (seed) => WORDS[(seed * 7 + (seed >> 3)) % WORDS.length];
const place = (seed) => PLACES[seed % PLACES.length];
export const sentence = (seed, length) => `${place(seed)} ${Array.from({ length }, (_, index) => word(seed + index * index)).join(' ')}.`;
const paragraphs = (seed) =>
  Array.from(
    { length: 6 },
    (_, index) => `<p>${sentence(seed + index, 40)} <a href="/story/${seed}?a=1&amp;b=2">${word(seed)} &ndash; ${word(seed + 1)}</a></p>`,
  ).join('\n') +
  `<figure><img src="https://img.norvik.example/${seed}.jpg" alt="${word(seed)}" width="640"><figcaption>${sentence(seed, 8)}</figcaption></figure>`;
const escaped = (html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const list = (count, first, item) => Array.from({ length: count }, (_, index) => item(first + index)).join('\n');

/** An RSS feed of `count` stories of about 4 kB; `first` numbers them. */
export function syntheticRss(count, first = 0) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Norvik Wire</title><link>https://wire.norvik.example/</link><description>Everything</description><language>en</language>
${list(
  count,
  first,
  (seed) => `<item>
  <title>${sentence(seed, 7)}</title><link>https://wire.norvik.example/${seed}</link><guid isPermaLink="false">norvik:${seed}</guid>
  <pubDate>Mon, 23 Nov 2026 17:42:00 +0100</pubDate><dc:creator>Signe Aldal</dc:creator><category>${word(seed)}</category><category>${word(seed + 3)}</category>
  <description>${escaped(`<p>${sentence(seed, 30)}</p>`)}</description><content:encoded><![CDATA[${paragraphs(seed)}]]></content:encoded>
  <media:content url="https://img.norvik.example/${seed}.jpg" type="image/jpeg" width="1200" height="800"><media:credit>Tor Evensby</media:credit></media:content>
</item>`,
)}
</channel></rss>`;
}

/** The same as Atom. */
export function syntheticAtom(count, first = 0) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Norvik Wire</title><id>urn:norvik:all</id><updated>2026-11-23T17:42:00Z</updated>
<link rel="self" href="https://wire.norvik.example/atom.xml"/>
${list(
  count,
  first,
  (
    seed,
  ) => `<entry><id>urn:norvik:${seed}</id><title type="html">${escaped(sentence(seed, 7))}</title><updated>2026-11-23T17:42:00Z</updated>
  <published>2026-11-23T17:00:00Z</published><author><name>Signe Aldal</name></author><category term="${word(seed)}"/>
  <link rel="alternate" href="https://wire.norvik.example/${seed}"/><summary>${sentence(seed, 30)}</summary>
  <content type="html">${escaped(paragraphs(seed))}</content></entry>`,
)}
</feed>`;
}
