import type { Element } from 'domhandler';
import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedBlock, ParsedConcept, ParsedItem, ParsedMedia, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { stringBlocks } from '../html-blocks.ts';
import { xmlLeaves } from '../leaves.ts';
import { firstNames } from '../root-element.ts';
import { all, at, children, filled, pathOf } from '../tree.ts';
import { readXml } from '../xml.ts';

/** `0001-01-01T00:00:00`: the sender's "none". */
const NO_TIME = /^0001-01-01/;
const LANGUAGES: Readonly<Record<string, string>> = { '1': 'en', '2': 'fr' };
const TYPES: Readonly<Record<string, ArticleType>> = {
  text: 'text',
  photo: 'picture',
  picture: 'picture',
  graphic: 'graphic',
  audio: 'audio',
  video: 'video',
};
/** Times of a ContentItem and of the Publish element around it. */
const TIMES: readonly (readonly [field: TimeField, name: string])[] = [
  ['firstCreated', 'CreatedDateTime'],
  ['versionCreated', 'UpdatedDateTime'],
  ['embargo', 'EmbargoTime'],
  ['contentCreated', 'DateTaken'],
];
const REPLACED = /<replaced\s[^>]{0,200}captured="([^"<>]{1,200})"/g;

/**
 * JIMI 3.0 of the Canadian Press: Publish with one ContentItem or more, in English or French. One document uses three conventions of
 * time: creation and publication are UTC without saying so, the embargo is Toronto's clock, the update has an offset; the profile knows.
 */
export const jimi: Format = {
  name: 'jimi',
  version: '1',
  source: 'JIMI XML as the Canadian Press publishes it; element set of superdesk-cp at 00f4145 (read 2026-11-25)',
  reads:
    'Publish/ContentItem of text, photo, graphic, audio and video: both headlines, slug, byline, places, index codes, writethru numbers, notes, embargo, escaped HTML.',
  gaps: ['the BizObject form that CP makes of AP Atom entries'],
  recognises: ({ text }) => firstNames(text, 1)[0] === 'publish' && /<ContentItem[\s>]/.test(text.slice(0, 60_000)),
  parse(document) {
    const root = children(readXml(document.text))[0];
    const items = children(root, 'ContentItem');
    if (root === undefined || items.length === 0)
      throw new BadInput('jimi.no-item', {
        message: 'The Publish document holds no ContentItem',
        hint: 'Send the file as it was delivered',
      });
    return { items: eachItem(items, (item, index) => readItem(root, item, index)) };
  },
};

function readItem(root: Element, item: Element, index: number): ParsedItem {
  const value = (name: string): Found | undefined => filled(at(item, name));
  const content = at(item, 'ContentText');
  const body = content === undefined ? [] : stringBlocks(content.text, content.path);
  const [headline, second] = [value('Headline'), value('Headline2')];
  const guid = value('FileName') ?? value('SystemSlug') ?? value('ContentItemID');
  const fields = defined({
    provider: { text: 'The Canadian Press', path: pathOf(root) },
    guid,
    storyKey: value('SystemSlug'),
    altIds: orNothing(['ContentItemID', 'NewsCompID', 'OrigTransRef'].flatMap((role) => idOf(role, value(role)))),
    version: value('WritethruValue') ?? value('WriteThruValue'),
    language: languageOf(value('Language')),
    headline: headline ?? second,
    headlines: second === undefined || second.text === headline?.text ? undefined : [{ role: 'headline2', text: second.text }],
    slugline: value('SlugProper'),
    abstract: abstractOf(value('DirectoryText'), body),
    bylines: orNothing([value('Byline')].flatMap((found) => found ?? [])),
    times: timesOf(root, item),
    ednotes: orNothing(['EditorNote', 'UpdateNote', 'Corrections', 'SpecialInstructions'].flatMap((name) => value(name) ?? [])),
    markers: orNothing(markersOf(item)),
    urgency: value('RankingValue'),
    service: filled(at(root, 'Services'))?.text,
    products: orNothing(all(root, 'PscCodes').flatMap((found) => filled(found)?.text ?? [])),
    agencies: orNothing([...agencyOf(value('Credit'), 'originator'), ...agencyOf(value('Source'), 'source')]),
    rights: rightsOf(value('Copyright')),
    subjects: orNothing([...conceptsOf('cp-category', value('Category')), ...conceptsOf('cp-index', value('IndexCode'))]),
    genres: orNothing(conceptsOf('cp-version-type', value('VersionType'))),
    keywords: orNothing(listOf(value('Keyword'))),
    places: orNothing(placesOf(item)),
    media: orNothing(mediaOf(item)),
    links: orNothing([...linksOf('associated', value('PhotoReference')), ...linksOf('container', value('ContainerIDs'))]),
    rest: orNothing(restOf(root, item)),
  });
  return { index, type: typeOf(item), body, ...fields };
}

