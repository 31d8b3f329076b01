import type { Found } from '../../article/parsed-item.ts';
import type { SourceDocument } from '../format.ts';
import { defined, orNothing } from '../defined.ts';
import type { Described, FeedEntry, FeedHead, FeedPerson, FeedText, MediaContent, MediaDetails } from './feed.ts';
import { MOMENTS, type Moment } from './feed.ts';
import { readAnyFeed } from './any-feed.ts';
import { safeHtml } from '../safe-html.ts';

/** Reads a date as written; the answer is ISO 8601 with a zone, or null where it names no instant. */
export type ReadInstant = (text: string) => string | null;

type Json = Record<string, unknown>;

const TAG = /<[a-z/!][^<>]{0,2000}>/i;

const MOMENT_NAMES: Readonly<Record<Moment, string>> = {
  published: 'published',
  updated: 'updated',
  created: 'created',
  expired: 'expired',
  validFrom: 'valid_from',
  validTo: 'valid_to',
};

/**
 * The neutral JSON form of a feed: `{ok, format, version, encoding, malformed, feed, entries}`, HTML made safe and its links
 * absolute, instants as `readInstant` gives them.
 * @throws {BadInput} `xml.too-deep`, `feed.no-root`, `json.*`
 */
export function inspectFeed(document: SourceDocument, readInstant: ReadInstant): Record<string, unknown> {
  const feed = readAnyFeed(document);
  return defined({
    ok: true,
    format: feed.format,
    version: feed.version,
    encoding: document.encoding.toLowerCase(),
    malformed: feed.repairs.length > 0 || document.repairs.length > 0,
    repairs: [...document.repairs, ...feed.repairs],
    feed: headJson(feed.head, readInstant),
    entries: feed.entries.map((entry) => entryJson(entry, readInstant)),
  });
}

function headJson(head: FeedHead, readInstant: ReadInstant): Json {
  const { generator, icon, logo, ttl, docs, cloud, textInput, skipHours, skipDays, links } = head;
  return defined({
    ...describedJson(head, readInstant),
    ...textJson('subtitle', head.subtitle),
    ...textJson('info', head.info),
    generator,
    icon,
    logo,
    ttl,
    docs,
    cloud,
    textInput,
    skip_hours: orNothing(skipHours),
    skip_days: orNothing(skipDays),
    self: links.find(({ rel }) => rel === 'self')?.href,
    hubs: orNothing(links.filter(({ rel }) => rel === 'hub').map(({ href }) => href)),
  });
}

function entryJson(entry: FeedEntry, readInstant: ReadInstant): Json {
  const { idIsPermalink, contents, enclosures, comments, commentPostUrl, commentsFeed, commentCount, source, geo, inReplyTo, chapters } =
    entry;
  return defined({
    ...describedJson(entry, readInstant),
    id_is_permalink: idIsPermalink,
    ...textJson('summary', entry.summary),
    content: orNothing(contents.map(contentJson)),
    enclosures: orNothing(enclosures),
    comments,
    comment_post_url: commentPostUrl,
    comments_feed: commentsFeed,
    comment_count: commentCount,
    source: source === undefined ? undefined : headJson(source, readInstant),
    geo,
    in_reply_to: inReplyTo,
    chapters: orNothing(chapters),
    media: mediaJson(entry),
    complete: entry.complete ? undefined : false,
  });
}

function describedJson(described: Described, readInstant: ReadInstant): Json {
  const { link, id, authors, contributors, publisher, tags, links, language, license, image, itunes } = described;
  return {
    ...textJson('title', described.title),
    link: link?.text,
    id: id?.text,
    authors: orNothing(authors.map(personJson)),
    contributors: orNothing(contributors.map(personJson)),
    publisher: publisher === undefined ? undefined : personJson(publisher),
    tags: orNothing(tags),
    links: orNothing(links),
    ...Object.fromEntries(MOMENTS.map((moment) => [MOMENT_NAMES[moment], instantOf(described.moments[moment], readInstant)])),
    ...textJson('rights', described.rights),
    language: language?.text.replace('_', '-'),
    license,
    image,
    itunes,
  };
}

function instantOf(found: Found | undefined, readInstant: ReadInstant): string | undefined {
  return found === undefined ? undefined : (readInstant(found.text) ?? undefined);
}

function personJson({ name, email, uri }: FeedPerson): Json {
  return defined({ name, email, uri });
}

/** A text with its siblings `X_type`, `X_lang`, `X_base`. HTML is made safe, and so is a text that may be either. */
function textJson(key: string, text: FeedText | undefined): Json {
  if (text === undefined) return {};
  return { [key]: valueOf(text), [`${key}_type`]: text.type, [`${key}_lang`]: text.lang, [`${key}_base`]: text.statedBase };
}

function contentJson(text: FeedText): Json {
  return defined({ value: valueOf(text), type: text.type ?? text.mediaType, lang: text.lang, base: text.statedBase, src: text.src });
}

function valueOf(text: FeedText): string {
  if (text.type === 'text' || (text.type === undefined && !/[<&]/.test(text.text))) return text.text;
  return text.type === undefined && !TAG.test(text.text) ? text.text : safeHtml(text.text, text.base);
}

function mediaJson({ media }: FeedEntry): Json | undefined {
  const json = defined({ content: orNothing(media.contents.map(mediaContentJson)), ...detailsJson(media) });
  return Object.keys(json).length === 0 ? undefined : json;
}

function mediaContentJson(content: MediaContent): Json {
  const { url, type, medium, width, height, size, duration } = content;
  return defined({ url, type, medium, width, height, size, duration, ...detailsJson(content) });
}

function detailsJson(details: MediaDetails): Json {
  const { title, description, copyright, rating, license, restriction, player, credits, thumbnails } = details;
  return {
    ...textJson('title', title),
    ...textJson('description', description),
    copyright,
    rating,
    license,
    restriction,
    player: player === undefined ? undefined : { url: player },
    credits: orNothing(credits.map(({ name, role }) => defined({ name, role }))),
    thumbnails: orNothing(thumbnails),
  };
}
