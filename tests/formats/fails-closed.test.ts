import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/library.ts';

const NOW = '2026-07-02T12:00:00Z';

/** Small documents of several formats, each with what is under test put in. */
const europapress = (headline: string, lead = 'Los tripulantes han parado seis ferris.'): string =>
  `<NOTICIA><CODIGO>20260702120000</CODIGO><FECHA>02/07/2026</FECHA><HORA>12:00:00</HORA><TITULAR>${headline}</TITULAR><CONTENIDO>&lt;p&gt;${lead}&lt;/p&gt;</CONTENIDO></NOTICIA>`;
const ritzau = (note: string, { strapline = 'NET', status = 'New news' } = {}): string =>
  `<RBNews><NewsID>v1</NewsID><HistID>V-1</HistID><PublishDate>2026-07-02T12:00:00</PublishDate><strapline>${strapline}</strapline><headline>Færgerne sejler igen</headline><version>1</version><content>&lt;p&gt;Rederiet sejler igen torsdag.&lt;/p&gt;&lt;p&gt;Det oplyser selskabet.&lt;/p&gt;</content><TilRedaktionen>${note}</TilRedaktionen><Status>${status}</Status></RBNews>`;
const jimi = (extra: string): string =>
  `<Publish><ContentItem><FileName>v1</FileName><SystemSlug>V1</SystemSlug><ContentType>Text</ContentType><Headline>Ferries sail again</Headline><ContentText>&lt;p&gt;Ferries sail again on Thursday.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;</ContentText><UpdatedDateTime>2026-07-02T08:00:00-04:00</UpdatedDateTime>${extra}</ContentItem></Publish>`;
