import type { Block, Body, Removed, Text } from '../article/block.ts';
import { blockId } from '../article/hash.ts';
import type { ParsedBlock, ParsedText } from '../article/parsed-item.ts';
import type { Cut, Draft } from './draft.ts';

/** Builds the body from what the steps left: blocks with ids, text and HTML renderings, and each cut at its place. */
export function bodyOf(draft: Draft): Body {
  const blocks = draft.body.map(blockOf);
  const text = blocks
    .map(textOf)
    .filter((part) => part !== '')
    .join('\n\n');
  return {
    blocks,
    text,
    html: blocks.map(htmlOf).join(''),
    wordCount: wordsIn(text),
    charCount: text.length,
    truncated: draft.item.truncated === true || draft.removed.some((cut) => cut.kind === 'truncated' || cut.kind === 'paywall'),
    ...(draft.removed.some((cut) => cut.kind === 'continuation') ? { continues: true } : {}),
    removed: removedOf(draft),
  };
}

/** How many runs of anything but white space. */
function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function blockOf(block: ParsedBlock): Block {
  const { path: _path, span: _span, items, header, rows, blocks, text, ...rest } = block;
  return {
    ...rest,
    id: blockId(text ?? [...(items ?? []), ...(rows ?? []).flat()].map((item) => item.text).join('\n')),
    ...(text === undefined ? {} : { text, html: block.html ?? escapeHtml(text) }),
    ...(items === undefined ? {} : { items: items.map(inline) }),
    ...(header === undefined ? {} : { header: header.map((row) => row.map(inline)) }),
    ...(rows === undefined ? {} : { rows: rows.map((row) => row.map(inline)) }),
    ...(blocks === undefined ? {} : { blocks: blocks.map(blockOf) }),
  };
}

function inline({ text, html }: ParsedText): Text {
  return html === undefined ? { text } : { text, html };
}

/** Plain text of a block: list items and table cells on lines of their own. */
function textOf(block: Block): string {
  switch (block.type) {
    case 'list':
      return (block.items ?? []).map((item) => item.text).join('\n');
    case 'table':
      return [...(block.header ?? []), ...(block.rows ?? [])].map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
    case 'aside':
      return (block.blocks ?? []).map(textOf).join('\n\n');
    case 'image':
    case 'divider':
    case 'embed':
      return '';
    default:
      return block.text ?? '';
  }
}

function htmlOf(block: Block): string {
  const inner = block.html ?? '';
  switch (block.type) {
    case 'heading':
      return `<h${block.level ?? 2}>${inner}</h${block.level ?? 2}>`;
    case 'list':
      return listHtml(block);
    case 'table':
      return tableHtml(block);
    case 'quote':
      return `<blockquote><p>${inner}</p></blockquote>`;
    case 'divider':
      return '<hr>';
    case 'aside':
      return `<aside>${(block.blocks ?? []).map(htmlOf).join('')}</aside>`;
    case 'image':
    case 'embed':
      return '';
    default:
      return `<p>${inner}</p>`;
  }
}

function listHtml(block: Block): string {
  const tag = block.ordered === true ? 'ol' : 'ul';
  return `<${tag}>${(block.items ?? []).map((item) => `<li>${cell(item)}</li>`).join('')}</${tag}>`;
}

function tableHtml(block: Block): string {
  const head = (block.header ?? []).map((row) => `<tr>${row.map((item) => `<th>${cell(item)}</th>`).join('')}</tr>`).join('');
  const rows = (block.rows ?? []).map((row) => `<tr>${row.map((item) => `<td>${cell(item)}</td>`).join('')}</tr>`).join('');
  return `<table>${head}${rows}</table>`;
}

function cell(item: Text): string {
  return item.html ?? escapeHtml(item.text);
}

/** Between the blocks before and behind it in the source. */
function placeBySpan({ span }: Cut, blocks: readonly ParsedBlock[]): number | undefined {
  if (span === undefined) return undefined;
  const behind = blocks.findIndex((block) => block.span !== undefined && block.span[0] >= span[0]);
  return (behind === -1 ? blocks.length : behind) - 0.5;
}

/** A cut stands after the last kept block that precedes it in the source. */
function removedOf({ item, body, removed }: Draft): Removed[] {
  const order = new Map((item.lines ?? item.body).map((part, index) => [part.path, index]));
  const kept = body.map((block) => order.get(block.path) ?? -1);
  const placed = removed.map((cut) => {
    const place = order.get(cut.path) ?? placeBySpan(cut, item.body) ?? order.size;
    return {
      place,
      entry: {
        kind: cut.kind,
        text: cut.text,
        after: kept.filter((at) => at < place).length - 1,
        ...(cut.url === undefined ? {} : { url: cut.url }),
      },
    };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
}

/** Text as HTML text; quotes need no escape outside attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
