import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedBlock, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { xmlLeaves } from '../leaves.ts';
import { all, at, child, children, filled, localName } from '../tree.ts';
import { contentOf, type Content } from './body.ts';
import { assertsOf, local, nameOf } from './code.ts';
import { withInner } from '../nitf/inside.ts';
import type { Given } from './given.ts';
import { documentsOf, mediaOf } from './media.ts';
import { abstractOf, altIdsOf, datelineOf, headlinesOf, linksOf, markersOf, notesOf, pubStatusOf, supersedesOf, timesOf } from './meta.ts';
import { memberMedia, membersOf, memberText, presentMembers } from './package.ts';
import { agenciesOf, bylinesOf, contactsOf, creatorsOf, providerOf, rightsOf } from './parties.ts';
import { genresOf, locatedOf, qcodesOf, subjectsOf } from './subjects.ts';

/** Natures of items by the code of `itemClass`. Source: IPTC NewsCodes ninature; Reuters writes the same codes as `icls`. */
const TYPES: Readonly<Record<string, ArticleType>> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  animated: 'video',
  audio: 'audio',
  video: 'video',
  composite: 'composite',
};
const MEDIA_KINDS: ReadonlySet<string> = new Set(['picture', 'graphic', 'audio', 'video']);

type Around = Pick<Given, 'catalog' | 'header' | 'others'>;

/** The item with what the document around it says. */
export function givenOf(item: Element, around: Around): Given {
  const contentMeta = child(item, 'contentMeta');
  const tag = at(contentMeta, 'language/@tag')?.text ?? at(item, '@xml:lang')?.text ?? '';
  return {
    ...around,
    item,
    itemMeta: child(item, 'itemMeta'),
    contentMeta,
    asserts: assertsOf(item),
    language: tag.slice(0, 2).toLowerCase(),
  };
}

/** One newsItem or packageItem. */
export function readItem(given: Given, index: number): ParsedItem {
  const isPackage = localName(given.item) === 'packageItem';
  const type = isPackage ? 'package' : typeOf(given.item);
  const content = contentOf(given.item);
  const { headline, headlines } = headlinesOf(given);
  const title = headline ?? content.headline;
  const isStory = isPackage && title !== undefined;
  const subjects = subjectsOf(given);
  const located = locatedOf(given);
  const genres = genresOf(given);
  const media = isStory
    ? memberMedia(given, (member) => ownMedia(givenOf(member, given)))
    : withPictures(ownMedia(given), content.media ?? []);
  const body = isStory ? memberText(given) : content.blocks;
  const concepts = [...subjects.subjects, ...subjects.people, ...subjects.organisations, ...subjects.places, ...genres, ...located];
  const fields = defined({
    ...commonOf(given, type === 'text'),
    headline: title,
    headlines: orNothing(headlines),
    abstract: abstractOf(given, type === 'text') ?? content.abstract,
    ...peopleOf(given, content),
    dateline: datelineOf(given),
    subjects: orNothing(subjects.subjects),
    people: orNothing(subjects.people),
    organisations: orNothing(subjects.organisations),
    places: orNothing([...located, ...subjects.places]),
    genres: orNothing(genres),
    links: orNothing([...linksOf(given), ...documentsOf(given, kindOf(type)), ...(isPackage ? membersOf(given) : [])]),
    media: orNothing(media),
    hint: isPackage ? (isStory ? hintOf(given, body) : 'package-index') : undefined,
    repairs: orNothing(subjects.mended.map((detail) => ({ code: 'newsml-g2.leading-zero', detail }))),
    rest: orNothing(restOf(given, content, qcodesOf(concepts))),
  });
  const read: ParsedItem = { index, type, body, ...fields };
  return content.nitf === undefined ? read : withInner(read, content.nitf);
}