function typeOf(item: Element): ArticleType {
  const stated = at(item, 'ContentType')?.text.trim().toLowerCase() ?? '';
  if (TYPES[stated] !== undefined) return TYPES[stated];
  return /^Photo/.test(at(item, '@d2p1:type')?.text ?? '') ? 'picture' : 'text';
}

/** The numbers of CP's languages. */
function languageOf(found: Found | undefined): Found | undefined {
  const tag = LANGUAGES[found?.text ?? ''];
  return found === undefined || tag === undefined ? undefined : { ...found, text: tag };
}

function timesOf(root: Element, item: Element): Partial<Record<TimeField, Found>> | undefined {
  const found = [
    ...TIMES.map(([field, name]) => [field, filled(at(item, name))] as const),
    ['published', filled(at(root, 'PublishDateTime'))] as const,
  ];
  const times = Object.fromEntries(found.filter(([, time]) => time !== undefined && !NO_TIME.test(time.text)));
  return Object.keys(times).length === 0 ? undefined : times;
}

/** `2nd Writethru`, a correction text, and the flags that take an item from the wire. */
function markersOf(item: Element): Found[] {
  const kind = filled(at(item, 'WriteThruType'));
  const number = at(item, 'WritethruValue')?.text.trim() ?? '0';
  const corrections = filled(at(item, 'Corrections'));
  const flags = ['HoldFlag', 'TrashFlag'].flatMap((name) => {
    const flag = at(item, name);
    return flag?.text.trim().toLowerCase() === 'true' ? [{ text: name, path: flag.path }] : [];
  });
  return [
    // The type stands in first versions too; only a number makes it a further one.
    ...(kind === undefined || (number === '0' && /^(?:writethru|lead)$/i.test(kind.text)) ? [] : [kind]),
    ...(corrections === undefined ? [] : [{ ...corrections, text: 'Correction' }]),
    ...flags,
  ];
}

/** Where the sender filled it from the start of the story it is no text of its own. */
function abstractOf(found: Found | undefined, body: readonly ParsedBlock[]): Found | undefined {
  if (found === undefined) return undefined;
  const start = fold(found.text.replace(/(?:\.\.\.|…)$/u, ''));
  return fold(body.map(({ text = '' }) => text).join(' ')).startsWith(start) ? undefined : found;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}

function idOf(role: string, found: Found | undefined): { role: string; value: string }[] {
  return found === undefined ? [] : [{ role, value: found.text }];
}

function agencyOf(found: Found | undefined, role: 'originator' | 'source'): { name: string; role: 'originator' | 'source' }[] {
  return found === undefined ? [] : [{ name: found.text, role }];
}

function rightsOf(found: Found | undefined): { notice: string } | undefined {
  return found === undefined ? undefined : { notice: found.text };
}

function listOf(found: Found | undefined): string[] {
  return (found?.text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function conceptsOf(scheme: string, found: Found | undefined): ParsedConcept[] {
  return listOf(found).map((name) => ({ scheme, name }));
}

function linksOf(rel: string, found: Found | undefined): { rel: string; id: string }[] {
  return listOf(found).map((id) => ({ rel, id }));
}

function placesOf(item: Element): NonNullable<ParsedItem['places']> {
  const text = (name: string): string | undefined => filled(at(item, name))?.text;
  const [city, region, countryName] = [text('City'), text('Province'), text('Country')];
  const name = city ?? region ?? countryName;
  if (name === undefined) return [];
  const [lat, lon] = [Number(text('Latitude')), Number(text('Longitude'))];
  const point = Number.isNaN(lat) || Number.isNaN(lon) ? {} : { lat, lon };
  const above = defined({ region: region === name ? undefined : region, countryName: countryName === name ? undefined : countryName });
  return [{ name, rel: 'origin', ...above, ...point }];
}

/** The item of a picture is the picture; its caption carries the credit. */
function mediaOf(item: Element): ParsedMedia[] {
  const type = typeOf(item);
  const href = filled(at(item, 'ContentRef') ?? at(item, 'ViewFile'))?.text;
  if (href === undefined || type === 'text') return [];
  const caption = ['EnglishCaption', 'FrenchCaption'].map((name) => filled(at(item, name))).find((found) => found !== undefined);
  return [
    {
      key: href,
      type: type === 'graphic' || type === 'video' || type === 'audio' ? type : 'picture',
      ...(caption === undefined ? {} : { caption }),
      renditions: [{ name: 'original', href }],
    },
  ];
}

/** The envelope and the item; spellings that CP replaced in the body are kept beside it. */
function restOf(root: Element, item: Element): Found[] {
  const content = at(item, 'ContentText');
  const replaced =
    content === undefined
      ? []
      : [...content.text.matchAll(REPLACED)].map((match) => ({ text: match[1] ?? '', path: `${content.path}/replaced/@captured` }));
  const elsewhere = children(root, 'ContentItem').filter((other) => other !== item);
  return [...xmlLeaves(root, new Set([...elsewhere, ...children(item, 'ContentText')])), ...replaced];
}
