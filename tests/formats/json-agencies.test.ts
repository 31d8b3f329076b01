import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/library.ts';
import { normalize } from '../../src/library.ts';

const NOW = '2026-07-02T12:00:00Z';
type Members = Record<string, unknown>;

/** One small document of each JSON format, with what is under test put in; undefined takes a member out. */
const DOCUMENTS: Readonly<Record<string, (members: Members) => unknown>> = {
  ninjs: (members) => ({
    ...{ uri: 'urn:newsml:vna.example:1', type: 'text', pubstatus: 'usable', version: '1', versioncreated: NOW },
    ...{ headline: 'Ferries sail again', body_text: 'Ferries sail again on Thursday.\n\nNobody was hurt.' },
    ...members,
  }),
  'reuters-connect': (members) => ({
    data: {
      item: {
        ...{ uri: 'tag:reuters.com,2026:newsml_L8N1', versionedGuid: 'tag:reuters.com,2026:newsml_L8N1:1', usn: 'L8N1', type: 'TEXT' },
        ...{ version: '1', versionCreated: NOW, headLine: 'Ferries sail again', pubStatus: 'stat:usable', urgency: 3 },
        ...{ bodyXhtml: '<body><p>Ferries sail again on Thursday.</p><p>Nobody was hurt.</p></body>' },
        ...members,
      },
    },
  }),
  'reuters-mrn': (members) => ({
    ...{ altId: 'nL8N1', id: 'L8N1_2607021', audiences: [], instancesOf: [], messageType: 2, takeSequence: 1, urgency: 3, language: 'en' },
    ...{ provider: 'NS:RTRS', mimeType: 'text/plain', versionCreated: NOW, firstCreated: NOW, pubStatus: 'stat:usable' },
    ...{ headline: 'Ferries sail again', body: '    Ferries sail again on Thursday.\r\n    Nobody was hurt.\r\n' },
    ...members,
  }),
  fingerpost: (members) => ({
    ...{ 'source-feed': 'AP WORLD', usn: 'f1', version: '0', versionCreated: NOW, status: '', headline: 'Ferries sail again' },
    ...{ body_text: '<p>Ferries sail again on Thursday.</p><p>Nobody was hurt.</p>', ednote: '' },
    ...members,
  }),
  'anp-news-api': (members) => ({
    data: {
      ...{ id: 'a1', kind: 'TEXTARTICLE', sourceTitle: 'ANP 101', title: 'Veerboten varen weer', pubDate: NOW, firstIssueDate: NOW },
      ...{ bodyText: '<p>De veerboten varen donderdag weer.</p><p>Niemand raakte gewond.</p>', editorialNote: '' },
      ...members,
    },
  }),
  'dpa-digitalwires': (members) => ({
    ...{ entry_id: 'e1', urn: 'urn:newsml:dpa.com:20090101:260702-99-1', version: 1, version_created: NOW, pubstatus: 'usable' },
    ...{
      type: 'composite',
      headline: 'Fähren fahren wieder',
      article_html: '<p>Die Fähren fahren wieder.</p><p>Niemand wurde verletzt.</p>',
    },
    ...members,
  }),
  'ap-media-api': (members) => ({
    ...{ altids: { itemid: 'ap1', etag: 'ap1_0' }, version: 0, type: 'text', pubstatus: 'usable', versioncreated: NOW },
    ...{ headline: 'Ferries sail again', body_nitf: '<p>Ferries sail again on Thursday.</p><p>Nobody was hurt.</p>' },
    ...members,
  }),
  'afp-core': (members) => ({
    ...{
      uno: 'newsml.afp.com.20260702T120000Z.doc-1ab',
      revision: 1,
      lang: 'en',
      class: 'text',
      urgency: 4,
      status: 'Usable',
      published: NOW,
    },
    ...{ headline: 'Ferries sail again', news: ['Ferries sail again on Thursday.', 'Nobody was hurt.'] },
    ...members,
  }),
};

function articleOf(format: string, members: Members = {}): Article {
  const build = DOCUMENTS[format];
  if (build === undefined) throw new Error(format);
  const result = normalize(JSON.stringify(build(members)), { now: NOW, receivedAt: NOW });
  if (!result.ok) throw result.error;
  expect(result.article.provenance.format).toBe(format);
  return result.article;
}

describe.each(Object.keys(DOCUMENTS))('%s', (format) => {
  test('what is ordinary goes through', () => {
    expect(articleOf(format).status).toMatchObject({ publishable: true, reasons: [] });
  });
});

