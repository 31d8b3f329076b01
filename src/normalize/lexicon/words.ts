/** Words written in one string, parted by blanks. */
export function wordsOf(words: string | undefined): string[] {
  return (words ?? '').split(/\s/u).filter((word) => word !== '');
}

/** Phrases written in one string, parted by bars. */
export function phrasesOf(phrases: string | undefined): string[] {
  return (phrases ?? '')
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** Sources of regular expressions written in one string, parted by bars between blanks. */
export function sourcesOf(sources: string | undefined): string[] {
  return (sources ?? '')
    .split(/\s\|\s/u)
    .map((source) => source.trim())
    .filter((source) => source !== '');
}
