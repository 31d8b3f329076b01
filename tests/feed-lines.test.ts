import { expect, test } from 'vitest';
import { feedLines } from '../src/cli/feed-lines.ts';
import { inspectFeed } from '../src/ingest/syndication/inspect.ts';

const text = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Norvik Wire</title>
<link>https://wire.norvik.example/</link><language>en</language>
<item><title>Ice & snow close the pass</title><link>https://wire.norvik.example/1</link><guid>norvik:1</guid>
<pubDate>Mon, 23 Nov 2026 17:42:00 +0100</pubDate><author>desk@norvik.example (Signe Aldal)</author>
<description>&lt;p&gt;The pass &lt;b&gt;is&lt;/b&gt; closed.&#27;[31m&lt;/p&gt;</description>
<media:content url="https://img.norvik.example/1.jpg" type="image/jpeg"><media:credit>Tor Evensby</media:credit></media:content></item>
<item><title>Zoo counts its peng`;
const source = { bytes: Buffer.from(text), text, encoding: 'utf-8', encodingBasis: 'detection', repairs: [] };
const view = inspectFeed(source, () => '2026-11-23T16:42:00Z');

test('a feed is readable in a terminal, with what was repaired and where', () => {
  expect(feedLines(view, { width: 60, colour: false })).toEqual([
    'Norvik Wire',
    'RSS 2.0 · utf-8 · en · 2 items',
    '      link  https://wire.norvik.example/',
    '',
    'Repaired',
    '  line 3:14  xml.bare-ampersand       first: &',
    '  line 5:14  xml.character-reference  first: &#27;',
    '  line 7:33  xml.truncated',
    '',
    '1. Ice & snow close the pass',
    '      date  2026-11-23T16:42:00Z',
    '        by  Signe Aldal',
    '      link  https://wire.norvik.example/1',
    '        id  norvik:1',
    '   summary  The pass is closed.\ufffd[31m',
    '      file  https://img.norvik.example/1.jpg  © Tor Evensby',
    '',
    '2. Zoo counts its peng',
    '            the document ends inside this item',
  ]);
});

test('colour only where it is asked for, and no line is wider than the window', () => {
  expect(feedLines(view, { width: 60, colour: true }).join('\n')).toContain('\u001b[1mNorvik Wire\u001b[0m');
  expect(feedLines(view, { width: 40, colour: false }).join('\n')).not.toContain('\u001b');
  expect(Math.max(...feedLines(view, { width: 40, colour: false }).map((line) => line.length))).toBeLessThanOrEqual(40);
});
