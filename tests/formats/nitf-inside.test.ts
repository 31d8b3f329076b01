import { describe, expect, test } from 'vitest';
import { normalize, type Article } from '../../src/library.ts';

const NOW = '2026-07-02T12:00:00Z';
const BODY = '<body.content><p>Ferries sail again on Thursday.</p><p>Nobody was hurt.</p></body.content>';

const nitf = ({ docdata = '', head = '', end = '' } = {}): string =>
  `<nitf><head><docdata ${docdata}<key-list><keyword key="ferries"/></key-list></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline>${head}</body.head>${BODY}<body.end>${end}</body.end></body></nitf>`;
const g2 = (inner: string, meta = ''): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="v1" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Velmar Wire"/><versionCreated>2026-07-02T11:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta>${meta}</contentMeta><contentSet>${inner}</contentSet></newsItem>`;
const xml = (document: string): string => `<inlineXML contenttype="application/nitf+xml">${document}</inlineXML>`;
const escaped = (document: string): string =>
  `<inlineData contenttype="text/xml">${document.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</inlineData>`;
const ap = (document: string, members: Record<string, unknown> = {}): string =>
  JSON.stringify({
    api_version: '2.2',
    data: {
      item: {
        altids: { itemid: 'v1', etag: 'v1_0' },
        type: 'text',
        version: 0,
        pubstatus: 'usable',
        versioncreated: '2026-07-02T11:00:00Z',
        body_nitf: document,
        ...members,
      },
    },
  });

function read(text: string): Article {
  const result = normalize(text, { now: NOW, receivedAt: NOW });
  if (!result.ok) throw result.error;
  return result.article;
}

const HEAD =
  '<byline>By <person>Ilse Varnholt</person></byline><dateline>BREM, Velmaria (AP)</dateline><note noteclass="editorsnote"><body.content><p>Eds: more to come.</p></body.content></note>';

describe.each([
  ['inlineXML', (document: string) => g2(xml(document))],
  ['escaped in inlineData', (document: string) => g2(escaped(document))],
  ['string in AP JSON', (document: string) => ap(document)],
])('the head of NITF as %s speaks where the outer document is silent', (_, wrap) => {
  test('headline, byline, dateline, notes, keywords, contacts', () => {
    const article = read(wrap(nitf({ docdata: '>', head: HEAD, end: '<tagline>Reach her at ilse@example.org</tagline>' })));
    expect(article.headline.text).toBe('Ferries sail');
    expect(article.byline.authors).toMatchObject([{ name: 'Ilse Varnholt' }]);
    expect(article.dateline?.cities).toMatchObject([{ name: 'Brem' }]);
    expect(article.keywords).toEqual(['ferries']);
    expect(article.internal?.ednotes).toEqual(['Eds: more to come.']);
    expect(article.internal?.contacts).toEqual([{ value: 'Reach her at ilse@example.org' }]);
    expect(article.body.text).toBe('Ferries sail again on Thursday.\n\nNobody was hurt.');
    expect(article.status).toMatchObject({ publishable: true, reasons: [] });
  });

  test('an embargo that only the NITF states holds', () => {
    const { status } = read(wrap(nitf({ docdata: 'management-status="embargoed"><date.release norm="20260703T060000Z"/>' })));
    expect(status).toMatchObject({ publishable: false, effective: 'embargoed', embargo: { until: { utc: '2026-07-03T06:00:00Z' } } });
  });

  test('a status inside other than usable holds, with a note', () => {
    const { status, provenance } = read(wrap(nitf({ docdata: 'management-status="withheld">' })));
    expect(status).toMatchObject({ publishable: false, reasons: ['withhold'] });
    expect(provenance.warnings).toMatchObject([
      { code: 'nitf.head-conflict', path: 'status.pubStatusRaw', detail: expect.stringMatching(/usable \| withheld$/) as string },
    ]);
  });
});

test('the outer document wins, and the difference is noted', () => {
  const { dateline, headline, provenance } = read(
    g2(xml(nitf({ docdata: '>', head: HEAD })), '<headline>Ferries sail again</headline><dateline>Velmar, July 2</dateline>'),
  );
  expect(headline.text).toBe('Ferries sail again');
  expect(dateline?.cities).toMatchObject([{ name: 'Velmar' }]);
  expect(provenance.warnings).toMatchObject([{ code: 'nitf.head-conflict', path: 'dateline' }]);
});
