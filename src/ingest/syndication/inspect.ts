import type { Found } from '../../article/parsed-item.ts';
import { orNothing } from '../../article/defined.ts';
import type { SourceDocument } from '../format.ts';
import { safeHtml } from '../safe-html.ts';
import { openFeed } from './any-feed.ts';
import { NO_MEDIA } from './media.ts';
import type { Described, FeedEntry, FeedHead, FeedMedia, FeedPerson, FeedText, MediaContent, MediaDetails } from './feed.ts';

/** Reads a date as written; the answer is ISO 8601 with a zone, or null where it names no instant. */
export type ReadInstant = (text: string) => string | null;

/** How a feed is shown. */
export interface InspectOptions {
  /** False leaves HTML as the source has it: only to measure what reading costs. */
  readonly sanitize?: boolean;
}

type Json = Record<string, unknown>;

const TAG = /<[a-z/!][^<>]{0,2000}>/i;

/**
 * The neutral JSON form of a feed: `{ok, format, version, encoding, malformed, feed, entries}`, HTML made safe and its links
 * absolute, instants as `readInstant` gives them.
 * @throws {BadInput} `xml.too-deep`, `feed.no-root`, `json.*`
 */
export function inspectFeed(document: SourceDocument, readInstant: ReadInstant, { sanitize = true }: InspectOptions = {}): Json {
  const open = openFeed(document);
  const view: View = { readInstant, sanitize };
  const entries = Array.from(open.entries(), (entry) => new EntryJson(entry, view));
  const feed = open.outline();
  return {
    ok: true,
    format: feed.format,
    version: feed.version,
    encoding: document.encoding.toLowerCase(),
    malformed: feed.repairs.length > 0 || document.repairs.length > 0,
    repairs: [...document.repairs, ...feed.repairs],
    cut: document.cut,
    feed: new HeadJson(feed.head, view),
    entries,
  };
}

interface View {
  readonly readInstant: ReadInstant;
  readonly sanitize: boolean;
}

/** What a feed and an entry have in common. What is missing is undefined, which JSON leaves out. A class, for all its objects have one shape. */
class DescribedJson {
  readonly title;
  readonly title_type;
  readonly title_lang;
  readonly title_base;
  readonly link;
  readonly id;
  readonly authors;
  readonly contributors;
  readonly publisher;
  readonly tags;
  readonly links;
  readonly published;
  readonly updated;
  readonly created;
  readonly expired;
  readonly valid_from;
  readonly valid_to;
  readonly rights;
  readonly rights_type;
  readonly language;
  readonly license;
  readonly image;
  readonly itunes;

  constructor(described: Described, view: View) {
    const { title, rights, moments } = described;
    this.title = valueOf(title, view);
    this.title_type = title?.type;
    this.title_lang = title?.lang;
    this.title_base = title?.statedBase;
    this.link = described.link?.text;
    this.id = described.id?.text;
    this.authors = orNothing(described.authors.map(personJson));
    this.contributors = orNothing(described.contributors.map(personJson));
    this.publisher = described.publisher === undefined ? undefined : personJson(described.publisher);
    this.tags = orNothing(described.tags);
    this.links = orNothing(described.links);
    this.published = instantOf(moments.published, view);
    this.updated = instantOf(moments.updated, view);
    this.created = instantOf(moments.created, view);
    this.expired = instantOf(moments.expired, view);
    this.valid_from = instantOf(moments.validFrom, view);
    this.valid_to = instantOf(moments.validTo, view);
    this.rights = valueOf(rights, view);
    this.rights_type = rights?.type;
    this.language = described.language?.text.replace('_', '-');
    this.license = described.license;
    this.image = described.image;
    this.itunes = described.itunes;
  }
}

class HeadJson extends DescribedJson {
  readonly [key: string]: unknown;

