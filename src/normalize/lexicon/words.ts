/** Words written in one string, parted by blanks. */
export function wordsOf(words: string | undefined): string[] {
  return (words ?? '').split(' ').filter((word) => word !== '');
}
