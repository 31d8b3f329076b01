/** Which part of a date or clock a word beside a number names. */
export type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
/** Which half of the day, or which moment of it, a word says. */
export type Half = 'am' | 'pm' | 'noon' | 'midnight';

/** How a language writes dates and clocks. Words are lower case without dots, parted by blanks. */
export interface LanguageTimes {
  /** Where the words were read, and when. */
  readonly source: string;
  /** Twelve strings: each month in full, inflected and as desks shorten it. */
  readonly months?: readonly string[];
  /** Words after which the number of a month stands. */
  readonly monthFollows?: string;
  readonly weekdays?: string;
  /** Labels, prepositions and articles around a date, which carry no moment: a text with any other word is no date. */
  readonly fillers?: string;
  readonly parts?: Readonly<Partial<Record<Part, string>>>;
  readonly halves?: Readonly<Partial<Record<Half, string>>>;
  /** Halves of the day that are common words: believed only at the very end, after a clock. */
  readonly halvesAfterClock?: string;
  /** Days of the month in words, from the first. */
  readonly ordinals?: string;
  /** Tens that are added to an ordinal. */
  readonly tens?: Readonly<Record<number, string>>;
  /** Zones named in words, each an abbreviation or an IANA name. */
  readonly zonePhrases?: readonly (readonly [phrase: string, zone: string])[];
}

/**
 * Lines that stand between the paragraphs of a story and are not text, for one language. Each entry is the source of a regular
 * expression that must match a whole line in lower case, without the marks around it (`- Advertisement -`, `[Anzeige]`, a final colon).
 */
export interface LanguageBreaks {
  /** Where the phrases were seen, and when they were collected. */
  readonly source: string;
  /** "Story continues below", "Suite de l’article ci-dessous". */
  readonly storyContinues: readonly string[];
  readonly adLabel: readonly string[];
  readonly skipAd: readonly string[];
  /** Labels before the title of another story ("Also read"); alone they head a list of such titles. */
  readonly related: readonly string[];
  /** Labels only before a title: "Video: …". */
  readonly relatedPrefix: readonly string[];
  /** Labels of the link to the rest of this story ("Read more"); before a title they name another one. */
  readonly readMore: readonly string[];
  /** Words of a share bar, besides the names of networks. */
  readonly shareVerbs: readonly string[];
  /** Words that a share bar holds beside its verbs: "this", "article", "on". */
  readonly shareFillers: readonly string[];
  readonly comments: readonly string[];
  readonly newsletter: readonly string[];
  readonly engagement: readonly string[];
  readonly readingTime: readonly string[];
  readonly paywall: readonly string[];
  /** More will follow. */
  readonly continuation: readonly string[];
  /** Says so only in brackets, dashes or capitals: "(more)". */
  readonly continuationWords: readonly string[];
  readonly endWords: readonly string[];
  /** "This story was first published on …": belongs to the times of the article, not to its text. */
  readonly updateNote?: readonly string[];
  /** "This story has been corrected to show …": readers must see it. */
  readonly correctionNote?: readonly string[];
  /** "AP is solely responsible for all content": the provider requires it. */
  readonly disclosure?: readonly string[];
  /** Publishers' own lines: standards. */
  readonly licensing?: readonly string[];
  readonly copyright?: readonly string[];
  /** A line that the provider's contract requires at the end: "This report by … was first published …". */
  readonly trailer?: readonly string[];
  readonly standards?: readonly string[];
}

/** All that we know of one language: adding one is this file and a line in `languages.ts`. */
export interface Language {
  /** ISO 639. */
  readonly tag: string;
  /** Other tags that documents state for it. */
  readonly alsoTagged?: readonly string[];
  readonly times?: LanguageTimes;
  readonly breaks?: LanguageBreaks;
}
