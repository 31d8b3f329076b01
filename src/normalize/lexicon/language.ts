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

/** All that we know of one language: adding one is this file and a line in `languages.ts`. */
export interface Language {
  /** ISO 639. */
  readonly tag: string;
  readonly times?: LanguageTimes;
}
