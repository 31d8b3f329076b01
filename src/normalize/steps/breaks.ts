import type { ParsedBlock } from '../../article/parsed-item.ts';
import { foldSpace } from '../../article/fold-space.ts';
import { withEvidence, type Cut, type Draft, type Evidence, type Step } from '../draft.ts';
import { isLeadNote } from '../wiretext/lead-note.ts';
import { readLine, type LineReading } from '../wiretext/line.ts';

/** Blocks that can be a line of their own. */
const LINE_TYPES: ReadonlySet<ParsedBlock['type']> = new Set(['paragraph', 'heading', 'divider', 'footnote']);
/** AFP's `***`: what follows may be trimmed. News APIs' `[+860 chars]`: the rest is elsewhere. */
const END_MARKS: readonly (readonly [kind: string, mark: RegExp])[] = [
  ['optional-mark', /\s?\*{3}$/u],
  ['truncated', /\s?\[\+\d[\d,. ]{0,9} chars\]$/u],
];
const OPTIONAL_HTML = /\s?\*{3}(?=\s{0,4}(?:<\/\w{1,10}>\s{0,4}){0,4}$)/u;
const TRUNCATED_HTML = /\s?\[\+\d[\d,. ]{0,9} chars\](?=\s{0,4}(?:<\/\w{1,10}>\s{0,4}){0,4}$)/u;
/** After an end mark at most this many blocks are contacts and boilerplate; more are the story going on. */
const LONGEST_TAIL = 12;
/** Bylines and notes above the story are shorter than its paragraphs. */
const LONGEST_HEAD_LINE = 90;

/**
 * Takes page chrome and wire marks out of the body: every cut is recorded at its place. Only blocks whose whole text is such a line
 * go; notes that readers must see stay.
 */
export const breaks: Step = {
  name: 'breaks',
  run(draft) {
    const language = draft.settled.language;
    const body: ParsedBlock[] = [];
    const removed: Cut[] = [];
    const evidence: Evidence[] = [];
    const readings = draft.body.map((block) => readBlock(block, language));
    const end = endOf(readings);
    const lead = leadOf(draft);
    draft.body.forEach((block, index) => {
      const reading = readings[index];
      const reason = reasonToGo(block, index, { draft, end, lead, reading });
      if (reason !== undefined) {
        if (reason.kind !== 'after-end' || !isEmpty(block)) removed.push(cut(block, reason.kind));
        if (reason.rule !== undefined)
          evidence.push({ path: `body.removed.${reason.kind}`, rule: reason.rule, source: block.path, ...spanOf(block) });
      } else if (reading?.action === 'divider') body.push(dividerOf(block));
      else if (!isEmpty(block)) body.push(withoutMark(block, removed));
    });
    return withEvidence({ ...draft, body, removed: [...draft.removed, ...removed] }, ...evidence);
  },
};

/** Why a block leaves the body, by which rule. */
function reasonToGo(block: ParsedBlock, index: number, { draft, end, lead, reading }: Around): { kind: string; rule?: string } | undefined {
  if (index > end) return { kind: 'after-end' };
  if (index < lead && block.type === 'paragraph' && isLeadNote(block.text ?? '')) return { kind: 'editor-note', rule: 'breaks/lead-note' };
  if (index === 0 && repeatsHeadline(block, draft)) return { kind: 'repeated-headline' };
  return reading !== undefined && goes(reading) ? { kind: reading.kind, rule: reading.rule } : undefined;
}

interface Around {
  readonly draft: Draft;
  readonly end: number;
  readonly lead: number;
  readonly reading: LineReading | undefined;
}

/** Some bodies begin with their own headline, which is a field already. */
function repeatsHeadline({ type, text }: ParsedBlock, { item }: Draft): boolean {
  const headline = foldSpace(item.headline?.text ?? '');
  return type === 'heading' && headline !== '' && text === headline;
}

/** How many blocks stand above the story: short lines that are no sentences, and notes. */
function leadOf({ body }: Draft): number {
  const story = body.findIndex(({ text }) => {
    const line = (text ?? '').trim();
    return line !== '' && !isLeadNote(line) && (line.length > LONGEST_HEAD_LINE || /[.!?…”"»]$/u.test(line));
  });
  return story < 0 ? body.length : story;
}

/** Index of the last block of the story: an end mark near the end cuts what follows. */
function endOf(readings: readonly (LineReading | undefined)[]): number {
  const index = readings.findIndex((reading) => reading?.action === 'end-of-story');
  return index <= 0 || readings.length - index - 1 > LONGEST_TAIL ? readings.length : index;
}

function readBlock(block: ParsedBlock, language: string | undefined): LineReading | undefined {
  const text = block.text?.trim() ?? '';
  if (!LINE_TYPES.has(block.type) || text === '' || text.length > 400) return undefined;
  return readLine(text, language === undefined ? {} : { language });
}

function goes({ action }: LineReading): boolean {
  return action === 'drop' || action === 'drop-keep-link' || action === 'end-of-story' || action === 'metadata';
}

/** A paragraph without text is padding; blocks of other types carry something else. */
function isEmpty(block: ParsedBlock): boolean {
  const textual = block.type === 'paragraph' || block.type === 'heading' || block.type === 'footnote' || block.type === 'quote';
  return textual && !/[^\s\u200b]/u.test(block.text ?? '') && (block.blocks ?? []).length === 0;
}

function cut(block: ParsedBlock, kind: string): Cut {
  const url = block.url ?? /href="([^"]{1,2000})"/u.exec(block.html?.slice(0, 4_000) ?? '')?.[1];
  return { kind, text: textOf(block), path: block.path, ...spanOf(block), ...(url === undefined ? {} : { url }) };
}

function textOf(block: ParsedBlock): string {
  return block.text ?? [...(block.items ?? []), ...(block.rows ?? []).flat()].map(({ text }) => text).join('\n');
}

function spanOf({ span }: ParsedBlock): Pick<Cut, 'span'> {
  return span === undefined ? {} : { span };
}

function dividerOf({ path, span }: ParsedBlock): ParsedBlock {
  return { type: 'divider', path, ...(span === undefined ? {} : { span }) };
}

/** `… six percent.***`, `… on Monday [+860 chars]`: the mark goes, the paragraph stays. */
function withoutMark(block: ParsedBlock, removed: Cut[]): ParsedBlock {
  const text = block.text?.trimEnd();
  if (block.type !== 'paragraph' || text === undefined || text.startsWith('***')) return block;
  const mark = END_MARKS.map(([kind, pattern]) => [kind, pattern.exec(text.slice(-40))?.[0]] as const).find(
    ([, found]) => found !== undefined,
  );
  const found = mark?.[1];
  if (mark === undefined || found === undefined || found.length === text.length) return block;
  removed.push({ kind: mark[0], text: found.trim(), path: block.path });
  const html = block.html?.trimEnd().replace(mark[0] === 'truncated' ? TRUNCATED_HTML : OPTIONAL_HTML, '');
  return { ...block, text: text.slice(0, -found.length).trimEnd(), ...(html === undefined ? {} : { html }) };
}
