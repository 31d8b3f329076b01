import type { DemoStory } from './stories.ts';

const DAY = '20260309';
const DAY_IN_WORDS = 'March 9, 2026';

/** A delivery as AFP would send it: NewsML 1.2, full profile, one NewsItem per story. */
export function newsmlOf(stories: readonly DemoStory[]): string {
  const sent = `${DAY}T${stories.at(-1)?.time ?? '000000'}Z`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<NewsML Version="1.2"><Catalog Href="http://www.afp.com/dtd/AFPCatalog.xml"/>',
    `<NewsEnvelope><TransmissionId>0107</TransmissionId><DateAndTime>${sent}</DateAndTime><NewsService FormalName="DGTE"/><NewsProduct FormalName="PAW"/><Priority FormalName="4"/></NewsEnvelope>`,
    ...stories.map(itemOf),
    '</NewsML>',
  ].join('\n');
}

function itemOf(story: DemoStory): string {
  const { id, revision, time, city, paragraphs } = story;
  const at = `${DAY}T${time}`;
  return [
    `<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>${at}Z</DateId><NewsItemId>${id}</NewsItemId>`,
    `<RevisionId PreviousRevision="${revision - 1}" Update="N">${revision}</RevisionId>`,
    `<PublicIdentifier>urn:newsml:afp.com:${at}Z:${id}:${revision}</PublicIdentifier></NewsIdentifier><NameLabel>${story.slug}</NameLabel></Identification>`,
    `<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>${at}+0000</FirstCreated><ThisRevisionCreated>${at}+0000</ThisRevisionCreated>`,
    `<Status FormalName="${story.status}"/><Urgency FormalName="4"/></NewsManagement>`,
    `<NewsComponent><NewsLines><DateLine xml:lang="en">${city}, ${DAY_IN_WORDS} (AFP) -</DateLine><HeadLine xml:lang="en">${story.headline}</HeadLine>${advisoryOf(story)}</NewsLines>`,
    '<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>',
    `<DescriptiveMetadata><Language FormalName="en"/><Location HowPresent="Origin"><Property FormalName="City" Value="${city}"/></Location>${story.advisory?.startsWith('CORRECTS') === true ? '<Property FormalName="Version" Value="Correction"/>' : ''}</DescriptiveMetadata>`,
    '<ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF3.1"/><DataContent><nitf><body><body.content>',
    ...paragraphs.map((text) => (text.startsWith('- ') ? `<hl2>${text}</hl2>` : `<p>${text}</p>`)),
    '</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem>',
  ].join('');
}

function advisoryOf({ advisory }: DemoStory): string {
  if (advisory === undefined) return '';
  return `<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText xml:lang="en">${advisory}</NewsLineText></NewsLine>`;
}
