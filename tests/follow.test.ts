import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { onLoopback } from './servers/loopback.ts';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import { sha256 } from '../src/article/hash.ts';
import { BadInput } from '../src/faults.ts';
import { followedBytes, readFollowed } from '../src/ingest/follow/followed-page.ts';
import { mergeFollowed } from '../src/ingest/follow/merge.ts';
import { robotsOf } from '../src/ingest/follow/robots.ts';
import { createGuardedClient } from '../src/ingest/guarded-client.ts';
import { followDocuments, type FollowDeps } from '../src/pipeline/follow.ts';
import { normalizeRaw } from '../src/pipeline/normalize-raw.ts';
import { normalizeBatch } from '../src/pipeline/normalize.ts';
import { story } from './archive-files.ts';
import { openBench } from './api-bench.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

type Answer = readonly [status: number, headers: Readonly<Record<string, string>>, body: string];
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A site on loopback: its pages by path, and what it was asked. */
async function site(pages: Record<string, Answer>): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const [status, headers, body] = pages[path] ?? [404, {}, ''];
    response.writeHead(status, headers).end(body);
  });
  const { origin, stop } = await onLoopback(server);
  cleanups.push(stop);
  return { url: origin, asked };
}

interface Entry {
  readonly title: string;
  readonly link?: string;
  readonly teaser?: string;
}

