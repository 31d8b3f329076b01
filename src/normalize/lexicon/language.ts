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
  /** Seven strings, Monday first: each day in full, inflected and as desks shorten it. */
  readonly weekdays?: readonly string[];
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

/** Words by the role that they give to the persons behind them; each string holds phrases parted by `|`, lower case. */
export type ByRole = Readonly<Record<string, string>>;

/** The words around names in bylines, lower case; lists are phrases parted by `|`. */
export interface LanguageByline {
  readonly source: string;
  /** Labels before names, read in a document of any language. */
  readonly labels?: ByRole;
  /** Labels only with their colon: `Text:`. */
  readonly colonLabels?: ByRole;
  /** Labels that begin names or sentences elsewhere: read only where the document is in this language. */
  readonly ownLabels?: ByRole;
  /** Labels before agencies and papers only. */
  readonly sources?: string;
  /** Phrases that name the agencies whose copy was used. */
  readonly material?: string;
  /** "And" between names, in any language, and where it would be another word elsewhere. */
  readonly and?: string;
  readonly ownAnd?: string;
  /** "With" before further names or agencies. */
  readonly with?: string;
  /** "In" before the place of a person. */
  readonly in?: string;
  readonly ownIn?: string;
  /** Before the paper that a person writes for. */
  readonly writingFor?: string;
  /** "Our": a correspondent or a desk of the paper follows. */
  readonly possessives?: string;
  /** Between a place and the name of who reports from it: `Aus Wien berichtet Lena Wolf`. */
  readonly reports?: string;
  /** Between a name and its bearer's function: `is a`. */
  readonly bio?: string;
  /** Between a label and a moment: `Von R. R. am 07.08.2013`. */
  readonly moments?: string;
}

/** The credits at the end of a story. */
export interface LanguageSignoff {
  readonly source: string;
  /** Phrases before names. */
  readonly roles?: ByRole;
  /** What stands behind names in a sentence that says who helped. */
  readonly contributions?: ByRole;
}

/** Words before a picture's credit: sources of regular expressions, lower case. */
export interface LanguageCredits {
  readonly source: string;
  /** With a colon: `Photo: …`. */
  readonly labels?: readonly string[];
  /** Without: `Photo by …`. */
  readonly phrases?: readonly string[];
}

/** Lines that label a part of a page: whole lines, lower case without a final colon, parted by `|`. */
export interface LanguagePages {
  readonly source: string;
  readonly published?: string;
  readonly updated?: string;
  /** Headings over teasers of other stories: all that follows is not this story. */
  readonly teasers?: string;
  /** Marks of paid content: the next headline is sponsored. */
  readonly sponsored?: string;
}

/** How a language sets an embargo. */
export interface LanguageEmbargo {
  readonly source: string;
  /** Name an embargo; the moment may follow: `sperrfrist(?: bis)?`. Sources of regular expressions, lower case. */
  readonly names?: readonly string[];
  /** Say when copy is free in words that ordinary sentences have too: read only with the moment beside them. */
  readonly releases?: readonly string[];
  /** Words between the name and its moment, besides the fillers of dates; parted by blanks. */
  readonly until?: string;
  /** Words before an event that ends the embargo ("when the minister speaks"); parted by blanks. */
  readonly events?: string;
  /** Say that the embargo is over. Sources of regular expressions. */
  readonly lifted?: readonly string[];
  /** Name the papers of a day, which is no instant. Sources of regular expressions. */
  readonly papers?: readonly string[];
  /** Zones by their names in words: the source of a regular expression, and an IANA name. */
  readonly zones?: readonly (readonly [pattern: string, zone: string])[];
}

/** What people at desks are called. Words are lower case, parted by blanks. */
export interface LanguageDesk {
  readonly source: string;
  /** Functions of the trade, singular and plural. */
  readonly roles?: string;
  /** What stands before a function: desks, beats, ranks. */
  readonly beats?: string;
  /** A byline with one of these, and no other words than these and the fillers, names no person. */
  readonly generic?: string;
  readonly genericFillers?: string;
  /** Short words that look like the initials of a sign-off. */
  readonly notInitials?: string;
}

/** Words in and around names. Lower case, parted by blanks. */
export interface LanguageNames {
  readonly source: string;
  /** Words inside family names that stay in lower case. */
  readonly particles?: string;
  /** Articles, which begin titles of papers and no names of persons. */
  readonly articles?: string;
  /** Words of papers, firms, offices and desks: a string with one of them names no person. */
  readonly houses?: string;
  /** Words that join others in sentences and never stand between the words of a name. */
  readonly joining?: string;
}

/** Words in and around names of places. Lower case; lists are parted by blanks, except where they are phrases parted by `|`. */
export interface LanguagePlaces {
  readonly source: string;
  /** Words inside names of places that stay in lower case. */
  readonly particles?: string;
  /** Phrases: places that begin with an article. */
  readonly articlePlaces?: string;
  /** Articles and words that begin sentences. */
  readonly starters?: string;
  /** Words that make a run of capitals a sentence. */
  readonly verbs?: string;
  /** Labels of columns and marks that stand where a place would: `Analysis (Reuters) - …`. */
  readonly labels?: string;
  /** Second names behind a slash that belong to the same city: `Frankfurt/Main`. */
  readonly cityTails?: string;
}

/** Marks by their type (`status-types.ts`): sources of regular expressions between ` | `, lower case. `(\d{1,2})` is the number of the mark. */
export type MarkWords = Readonly<Partial<Record<string, string>>>;

/** How desks say what has become of an item. */
export interface LanguageStatus {
  readonly source: string;
  /** Marks before, behind or around a headline or slug; matched whole. */
  readonly marks?: MarkWords;
  /** Marks that only in capitals are none of the language's common words. */
  readonly shouted?: MarkWords;
  /** Labels of forms of a story, in capitals: they make no other kind of item. */
  readonly forms?: string;
  /** Verbs of a note to editors: "UPDATES with quotes". */
  readonly verbs?: MarkWords;
  /** Which media come with the story, by type; words between ` | `. */
  readonly products?: MarkWords;
  /** Sentences of a note to editors. Sources of regular expressions. */
  readonly sentences?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** What a note to editors calls itself, parted by `|`. */
  readonly noteLabels?: string;
}

/** All that we know of one language: adding one is this file and a line in `languages.ts`. */
export interface Language {
  /** ISO 639. */
  readonly tag: string;
  /** Other tags that documents state for it. */
  readonly alsoTagged?: readonly string[];
  readonly times?: LanguageTimes;
  readonly byline?: LanguageByline;
  readonly signoff?: LanguageSignoff;
  readonly credits?: LanguageCredits;
  readonly pages?: LanguagePages;
  readonly breaks?: LanguageBreaks;
  readonly embargo?: LanguageEmbargo;
  readonly desk?: LanguageDesk;
  readonly names?: LanguageNames;
  readonly places?: LanguagePlaces;
  readonly status?: LanguageStatus;
}
