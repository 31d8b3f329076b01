import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import { BadInput } from '../src/faults.ts';
import type { SourceDocument } from '../src/ingest/format.ts';
import { html } from '../src/ingest/formats/html.ts';
import { pageText } from '../src/ingest/formats/page-text.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'formats');

function documentOf(text: string, url?: string): SourceDocument {
  return {
    bytes: Buffer.from(text),
    text,
    encoding: 'utf-8',
    encodingBasis: 'fallback',
    repairs: [],
    ...(url === undefined ? {} : { url }),
  };
}

const fixture = (name: string): SourceDocument => documentOf(readFileSync(join(fixtures, 'html', name, 'input.html'), 'utf8'));

function page(document: SourceDocument): ParsedItem {
  const [item] = html.parse(document).items;
  if (item === undefined || 'error' in item) throw new Error('no item');
  return item;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof BadInput) return thrown.code;
    throw thrown;
  }
  return 'none';
}

describe('html', () => {
  test('a reference that names no character is told', () => {
    const told = (text: string): unknown => html.parse(documentOf(`<p>Ferry ${text} harbour</p>`)).repairs;
    expect(told('&#xFF000000F6;')).toEqual([{ code: 'html.character-reference', detail: '1, first: &#xFF000000F6' }]);
    expect(told('&#18446744073709551862; &#0;')).toMatchObject([{ code: 'html.character-reference' }]);
    expect(told('&#xE9; &#8211; &#x1F600;')).toEqual([]);
  });

  test('reads JSON-LD in a graph, and leaves out what is no JSON', () => {
    const { repairs } = html.parse(fixture('normal'));
    expect(repairs?.map(({ code }) => code)).toEqual(['html.json-ld']);
    expect(page(fixture('normal'))).toMatchObject({
      headline: { text: 'Bees return to the roofs of Halstad' },
      bylines: [{ text: 'Ragna Holmsen' }],
      provider: { text: 'Norvik Wire' },
      permalink: { text: 'https://wire.norvik.example/local/bees' },
      language: { text: 'en-GB' },
      times: { published: { text: '2026-06-12T09:30:00+02:00' }, updated: { text: '2026-06-12T11:05:00+02:00' } },
      abstract: { text: 'Beekeepers have set up 60 hives above the old town.' },
      keywords: ['bees', 'Halstad', 'nature'],
    });
  });

  test('the body is the story without navigation, teasers, forms and footer', () => {
    const { body, media } = page(fixture('normal'));
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph', 'heading', 'paragraph']);
    expect(JSON.stringify(body)).not.toMatch(/Read also|newsletter|Quay 1|Home/);
    expect(body[1]).toMatchObject({
      media: 'https://wire.norvik.example/media/hive.jpg',
      caption: 'A hive above the market square. Photo: Tor Evensby',
    });
    expect(media?.map(({ key, caption, credit }) => [key, caption?.text, credit?.text])).toEqual([
      ['https://wire.norvik.example/media/hive.jpg', 'A hive above the market square. Photo: Tor Evensby', undefined],
      ['https://img.norvik.example/bees.jpg', 'A beekeeper on the roof of the town hall.', 'Tor Evensby'],
    ]);
  });

  test('without data or article element: metas, and the parent with most paragraph text', () => {
    const item = page(fixture('correction'));
    expect(item.bylines?.map(({ text }) => text)).toEqual(['Jon Ekeland']);
    expect(item.times).toMatchObject({ published: { text: '2026-10-01T07:00:00Z' }, updated: { text: '2026-10-01T12:20:00Z' } });
    expect(item.body).toHaveLength(3);
    expect(JSON.stringify(item.body)).not.toContain('Weather');
  });

  test('several article elements: the one with the story; types in lists; addresses are no authors', () => {
    const item = page(fixture('several'));
    expect(item.body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'list']);
    expect(item.bylines?.map(({ text }) => text)).toEqual(['Camille Lefort']);
    expect(item.keywords).toEqual(['pont', 'Ostby']);
    expect(item.subjects).toEqual([{ name: 'Région', rel: 'section' }]);
  });

  test('a story that only the state of the application holds, without comments, other stories and messages', () => {
    const story = page(fixture('app-state-page-props'));
    expect(story.weighed?.way).toBe('app state');
    expect(story.body.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'image',
      'paragraph',
      'paragraph',
    ]);
    expect(story.body[2]?.path).toBe('/html/script#1/props/pageProps/article/content/html/article/h2#2');
    expect(JSON.stringify(story.body)).not.toMatch(/swimming|seadog|privacy|newsletter/i);
    expect(story.media?.[0]?.caption?.text).toBe('The mast on the outer pier. Photo: Tor Evensby');
    const rows = page(fixture('app-state-component-rows'));
    expect(rows.body.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'heading', 'paragraph', 'list', 'paragraph']);
    expect(JSON.stringify(rows.body)).not.toMatch(/Anzeige|Nebel|Nach neun Jahren/);
    expect(page(fixture('app-state-assigned')).body).toHaveLength(4);
  });

  test('the state of the application is left alone where the page prints the story, or keeps it for subscribers', () => {
    const wayOf = (text: string): string | undefined => page(documentOf(text)).weighed?.way;
    const { text } = fixture('app-state-component-rows');
    const paid =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Drei Brücken","isAccessibleForFree":false}</script>';
    expect(wayOf(text)).toBe('app state');
    expect(wayOf(text.replace('</head>', `${paid}</head>`))).toBe('all text');
    const printed = '<p>An der Brücke klemmt seit dem Sommer das Gegengewicht, und niemand weiß, wer es im Herbst lösen soll.</p>'.repeat(
      9,
    );
    expect(wayOf(text.replace('<div id="app">', `<div id="app">${printed}`))).toBe('weighed');
  });

  test('an editor whom the data name is no author; nor is an account named after the site', () => {
    const authorsOf = (name: string, body: string): unknown =>
      page(
        documentOf(
          `<html><meta property="og:site_name" content="Norvik Wire"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Nine boats a day",` +
            `"author":{"@type":"Person","name":"${name}"}}</script><article><h1>Nine boats a day</h1>${body}</article></html>`,
        ),
      ).bylines?.map(({ text }) => text);
    const prose =
      '<p>The ship left Halstad at six in the morning with 212 passengers and a band on board, the company said on Monday.</p>'.repeat(4);
    const editor = '<div class="info">Editor: <a class="author" href="/a/1">Tora Lind</a></div>';
    expect(authorsOf('Tora Lind', `<div class="author">Ragna Holmsen</div>${prose}${editor}`)).toEqual(['Ragna Holmsen']);
    expect(authorsOf('Tora Lind', `${prose}${editor}`)).toEqual(['Tora Lind']);
    expect(authorsOf('Norvik D', `<p><strong>RAGNA HOLMSEN</strong></p>${prose}`)).toEqual(['RAGNA HOLMSEN']);
    expect(authorsOf('Norvik Dahl', `<p><strong>RAGNA HOLMSEN</strong></p>${prose}`)).toEqual(['Norvik Dahl']);
  });

  test('microdata give the names inside their authors, of the story with the heading alone', () => {
    const author = (name: string, more = ''): string =>
      `<div itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${name}</b> <i itemprop="jobTitle">Reporter</i>${more}</div>`;
    const article = (inner: string): string => `<article itemscope itemtype="https://schema.org/NewsArticle">${inner}</article>`;
    const employer = '<p itemprop="worksFor" itemscope><meta itemprop="name" content="Norvik Wire"></p>';
    const comment = `<div itemscope itemtype="https://schema.org/Comment">${author('Sea Dog')}<p>Well.</p></div>`;
    const story = article(`<h1>Nine boats a day</h1>${author('Ragna Holmsen', employer)}<p>The ferry is back.</p>${comment}`);
    const hidden = '<span itemprop="author" itemscope><meta itemprop="name" content="Jon Ekeland"></span>';
    const names = (text: string): unknown => page(documentOf(`<html>${text}</html>`)).bylines?.map(({ text: name }) => name);
    expect(names(article(`<h2>Other</h2>${author('Tora Lind')}`) + story)).toEqual(['Ragna Holmsen']);
    expect(names(article(`<h1>Nine boats a day</h1>${hidden}<p>The ferry is back.</p>`))).toEqual(['Jon Ekeland']);
  });

  test('what stands in the crumbs is no headline, unless nothing else is', () => {
    expect(page(fixture('crumb-as-heading')).headline?.text).toBe('Ein Lastwagen ohne Bremsschuhe');
    const crumbs = '<nav class="breadcrumb"><ol><li>Home</li><li><h1>Ferry timetable: all crossings</h1></li></ol></nav>';
    const headlineOf = (rest: string): string | undefined =>
      page(documentOf(`<html><title>Ferry timetable: all crossings</title>${crumbs}${rest}<p>Text.</p></html>`)).headline?.text;
    expect(headlineOf('')).toBe('Ferry timetable: all crossings');
    expect(headlineOf('<h1>Ferry timetable: all crossings</h1>')).toBe('Ferry timetable: all crossings');
    expect(headlineOf('<meta property="og:title" content="Nine boats a day for Brem">')).toBe('Nine boats a day for Brem');
    expect(headlineOf('<h1><span class="breadcrumb">Local</span> Ferry timetable</h1>')).toBe('Ferry timetable');
  });

  test('a time element gives the time and is no line of the body', () => {
    const item = page(fixture('kill'));
    expect(item.times?.published?.text).toBe('2026-09-03T10:15:00+02:00');
    expect(item.body).toHaveLength(1);
  });

  test('tag soup', () => {
    expect(page(fixture('malformed')).headline?.text).toBe('Storm takes the pier of Brem');
    expect(
      page(fixture('malformed'))
        .body.map(({ text }) => text)
        .join(' '),
    ).toContain('< 120 km/h were measured at Halstad & more at sea.');
  });

  test('text that only the data has', () => {
    const item = page(
      documentOf(
        '<html><script type="application/ld+json">{"@type":"NewsArticle","headline":"A","articleBody":"One.\\n\\nTwo."}</script></html>',
      ),
    );
    expect(item.body.map(({ text }) => text)).toEqual(['One.', 'Two.']);
  });

  test('the address of the document is the permalink of last resort', () => {
    expect(page(documentOf('<html><h1>A</h1><p>B</p></html>', 'https://wire.example/a')).permalink).toEqual({
      text: 'https://wire.example/a',
      path: 'url',
    });
  });

  test('hostile shapes are refused before a tree is built', () => {
    expect(codeOf(() => html.parse(documentOf(`<html>${'<div>'.repeat(50_000)}`)))).toBe('html.too-deep');
    expect(codeOf(() => html.parse(documentOf(`<html ${Array.from({ length: 50_000 }, (_, index) => `a${index}=1`).join(' ')}>`)))).toBe(
      'html.too-many-attributes',
    );
    expect(codeOf(() => html.parse(documentOf('<html><body></body></html>')))).toBe('html.no-article');
    expect(codeOf(() => html.parse(documentOf(`<html><p>${'<br>'.repeat(50_000)}x</html>`)))).toBe('none');
    expect(codeOf(() => html.parse(documentOf(`<html><p><b><i>${'<br>'.repeat(190_000)}x</i></b></html>`)))).toBe('none');
    expect(codeOf(() => html.parse(documentOf(`<html><p>${'<br>'.repeat(400_000)}x</html>`)))).toBe('html.too-many-elements');
    expect(codeOf(() => html.parse(documentOf(`<html>${'<p>x'.repeat(50_000)}</html>`)))).toBe('html.too-many-texts');
    const ring = '{"@type":"NewsArticle","headline":"A","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","author":{"@id":"#a"}}';
    expect(codeOf(() => html.parse(documentOf(`<html><script type="application/ld+json">[${ring}]</script></html>`)))).toBe('none');
  });

  test('claims pages only: no feed, no other XML, no plain text, no JSON', () => {
    expect(html.recognises(documentOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'))).toBe(true);
    expect(html.recognises(documentOf('<p>One</p><p>Two</p>'))).toBe(true);
    for (const other of [
      '<rss version="2.0">',
      '<feed>',
      '<?xml version="1.0"?><p>x</p>',
      '<NewsML>',
      '<nitf><body><p>x</p></body></nitf>',
      '{"html": "<p>x</p>"}',
      'One\nTwo\nThree',
    ]) {
      expect(html.recognises(documentOf(other)), other).toBe(false);
    }
    for (const format of readdirSync(fixtures)) {
      for (const name of readdirSync(join(fixtures, format))) {
        const file = readdirSync(join(fixtures, format, name)).find((entry) => entry.startsWith('input.'));
        const document = documentOf(readFileSync(join(fixtures, format, name, file!), 'latin1'));
        expect(html.recognises(document), `${format}/${name}`).toBe(format === 'html');
        if (format === 'html') expect(pageText.recognises(document), name).toBe(false);
      }
    }
  });
});
