/** A document as a whole, among the numbers of its items. */
export const WHOLE = -1;
