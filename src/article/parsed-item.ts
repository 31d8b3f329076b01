import type { ArticleType } from './article.ts';
import type { BlockType } from './block.ts';
import type { MediaType } from './media.ts';
import type { Note, Repair } from './provenance.ts';

/** First and past-the-last UTF-16 index in the decoded text of the document. */
export type Span = readonly [start: number, end: number];

/** A string exactly as the source wrote it (entities decoded), and where: an XPath, JSON pointer or `line:N`. */
export interface Found {
  readonly text: string;
  readonly path: string;
  readonly span?: Span;
  readonly lang?: string;
}

/** Inline text of the body: `html` only where the source had inline markup worth keeping (allow-listed, escaped). */
export interface ParsedText {
  readonly text: string;
  readonly html?: string;
}

/** One block as written; no chrome has been removed and no inline dateline cut yet. */
export interface ParsedBlock {
  readonly type: BlockType;
  readonly text?: string;
  readonly html?: string;
  readonly path: string;
  readonly span?: Span;
  readonly level?: number;
  readonly ordered?: boolean;
  readonly items?: readonly ParsedText[];
  readonly caption?: string;
  readonly header?: readonly (readonly ParsedText[])[];
  readonly rows?: readonly (readonly ParsedText[])[];
  /** Key of the picture in `ParsedItem.media`. */
  readonly media?: string;
  readonly url?: string;
  readonly provider?: string;
  readonly attribution?: string;
  readonly blocks?: readonly ParsedBlock[];
  readonly lang?: string;
}

/** A picture, film or sound; caption and credit still as sent (often in one string). */
export interface ParsedMedia {
  readonly key: string;
  readonly type: MediaType;
  readonly guid?: string;
  readonly headline?: string;
  readonly caption?: Found;
  readonly credit?: Found;
  /** Who took it, where a field of its own says so. */
  readonly by?: Found;
  /** Who made it, as a field beside the caption: the credit where the caption names none. */
  readonly producer?: Found;
  readonly alt?: string;
  readonly created?: Found;
  /** How the picture was made, as a code of IPTC's vocabulary: a camera, a scan, an algorithm. */
  readonly digitalSourceType?: string;
  /** What limits its use, in fields of its own. */
  readonly restrictions?: readonly string[];
  readonly renditions: readonly {
    readonly name: string;
    readonly href: string;
    /** When the address stops working. */
    readonly hrefExpires?: Found;
    readonly mediaType?: string;
    readonly width?: number;
    readonly height?: number;
    readonly bytes?: number;
    readonly duration?: number;
  }[];
}

/** Text of the source between or beside the blocks that is no part of the story: a share bar, a teaser, an advert. */
export interface LeftOut {
  readonly kind: string;
  readonly text: string;
  readonly path: string;
  readonly span?: Span;
  readonly url?: string;
}

/** One stretch of the source's text as a reader weighed it: whether it is in the body, and why. */
export interface Weighed {
  readonly path: string;
  readonly span?: Span | undefined;
  /** Its beginning. */
  readonly text: string;
  readonly isKept: boolean;
  readonly kind: string;
  readonly why: string;
}

export interface ParsedConcept {
  readonly scheme?: string;
  readonly code?: string;
  readonly name?: string;
  readonly rel?: string;
  /** The same concept in other vocabularies, where the source says so. */
  readonly altCodes?: { readonly scheme: string; readonly code: string }[];
}

/** The moments an item can carry, each as written. */
export const TIME_FIELDS = [
  'published',
  'updated',
  'firstCreated',
  'versionCreated',
  'contentCreated',
  'sent',
  'embargo',
  'expires',
] as const;
export type TimeField = (typeof TIME_FIELDS)[number];

/**
 * One item of a document, read but not interpreted: strings as sent, in the field that the format's own
 * specification gives them. Formats fill what they have; the normalize steps decide what it means.
 */
