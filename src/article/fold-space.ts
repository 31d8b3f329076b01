/** Only what is no single blank: in running text that is rare, and replacing each blank by itself costs more than all other folding. */
const NOT_ONE_BLANK = /\s{2,}|[^\S ]/gu;

/** White space of any kind, no-break and narrow blanks among it, as single blanks; none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(NOT_ONE_BLANK, ' ').trim();
}
