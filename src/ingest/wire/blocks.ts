import type { ParsedBlock } from '../../article/parsed-item.ts';
import { escapeText } from '../../article/escape-text.ts';
import { isBlank, pathOf, printed, spanOf, type Line } from './lines.ts';
import { fixedTable, hasColumns, hasMarks, markedTable, type WireTable } from './tables.ts';

/** Lines that fit this much more text ended because the sender ended them. */
const SPARE = 15;
const NARROWEST = 60;
const WIDEST = 110;
const BULLET = /^\s{0,6}(?:[-–•*+]|--|\d{1,3}[.)])\s+(?=\S)/u;
const NUMBER = /^\s{0,6}\d{1,3}[.)]\s/u;
const LONGEST_HEAD = 70;
/** After a hyphen at the end of a line a word goes on, unless it shares its second half: `Fern- und Nahverkehr`. */
const SHARED = /^(?:und|oder|bis|sowie|and|or|to|et|ou|en|of|och|og|y|e|o)\b/u;

/** A line as the sender meant it: one or several printed lines that were wrapped. */
interface Logical {
  readonly text: string;
  readonly lines: readonly Line[];
}

/**
 * The blocks of a wire text. Blank lines and indented first lines part paragraphs; what was wrapped is joined again; runs of columns are
 * tables, marked entries lists, a short line above prose a heading. Every printed word is in some block.
 */
export function blocksOf(lines: readonly Line[]): ParsedBlock[] {
  const lengths = lines.map((line) => printed(line).length);
  // One line longer than any screen: the sender does not wrap, and each line ends where it was meant to.
  const width = lengths.some((length) => length > WIDEST) ? undefined : Math.max(NARROWEST, ...lengths);
  const blocks = groupsOf(lines).flatMap((group) => blocksOfGroup(group, width));
  return withHeadings(blocks);
}

/** Lines between blank ones; tables apart from the text above and below. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let now: Line[] = [];
  const close = (): void => {
    if (now.length > 0) groups.push(now);
    now = [];
  };
  for (const line of lines) {
    if (isBlank(line)) close();
    else now.push(line);
  }
  close();
  return groups;
}

function blocksOfGroup(group: readonly Line[], width: number | undefined): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  let rest = group;
  while (rest.length > 0) {
    const start = tableStart(rest);
    if (start < 0) break;
    const end = tableEnd(rest, start);
    const run = rest.slice(start, end);
    const table = readTable(run);
    if (table === undefined) break;
    blocks.push(...proseBlocks(rest.slice(0, start), width), { type: 'table', ...table, path: pathOf(run), span: spanOf(run) });
    rest = rest.slice(end);
  }
  return [...blocks, ...proseBlocks(rest, width)];
}

function isRow(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const text = printed(line);
  return hasColumns(text) || hasMarks(text);
}

/** Two rows in sequence begin a table. */
function tableStart(lines: readonly Line[]): number {
  return lines.findIndex((line, index) => isRow(line) && isRow(lines[index + 1]));
}

function tableEnd(lines: readonly Line[], start: number): number {
  const after = lines.slice(start).findIndex((line) => !isRow(line));
  return after < 0 ? lines.length : start + after;
}

function readTable(run: readonly Line[]): WireTable | undefined {
  const texts = run.map(printed);
  if (texts.every((text) => text.split(';').length >= 4)) return markedTable(texts, ';');
  if (texts.every((text) => text.includes('\t', 1))) return markedTable(texts, '\t');
  if (texts.every(hasMarks)) return markedTable(texts, '|');
  return fixedTable(texts);
}

function proseBlocks(lines: readonly Line[], width: number | undefined): ParsedBlock[] {
  if (lines.length === 0) return [];
  if (isListing(lines, width)) return [linesBlock(lines.map((line) => ({ text: printed(line), lines: [line] })))];
  const logical = unwrapped(lines, width);
  return paragraphsOf(logical).flatMap((part) => blockOf(part));
}

/** Lines that were wrapped, joined; a line that had room for the next word was ended on purpose. */
function unwrapped(lines: readonly Line[], width: number | undefined): Logical[] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = groups.at(-1);
    if (last === undefined || before === undefined || isBreak(printed(before), printed(line), width)) groups.push([line]);
    else last.push(line);
  });
  return groups.map((group) => ({ text: joined(group), lines: group }));
}

function isBreak(before: string, after: string, width: number | undefined): boolean {
  if (width === undefined) return true;
  const deeper = indentOf(after) - indentOf(before);
  if (indentOf(after) >= 4 && !BULLET.test(before)) return true;
  if (BULLET.test(after) && (indentOf(after) > 0 || BULLET.test(before) || /[.:!?)]$/u.test(before))) return true;
  if (deeper >= 2 && !BULLET.test(before)) return true;
  const word = /^\s*(\S+)/u.exec(after)?.[1] ?? '';
  return before.length + 1 + word.length + SPARE <= width;
}

