import type { Element } from 'domhandler';
import type { Found, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { xmlLeaves } from '../leaves.ts';
import { all, at, child, children, filled } from '../tree.ts';
import { contentOf, type Content } from './content.ts';
import { identifierOf } from './identifier.ts';
import { linesOf, wordsOf, type Lines } from './lines.ts';
import { conceptsOf, keywordsOf, languageOf, peopleOf, placesOf, propertiesOf } from './metadata.ts';
import { titleOf } from './media.ts';
import { within, type Story } from './story.ts';

/** Where a story stands: `root` is the NewsML element, whose envelope speaks for all items; `mark` tells several stories of an item apart. */
export interface Place {
  readonly root: Element;
  readonly index: number;
  readonly mark: string | undefined;
}

/** Everything of one story. */
export function readStory(story: Story, { root, index, mark }: Place): ParsedItem {
  const { item } = story;
  const content = contentOf(story);
  const management = child(item, 'NewsManagement');
  const lines = linesOf(story);
  const slugline = lines.slugline ?? filled(at(item, 'Identification/NameLabel'));
  const identifier = identifierOf(item, { mark, slugline });
  const status = filled(at(management, 'Status/@FormalName')) ?? filled(at(management, 'Status'));
  const { storyKey } = identifier;
  const canceled = /^cancell?ed$/i.test(status?.text ?? '');
  const fields = defined({
    ...identifier,
    provider: filled(at(item, 'Identification/NewsIdentifier/ProviderId')) ?? filled(within(story, 'Provider/Party/@FormalName')[0]),
    language: languageOf(story),
    headline: headlineOf(lines.headline ?? content.title, content),
    headlines: lines.subheadline === undefined ? undefined : [{ role: 'subheadline', text: lines.subheadline.text }],
    abstract: content.abstract,
    slugline,
    bylines: orNothing(bylinesOf(story, lines, content)),
    dateline: lines.dateline,
    times: timesOf(root, management),
    pubStatus: status,
    statusMissing: status === undefined ? (true as const) : undefined,
    ednotes: orNothing([...lines.advisories, ...content.notes]),
    productNotes: orNothing(lines.products),
    contacts: orNothing(content.contacts),
    markers: orNothing(markersOf(story, management)),
    urgency: filled(at(management, 'Urgency/@FormalName')) ?? filled(at(management, 'Urgency')),
    kills: canceled && storyKey !== undefined ? [{ by: 'NewsItemId', value: storyKey.text }] : undefined,
    media: orNothing(withCredit(story, content)),
    hint: indexOf(story, lines, content) ? ('package-index' as const) : undefined,
    ...describedBy(root, story, lines),
    rest: orNothing(leavesOf(root, story, content)),
  });
  return { index, type: content.type, body: content.body, ...fields };
}

/** What the metadata says about a story. */
function describedBy(root: Element, story: Story, lines: Lines): Partial<ParsedItem> {
  const envelope = child(root, 'NewsEnvelope');
  const named = (path: string): string[] => within(story, path).flatMap((found) => filled(found)?.text ?? []);
  const products = [...all(envelope, 'NewsProduct/@FormalName').map(({ text }) => text.trim()), ...propertiesOf(story, 'NewsProduct')];
  const priority = within(story, 'AdministrativeMetadata/Property').find(({ element }) => element.attribs['FormalName'] === 'Priority');
  // ANP joins a subject and its path by a semicolon.
  const slug = keywordsOf(story);
  const words = [...slug.filter((word) => word.includes(';')).flatMap(wordsOf), ...lines.keywords];
  return defined({
    priority:
      filled(at(envelope, 'Priority/@FormalName')) ??
      (priority === undefined ? undefined : filled({ text: priority.element.attribs['Value'] ?? '', path: `${priority.path}/@Value` })),
    service: filled(at(envelope, 'NewsService/@FormalName'))?.text ?? propertiesOf(story, 'NewsService')[0],
    products: orNothing(products.filter((text) => text !== '')),
    rights: rightsOf(story, lines),
    subjects: orNothing(conceptsOf(story, words)),
    genres: orNothing(named('Genre/@FormalName').map((name) => ({ code: name, name }))),
    keywords: orNothing([...new Set([...slug.filter((word) => !word.includes(';')), ...words])]),
    people: orNothing(peopleOf(story)),
    places: orNothing(placesOf(story)),
    links: orNothing(linksOf(story)),
  });
}

function rightsOf(story: Story, lines: Lines): ParsedItem['rights'] {
  const holder = filled(within(story, 'Copyright/CopyrightHolder')[0]) ?? filled(within(story, 'RightsHolder/Party/@FormalName')[0]);
  const rights = defined({ holder: holder?.text, notice: lines.copyright?.text, terms: lines.terms?.text });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

function linksOf({ item }: Story): NonNullable<ParsedItem['links']> {
  const named = [
    ['associated', all(item, 'NewsManagement/AssociatedWith/@NewsItem')],
    ['derived-from', all(item, 'NewsManagement/DerivedFrom/@NewsItem')],
    ['item', all(item, '//NewsItemRef/@NewsItem')],
  ] as const;
  return named.flatMap(([rel, found]) => found.flatMap(({ text }) => (text.trim() === '' ? [] : [{ rel, id: text.trim() }])));
}

/** Envelope and item, without what the body and the other stories of the item hold. */
function leavesOf(root: Element, { item, others, pictures }: Story, { holders }: Content): Found[] {
  const without = new Set([...holders, ...others.filter((other) => !pictures.includes(other))]);
  return [...children(root, 'NewsEnvelope'), item].flatMap((element) => xmlLeaves(element, without));
}

/** References alone, or neither text nor headline: an index, not a story. */
function indexOf({ item }: Story, { headline }: Lines, { isEmpty }: Content): boolean {
  return isEmpty && (headline === undefined || all(item, '//NewsItemRef').length > 0);
}

/** A code over a picture is no headline, nor is what Belga writes where there is none. */
function headlineOf(headline: Found | undefined, { type }: Content): Found | undefined {
  if (headline === undefined || /^no headline ?!$/i.test(headline.text)) return undefined;
  return type === 'text' ? headline : titleOf(headline);
}

/** ByLine, else who is named as the author, else to whom the text is credited. A name with digits is the code of a desk. */
function bylinesOf(story: Story, { bylines, credit }: Lines, { type }: Content): readonly Found[] {
  if (bylines.length > 0) return bylines;
  const creators = within(story, 'Creator/Party').flatMap(({ element, path }) => {
    const [name, topic] = [element.attribs['FormalName']?.trim() ?? '', element.attribs['Topic'] ?? 'AUTHOR'];
    return name === '' || /\d|^afp$/i.test(name) || !/^author$/i.test(topic) ? [] : [{ text: name, path: `${path}/@FormalName` }];
  });
  return creators.length > 0 || type !== 'text' || credit === undefined ? creators : [credit];
}

/** A picture alone, whose caption names nobody, is credited to its source. */
function withCredit(story: Story, { media, type }: Content): Content['media'] {
  const source = filled(within(story, 'Source/Party/@FormalName')[0]);
  if (type === 'text' || source === undefined) return media;
  return media.map((medium) =>
    medium.credit === undefined && !namesSource(medium.caption, source) ? { ...medium, credit: source } : medium,
  );
}

function namesSource(caption: Found | undefined, source: Found): boolean {
  return caption?.text.toLowerCase().includes(source.text.toLowerCase()) === true;
}

/** News and Usable are the ordinary case; anything else is a mark. An Instruction without revisions speaks of the item itself. */
function markersOf(story: Story, management: Element | undefined): Found[] {
  const type = filled(at(management, 'NewsItemType/@FormalName'));
  const properties = within(story, 'Property').filter(({ element }) => element.attribs['FormalName'] === 'Version');
  const instructions = all(management, 'Instruction').filter(({ element }) => children(element, 'RevisionStatus').length === 0);
  const roles =
    story.component === undefined
      ? all(story.item, 'NewsComponent/NewsComponent/Role/@FormalName')
      : all(story.component, 'Role/@FormalName');
  return [
    ...(type === undefined || /^news$/i.test(type.text) ? [] : [type]),
    ...properties.map(({ element, path }) => ({ text: element.attribs['Value'] ?? '', path: `${path}/@Value` })),
    ...within(story, 'Genre/@FormalName').map(({ text, path }) => ({ text, path })),
    ...instructions.map(({ element, path }) => ({ text: element.attribs['FormalName'] ?? '', path: `${path}/@FormalName` })),
    ...roles.filter(({ text }) => /^tip$/i.test(text)).map(({ text, path }) => ({ text, path })),
  ];
}

/** A status that will become Usable is an embargo; one that will end is an expiry. */
function timesOf(root: Element, management: Element | undefined): Partial<Record<TimeField, Found>> | undefined {
  const change = child(management, 'StatusWillChange');
  const until =
    filled(at(change, 'DateAndTime')) ?? (change === undefined ? undefined : { text: 'StatusWillChange', path: 'StatusWillChange' });
  const ends = /^(?:cancell?ed|withheld|expired)$/i.test(at(change, 'FutureStatus/@FormalName')?.text.trim() ?? '');
  const times = defined({
    firstCreated: filled(at(management, 'FirstCreated')),
    versionCreated: filled(at(management, 'ThisRevisionCreated')),
    sent: filled(at(root, 'NewsEnvelope/DateAndTime')),
    ...(ends ? { expires: until } : { embargo: until }),
  });
  return Object.keys(times).length === 0 ? undefined : times;
}