describe('what is not for readers stays shut, with its reason', () => {
  test.each([
    ['unknown', 'reuters-connect', { pubStatus: 'stat:sideways' }, 'pubstatus-unknown'],
    ['not asked for', 'reuters-connect', { pubStatus: undefined }, 'pubstatus-missing'],
    ['deleted', 'reuters-connect', { signal: ['edStat:D'] }, 'kill'],
    ['withdrawn', 'reuters-connect', { pubStatus: 'stat:withdrawn' }, 'pubstatus-canceled'],
    ['unknown', 'reuters-mrn', { pubStatus: 'stat:sideways' }, 'pubstatus-unknown'],
    ['missing', 'reuters-mrn', { pubStatus: undefined }, 'pubstatus-missing'],
    ['canceled', 'reuters-mrn', { pubStatus: 'stat:canceled' }, 'pubstatus-canceled'],
    ['unknown', 'fingerpost', { status: 'sideways' }, 'pubstatus-unknown'],
    ['withheld', 'fingerpost', { status: 'withheld' }, 'pubstatus-withheld'],
    ['embargoed without an end', 'fingerpost', { status: 'embargoed' }, 'pubstatus-embargoed'],
    ['not for publication', 'fingerpost', { ednote: 'NOT FOR PUBLICATION' }, 'not-for-publication'],
    ['unknown', 'anp-news-api', { status: 'sideways' }, 'pubstatus-unknown'],
    ['taken back', 'anp-news-api', { editorialNote: 'Dit bericht is ingetrokken.' }, 'kill'],
    ['taken back in the title', 'anp-news-api', { title: 'VERVALLEN: Veerboten varen weer' }, 'kill'],
    ['not for publication', 'anp-news-api', { editorialNote: 'Niet publiceren' }, 'not-for-publication'],
    ['unknown', 'dpa-digitalwires', { pubstatus: 'sideways' }, 'pubstatus-unknown'],
    ['unknown', 'ap-media-api', { pubstatus: 'sideways' }, 'pubstatus-unknown'],
    ['withheld', 'ap-media-api', { pubstatus: 'withheld' }, 'pubstatus-withheld'],
    ['killed as data', 'ap-media-api', { editorialtypes: ['Kill'] }, 'kill'],
    ['a test', 'ap-media-api', { signals: ['Test'] }, 'test'],
    ['held for release', 'ap-media-api', { editorialtypes: ['HoldForRelease'] }, 'embargo-unresolved'],
    ['unknown', 'afp-core', { status: 'Sideways' }, 'pubstatus-unknown'],
    ['called off', 'afp-core', { news: ['KILL:', 'Ferries sail again on Thursday.'] }, 'kill'],
  ])('%s, %s', (_, format, members, reason) => {
    const { status } = articleOf(format, members);
    expect(status.publishable).toBe(false);
    expect(status.reasons).toContain(reason);
  });
});

describe('an absent status, as each service means it', () => {
  test.each([
    ['null is usable by default (Reuters API guide)', 'reuters-connect', { pubStatus: null }],
    ['usable by default (ninjs)', 'ninjs', { pubstatus: undefined }],
    ['an empty string is absent, as with most agencies (Fingerpost)', 'fingerpost', { status: '' }],
    ['the service states none (ANP)', 'anp-news-api', {}],
  ])('%s', (_, format, members) => {
    expect(articleOf(format, members).status).toMatchObject({ publishable: true, reasons: [] });
  });
});

