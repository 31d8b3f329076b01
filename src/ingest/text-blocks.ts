import { foldSpace } from '../article/fold-space.ts';
import type { ParsedBlock } from '../article/parsed-item.ts';

/** Plain text as paragraphs: an empty line parts them; a text without one is read line by line. `path` = where the string stands. */
export function textBlocks(text: string, path: string): ParsedBlock[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  const parts = /\n[^\S\n]*\n/.test(lines) ? lines.split(/\n(?:[^\S\n]*\n)+/) : lines.split('\n');
  const paragraphs = parts.map(foldSpace).filter((part) => part !== '');
  return paragraphs.map((part, index) => ({
    type: 'paragraph',
    text: part,
    path: paragraphs.length === 1 ? path : `${path}#${index + 1}`,
  }));
}
