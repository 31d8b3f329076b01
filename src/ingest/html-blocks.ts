import type { ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ParsedBlock } from '../article/parsed-item.ts';
import { blocksOf } from './markup.ts';
import { children } from './tree.ts';

/** A body sent as HTML source inside another format, as blocks; read as loosely as a browser reads it. `path` = where the string stands. */
export function htmlBlocks(html: string, path: string): ParsedBlock[] {
  return blocksOf(bodyNodes(html), path).map(withoutSpan);
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
