import type { ParsedText } from '../../article/parsed-item.ts';

/** A table of a wire text: rows of equal length. */
export interface WireTable {
  readonly header: readonly (readonly ParsedText[])[];
  readonly rows: readonly (readonly ParsedText[])[];
}

/** Columns of a fixed-width table stand at least this far apart. */
const GAP = /\s{2,}|\t+/u;
const NUMBERED = /^[-+$€£(]?[.,]?\d|^[-–_]$/u;

/** True where a line has columns: several gaps, or one with a figure behind it. A double blank after a full stop makes none. */
export function hasColumns(text: string): boolean {
  const cells = text.trim().split(GAP);
  if (cells.length >= 3) return !cells.some((cell) => cell.length > 60);
  return cells.length === 2 && NUMBERED.test(cells[1] ?? '') && !/[.!?]$/u.test(cells[0] ?? '');
}

/** Cells between `;` or `|`, as AP and dpa send tables. */
export function hasMarks(text: string): boolean {
  return text.split(';').length >= 4 || /^[^|]{0,200}\s?\|\s?[^|]{0,200}(?:\||$)/u.test(text);
}

/** The table that the lines of a fixed-width run print; undefined where they print none. */
export function fixedTable(lines: readonly string[]): WireTable | undefined {
  const split = lines.map((line) => line.trim().split(GAP));
  const widest = longestOf(split);
  const even = split.every((cells) => cells.length === widest);
  const cuts = even ? [] : cutsOf(lines);
  const rows = even
    ? split
    : cuts.length >= widest - 1
      ? lines.map((line) => sliced(line, cuts))
      : split.map((cells) => padded(cells, widest));
  return widest < 2 ? undefined : tableOf(rows);
}

/** A table whose cells are parted by a mark. Rules under the header (`---|---`) are no rows. */
export function markedTable(lines: readonly string[], mark: ';' | '|' | '\t'): WireTable {
  const rows = lines.filter((line) => !isRule(line)).map((line) => cellsOf(line, mark));
  const widest = longestOf(rows);
  const ruled = isRule(lines[1] ?? '');
  return tableOf(
    rows.map((cells) => padded(cells, widest)),
    ruled,
  );
}

/** `---|---|---` under a header. */
function isRule(line: string): boolean {
  return /^[\s|:+=-]+$/u.test(line) && /--|==/u.test(line);
}

function cellsOf(line: string, mark: string): string[] {
  const inner = mark === '|' ? line.trim().replace(/^\||\|$/gu, '') : line;
  return inner.split(mark).map((cell) => cell.trim());
}

function tableOf(rows: readonly (readonly string[])[], ruled = false): WireTable {
  const [first = [], second = []] = rows;
  const figures = (cells: readonly string[]): number => cells.slice(1).filter((cell) => /\d/u.test(cell)).length;
  const head = rows.length > 1 && (ruled || (figures(first) === 0 && figures(second) > 0));
  const texts = rows.map((row) => row.map((text) => ({ text })));
  return { header: head ? texts.slice(0, 1) : [], rows: head ? texts.slice(1) : texts };
}

function longestOf(lines: readonly { readonly length: number }[]): number {
  return lines.reduce((most, { length }) => Math.max(most, length), 0);
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

/** Where every line of the run is blank for two characters or more: the columns begin behind. */
function cutsOf(lines: readonly string[]): number[] {
  const width = longestOf(lines);
  const blank = Array.from({ length: width }, (_, at) => lines.every((line) => (line[at] ?? ' ') === ' '));
  const cuts: number[] = [];
  for (let at = 2; at < width; at += 1)
    if (!blank[at] && blank[at - 1] && blank[at - 2] && !blank.slice(0, at).every(Boolean)) cuts.push(at);
  return cuts;
}

function sliced(line: string, cuts: readonly number[]): string[] {
  return [0, ...cuts].map((cut, index) => line.slice(cut, cuts[index]).trim());
}
