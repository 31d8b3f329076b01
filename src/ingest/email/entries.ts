import type { ParsedBlock } from '../../article/parsed-item.ts';
import { escapeText } from '../../article/escape-text.ts';
import { blocksOf } from '../wire/blocks.ts';
import { printed, type Line } from '../wire/lines.ts';

/** A line of a mail, of either form: a printed line of plain text, or a block of HTML or a part of one between line breaks. */
export interface Entry {
  /** What stands there, trimmed. */
  readonly text: string;
  /** Whether something parts it from the entry before: a blank line, the border of a block. */
  readonly gap: boolean;
  readonly path: string;
  readonly line?: Line;
  readonly block?: ParsedBlock;
}

const BULLET = /^[·•▪●◦§]\s*(?=\S)/u;
const SCORE = /^(\p{Lu}[\p{L}\p{M} .'’&-]{1,40}?)\s+(\d{1,3}(?:\s?\([^()]{1,60}\))?)$/u;

/** The blocks of what is left of a mail. Plain lines are read as those of a wire; blocks of HTML stay what they are. */
export function blocksOfEntries(entries: readonly Entry[]): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    for (const { span: _span, ...block } of lines.length > 0 ? blocksOf(lines) : []) blocks.push(block);
    lines = [];
  };
  for (const { line, block, gap } of entries) {
    if (line !== undefined) {
      if (gap && lines.length > 0) lines.push({ ...line, raw: '' });
      lines.push(line);
      continue;
    }
    flush();
    const last = blocks.at(-1);
    if (block !== undefined && !gap && last?.type === 'paragraph' && block.type === 'paragraph')
      blocks[blocks.length - 1] = joined(last, block);
    else if (block !== undefined) blocks.push(block);
  }
  flush();
  return withHeadings(withScores(withLists(blocks)));
}

function joined(before: ParsedBlock, after: ParsedBlock): ParsedBlock {
  const html = [before, after].map((block) => block.html ?? escapeText(block.text ?? '')).join('<br>\n');
  return { ...before, text: `${before.text ?? ''}\n${after.text ?? ''}`, html };
}

/** Word processors write lists as paragraphs with a dot. */
function withLists(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return grouped(blocks, ({ type, text }) => type === 'paragraph' && BULLET.test(text ?? ''))
    .map((group): ParsedBlock | ParsedBlock[] => {
      const [first] = group;
      if (group.length < 2 || first === undefined) return [...group];
      return {
        type: 'list',
        ordered: false,
        items: group.map(({ text }) => ({ text: (text ?? '').replace(BULLET, '') })),
        path: first.path,
      };
    })
    .flat();
}

/** `Alder 2` above `Lorna 1`: a result, which is a table of two columns. */
function withScores(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  const isScore = ({ type, text }: ParsedBlock): boolean =>
    (type === 'paragraph' || type === 'heading') && (text ?? '').length < 500 && (text ?? '').split('\n').every((line) => SCORE.test(line));
  return grouped(blocks, isScore)
    .map((group): ParsedBlock | ParsedBlock[] => {
      const [first] = group;
      const lines = group.flatMap(({ text }) => (text ?? '').split('\n'));
      if (lines.length < 2 || first === undefined || !isScore(first)) return [...group];
      const rows = lines.map((line) => [{ text: SCORE.exec(line)?.[1] ?? line }, { text: SCORE.exec(line)?.[2] ?? '' }]);
      return { type: 'table', rows, path: first.path };
    })
    .flat();
}

/** A short paragraph wholly in bold above another block is how mails print a sub-head. */
function withHeadings(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return blocks.map((block, index) => {
    const { type, text = '', html = '' } = block;
    const next = blocks[index + 1];
    const isBold = type === 'paragraph' && /^<strong>[^<]{2,80}<\/strong>$/u.test(html) && !/[.,:;]$/u.test(text);
    if (!isBold || index === 0 || next === undefined || /^<strong>/u.test(next.html ?? '')) return block;
    const { html: _html, ...bare } = block;
    return { ...bare, type: 'heading', level: 2 };
  });
}

/** Blocks that belong together in one group, every other alone. */
function grouped(blocks: readonly ParsedBlock[], belongs: (block: ParsedBlock) => boolean): ParsedBlock[][] {
  const groups: ParsedBlock[][] = [];
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const last = groups.at(-1);
    if (last !== undefined && before !== undefined && belongs(before) && belongs(block)) last.push(block);
    else groups.push([block]);
  });
  return groups;
}

/** The entries of plain lines. */
export function lineEntries(lines: readonly Line[], offset: number): Entry[] {
  const entries: Entry[] = [];
  let gap = true;
  for (const line of lines) {
    const text = printed(line).trim();
    if (text !== '') {
      const number = line.number + offset;
      entries.push({ text, gap, path: `line:${number}`, line: { ...line, number } });
    }
    gap = text === '';
  }
  return entries;
}
