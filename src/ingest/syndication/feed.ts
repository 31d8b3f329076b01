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

export interface FeedPerson {
  readonly name?: string;
  readonly email?: string;
  readonly uri?: string;
  /** As written, for bylines. */
  readonly found: Found;
}

export interface FeedLink {
  /** Absolute where a base is known; absent where the source gives none that may be followed. */
  readonly href?: string;
  readonly rel: string;
  readonly type?: string;
  readonly hreflang?: string;
  readonly title?: string;
  readonly length?: string;
}

export interface FeedTag {
  readonly term?: string;
  readonly scheme?: string;
  readonly label?: string;
}

export interface FeedEnclosure {
  readonly url: string;
  readonly type?: string;
  /** Bytes, as written. */
  readonly length?: string;
  readonly title?: string;
  /** Seconds, as written. */
  readonly duration?: string;
}

/** Moments as written. */
export const MOMENTS = ['published', 'updated', 'created', 'expired', 'validFrom', 'validTo'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface FeedImage {
  readonly url?: string;
  readonly title?: string;
  readonly link?: string;
  readonly width?: string;
  readonly height?: string;
  readonly description?: string;
}

export interface Itunes {
  readonly block?: boolean;
  readonly explicit?: boolean;
  readonly duration?: string;
  readonly author?: string;
  readonly subtitle?: string;
  readonly summary?: string;
  readonly image?: string;
}

/** What a feed, an entry and the source of an entry have in common. */
export interface Described {
  readonly path: string;
  readonly title?: FeedText;
  readonly link?: Found;
  readonly id?: Found;
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly publisher?: FeedPerson;
  readonly tags: readonly FeedTag[];
  readonly links: readonly FeedLink[];
  readonly moments: Readonly<Partial<Record<Moment, Found>>>;
  readonly rights?: FeedText;
  readonly language?: Found;
  readonly license?: string;
  readonly image?: FeedImage;
  readonly itunes?: Itunes;
}

export interface FeedHead extends Described {
  readonly subtitle?: FeedText;
  readonly info?: FeedText;
  readonly generator?: { readonly name?: string; readonly uri?: string; readonly version?: string };
  readonly icon?: string;
  readonly logo?: string;
  readonly ttl?: string;
  readonly docs?: string;
  readonly cloud?: Readonly<Record<string, string>>;
  readonly textInput?: Readonly<Record<string, string>>;
  readonly skipHours: readonly string[];
  readonly skipDays: readonly string[];
}

export interface MediaThumbnail {
  readonly url: string;
  readonly width?: string;
  readonly height?: string;
}

/** Media RSS metadata, of one content or of a whole entry. */
export interface MediaDetails {
  readonly title?: FeedText;
  readonly description?: FeedText;
  readonly copyright?: string;
  readonly rating?: string;
  readonly license?: string;
  readonly restriction?: string;
  readonly player?: string;
  readonly credits: readonly { readonly name: string; readonly role?: string; readonly found: Found }[];
  readonly thumbnails: readonly MediaThumbnail[];
}

export interface MediaContent extends MediaDetails {
  readonly url?: string;
  readonly type?: string;
  readonly medium?: string;
  readonly width?: string;
  readonly height?: string;
  readonly size?: string;
  readonly duration?: string;
  readonly path: string;
  /** Contents with an equal number are one thing in several forms. */
  readonly group?: number;
}

export interface FeedMedia extends MediaDetails {
  readonly contents: readonly MediaContent[];
}

export interface Geo {
  readonly type: 'Point' | 'LineString' | 'Polygon' | 'Box';
  /** Longitude before latitude, as GeoJSON has it. */
  readonly coordinates: readonly unknown[];
}

export interface FeedEntry extends Described {
  readonly idIsPermalink?: boolean;
  readonly summary?: FeedText;
  readonly contents: readonly FeedText[];
  readonly enclosures: readonly FeedEnclosure[];
  readonly comments?: string;
  readonly commentPostUrl?: string;
  readonly commentsFeed?: string;
  readonly commentCount?: string;
  readonly source?: FeedHead;
  readonly geo?: Geo;
  readonly inReplyTo?: Readonly<Record<string, string>>;
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
  readonly version?: string;
  readonly head: FeedHead;
  readonly entries: readonly FeedEntry[];
  readonly repairs: readonly { readonly code: string; readonly detail?: string }[];
}
