import type { ChildNode } from 'domhandler';
import type { ParsedBlock, ParsedText } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { pageTree } from '../html/page-tree.ts';
import { bodyOf, nodeBlocks } from '../html-blocks.ts';
import { visibleText } from '../plain-text.ts';
import { linesOf } from '../wire/lines.ts';
import { lineEntries, type Entry } from './entries.ts';

/** Stands for a line break while blocks are read; no text of a mail holds it, for control characters were mended before. */
const BREAK = '\u0085';
/** Tags of Office programs, which are no HTML. */
const OFFICE = /<\/?(?:o|v|w|m|st1):[a-z][^<>]{0,2000}>|<!\[(?:if|endif)[^<>]{0,200}>/giu;

/**
 * The entries of an HTML text. Line breaks are kept, since copy and forms are written with them; `offset` numbers the lines.
 * Markup that no reader program builds (nested beyond bounds) is read as its bare text.
 */
export function htmlEntries(source: string, path: string, offset: number): Entry[] {
  const html = source.replace(OFFICE, '').replace(/<br\b[^<>]{0,500}>/giu, BREAK);
  const tree = boundedTree(html);
  if (tree === undefined) return lineEntries(linesOf(visibleText(html)), offset);
  let number = offset;
  return nodeBlocks(bodyOf(tree), path).flatMap((block) => {
    const entries = entriesOf(block, number);
    number += entries.length + 1;
    return entries;
  });
}

function boundedTree(html: string): ChildNode[] | undefined {
  try {
    return pageTree(html);
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}

function entriesOf(block: ParsedBlock, offset: number): Entry[] {
  const { text } = block;
  if (text === undefined) return [{ text: textOf(block), gap: true, path: block.path, block: unbroken(block) }];
  if (!text.includes(BREAK)) return text === '' ? [] : [{ text, gap: true, path: block.path, block }];
  const texts = text.split(BREAK).map((one) => one.trim());
  const htmls = block.html === undefined ? undefined : pieces(block.html);
  return texts.flatMap((one, index): Entry[] => {
    if (one === '') return [];
    const place = { text: one, gap: index === 0 || texts[index - 1] === '', path: `${block.path}/br[${index}]` };
    if (htmls === undefined && block.type === 'paragraph') {
      const number = offset + index + 1;
      return [{ ...place, line: { raw: one, number, start: 0, end: one.length } }];
    }
    const html = htmls?.[index]?.trim();
    const { html: _whole, ...bare } = block;
    return [
      { ...place, block: { ...bare, text: one, path: place.path, ...(html === undefined || !/<[a-z]/u.test(html) ? {} : { html }) } },
    ];
  });
}

/** Cuts inline HTML at the breaks; what was open at a break is closed before and opened again behind it. */
function pieces(html: string): string[] {
  const open: string[] = [];
  return html.split(BREAK).map((part) => {
    const before = open.join('');
    for (const tag of part.match(/<[^<>]{1,3000}>/gu) ?? []) {
      if (tag.startsWith('</')) open.pop();
      else open.push(tag);
    }
    const closing = open.map((tag) => `</${/^<([a-z]+)/u.exec(tag)?.[1] ?? ''}>`).reverse();
    return before + part + closing.join('');
  });
}

function unbroken(block: ParsedBlock): ParsedBlock {
  const plain = (one: ParsedText): ParsedText => ({
    text: spaced(one.text),
    ...(one.html === undefined ? {} : { html: spaced(one.html) }),
  });
  const rows = (list: readonly (readonly ParsedText[])[]): ParsedText[][] => list.map((row) => row.map(plain));
  return {
    ...block,
    ...(block.items === undefined ? {} : { items: block.items.map(plain) }),
    ...(block.rows === undefined ? {} : { rows: rows(block.rows) }),
    ...(block.header === undefined ? {} : { header: rows(block.header) }),
    ...(block.caption === undefined ? {} : { caption: spaced(block.caption) }),
  };
}

function spaced(text: string): string {
  return text.replaceAll(BREAK, ' ').replace(/ {2,}/gu, ' ').trim();
}

/** What a list or a table says, for whoever looks for words in it. */
function textOf({ items, header, rows, caption }: ParsedBlock): string {
  const cells = [...(items ?? []), ...(header ?? []).flat(), ...(rows ?? []).flat()].map(({ text }) => text);
  return spaced([...cells, caption ?? ''].join(' '));
}
