// Invented stories of 10 kB in the forms agencies send, always the same, so that runs compare.
import { sentence, word } from './synthetic.mjs';

const paragraphs = (seed, count) => Array.from({ length: count }, (_, index) => sentence(seed + index * 13, 55));

/** One NewsML-G2 newsMessage with one text item of `count` paragraphs of about 350 bytes. */
export function newsmlG2(seed, count = 24) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-23T17:42:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:norvik.example:20261123:${seed}" version="1" standard="NewsML-G2" standardversion="2.30" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml"/>
<rightsInfo><copyrightHolder><name>Norvik Wire</name></copyrightHolder><copyrightNotice>(c) Norvik Wire</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="norvik"><name>Norvik Wire</name></provider><versionCreated>2026-11-23T17:42:00Z</versionCreated><firstCreated>2026-11-23T17:00:00Z</firstCreated><pubStatus qcode="stat:usable"/><role qcode="drol:update"/></itemMeta>
<contentMeta><urgency>4</urgency><contentCreated>2026-11-23T17:00:00Z</contentCreated><located qcode="city:halstad"><name>Halstad</name></located><creator><name>Signe Aldal</name></creator>
<subject type="cpnat:abstract" qcode="medtop:20000209"><name xml:lang="en">shipping</name></subject><subject type="cpnat:geoArea" qcode="geo:1"><name>Velmar</name></subject>
<slugline>velmar-${word(seed)}</slugline><headline>${sentence(seed, 7)}</headline><by>By Signe Aldal</by><dateline>HALSTAD, Nov 23 (Norvik) -</dateline><keyword>${word(seed)}</keyword></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${sentence(seed, 7)}</title></head><body>
${paragraphs(seed, count)
  .map((text, index) => (index % 6 === 5 ? `<h2>${word(seed + index)} ${word(index)}</h2>\n<p>${text}</p>` : `<p>${text}</p>`))
  .join('\n')}
</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`;
}

/** One NewsML 1.2 item of the same size. */
export function newsml1(seed, count = 24) {
  return `<?xml version="1.0" encoding="utf-8"?>
<NewsML Version="1.2"><Catalog Href="http://www.norvik.example/catalog.xml"/>
<NewsEnvelope><TransmissionId>${seed}</TransmissionId><DateAndTime>20261123T174200Z</DateAndTime><NewsService FormalName="WIRE"/><Priority FormalName="4"/></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>norvik.example</ProviderId><DateId>20261123</DateId><NewsItemId>NV-${seed}</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:norvik.example:20261123:NV-${seed}:1</PublicIdentifier></NewsIdentifier><NameLabel>Velmar-${word(seed)}</NameLabel></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261123T170000Z</FirstCreated><ThisRevisionCreated>20261123T174200Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>${sentence(seed, 7)}</HeadLine><ByLine>By Signe Aldal</ByLine><DateLine>HALSTAD, Nov 23 (Norvik) -</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Norvik"/></Provider><Creator><Party FormalName="Signe Aldal"/></Creator></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode><Location HowPresent="Origin"><Property FormalName="City" Value="Halstad"/></Location></DescriptiveMetadata>
<ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF3.1"/><DataContent><nitf><body><body.content>
${paragraphs(seed, count)
  .map((text, index) => (index % 6 === 5 ? `<hl2>${word(seed + index)} ${word(index)}</hl2>\n<p>${text}</p>` : `<p>${text}</p>`))
  .join('\n')}
</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
}
