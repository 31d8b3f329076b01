import { printed, type Line } from '../wire/lines.ts';

/** Quads and thin spaces set columns; the fixed space joins the words of a name. */
const COLUMN = /(?:(?<! ) +)?[\x1e\x1f][\x1e\x1f ]*/g;
const FIXED_SPACE = /\x10 ?/g;

/** A line as it is printed: quotes, dashes and fractions of the typesetter's alphabet in Unicode, frame marks gone. */
export function typeset(line: Line): string {
  const text = printed({ ...line, raw: line.raw.replace(FIXED_SPACE, ' ').replace(COLUMN, '\t') });
  return unframed(text)
    .replaceAll('``', '“')
    .replaceAll("'''", '’”')
    .replaceAll("''", '”')
    .replace(/(^|[\s“(])`(?=\S)/gu, '$1‘')
    .replace(/(?<=[\s)”";]|^)_(?=[\s;]|$)/gu, '—')
    .replace(/(?<=[;\d\t ])\{(?=[;\s]|$)|^\{/gu, '½');
}

/** `^` begins a line of its own; `<` ends it flush left, `=` centred. */
function unframed(text: string): string {
  return text.replace(/^(\s*)\^ ?/u, '$1').replace(/\s?(?<![<=])[<=]+\s*$/u, '');
}
