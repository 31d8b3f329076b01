import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock } from '../../article/parsed-item.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { blocksOf } from '../markup.ts';
import { child, children, localName } from '../tree.ts';

/** A text as read: its blocks and the element that holds them, read whole. */
export interface TextRead {
  readonly blocks: readonly ParsedBlock[];
  readonly holder: Element;
}

const HOLDERS = ['Encoding', 'body.content', 'body', 'nitf', 'html', 'xhtml'];
const HTML = /<(?:p|div|br|h[1-6]|ul|ol|table|blockquote|nitf|html|body)[\s/>]/i;

/** The text of a ContentItem: NITF, XHTML, HTML as a string, or plain lines. Undefined where it has none, or none that can be read (base64). */
export function textOfContent(content: Element, path: string): TextRead | undefined {
  const data = child(content, 'DataContent') ?? child(child(content, 'Encoding'), 'DataContent');
  if (data === undefined) return undefined;
  const { holder, at: place } = holderOf(data, `${path}/DataContent`);
  if (/base64/i.test(holder.attribs['Notation'] ?? '')) return undefined;
  if (children(holder).length > 0) return { blocks: blocksOf(holder.children, place), holder };
  const text = holder.children.map((node) => ('data' in node ? node.data : '')).join('');
  return { blocks: HTML.test(text) ? htmlBlocks(text, place) : plainBlocks(text, place), holder };
}

/** Goes down through nitf/body/body.content as far as the file has them. */
function holderOf(data: Element, path: string): { holder: Element; at: string } {
  const next = children(data).find((element) => HOLDERS.includes(localName(element)));
  return next === undefined ? { holder: data, at: path } : holderOf(next, `${path}/${next.name}`);
}

/** Plain text: an empty line parts paragraphs, else an indented one begins them, else every line is one. */
function plainBlocks(text: string, path: string): ParsedBlock[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const split = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/u.test(lines) ? /\n[^\S\n]*\n/u : /\n[ \t]+\S/u.test(lines.trim()) ? /\n(?=[ \t]+\S)/u : /\n/u;
  return lines
    .split(split)
    .map(foldSpace)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph, index): ParsedBlock => ({ type: 'paragraph', text: paragraph, path: `${path}/line[${index + 1}]` }));
}

/** Lines before the story that speak to the desk: ANP's "new item, replaces". Source: ANP NewsML with NITF 3.3 of 2018. */
const DESK_LINE = /^n ?i ?e ?u ?w\s{1,3}bericht,?\s{1,3}vervangt:/i;

/** Takes leading notes to the desk off the text. */
export function withoutDeskLines(blocks: readonly ParsedBlock[]): {
  readonly notes: readonly Found[];
  readonly blocks: readonly ParsedBlock[];
} {
  const first = blocks.findIndex((block) => !DESK_LINE.test(block.text ?? ''));
  const count = first === -1 ? blocks.length : first;
  return {
    notes: blocks.slice(0, count).map(({ text = '', path, span }) => ({ text, path, ...(span === undefined ? {} : { span }) })),
    blocks: blocks.slice(count),
  };
}