const newsml = (status: string, line = ''): string =>
  `<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><NewsItemId>V1</NewsItemId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20260702T120000Z</ThisRevisionCreated><Status FormalName="${status}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferries sail again</HeadLine>${line}</NewsLines><ContentItem><DataContent><p>Ferries sail again on Thursday.</p><p>Nobody was hurt.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
const ninjs = (members: Record<string, unknown>): string =>
  JSON.stringify({
    uri: 'http://tt.example/v1',
    type: 'text',
    pubstatus: 'usable',
    versioncreated: '2026-07-02T12:00:00Z',
    headline: 'Ferries sail again',
    body_text: 'Ferries sail again on Thursday.\n\nNobody was hurt.',
    ...members,
  });
const rss = (title: string, text: string): string =>
  `<rss version="2.0"><channel><title>Velmar Courier</title><item><guid>v1</guid><title>${title}</title><pubDate>Thu, 02 Jul 2026 12:00:00 GMT</pubDate><description>${text}</description></item></channel></rss>`;
const wxr = (status: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Velmar Courier</title><wp:wxr_version>1.2</wp:wxr_version><item><title>Ferries sail again</title><guid>v1</guid><content:encoded><![CDATA[<p>Ferries sail again.</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

const advisory = (text: string): string =>
  `<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>${text}</NewsLineText></NewsLine>`;

function statusOf(document: string): { publishable: boolean; reasons: readonly string[]; kind: string } {
  const read = normalize(document, { now: NOW, receivedAt: NOW });
  if (!read.ok) throw read.error;
  return read.article.status;
}

describe('what is ordinary goes through', () => {
  test.each([
    ['europapress', europapress('Los ferris vuelven a navegar')],
    ['ritzau', ritzau('')],
    ['jimi', jimi('')],
    ['newsml-1', newsml('Usable')],
    ['ninjs', ninjs({})],
    ['rss', rss('Ferries sail again', 'Ferries sail again on Thursday.')],
    ['wxr', wxr('publish')],
  ])('%s', (_, document) => {
    expect(statusOf(document)).toMatchObject({ publishable: true, reasons: [] });
  });
});

describe('what is not for readers stays shut, with its reason', () => {
  test.each([
    ['unknown status of NewsML 1', newsml('Sideways'), 'pubstatus-unknown'],
    ['unknown status of ninjs', ninjs({ pubstatus: 'sideways' }), 'pubstatus-unknown'],
    ['unknown status of an export', wxr('sideways'), 'pubstatus-unknown'],
    ['privileged', ninjs({ pubstatus: 'privileged' }), 'pubstatus-withheld'],
    ['replaced', ninjs({ pubstatus: 'replaced' }), 'pubstatus-superseded'],
    ['commissioned', ninjs({ pubstatus: 'commissioned' }), 'pubstatus-withheld'],
    ['withheld', newsml('Withheld'), 'pubstatus-withheld'],
    ['canceled', newsml('Canceled'), 'pubstatus-canceled'],
    ['embargoed without an end', newsml('Embargoed'), 'pubstatus-embargoed'],
    ['profile INFO', ninjs({ profile: 'INFO' }), 'advisory'],
    ['a draft', wxr('draft'), 'pubstatus-withheld'],
    ['a private post', wxr('private'), 'pubstatus-withheld'],
    ['a binned post', wxr('trash'), 'pubstatus-canceled'],
    ['note: not for publication', newsml('Usable', advisory('NOT FOR PUBLICATION')), 'not-for-publication'],
    ['note in Danish', ritzau('Ikke til publicering.'), 'not-for-publication'],
    ['note in German', newsml('Usable', advisory('Nicht zur Veröffentlichung bestimmt')), 'not-for-publication'],
    ['note of JIMI', jimi('<EditorNote>Not for publication.</EditorNote>'), 'not-for-publication'],
    ['hold flag', jimi('<HoldFlag>true</HoldFlag>'), 'withhold'],
    ['bin flag', jimi('<TrashFlag>true</TrashFlag>'), 'kill'],
    ['hold for release', jimi('<EditorNote>HOLD FOR RELEASE</EditorNote>'), 'embargo-unresolved'],
    ['hold for release as data', jimi('<VersionType>HoldForRelease</VersionType>'), 'embargo-unresolved'],
    ['note: do not use', jimi('<EditorNote>DO NOT USE</EditorNote>'), 'not-for-publication'],
    ['note in French', jimi('<EditorNote>Non destiné à la publication</EditorNote>'), 'not-for-publication'],
    ['note in Swedish', jimi('<EditorNote>Får ej publiceras</EditorNote>'), 'not-for-publication'],
    ['withdrawn in Norwegian', jimi('<Headline2/>').replace('Ferries sail again<', 'Trekkes tilbake: Ferjene seiler igjen<'), 'kill'],
    ['annulled in Spanish', europapress('ANULACIÓN DE NOTICIA'), 'kill'],
    ['kill in a Spanish headline', europapress('ANULADA.- Los ferris vuelven a navegar'), 'kill'],
    ['kill in the title of a feed', rss('KILL: Ferries sail again', 'A kill is mandatory.'), 'kill'],
    ['kill in an advisory', newsml('Usable', advisory('A kill is mandatory. Please remove from all platforms.')), 'kill'],
    ['kill in a note of JIMI', jimi('<UpdateNote>MANDATORY KILL</UpdateNote>'), 'kill'],
    ['kill in words of a status', ritzau('', { status: 'Annulleret' }), 'kill'],
    ['embargo in a note', ritzau('Embargo til 3. juli 2026 klokken 06.00'), 'embargo-future'],
    ['embargo in a slug', ritzau('', { strapline: 'EMBARGO til fredag klokken 06.00' }), 'embargo-future'],
    ['embargo without an instant', jimi('<EditorNote>EMBARGOED for Sunday papers</EditorNote>'), 'embargo-unresolved'],
    ['embargo in a slug without an instant', jimi('<SlugProper>EMBARGO-Ferries</SlugProper>'), 'embargo-unresolved'],
    [
      'embargo in the first line',
      europapress('Cuentas del puerto', 'Embargada hasta el 3 de julio de 2026 a las 11:00 horas'),
      'embargo-future',
    ],
    ['unreadable embargo field', jimi('<EmbargoTime>soon</EmbargoTime>'), 'embargo-unresolved'],
  ])('%s', (_, document, reason) => {
    const status = statusOf(document);
    expect(status.publishable).toBe(false);
    expect(status.reasons).toContain(reason);
  });
});

describe('words that only look like a status', () => {
  test.each([
    ['a deadly flood', rss('Flash floods kill 12 in Velmar', 'Twelve people died on Thursday.')],
    ['an arms embargo', rss('EU extends arms embargo against Velmaria', 'Ministers extended the arms embargo.')],
    ['a picture note', jimi('<EditorNote>Do not use the photo of the captain.</EditorNote>')],
    ['an embargo that is over', jimi('<EditorNote>Embargo lifted.</EditorNote>')],
    ['a passed embargo', jimi('<EmbargoTime>2026-07-02T07:00:00</EmbargoTime>')],
  ])('%s', (_, document) => {
    expect(statusOf(document)).toMatchObject({ publishable: true, reasons: [] });
  });
});
