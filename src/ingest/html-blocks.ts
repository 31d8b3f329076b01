import type { ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ParsedBlock } from '../article/parsed-item.ts';
import { blocksOf } from './markup.ts';
import { children } from './tree.ts';

/** A body sent as HTML source inside another format, as blocks; read as loosely as a browser reads it. `path` = where the string stands. */
export function htmlBlocks(html: string, path: string): ParsedBlock[] {
  return blocksOf(bodyNodes(html), path).map(withoutSpan);
}

const BLOCK_TAG = /<(?:p|div|br|h[1-6]|ul|ol|table|blockquote|pre|figure|section|article)[\s>/]/i;

/** A body sent as one string: HTML where it has block markup, else plain lines, each a paragraph. */
export function stringBlocks(text: string, path: string): ParsedBlock[] {
  if (BLOCK_TAG.test(text)) return htmlBlocks(text, path);
  return text.split(/[\r\n]+/u).flatMap((line, index) => htmlBlocks(line, `${path}/line[${index + 1}]`));
}

function bodyNodes(html: string): ChildNode[] {
  const tree = parseDocument(html);
  const root = children(tree, 'html')[0];
  return children(root ?? tree, 'body')[0]?.children ?? root?.children ?? tree.children;
}

/** Places in the string are no places in the document. */
function withoutSpan({ span: _span, ...block }: ParsedBlock): ParsedBlock {
  return block;
}
