import type { Found } from '../../article/parsed-item.ts';

/** A text construct: `html` = `text` is HTML source, `text` = plain; absent where the feed does not say and both readings are usual (RSS titles). */
export interface FeedText extends Found {
  readonly type?: 'text' | 'html';
  /** The media type where the source gives another one than text or HTML. */
  readonly mediaType?: string;
  /** `xml:base` in scope (or the document's own address): relative links in the text start there. */
  readonly base?: string;
  /** `xml:base` as the feed itself states it, resolved. */
  readonly statedBase?: string;
  /** The address of content kept elsewhere. */
  readonly src?: string;
}

/** Fields that may be missing may also be undefined: objects of one shape are made and read much faster than objects of many. */
export interface FeedPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly uri?: string | undefined;
  /** As written, for bylines. */
  readonly found: Found;
}

export interface FeedLink {
  /** Absolute where a base is known; absent where the source gives none that may be followed. */
  readonly href?: string | undefined;
  readonly rel: string;
  readonly type?: string | undefined;
  readonly hreflang?: string | undefined;
  readonly title?: string | undefined;
  readonly length?: string | undefined;
}

export interface FeedTag {
  readonly term?: string | undefined;
  readonly scheme?: string | undefined;
  readonly label?: string | undefined;
}

export interface FeedEnclosure {
  readonly url: string;
  readonly type?: string | undefined;
  /** Bytes, as written. */
  readonly length?: string | undefined;
  readonly title?: string | undefined;
  /** Seconds, as written. */
  readonly duration?: string | undefined;
}

/** Moments as written. */
export const MOMENTS = ['published', 'updated', 'created', 'expired', 'validFrom', 'validTo'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface FeedImage {
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly description?: string | undefined;
}

export interface Itunes {
  readonly block?: boolean | undefined;
  readonly explicit?: boolean | undefined;
  readonly duration?: string | undefined;
  readonly author?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly summary?: string | undefined;
  readonly image?: string | undefined;
}

/** What a feed, an entry and the source of an entry have in common. */
export interface Described {
  readonly path: string;
  readonly title?: FeedText | undefined;
  readonly link?: Found | undefined;
  readonly id?: Found | undefined;
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly publisher?: FeedPerson | undefined;
  readonly tags: readonly FeedTag[];
  readonly links: readonly FeedLink[];
  readonly moments: Readonly<Partial<Record<Moment, Found>>>;
  readonly rights?: FeedText | undefined;
  readonly language?: Found | undefined;
  readonly license?: string | undefined;
  readonly image?: FeedImage | undefined;
  readonly itunes?: Itunes | undefined;
}

export interface FeedHead extends Described {
  readonly subtitle?: FeedText | undefined;
  readonly info?: FeedText | undefined;
  readonly generator?: { readonly name?: string; readonly uri?: string; readonly version?: string } | undefined;
  readonly icon?: string | undefined;
  readonly logo?: string | undefined;
  readonly ttl?: string | undefined;
  readonly docs?: string | undefined;
  readonly cloud?: Readonly<Record<string, string>> | undefined;
  readonly textInput?: Readonly<Record<string, string>> | undefined;
  readonly skipHours: readonly string[];
  readonly skipDays: readonly string[];
}

export interface MediaThumbnail {
  readonly url: string;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}

export interface MediaCredit {
  readonly name: string;
  readonly role?: string | undefined;
  readonly found: Found;
}

/** Media RSS metadata, of one content or of a whole entry. */
export interface MediaDetails {
  readonly title?: FeedText | undefined;
  readonly description?: FeedText | undefined;
  readonly copyright?: string | undefined;
  readonly rating?: string | undefined;
  readonly license?: string | undefined;
  readonly restriction?: string | undefined;
  readonly player?: string | undefined;
  readonly credits: readonly MediaCredit[];
  readonly thumbnails: readonly MediaThumbnail[];
}

export interface MediaContent extends MediaDetails {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
  readonly medium?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly size?: string | undefined;
  readonly duration?: string | undefined;
  readonly path: string;
  /** Contents with an equal number are one thing in several forms. */
  readonly group?: number | undefined;
}

export interface FeedMedia extends MediaDetails {
  readonly contents: readonly MediaContent[];
}

export interface Geo {
  readonly type: 'Point' | 'LineString' | 'Polygon' | 'Box';
  /** Longitude before latitude, as GeoJSON has it. */
  readonly coordinates: readonly unknown[];
}

/** What stands in elements that only one agency has. */
export interface AgencyStatement {
  /** The number of the story at its agency, where another element than the id has it. */
  readonly id?: Found | undefined;
  readonly pubStatus?: Found | undefined;
  readonly summary?: FeedText | undefined;
  readonly moments: Described['moments'];
}

export interface FeedEntry extends Described {
  readonly idIsPermalink?: boolean | undefined;
  readonly summary?: FeedText | undefined;
  readonly contents: readonly FeedText[];
  readonly enclosures: readonly FeedEnclosure[];
  readonly comments?: string | undefined;
  readonly commentPostUrl?: string | undefined;
  readonly commentsFeed?: string | undefined;
  readonly commentCount?: string | undefined;
  readonly source?: FeedHead | undefined;
  readonly geo?: Geo | undefined;
  readonly inReplyTo?: Readonly<Record<string, string>> | undefined;
  /** What the agency says of its story in elements of its own. */
  readonly agency?: AgencyStatement | undefined;
  readonly chapters: readonly { readonly start: string; readonly title: string }[];
  readonly media: FeedMedia;
  /** Children that no field above took. */
  readonly rest: readonly Found[];
  /** False where the document ended inside this entry. */
  readonly complete: boolean;
}

/** A feed read but not interpreted: dates as written, texts with the type that the feed states. */
export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'cdf';
  readonly version?: string | undefined;
  readonly head: FeedHead;
  readonly entries: readonly FeedEntry[];
  /** With where it was first needed, counted from 1, where that is known. */
  readonly repairs: readonly { readonly code: string; readonly detail?: string; readonly line?: number; readonly column?: number }[];
}
