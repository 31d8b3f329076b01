import { isTag, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../article/fold-space.ts';
import type { ParsedBlock, ParsedText } from '../article/parsed-item.ts';
import { inlineOf, nameOf, textOf } from './inline-markup.ts';

/** A cell may span columns; more are an error of the source. */
const WIDEST_SPAN = 50;

interface Row {
  readonly isHead: boolean;
  readonly cells: readonly ParsedText[];
}

/**
 * A table of HTML or NITF: its leading header rows, its rows, its caption (NITF: else its summary). A cell over several columns is
 * followed by empty ones. Undefined for a table of one column, which lays out a page and holds no data.
 */
export function tableOf(element: Element, place: Pick<ParsedBlock, 'path' | 'span'>): ParsedBlock[] | undefined {
  const found = rowsOf(element);
  if (found.every((row) => row.length < 2)) return undefined;
  const rows = found.map(rowOf).filter(({ cells }) => cells.some(({ text }) => text !== ''));
  if (rows.length === 0) return [];
  const heads = rows.findIndex(({ isHead }) => !isHead);
  const cut = heads === -1 ? 1 : heads;
  const [header, body] = [rows.slice(0, cut), rows.slice(cut)].map((part) => part.map(({ cells }) => cells));
  const caption = captionOf(element);
  const hasHeader = rows[0]?.isHead === true && header !== undefined;
  return [
    {
      type: 'table',
      ...(hasHeader ? { header } : {}),
      rows: hasHeader ? (body ?? []) : rows.map(({ cells }) => cells),
      ...(caption === '' ? {} : { caption }),
      ...place,
    },
  ];
}

function rowOf(row: readonly Element[]): Row {
  const inHead = row[0]?.parent?.parent;
  return {
    isHead:
      row.length > 0 && (row.every((cell) => nameOf(cell) === 'th') || (inHead != null && isTag(inHead) && nameOf(inHead) === 'thead')),
    cells: row.flatMap((cell) => {
      const span = Number(/^\d{1,3}$/.exec(cell.attribs['colspan']?.trim() ?? '')?.[0] ?? 1);
      return [inlineOf(cell.children), ...Array.from({ length: Math.min(Math.max(span, 1), WIDEST_SPAN) - 1 }, () => ({ text: '' }))];
    }),
  };
}

function captionOf(table: Element): string {
  const title = table.children.find((node): node is Element => isTag(node) && nameOf(node) === 'caption');
  if (title !== undefined) return foldSpace(textOf(title));
  const around = table.parent;
  if (around === null || !isTag(around) || nameOf(around) !== 'nitf-table') return '';
  const summary = elementsIn(around, 'nitf-table-metadata').flatMap((metadata) => elementsIn(metadata, 'nitf-table-summary'));
  return foldSpace(summary.map(textOf).join(' '));
}

function elementsIn(element: Element, name: string): Element[] {
  return element.children.filter((node): node is Element => isTag(node) && nameOf(node) === name);
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  const open: { node: ChildNode; depth: number }[] = [...table.children].reverse().map((node) => ({ node, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (!isTag(node)) continue;
    if (nameOf(node) === 'tr')
      rows.push(node.children.filter((cell): cell is Element => isTag(cell) && ['td', 'th'].includes(nameOf(cell))));
    else if (depth < 4) for (const inner of [...node.children].reverse()) open.push({ node: inner, depth: depth + 1 });
  }
  return rows;
}