  constructor(head: FeedHead, view: View) {
    super(head, view);
    const { subtitle, info, rights, generator, icon, logo, ttl, docs, cloud, textInput, skipHours, skipDays, links } = head;
    Object.assign(this, {
      subtitle: valueOf(subtitle, view),
      subtitle_type: subtitle?.type,
      subtitle_lang: subtitle?.lang,
      subtitle_base: subtitle?.statedBase,
      rights_lang: rights?.lang,
      rights_base: rights?.statedBase,
      info: valueOf(info, view),
      info_type: info?.type,
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
}

class EntryJson extends DescribedJson {
  readonly rights_lang;
  readonly rights_base;
  readonly id_is_permalink;
  readonly summary;
  readonly summary_type;
  readonly summary_lang;
  readonly summary_base;
  readonly content;
  readonly enclosures;
  readonly comments;
  readonly comment_post_url;
  readonly comments_feed;
  readonly comment_count;
  readonly source;
  readonly geo;
  readonly in_reply_to;
  readonly chapters;
  readonly media;
  readonly complete;

  constructor(entry: FeedEntry, view: View) {
    super(entry, view);
    const { summary, rights } = entry;
    this.rights_lang = rights?.lang;
    this.rights_base = rights?.statedBase;
    this.id_is_permalink = entry.idIsPermalink;
    this.summary = valueOf(summary, view);
    this.summary_type = summary?.type;
    this.summary_lang = summary?.lang;
    this.summary_base = summary?.statedBase;
    this.content = orNothing(entry.contents.map((text) => contentJson(text, view)));
    this.enclosures = orNothing(entry.enclosures);
    this.comments = entry.comments;
    this.comment_post_url = entry.commentPostUrl;
    this.comments_feed = entry.commentsFeed;
    this.comment_count = entry.commentCount;
    this.source = entry.source === undefined ? undefined : new HeadJson(entry.source, view);
    this.geo = entry.geo;
    this.in_reply_to = entry.inReplyTo;
    this.chapters = orNothing(entry.chapters);
    this.media = mediaJson(entry.media, view);
    this.complete = entry.complete ? undefined : false;
  }
}

function instantOf(found: Found | undefined, { readInstant }: View): string | undefined {
  return found === undefined ? undefined : (readInstant(found.text) ?? undefined);
}

function contentJson(text: FeedText, view: View): Json {
  return { value: valueOf(text, view), type: text.type ?? text.mediaType, lang: text.lang, base: text.statedBase, src: text.src };
}

/** HTML is made safe, and so is a text that may be either. */
function valueOf(construct: FeedText | undefined, { sanitize }: View): string | undefined {
  if (construct === undefined) return undefined;
  const { text, type, base } = construct;
  if (!sanitize || type === 'text') return text;
  return type === undefined && !TAG.test(text) ? text : safeHtml(text, base);
}

function mediaJson(media: FeedMedia, view: View): object | undefined {
  if (media === NO_MEDIA) return undefined;
  const contents = media.contents.map((content) => new MediaContentJson(content, view));
  const json = new DetailsJson(media, view);
  const isEmpty = contents.length === 0 && Object.values(json).every((value) => value === undefined);
  return isEmpty ? undefined : Object.assign(json, { content: orNothing(contents) });
}

class DetailsJson {
  readonly title;
  readonly title_type;
  readonly description;
  readonly description_type;
  readonly copyright;
  readonly rating;
  readonly license;
  readonly restriction;
  readonly player;
  readonly credits;
  readonly thumbnails;

  constructor(details: MediaDetails, view: View) {
    const { title, description, player, credits, thumbnails } = details;
    this.title = valueOf(title, view);
    this.title_type = title?.type;
    this.description = valueOf(description, view);
    this.description_type = description?.type;
    this.copyright = details.copyright;
    this.rating = details.rating;
    this.license = details.license;
    this.restriction = details.restriction;
    this.player = player === undefined ? undefined : { url: player };
    this.credits = credits.length === 0 ? undefined : credits.map(({ name, role }) => ({ name, role }));
    this.thumbnails = orNothing(thumbnails);
  }
}

class MediaContentJson extends DetailsJson {
  readonly url;
  readonly type;
  readonly medium;
  readonly width;
  readonly height;
  readonly size;
  readonly duration;

  constructor(content: MediaContent, view: View) {
    super(content, view);
    this.url = content.url;
    this.type = content.type;
    this.medium = content.medium;
    this.width = content.width;
    this.height = content.height;
    this.size = content.size;
    this.duration = content.duration;
  }
}

function personJson({ name, email, uri }: FeedPerson): Json {
  return { name, email, uri };
}
