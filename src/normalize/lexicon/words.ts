/** Words written in one string, parted by blanks. */
export function wordsOf(words: string | undefined): string[] {
  return (words ?? '').split(' ').filter((word) => word !== '');
}

/** Phrases written in one string, parted by bars. */
export function phrasesOf(phrases: string | undefined): string[] {
  return (phrases ?? '').split('|').filter((phrase) => phrase !== '');
}
