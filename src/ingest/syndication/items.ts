import { parseDocument } from 'htmlparser2';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { bodyWithPictures } from '../body-pictures.ts';
import type { BadItem } from '../format.ts';
import { blocksOf } from '../markup.ts';
import { defined, orNothing } from '../../article/defined.ts';
import type { Feed, FeedEntry, FeedPerson, FeedText } from './feed.ts';
import { mediaItems } from './pictures.ts';
import { plainText } from '../plain-text.ts';
import { safeHtml } from '../safe-html.ts';
import { publicUrl } from '../web-address.ts';

/** A description of this length, or with two paragraphs, is taken for the whole story. */
const WHOLE_STORY = 1_200;
/** Repairs that end the reading. */
const STOPS = new Set(['feed.too-many-items', 'xml.too-many-elements', 'xml.too-many-mends']);
const TIMES = [
  ['published', 'published'],
  ['updated', 'updated'],
  ['created', 'firstCreated'],
  ['expired', 'expires'],
] as const satisfies readonly (readonly [string, TimeField])[];

/** A feed whose items come one by one. */
export interface StreamedFeed extends Omit<Feed, 'entries'> {
  readonly entries: Iterable<FeedEntry>;
  readonly count: number;
}

/**
 * Entries as parsed items, in the order of the feed, each made when it is asked for. One that was cut off or has nothing in it is a bad item.
 * @throws {BadInput} `xml.truncated` where the document ends before its first item, `xml.entity-refused` where there is nothing but declarations
 */
export function itemsOf(feed: StreamedFeed, { cut = false }: { readonly cut?: boolean } = {}): Iterable<ParsedItem | BadItem> {
  if (feed.count === 0 && feed.repairs.some(({ code }) => code === 'xml.truncated')) {
    throw new BadInput('xml.truncated', {
      message: 'The document ends before its first item',
      hint: 'Fetch it again: the transfer was cut off or the publisher wrote half a file',
    });
  }
  if (feed.count === 0 && feed.repairs.some(({ code }) => code === 'xml.entity-declaration')) {
    throw new BadInput('xml.entity-refused', {
      message: 'The DOCTYPE declares entities, and there is no item to read',
      hint: 'Look whether the address still gives the feed',
    });
  }
  return { [Symbol.iterator]: () => itemsIn(feed, restOfFeed(feed, cut)) };
}

function* itemsIn(feed: StreamedFeed, missing: BadInput | undefined): Generator<ParsedItem | BadItem, void> {
  let index = 0;
  for (const entry of feed.entries) {
    const error = faultOf(entry, index);
    yield error === undefined ? itemOf(entry, index, feed) : { index, error };
    index += 1;
  }
  if (missing !== undefined) yield { index, error: missing };
}

/** Why what follows the last item was not read. */
function restOfFeed({ repairs }: StreamedFeed, cut: boolean): BadInput | undefined {
  const stop = repairs.find(({ code }) => STOPS.has(code));
  if (!cut && stop === undefined) return undefined;
  return new BadInput(stop?.code ?? 'input.too-large', {
    message: stop === undefined ? 'The feed is larger than what is read of it: items are missing' : 'The rest of the feed was not read',
    hint: 'The items before are read; ask the publisher for a shorter feed',
  });
}

function faultOf(entry: FeedEntry, index: number): BadInput | undefined {
  const where = { item: index, path: entry.path };
  if (!entry.complete) {
    return new BadInput('xml.truncated', {
      message: 'The document ends inside this item',
      hint: 'Fetch it again: the transfer was cut off or the publisher wrote half a file',
      where,
    });
  }
  const isEmpty = entry.title === undefined && entry.link === undefined && entry.summary === undefined && entry.contents.length === 0;
  if (!isEmpty) return undefined;
  return new BadInput('feed.empty-item', {
    message: 'The item has no title, link, description or content',
    hint: 'Tell the publisher; the bytes are kept',
    where,
  });
}

function itemOf(entry: FeedEntry, index: number, feed: StreamedFeed): ParsedItem {
  const { head } = feed;
  const { abstract, body, truncated, pictures } = textsOf(entry);
  const media = [...mediaItems(entry), ...pictures];
  const people = entry.authors.length > 0 ? entry.authors : feed.format === 'atom' ? inherited(entry, feed) : [];
  const given = {
    provider: plainFound(entry.source?.title ?? head.title),
    guid: entry.id,
    altIds: entry.agency?.id === undefined ? undefined : [{ role: 'agency-id', value: entry.agency.id.text }],
    pubStatus: entry.agency?.pubStatus,
    permalink: permalinkOf(entry),
    language: entry.language ?? head.language,
    headline: plainFound(entry.title),
    abstract,
    bylines: orNothing(people.flatMap(({ name, found }) => (name === undefined ? [] : [{ ...found, text: name }]))),
    contacts: orNothing(
      people.flatMap(({ name, email }) => (email === undefined ? [] : [{ value: email, ...(name === undefined ? {} : { name }) }])),
    ),
    times: timesOf(entry, feed),
    agencies: agenciesOf(entry),
    rights: rightsOf(entry, feed),
    keywords: orNothing(entry.tags.flatMap(({ label, term }) => label ?? term ?? [])),
    subjects: orNothing(
      entry.tags.flatMap(({ scheme, term, label }) =>
        scheme === undefined || term === undefined ? [] : [{ scheme, code: term, name: label ?? term }],
      ),
    ),
    truncated: truncated ? true : undefined,
    media: orNothing(media.filter((one, place) => media.findIndex(({ key }) => key === one.key) === place)),
    links: orNothing(linksOf(entry)),
    rest: orNothing(entry.rest),
  };
  return { index, isOfFeed: true, ...defined(given), body };
}