/** What every kind of G2 item says about itself. */
export function commonOf(given: Given, isText: boolean): Partial<ParsedItem> {
  const { item, itemMeta, contentMeta, header } = given;
  const guid = filled(at(item, '@guid'));
  const pubStatus = pubStatusOf(given);
  const notes = notesOf(given);
  const canceled = /cancell?ed$/i.test(pubStatus?.text ?? '');
  return defined({
    provider: providerOf(given),
    guid,
    storyKey: guid,
    version: filled(at(item, '@version')),
    altIds: orNothing(altIdsOf(given)),
    supersedes: orNothing(supersedesOf(given)),
    kills: canceled && guid !== undefined ? [{ by: 'guid', value: guid.text }] : undefined,
    language: filled(at(contentMeta, 'language/@tag')) ?? filled(at(item, '@xml:lang')),
    slugline: filled(at(contentMeta, 'slugline')),
    title: filled(at(itemMeta, 'title')),
    times: timesOf(given, isText),
    pubStatus,
    ednotes: orNothing(notes.ednotes),
    contacts: orNothing([...notes.contacts, ...contactsOf(given)]),
    markers: orNothing(markersOf(given)),
    urgency: filled(at(contentMeta, 'urgency')),
    priority: filled(at(header, 'priority')),
    service: serviceOf(given),
    products: orNothing(children(itemMeta, 'service').flatMap((element) => local(element.attribs['qcode']) || [])),
    agencies: orNothing(agenciesOf(given)),
    rights: rightsOf(given),
    keywords: orNothing(keywordsOf(contentMeta)),
  });
}

function keywordsOf(contentMeta: Element | undefined): string[] {
  const texts = all(contentMeta, 'keyword').map(({ text }) => foldSpace(text));
  return [...new Set(texts.filter((text) => text !== ''))];
}

function serviceOf(given: Given): string | undefined {
  return children(given.itemMeta, 'service').flatMap((element) => nameOf(element, given)?.text ?? [])[0];
}

function peopleOf(given: Given, content: Content): Partial<ParsedItem> {
  const printed = bylinesOf(given);
  const bylines = printed.length > 0 ? printed : (content.bylines ?? []);
  const { ednotes } = notesOf(given);
  const contacts = [...notesOf(given).contacts, ...contactsOf(given), ...(content.contacts ?? [])];
  return defined({
    bylines: orNothing(bylines),
    creators: bylines.length > 0 ? undefined : orNothing(creatorsOf(given)),
    ednotes: orNothing([...ednotes, ...(content.ednotes ?? [])]),
    contacts: orNothing(contacts),
  });
}

function typeOf(item: Element): ArticleType {
  const codes = ['itemMeta/itemClass/@qcode', 'itemMeta/itemClass/@uri'].flatMap((path) => at(item, path)?.text ?? []);
  return codes.flatMap((code) => TYPES[local(code.replace(/^.*\//, '')).toLowerCase()] ?? [])[0] ?? 'text';
}

function kindOf(type: ArticleType): ParsedMedia['type'] | undefined {
  return MEDIA_KINDS.has(type) ? (type as ParsedMedia['type']) : undefined;
}

function ownMedia(given: Given): readonly ParsedMedia[] {
  return mediaOf(given, kindOf(typeOf(given.item)));
}

/** Pictures of the text, without those that stand beside it as well. */
function withPictures(own: readonly ParsedMedia[], shown: readonly ParsedMedia[]): readonly ParsedMedia[] {
  const known = new Set(own.flatMap(({ renditions }) => renditions.map(({ href }) => href)));
  return [...own, ...shown.filter(({ renditions }) => !renditions.some(({ href }) => known.has(href)))];
}

/** A package whose members are elsewhere is a list of references. */
function hintOf(given: Given, body: readonly ParsedBlock[]): ParsedItem['hint'] {
  return body.length === 0 && presentMembers(given).length === 0 ? 'package-index' : 'package';
}

/** Envelope and item without the text; codes that a concept holds as vocabulary and code count as held. */
export function restOf({ header, item }: Given, content: Pick<Content, 'read'>, held: ReadonlySet<string>): Found[] {
  const read = new Set(content.read);
  return [...(header === undefined ? [] : [header]), item]
    .flatMap((element) => xmlLeaves(element, read))
    .filter(({ text, path }) => !path.endsWith('/pubStatus/@qcode') && !(path.endsWith('/@qcode') && held.has(text)));
}