describe('the chain of a story', () => {
  test.each([
    ['ap-media-api', { version: 1, altids: { itemid: 'ap1', etag: 'ap1_1' } }],
    ['reuters-connect', { version: '2', versionedGuid: 'tag:reuters.com,2026:newsml_L8N1:2' }],
    ['reuters-mrn', { id: 'L8N1_2607022', takeSequence: 2, versionCreated: '2026-07-02T13:00:00Z' }],
    ['fingerpost', { version: '1', uri: 'http://APWORLD/f1/2' }],
    ['dpa-digitalwires', { version: 2 }],
    ['afp-core', { uno: 'newsml.afp.com.20260702T130000Z.doc-1ab', revision: 2 }],
    ['anp-news-api', { pubDate: '2026-07-02T13:00:00Z' }],
  ])('%s: a further version has the key of the first and comes after it', (format, members) => {
    const [first, next] = [articleOf(format), articleOf(format, members)];
    expect(next.id).toBe(first.id);
    expect(next.identity.revisionKey.localeCompare(first.identity.revisionKey, 'en', { numeric: true })).toBe(1);
  });

  test("AP counts versions from 0, and the first stays '0'", () => {
    expect(articleOf('ap-media-api').identity).toMatchObject({ storyKey: 'ap1', version: '0', revisionKey: '0' });
  });

  test('TT: each revision is an item of its own, whose versions begin again; the replaced one comes before', () => {
    const [one, two] = ['http://tt.se/media/text/x-1', 'http://tt.se/media/text/x-2'];
    const replaced = articleOf('ninjs', { uri: one, source: 'TT', pubstatus: 'replaced', replacedby: two, revisions: [{ uri: one }] });
    const next = articleOf('ninjs', { uri: two, source: 'TT', versioncreated: '2026-07-02T13:00:00Z', replacing: [one] });
    expect(next.id).toBe(replaced.id);
    expect(next.identity.supersedes).toEqual([one]);
    expect(next.identity.revisionKey > replaced.identity.revisionKey).toBe(true);
    expect(replaced.status).toMatchObject({ effective: 'superseded', publishable: false });
  });

  test('PA: a first-seen correction is published', () => {
    const subject = [
      { code: 'paservice:news', rel: 'service' },
      { code: 'sig:correction', rel: 'signal' },
    ];
    expect(articleOf('ninjs', { uri: 'pa-1', version: '3', subject }).status).toMatchObject({ publishable: true, kind: 'update' });
  });

  test.each([
    ['ninjs', { pubstatus: 'canceled' }, { by: 'uri', value: 'urn:newsml:vna.example:1' }],
    ['ap-media-api', { pubstatus: 'canceled' }, { by: 'itemid', value: 'ap1' }],
    ['reuters-connect', { pubStatus: 'stat:canceled' }, { by: 'guid', value: 'tag:reuters.com,2026:newsml_L8N1' }],
    ['reuters-mrn', { pubStatus: 'stat:withdrawn' }, { by: 'altId', value: 'nL8N1' }],
    ['fingerpost', { status: 'canceled' }, { by: 'usn', value: 'f1' }],
    ['dpa-digitalwires', { pubstatus: 'canceled' }, { by: 'urn', value: 'urn:newsml:dpa.com:20090101:260702-99-1' }],
  ])('%s: a cancellation names what it takes back', (format, members, kill) => {
    expect(articleOf(format, members).identity.kills).toEqual([kill]);
  });
});

test('Reuters: phones and mailboxes behind the copy are for the desk, a bracketed remark is text', () => {
  const tail = '<p>(Reporting by Ada Morel) ((ada.morel@reuters.example; +45 5550 1234;))</p><p>((He laughed.))</p>';
  const article = articleOf('reuters-connect', { bodyXhtml: `<body><p>Ferries sail again.</p>${tail}</body>` });
  expect(article.internal?.contacts).toEqual([{ value: 'ada.morel@reuters.example; +45 5550 1234;' }]);
  expect(JSON.stringify(article.body)).not.toContain('5550');
  expect(article.body.text).toContain('((He laughed.))');
});

test('a signed address says when it stops working', () => {
  const rendition = (href: string): Members => ({ type: 'picture', body_text: undefined, renditions: { full: { href } } });
  const expiry = (query: string): unknown =>
    articleOf('ninjs', rendition(`https://pictures.example/1.jpg?${query}`)).media?.[0]?.renditions?.[0]?.hrefExpires?.utc;
  expect(expiry('Expires=1772445600&Signature=x')).toBe('2026-03-02T10:00:00Z');
  expect(expiry('X-Amz-Date=20260302T100000Z&X-Amz-Expires=3600')).toBe('2026-03-02T11:00:00Z');
  expect(expiry('sv=2024-11-04&se=2026-03-02T10%3A00%3A00Z&sig=x')).toBe('2026-03-02T10:00:00Z');
  expect(expiry('width=800')).toBeUndefined();
});

test('Reuters: the desk line of a NewsML-G2 story is for the desk too', () => {
  const body = '<p>Ferries sail again on Thursday.</p><p>Nobody was hurt.</p><p>((ada.morel@reuters.example; +45 5550 1234))</p>';
  const result = normalize(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:reuters.com,2026:newsml_L8N1" version="1"><itemMeta><itemClass qcode="ninat:text"/><provider literal="reuters.com"/><versionCreated>${NOW}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Ferries sail again</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML></contentSet></newsItem>`,
    { now: NOW, receivedAt: NOW },
  );
  if (!result.ok) throw result.error;
  expect(result.article.internal?.contacts).toEqual([{ value: 'ada.morel@reuters.example; +45 5550 1234' }]);
  expect(result.article.body.text).toBe('Ferries sail again on Thursday.\n\nNobody was hurt.');
});
