/**
 * Lines that stand between the paragraphs of a story and are not text, for one language. Each entry is the source of a regular
 * expression that must match a whole line in lower case, without the marks around it (`- Advertisement -`, `[Anzeige]`, a final colon).
 */
export interface BreakTable {
  /** ISO 639-1. */
  readonly language: string;
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