const feedOf = (entries: readonly Entry[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Velmar Herald</title>${entries
    .map(
      ({ title, link, teaser = 'The harbour closes.' }) =>
        `<item><guid isPermaLink="false">urn:${title.toLowerCase().replaceAll(' ', '-')}</guid><title>${title}</title>${link === undefined ? '' : `<link>${link}</link>`}<description>${teaser}</description><dc:creator>Lea Toft</dc:creator><pubDate>Mon, 09 Mar 2026 08:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** One feed that is followed, with the queue left out: what is handed on is normalized at once. */
async function desk(more: Partial<FollowDeps> = {}) {
  const bench = await openBench();
  cleanups.push(bench.close);
  const client = createGuardedClient({ allow: ['127.0.0.1/32'] });
  cleanups.push(() => client.close());
  await bench.journal.putFeeds([{ id: 'herald', intervalMs: 60_000 }]);
  const normalized: number[] = [];
  const deps: FollowDeps = {
    ...{ journal: bench.journal, services: client, robots: robotsOf(client, () => performance.now()), log: silent },
    ...{ enterHost: () => Promise.resolve({ leave: () => Promise.resolve() }), sleep: () => Promise.resolve(), readingOf: () => ({}) },
    clock: () => new Date('2026-03-09T09:00:00Z'),
    addNormalize: async (_feed, raws) => {
      normalized.push(...raws);
      await normalizeBatch(raws, {
        journal: bench.journal,
        normalizeRaw,
        readingOf: () => ({}),
        wake: () => Promise.resolve(),
        log: silent,
      });
    },
    ...more,
  };
  const follow = async (text: string): Promise<number> => {
    const raw = { feed: 'herald', bytes: Buffer.from(text), sha256: sha256(text), receivedAt: '2026-03-09T09:00:00Z', transport: 'http' };
    const { id } = await bench.journal.keepRaw(raw);
    await followDocuments([id], deps, new AbortController().signal);
    return id;
  };
  const stories = async () => (await bench.journal.events('0', 1_000)).map(({ article }) => article);
  return { ...bench, deps, follow, stories, normalized };
}

describe('a feed that is followed', () => {
  test('gives articles of entry and page, with both documents kept and linked', async () => {
    const { url } = await site({ '/one': [200, html, story('Harbour closes for a day')] });
    const { follow, stories, journal } = await desk();
    const text = feedOf([{ title: 'Harbour closes for a day', link: `${url}/one` }]);
    const id = await follow(text);
    const [article] = await stories();
    expect(article).toMatchObject({
      headline: { text: 'Harbour closes for a day' },
      byline: { authors: [{ name: 'Lea Toft' }] },
      identity: { guid: 'urn:harbour-closes-for-a-day' },
      times: { published: { utc: '2026-03-09T08:00:00Z' } },
      provenance: {
        feed: 'herald',
        transport: 'follow',
        url: `${url}/one`,
        format: 'html',
        followed: { rawSha256: sha256(text), item: 0 },
      },
    });
    expect(article?.body.text).toContain('The repairs cost four million crowns');
    expect(article?.provenance.warnings.filter(({ code }) => code.startsWith('page.'))).toEqual([]);
    const [feed, page] = await journal.raws([id, id + 1]);
    expect([feed?.state, page?.state]).toEqual(['done', 'done']);
    expect(Buffer.from(readFollowed(page!.raw.bytes).page!.bytes).toString()).toBe(story('Harbour closes for a day'));
    expect(article?.provenance.rawSha256).toBe(page?.raw.sha256);
  });

  test('asks for a page once, and again when its entry has changed', async () => {
    const { url, asked } = await site({ '/one': [200, html, story('Harbour closes')], '/two': [200, html, story('Gates open')] });
    const { follow, stories } = await desk();
    const one = { title: 'Harbour closes', link: `${url}/one` };
    await follow(feedOf([one]));
    await follow(feedOf([{ title: 'Gates open', link: `${url}/two` }, one]));
    expect(asked).toEqual(['/robots.txt', '/one', '/two']);
    // It says the same, so that it is no revision.
    await follow(feedOf([{ ...one, teaser: 'The harbour closes twice.' }]));
    expect(asked).toEqual(['/robots.txt', '/one', '/two', '/one']);
    expect((await stories()).map(({ headline }) => headline.text)).toEqual(['Harbour closes', 'Gates open']);
  });

  test.each<[string, Record<string, Answer>, string]>([
    [
      'is forbidden to robots',
      { '/robots.txt': [200, {}, 'User-agent: wirecopy\nDisallow: /one'], '/one': [200, html, story('Harbour closes')] },
      'page.robots',
    ],
    [
      'redirects to one that is forbidden to robots',
      {
        '/robots.txt': [200, {}, 'User-agent: *\nDisallow: /private'],
        '/one': [302, { location: '/private' }, ''],
        '/private': [200, html, story('Harbour closes')],
      },
      'page.robots',
    ],
    ['redirects to an inner address', { '/one': [302, { location: 'http://10.0.0.1/' }, ''] }, 'net.refused-'],
    ['is gone', { '/one': [410, html, ''] }, 'page.refused'],
    ['is no page', { '/one': [200, { 'content-type': 'application/pdf' }, '%PDF'] }, 'page.no-html'],
    ['is too large', { '/one': [200, html, story('Harbour closes').padEnd(5_000_001)] }, 'page.too-large'],
    ['is about something else', { '/one': [200, html, story('Council elects mayor').replaceAll('harbour', 'town')] }, 'page.other-story'],
    ['has no story', { '/one': [200, html, '<html><body></body></html>'] }, 'html.no-article'],
  ])('takes the entry alone where the page %s', async (_, pages, code) => {
    const { url } = await site(pages);
    const { follow, stories } = await desk();
    await follow(
      feedOf(
        [{ title: 'Parliament debates budget', link: `${url}/one` }].map((entry) =>
          code === 'page.other-story' ? entry : { ...entry, title: 'Harbour closes' },
        ),
      ),
    );
    const [article] = await stories();
    expect(article?.body.text ?? article?.abstract?.text).toBeDefined();
    expect(article?.provenance.warnings.some((note) => note.code.startsWith(code))).toBe(true);
    expect(article?.provenance.followed).toMatchObject({ item: 0 });
  });

  test('takes the entry alone where the link leads to an inner address, or nowhere; the others are followed', async () => {
    const { url } = await site({ '/one': [200, html, story('Harbour closes')] });
    const { follow, stories } = await desk();
    await follow(
      feedOf([
        { title: 'Metadata leaks', link: 'http://169.254.169.254/latest' },
        { title: 'Nowhere to go' },
        { title: 'Harbour closes', link: `${url}/one` },
      ]),
    );
    const codes = (await stories()).map(({ provenance }) =>
      provenance.warnings.map(({ code }) => code).filter((code) => /^(?:page|net)\./.test(code)),
    );
    expect(codes).toEqual([[expect.stringMatching(/^net\.refused-/)], ['page.no-link'], []]);
  });

  test('tries again with the next document what failed for now, and makes a revision of it', async () => {
    const pages: Record<string, Answer> = { '/one': [503, {}, ''] };
    const { url, asked } = await site(pages);
    const { follow, stories } = await desk();
    const one = { title: 'Harbour closes', link: `${url}/one` };
    await follow(feedOf([one]));
    pages['/one'] = [200, html, story('Harbour closes')];
    await follow(feedOf([one, { title: 'Nowhere to go' }]));
    expect(asked).toEqual(['/robots.txt', '/one', '/one']);
    const found = (await stories()).filter(({ headline }) => headline.text === 'Harbour closes');
    expect(found.map(({ identity }) => identity.revision)).toEqual([1, 2]);
    expect(found[1]?.body.text).toContain('four million crowns');
  });

  test('a host that fails twice is left alone for the rest of the document', async () => {
    const { url, asked } = await site({ '/1': [503, {}, ''], '/2': [503, {}, ''], '/3': [503, {}, ''] });
    const { follow, stories } = await desk();
    await follow(feedOf(['1', '2', '3'].map((name) => ({ title: `Story number ${name}`, link: `${url}/${name}` }))));
    expect(asked).toEqual(['/robots.txt', '/1', '/2']);
    expect(await stories()).toHaveLength(3);
  });

  test('whoever is called off in the middle leaves the rest pending', async () => {
    const { url } = await site({ '/one': [200, html, story('Harbour closes')], '/two': [200, html, story('Gates open')] });
    const closing = new AbortController();
    const { journal, deps, stories } = await desk();
    const entries = [
      { title: 'Harbour closes', link: `${url}/one` },
      { title: 'Gates open', link: `${url}/two` },
    ];
    const text = feedOf(entries);
    const { id } = await journal.keepRaw({
      feed: 'herald',
      bytes: Buffer.from(text),
      sha256: sha256(text),
      receivedAt: '2026-03-09T09:00:00Z',
    });
    const noted = { ...journal, noteFollowed: (feed: string, key: string) => (closing.abort(), journal.noteFollowed(feed, key)) };
    await followDocuments([id], { ...deps, journal: noted }, new AbortController().signal, closing.signal);
    expect([(await stories()).length, (await journal.raws([id]))[0]?.state]).toEqual([1, 'pending']);
    await followDocuments([id], deps, new AbortController().signal);
    expect([(await stories()).length, (await journal.raws([id]))[0]?.state]).toEqual([2, 'done']);
  });

  test('while the rules of a site cannot be had nothing is fetched', async () => {
    const { url, asked } = await site({ '/robots.txt': [500, {}, ''], '/one': [200, html, story('Harbour closes')] });
    const { follow, stories } = await desk();
    await follow(feedOf([{ title: 'Harbour closes', link: `${url}/one` }]));
    expect(asked).toEqual(['/robots.txt']);
    expect((await stories())[0]?.provenance.warnings.map(({ code }) => code)).toContain('page.robots-away');
  });

  test('waits for a place at the host', async () => {
    const { url } = await site({ '/one': [200, html, story('Harbour closes')] });
    const waits: number[] = [];
    let answers = [{ waitMs: 900 }, { waitMs: 90_000 }];
    const { follow, stories } = await desk({
      enterHost: () =>
        Promise.resolve(
          answers.length > 0 ? (([first, ...rest]) => ((answers = rest), first!))(answers) : { leave: () => Promise.resolve() },
        ),
      sleep: (ms) => Promise.resolve(void waits.push(ms)),
    });
    await follow(feedOf([{ title: 'Harbour closes', link: `${url}/one` }]));
    expect(waits).toEqual([900, 5_000]);
    expect((await stories())[0]?.body.text).toContain('four million crowns');
  });

  test('a document that cannot be read goes the usual way; an entry that cannot is quarantined', async () => {
    const { follow, normalized, journal, stories } = await desk();
    const broken = await follow('<rss><channel>');
    expect(normalized).toEqual([broken]);
    await follow(feedOf([{ title: 'Nowhere to go' }]).replace('</channel>', '<item></item></channel>'));
    expect((await journal.quarantine(10)).map(({ code }) => code)).toContain('feed.empty-item');
    expect((await stories()).map(({ headline }) => headline.text)).toEqual(['Nowhere to go']);
  });

  test('a crash between page and feed document loses nothing, and fetches no page twice that was noted', async () => {
    const { url, asked } = await site({ '/one': [200, html, story('Harbour closes')], '/two': [200, html, story('Gates open')] });
    const { journal, deps, stories } = await desk();
    let calls = 0;
    const dying = {
      ...journal,
      keepRaw: (raw: Parameters<typeof journal.keepRaw>[0]) =>
        (calls += 1) === 2 ? Promise.reject(new Error('power')) : journal.keepRaw(raw),
    };
    const text = feedOf([
      { title: 'Harbour closes', link: `${url}/one` },
      { title: 'Gates open', link: `${url}/two` },
    ]);
    const { id } = await journal.keepRaw({
      feed: 'herald',
      bytes: Buffer.from(text),
      sha256: sha256(text),
      receivedAt: '2026-03-09T09:00:00Z',
    });
    await expect(followDocuments([id], { ...deps, journal: dying }, new AbortController().signal)).rejects.toThrow('power');
    expect((await journal.raws([id]))[0]?.state).toBe('pending');
    await followDocuments([id], deps, new AbortController().signal);
    expect(asked).toEqual(['/robots.txt', '/one', '/two', '/two']);
    expect((await stories()).map(({ headline }) => headline.text)).toEqual(['Harbour closes', 'Gates open']);
    expect((await journal.raws([id]))[0]?.state).toBe('done');
  });
});

describe('entry and page', () => {
  const found = (text: string) => ({ text, path: 'x' });
  const block = (text: string) => ({ type: 'paragraph' as const, text, path: 'p' });
  const entry: ParsedItem = {
    index: 7,
    isOfFeed: true,
    guid: found('urn:1'),
    headline: found('Harbour closes'),
    truncated: true,
    keywords: ['port'],
    body: [block('Teaser.')],
  };
  const page: ParsedItem = {
    index: 0,
    guid: found('page'),
    headline: found('Harbour closes – Herald'),
    bylines: [found('Ana Prill')],
    body: [block('The harbour closes for a day of repairs.')],
  };

  test('the feed says what the story is, the page has the text and what the feed leaves open', () => {
    expect(mergeFollowed(entry, page)).toEqual({
      ...{
        index: 0,
        isOfFeed: true,
        guid: found('urn:1'),
        headline: found('Harbour closes'),
        keywords: ['port'],
        bylines: [found('Ana Prill')],
      },
      ...{ body: page.body, rest: [], times: {} },
    });
  });

  test('a page with less text is not used', () => {
    const full = { ...entry, body: [block('The harbour closes for a day of repairs, the port said on Tuesday.')] };
    expect(mergeFollowed(full, page)).toMatchObject({ body: full.body, truncated: true, notes: [{ code: 'page.shorter' }] });
  });

  test('what is kept of both comes back as it was, and is refused where it is something else', () => {
    const followed = {
      feed: { sha256: 'a', item: 7, format: 'rss' },
      entry,
      page: { url: 'https://a.example/', bytes: Buffer.from([0xff, 0, 0x80]) },
    };
    expect(readFollowed(followedBytes(followed))).toEqual(followed);
    for (const text of ['', '{}', '{"kind":"other"}']) expect(() => readFollowed(Buffer.from(text))).toThrow(BadInput);
  });
});
