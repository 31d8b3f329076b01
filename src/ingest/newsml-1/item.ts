import type { Element } from 'domhandler';
import type { Found, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { all, at, child, children, filled } from '../tree.ts';
import { defined, orNothing } from '../defined.ts';
import { contentOf, type Content } from './content.ts';
import { conceptsOf, keywordsOf, peopleOf, placesOf } from './metadata.ts';
import { xmlLeaves } from '../leaves.ts';

/** Everything of one NewsItem. `root` is the NewsML element, whose envelope speaks for all items. */
export function readItem(root: Element, item: Element, index: number): ParsedItem {
  const content = contentOf(item);
  const identifier = child(child(item, 'Identification'), 'NewsIdentifier');
  const management = child(item, 'NewsManagement');
  const lines = linesOf(item);
  const status = at(management, 'Status/@FormalName');
  const storyKey = filled(at(identifier, 'NewsItemId'));
  const canceled = /^cancell?ed$/i.test(status?.text.trim() ?? '');
  const fields = defined({
    provider: filled(at(identifier, 'ProviderId')) ?? all(item, '//Provider/Party/@FormalName')[0],
    guid: guidOf(identifier),
    storyKey,
    version: filled(at(identifier, 'RevisionId')),
    language: languageOf(item),
    headline: headlineOf(lines.headline, content),
    slugline: filled(at(item, 'Identification/NameLabel')) ?? lines.slugline,
    bylines: orNothing(bylinesOf(item, lines.bylines)),
    dateline: lines.dateline,
    times: timesOf(root, management),
    pubStatus: status,
    ednotes: orNothing(lines.advisories),
    productNotes: orNothing(lines.products),
    markers: orNothing(markersOf(item, management)),
    urgency: filled(at(management, 'Urgency/@FormalName')),
    priority: filled(at(root, 'NewsEnvelope/Priority/@FormalName')),
    service: nonEmpty(at(root, 'NewsEnvelope/NewsService/@FormalName')?.text),
    products: orNothing(
      all(root, 'NewsEnvelope/NewsProduct/@FormalName')
        .map((found) => found.text.trim())
        .filter((text) => text !== ''),
    ),
    rights: lines.copyright === undefined ? undefined : { notice: lines.copyright.text.trim() },
    subjects: orNothing(conceptsOf(item)),
    genres: orNothing(all(item, '//Genre/@FormalName').map((found) => ({ code: found.text.trim(), name: found.text.trim() }))),
    keywords: orNothing(keywordsOf(item)),
    people: orNothing(peopleOf(item)),
    places: orNothing(placesOf(item)),
    links: orNothing(all(management, 'AssociatedWith/@NewsItem').map((found) => ({ rel: 'associated', id: found.text.trim() }))),
    kills: canceled && storyKey !== undefined ? [{ by: 'NewsItemId', value: storyKey.text.trim() }] : undefined,
    media: orNothing(content.media),
    hint: content.isEmpty ? ('package-index' as const) : undefined,
    rest: orNothing(leavesOf(root, item)),
  });
  return { index, type: content.isPicture ? 'picture' : 'text', body: content.body, ...fields };
}

/** Envelope, catalogs aside, and item; the text itself is the body. */
function leavesOf(root: Element, item: Element): Found[] {
  const texts = new Set(all(item, '//DataContent').map(({ element }) => element));
  return [...children(root, 'NewsEnvelope'), item].flatMap((element) => xmlLeaves(element, texts));
}

/** The public identifier without its revision: one for all revisions sent at the same moment. */
function guidOf(identifier: Element | undefined): Found | undefined {
  const found = filled(at(identifier, 'PublicIdentifier'));
  const revision = at(identifier, 'RevisionId')?.text.trim();
  if (found === undefined) return undefined;
  const text = found.text.trim();
  const suffix = `:${revision ?? ''}`;
  return { ...found, text: revision !== undefined && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text };
}

/** The item's Language element says what the text is in; old picture files put a country there. */
function languageOf(item: Element): Found | undefined {
  const stated = all(item, '//DescriptiveMetadata/Language/@FormalName').find((found) =>
    /^[a-z]{2,3}(?:[-_]\w{2,8})*$/.test(found.text.trim()),
  );
  return stated ?? filled(at(item, '@xml:lang'));
}

/** A number or the product code "ALL" in a picture's HeadLine is no headline. */
function headlineOf(headline: Found | undefined, content: Content): Found | undefined {
  if (headline === undefined) return undefined;
  const isCode = content.isPicture && /^(?:\d+|[A-Z]{1,4})$/.test(headline.text.trim());
  return isCode ? undefined : headline;
}

function bylinesOf(item: Element, bylines: readonly Found[]): readonly Found[] {
  if (bylines.length > 0) return bylines;
  return all(item, '//Creator/Party/@FormalName').filter((found) => found.text.trim() !== '' && !/^afp$/i.test(found.text.trim()));
}

/** News and Usable are the ordinary case; anything else is a mark. */
function markersOf(item: Element, management: Element | undefined): Found[] {
  const type = filled(at(management, 'NewsItemType/@FormalName'));
  const properties = all(item, '//Property').filter(({ element }) => element.attribs['FormalName'] === 'Version');
  const genres = all(item, '//Genre/@FormalName');
  return [
    ...(type === undefined || /^news$/i.test(type.text.trim()) ? [] : [type]),
    ...properties.map(({ element, path }) => ({ text: element.attribs['Value'] ?? '', path: `${path}/@Value` })),
    ...genres.map(({ text, path }) => ({ text, path })),
  ];
}

function timesOf(root: Element, management: Element | undefined): Partial<Record<TimeField, Found>> | undefined {
  const change = child(management, 'StatusWillChange');
  const times = defined({
    firstCreated: filled(at(management, 'FirstCreated')),
    versionCreated: filled(at(management, 'ThisRevisionCreated')),
    sent: filled(at(root, 'NewsEnvelope/DateAndTime')),
    embargo: filled(at(change, 'DateAndTime')),
  });
  return Object.keys(times).length === 0 ? undefined : times;
}

interface Lines {
  readonly headline: Found | undefined;
  readonly slugline: Found | undefined;
  readonly dateline: Found | undefined;
  readonly copyright: Found | undefined;
  readonly bylines: readonly Found[];
  readonly advisories: readonly Found[];
  readonly products: readonly Found[];
}

function linesOf(item: Element): Lines {
  const first = (name: string): Found | undefined =>
    all(item, `//NewsLines/${name}`)
      .map((found) => filled(found))
      .find((found) => found !== undefined);
  const typed = (type: string): Found[] =>
    all(item, '//NewsLines/NewsLine').flatMap(({ element }) => {
      const text = at(element, 'NewsLineText');
      return at(element, 'NewsLineType/@FormalName')?.text === type && text !== undefined && text.text.trim() !== '' ? [text] : [];
    });
  return {
    headline: first('HeadLine'),
    slugline: first('SlugLine'),
    dateline: first('DateLine'),
    copyright: first('CopyrightLine'),
    bylines: all(item, '//NewsLines/ByLine').filter((found) => found.text.trim() !== ''),
    advisories: typed('AdvisoryLine'),
    products: typed('ProductLine'),
  };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
