import type { ParsedBlock, ParsedText } from '../article/parsed-item.ts';

/** `- 'Last resort' -`: a sub-head between dashes. */
const DASHED_HEAD = /^[-–]\s+(\S.*\S|\S)\s+[-–]$/u;
/** `. The way to the agreement`: a sub-head behind a dot. */
const DOTTED_HEAD = /^\.\s+(\S.*)$/u;
/** `- wages rise`: an entry of a list. */
const DASHED_ENTRY = /^[-–•]\s+(\S.*)$/u;

/**
 * AFP writes structure into its paragraphs: sub-heads between dashes or behind a dot, list entries behind one (seen 2014 to 2026).
 * One dashed paragraph alone is speech or an aside and stays a paragraph.
 */
export function withDashedLines(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  const out: ParsedBlock[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const head = headOf(block);
    const run = head === undefined ? runOf(blocks, index) : [];
    if (head !== undefined) out.push(head);
    else if (run.length >= 2) {
      out.push(listOf(run));
      index += run.length - 1;
    } else out.push(block);
  }
  return out;
}

function headOf(block: ParsedBlock): ParsedBlock | undefined {
  if (block.type !== 'heading' && block.type !== 'paragraph') return undefined;
  const line = (block.text ?? '').slice(0, 200);
  const inner = (DASHED_HEAD.exec(line) ?? DOTTED_HEAD.exec(line))?.[1];
  if (inner === undefined || (block.text ?? '').length > 120) return undefined;
  const { html: _html, ...rest } = block;
  return { ...rest, type: 'heading', level: block.level ?? 2, text: inner };
}

/** Consecutive paragraphs that begin with a dash and are no sub-heads. */
function runOf(blocks: readonly ParsedBlock[], from: number): ParsedBlock[] {
  const run: ParsedBlock[] = [];
  for (const block of blocks.slice(from)) {
    if (block.type !== 'paragraph' || !DASHED_ENTRY.test(block.text ?? '') || headOf(block) !== undefined) break;
    run.push(block);
  }
  return run;
}

function listOf(run: readonly ParsedBlock[]): ParsedBlock {
  const items = run.map((block): ParsedText => {
    const text = DASHED_ENTRY.exec(block.text ?? '')?.[1] ?? block.text ?? '';
    return block.html === undefined ? { text } : { text, html: block.html.replace(/^[-–•]\s+/u, '') };
  });
  const [start, end] = [run[0]?.span?.[0], run.at(-1)?.span?.[1]];
  return {
    type: 'list',
    ordered: false,
    items,
    path: run[0]?.path ?? '',
    ...(start === undefined || end === undefined ? {} : { span: [start, end] as const }),
  };
}
