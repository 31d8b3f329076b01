/** A copy of a piece of a document, to be remembered beyond it: the piece itself would keep the whole text in memory. */
export function ownText(piece: string): string {
  return ` ${piece}`.slice(1);
}
