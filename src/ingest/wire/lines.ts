import type { Found, Span } from '../../article/parsed-item.ts';

/** One line of a wire text, its control characters still in it. `start` and `end` count in the document's text, without the line end. */
export interface Line {
  readonly raw: string;
  /** From 1, as in `line:N`. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Capture boxes end lines with CR LF, CR CR LF, LF or a lone CR, and mix them. */
const LINE_END = /\r*\n|\r/g;
/** Bells, back spaces, shifts and paddings of the line: nothing that a reader sees. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const push = (end: number): void => {
    lines.push({ raw: text.slice(start, end), number: lines.length + 1, start, end });
  };
  for (const match of text.matchAll(LINE_END)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return lines;
}

/** What is printed of a line: without control characters, indentation kept, trailing white space not. */
export function printed(line: Line): string {
  return line.raw.replace(CONTROLS, '').replace(/(?<![\s\u00a0])[\s\u00a0]+$/u, '');
}

/** What is printed of a line of a list; nothing where there is no such line. */
export function printedAt(lines: readonly Line[], index: number): string {
  const line = lines.at(index);
  return line === undefined ? '' : printed(line);
}

export function isBlank(line: Line): boolean {
  return printed(line).trim() === '';
}

/** Printed text of one or several lines, joined by blanks, with its place. */
export function foundIn(lines: readonly Line[], text: string = textOf(lines)): Found {
  return { text, path: pathOf(lines), span: spanOf(lines) };
}

export function textOf(lines: readonly Line[]): string {
  return lines
    .map((line) => printed(line).trim())
    .filter((text) => text !== '')
    .join(' ');
}

export function pathOf(lines: readonly Line[]): string {
  return `line:${lines[0]?.number ?? 1}`;
}

/** From the first printed character to the last. */
export function spanOf(lines: readonly Line[]): Span {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [0, 0];
  const lead = /^[\s\x00-\x1f\x7f]*/.exec(first.raw)?.[0].length ?? 0;
  const tail = /(?:(?<![\s\x00-\x1f\x7f])[\s\x00-\x1f\x7f]+)?$/.exec(last.raw)?.[0].length ?? 0;
  const start = Math.min(first.start + lead, first.end);
  return [start, Math.max(start, last.end - tail)];
}