export interface ParsedItem {
  /** Place in the document, from 0. */
  readonly index: number;
  readonly type?: ArticleType;
  /** What the format itself says the item is: a planning item, the index of a package without content. */
  readonly hint?: 'planning' | 'package' | 'package-index' | 'advisory' | 'video-script';
  /** The provider as the file names it (`afp.com`, `AFP`); selects the profile. */
  readonly provider?: Found;
  readonly guid?: Found;
  /** The key that all revisions of the story share, where the format has one (NewsItemId, itemid). */
  readonly storyKey?: Found;
  /** True for one of many items under one address, which is then the address of none of them. */
  readonly isOfFeed?: true;
  /** Only an id or a reference links items of this format: without one, an equal headline does not make two items one story. */
  readonly linkedByIdOnly?: true;
  readonly version?: Found;
  readonly permalink?: Found;
  readonly altIds?: readonly { readonly role: string; readonly value: string }[];
  readonly supersedes?: readonly string[];
  readonly kills?: readonly { readonly by: string; readonly value: string }[];
  readonly language?: Found;
  readonly headline?: Found;
  readonly headlines?: readonly { readonly role: string; readonly text: string }[];
  readonly slugline?: Found;
  readonly title?: Found;
  /** `html` where it carried inline markup. */
  readonly abstract?: Found & { readonly html?: string };
  /**
   * Byline elements or author fields, one each; `under` = what stands under or beside the name in a field of its own: title, agency;
   * `title` = the part of the text that the source marks as title or organisation (NITF `byttl`); `jobTitle` = the person's, from a field that
   * holds nothing else; `person` = the source says that the text names one person.
   */
  readonly bylines?: readonly (Found & {
    readonly under?: string;
    readonly title?: string;
    readonly jobTitle?: string;
    readonly person?: true;
  })[];
  /** Persons that the file states only as data: authors where nothing prints a byline. `person`: the text is exactly one name. */
  readonly creators?: readonly (Found & { readonly person?: true; readonly organisation?: string })[];
  readonly dateline?: Found;
  readonly times?: Readonly<Partial<Record<TimeField, Found>>>;
  /** Machine status as sent: `Usable`, `stat:canceled`, `withheld`. */
  readonly pubStatus?: Found;
  /** What it means that the item was sent at all, in formats without a machine status (IPTC 7901, ANPA 1312): a kill is only text there. */
  readonly impliedStatus?: 'usable';
  /** The standard or the service demands a machine status and the file states none (NewsML 1, Reuters): the item is held. */
  readonly statusMissing?: true;
  /** Free text that may carry status, notes or an embargo: advisory lines, ednotes, product lines. Never public. */
  readonly ednotes?: readonly Found[];
  readonly productNotes?: readonly Found[];
  readonly contacts?: readonly { readonly name?: string; readonly value: string }[];
  /** Markers that the format states as data: AFP's `Version=Correction`, NewsItemType `Alert`. */
  readonly markers?: readonly Found[];
  readonly urgency?: Found;
  readonly priority?: Found;
  readonly service?: string;
  readonly products?: readonly string[];
  readonly agencies?: readonly {
    readonly code?: string;
    readonly name: string;
    readonly role: 'originator' | 'distributor' | 'rights-holder' | 'contributor' | 'source';
  }[];
  readonly rights?: {
    readonly holder?: string;
    readonly notice?: string;
    readonly terms?: string;
    readonly restrictions?: readonly string[];
    readonly link?: string;
  };
  readonly subjects?: readonly ParsedConcept[];
  readonly genres?: readonly ParsedConcept[];
  readonly keywords?: readonly string[];
  readonly people?: readonly ParsedConcept[];
  readonly organisations?: readonly ParsedConcept[];
  readonly places?: readonly {
    readonly name: string;
    readonly region?: string;
    readonly country?: string;
    readonly countryName?: string;
    readonly scheme?: string;
    readonly code?: string;
    readonly rel?: string;
    readonly lat?: number;
    readonly lon?: number;
  }[];
  readonly body: readonly ParsedBlock[];
  /** What the format took out of the body itself, in printed order. */
  readonly leftOut?: readonly LeftOut[];
  /** Every text of a page, and how the story was found among them: `weighed`, else `stated` by its data, else `all text`. */
  readonly weighed?: { readonly way: string; readonly texts: readonly Weighed[] };
  /** True where the source says that the body is only a part (feed teaser, paywall). */
  readonly truncated?: boolean;
  readonly media?: readonly ParsedMedia[];
  readonly links?: readonly {
    readonly rel: string;
    readonly url?: string;
    readonly id?: string;
    readonly title?: string;
    readonly type?: string;
    readonly length?: number;
  }[];
  readonly related?: readonly {
    readonly title: string;
    readonly url?: string;
    readonly teaser?: string;
    readonly imageCaption?: string;
    readonly sponsored?: boolean;
  }[];
  /** Extracted page text: the lines themselves; the layout step finds headline, byline, body and teasers in them. */
  readonly lines?: readonly Found[];
  /** Every source value without a field above, so that nothing is lost. */
  readonly rest?: readonly Found[];
  readonly repairs?: readonly Repair[];
  /** Oddities of the item that did not stop it. */
  readonly notes?: readonly Note[];
}