/** RFC 4287 4.1.2: an entry without author has those of its source, else those of the feed. */
function inherited(entry: FeedEntry, feed: StreamedFeed): readonly FeedPerson[] {
  const source = entry.source?.authors ?? [];
  return source.length > 0 ? source : feed.head.authors;
}

interface Texts {
  readonly abstract: ParsedItem['abstract'];
  readonly body: readonly ParsedBlock[];
  readonly truncated: boolean;
  readonly pictures: NonNullable<ParsedItem['media']>;
}

/** The body is the content, else the description; a description beside content is the abstract, unless it is the same text. */
function textsOf(entry: FeedEntry): Texts {
  const [content] = [...entry.contents].sort((one, other) => other.text.length - one.text.length);
  const source = content ?? entry.summary;
  if (source === undefined) return { abstract: undefined, body: [], truncated: true, pictures: [] };
  const { body, pictures } = bodyOf(source);
  if (content !== undefined)
    return {
      abstract: entry.summary === undefined ? undefined : abstractOf(entry.summary, content),
      body,
      truncated: body.length === 0,
      pictures,
    };
  const paragraphs = body.filter(({ type }) => type === 'paragraph');
  const length = paragraphs.reduce((sum, { text = '' }) => sum + text.length, 0);
  return { abstract: undefined, body, truncated: paragraphs.length < 2 && length < WHOLE_STORY, pictures };
}

function bodyOf(source: FeedText): { body: ParsedBlock[]; pictures: NonNullable<ParsedItem['media']> } {
  if (source.type === 'text') return { body: plainBlocks(source), pictures: [] };
  const { children } = parseDocument(safeHtml(source.text, source.base));
  return bodyWithPictures(blocksOf(children, source.path), (address) => publicUrl(address, source.base));
}

/** Plain text: blank lines part paragraphs. */
function plainBlocks({ text, path }: FeedText): ParsedBlock[] {
  return text
    .split(/\n[ \t\r]{0,100}\n/)
    .map(foldSpace)
    .filter((part) => part !== '')
    .map((part, index): ParsedBlock => ({ type: 'paragraph', text: part, path: `${path}#${index + 1}` }));
}

function abstractOf(summary: FeedText, content: FeedText): ParsedItem['abstract'] {
  const found = plainFound(summary);
  if (found === undefined || found.text === plainText(content)) return undefined;
  const blocks = summary.type === 'text' ? [] : bodyOf(summary).body;
  const [only] = blocks;
  return blocks.length === 1 && only?.html !== undefined && only.text === found.text ? { ...found, html: only.html } : found;
}

function plainFound(text: FeedText | undefined): Found | undefined {
  if (text === undefined) return undefined;
  const plain = plainText(text);
  if (plain === '') return undefined;
  return {
    text: plain,
    path: text.path,
    ...(text.span === undefined ? {} : { span: text.span }),
    ...(text.lang === undefined ? {} : { lang: text.lang }),
  };
}

function permalinkOf({ link }: FeedEntry): Found | undefined {
  const url = publicUrl(link?.text);
  return link === undefined || url === undefined ? undefined : { ...link, text: url };
}

/** A single `dc:date` is one moment, not two. Atom's `published` is also when the entry was first made (RFC 4287, 4.2.9). */
function timesOf(entry: FeedEntry, { format }: StreamedFeed): ParsedItem['times'] {
  const moments = entry.agency === undefined ? entry.moments : { ...entry.moments, ...entry.agency.moments };
  const times: Partial<Record<TimeField, Found>> = {};
  for (const [moment, field] of TIMES) {
    const found = moments[moment];
    if (found !== undefined && found.path !== times.published?.path) times[field] = found;
  }
  if (format === 'atom' && times.published !== undefined) times.firstCreated ??= times.published;
  return Object.keys(times).length === 0 ? undefined : times;
}

/** RSS `source` and Atom `source` name the feed that the item came from. */
function agenciesOf({ source }: FeedEntry): ParsedItem['agencies'] {
  const name = source?.title === undefined ? '' : plainText(source.title);
  return name === '' ? undefined : [{ name, role: 'source' }];
}

function rightsOf(entry: FeedEntry, { head }: StreamedFeed): ParsedItem['rights'] {
  const text = entry.rights ?? head.rights;
  const notice = text === undefined ? '' : plainText(text);
  const link = publicUrl(entry.license ?? head.license);
  const holder = entry.media.copyright;
  const rights = defined({ notice: notice === '' ? undefined : notice, link, holder });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

function linksOf(entry: FeedEntry): NonNullable<ParsedItem['links']>[number][] {
  const own = entry.links
    .filter(({ rel }) => rel !== 'enclosure')
    .map(({ rel, href, title, type, length }) => ({ rel, href, title, type, length }));
  const enclosures = entry.enclosures.map(({ url, type, length }) => ({ rel: 'enclosure', href: url, title: undefined, type, length }));
  const comments = [
    { rel: 'comments', href: entry.comments, title: undefined, type: undefined, length: undefined },
    { rel: 'replies', href: entry.commentsFeed, title: undefined, type: undefined, length: undefined },
  ];
  return [...own, ...enclosures, ...comments].flatMap(({ rel, href, title, type, length }) => {
    const url = publicUrl(href);
    const bytes = length === undefined ? Number.NaN : Number(length);
    return url === undefined
      ? []
      : [{ rel, url, ...defined({ title, type, length: Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined }) }];
  });
}
