import { isTag, type ChildNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ParsedBlock } from '../article/parsed-item.ts';
import { blocksOf } from './markup.ts';

/** A body sent as HTML source inside another format, as blocks; read as loosely as a browser reads it. `path` = where the string stands. */
export function htmlBlocks(html: string, path: string): ParsedBlock[] {
  return nodeBlocks(htmlNodes(html), path);
}

/** Blocks of a tree that was read from a string inside the document: places in the string are no places in the document. */
export function nodeBlocks(nodes: readonly ChildNode[], path: string): ParsedBlock[] {
  return blocksOf(nodes, path).map(({ span: _span, ...block }) => block);
}

const BLOCK_TAG = /<(?:p|div|br|h[1-6]|ul|ol|table|blockquote|pre|figure|section|article)[\s>/]/i;

/** A body sent as one string: HTML where it has block markup, else plain lines, each a paragraph. */
export function stringBlocks(text: string, path: string): ParsedBlock[] {
  if (BLOCK_TAG.test(text)) return htmlBlocks(text, path);
  return text.split(/[\r\n]+/u).flatMap((line, index) => htmlBlocks(line, `${path}/line[${index + 1}]`));
}

/** The nodes of an HTML body, of a fragment or of a whole page. */
export function htmlNodes(html: string): readonly ChildNode[] {
  return bodyOf(parseDocument(html).children);
}

/** What stands in the body of a page, or all of a fragment. */
export function bodyOf(nodes: readonly ChildNode[]): readonly ChildNode[] {
  const root = named(nodes, 'html')?.children ?? nodes;
  return named(root, 'body')?.children ?? root;
}

function named(nodes: readonly ChildNode[], name: string): Element | undefined {
  return nodes.find((node): node is Element => isTag(node) && node.name === name);
}