/** Results, odds, fields: nearly every line of the group ended on purpose, and none is prose. Tabs begin paragraphs, whatever follows. */
function isListing(lines: readonly Line[], width: number | undefined): boolean {
  const texts = lines.map(printed);
  if (texts.length < 3 || texts.some((text) => text.startsWith('\t') || text.length > WIDEST || BULLET.test(text))) return false;
  const ended = texts.slice(1).filter((text, index) => isBreak((texts[index] ?? '').trimStart(), text.trimStart(), width));
  return ended.length >= (texts.length - 1) * 0.7;
}

function indentOf(text: string): number {
  const lead = /^\s*/u.exec(text)?.[0] ?? '';
  return lead.includes('\t') ? lead.length + 3 : lead.length;
}

/** Printed lines as one text; a word that was cut at its hyphen is whole again. */
function joined(lines: readonly Line[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return printed(line);
      const next = printed(line).trim();
      const half = /\p{L}-$/u.test(printed(before).slice(-4)) && /^\p{L}/u.test(next) && !SHARED.test(next);
      return half ? next : ` ${next}`;
    })
    .join('');
}

/** An indented first line begins a paragraph; so does an entry of a list its own part. */
function paragraphsOf(logical: readonly Logical[]): Logical[][] {
  const parts: Logical[][] = [];
  for (const line of logical) {
    const last = parts.at(-1);
    const bullet = BULLET.test(line.text);
    const long = line.lines.length === 1 && (last?.at(-1)?.text.length ?? 0) > WIDEST;
    const starts = last === undefined || long || (indentOf(line.text) >= 2 && !bullet) || bullet !== BULLET.test(last[0]?.text ?? '');
    if (starts) parts.push([line]);
    else last.push(line);
  }
  return parts;
}

function blockOf(part: readonly Logical[]): ParsedBlock[] {
  const lines = part.flatMap((line) => line.lines);
  const place = { path: pathOf(lines), span: spanOf(lines) };
  if (part.length >= 2 && part.every(({ text }) => BULLET.test(text))) {
    const items = part.map(({ text }) => ({ text: NUMBER.test(text) ? text.trim() : text.replace(BULLET, '').trim() }));
    return [{ type: 'list', ordered: NUMBER.test(part[0]?.text ?? ''), items, ...place }];
  }
  const [first, ...others] = part;
  if (first !== undefined && isHead(first.text.trim()) && (others[0]?.text.length ?? 0) > LONGEST_HEAD) {
    return [
      { type: 'heading', level: 2, text: first.text.trim(), path: pathOf(first.lines), span: spanOf(first.lines) },
      linesBlock(others),
    ];
  }
  return [linesBlock(part)];
}

/** A paragraph; where its lines ended on purpose they stay apart. */
function linesBlock(part: readonly Logical[]): ParsedBlock {
  const lines = part.flatMap((line) => line.lines);
  const texts = part.map(({ text }) => text.trim());
  const html = texts.length === 1 ? {} : { html: texts.map(escapeText).join('<br>\n') };
  return { type: 'paragraph', text: texts.join('\n'), ...html, path: pathOf(lines), span: spanOf(lines) };
}

/** A short line above prose that ends like no sentence. */
function isHead(text: string): boolean {
  return (
    text.length <= LONGEST_HEAD &&
    /^[\p{Lu}\d«»„“"'¿¡]/u.test(text) &&
    /[\p{L}\p{N}?!»“"')]$/u.test(text) &&
    !/[.:;,]/u.test(text.slice(-1))
  );
}

/** A single short line between two paragraphs of prose is a sub-head; AFP's and ATS's `- … -` is one anywhere. */
function withHeadings(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return blocks.map((block, index) => {
    const text = block.text ?? '';
    if (block.type !== 'paragraph' || text.includes('\n')) return block;
    const dashed = /^[-–]\s+(\S.{0,80}\S)\s+[-–]$/u.exec(text)?.[1];
    if (dashed !== undefined) return { ...block, type: 'heading', level: 2, text: dashed };
    const between = isProse(blocks[index - 1]) && isProse(blocks[index + 1]);
    return between && isHead(text) && text.split(/\s/u).length <= 9 ? { ...block, type: 'heading', level: 2 } : block;
  });
}

function isProse(block: ParsedBlock | undefined): boolean {
  return block?.type === 'paragraph' && (block.text ?? '').length > LONGEST_HEAD;
}
