/** Entries are forgotten after this; one that is still in its feed is then fetched once more. */
export const FOLLOWED_MS = 60 * 86_400_000;

/** The part of the journal that knows which entries of feeds have been followed to their pages. */
export interface FollowedPages {
  /** Those of the keys that are known. */
  followed(feed: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Call it once the page is kept. Forgets what is older than `FOLLOWED_MS`. */
  noteFollowed(feed: string, key: string): Promise<void>;
}
