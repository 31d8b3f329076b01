import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/block.ts';
import { bylineOf, headlineOf } from '../article-facts.ts';

/** A public article as text for reading: one empty line between paragraphs, no line is broken, captions at the end. */
export function plainTextOf(article: Article): string {
  const { dateline, abstract, body, media, rights } = article;
  const printed = dateline?.text ?? dateline?.raw ?? undefined;
  const captions = (media ?? []).flatMap(({ caption, credit }) => (caption === undefined ? [] : [joined(caption, credit?.text)]));
  const parts = [
    headlineOf(article),
    bylineOf(article),
    abstract?.text,
    printed,
    ...body.blocks.map(textOf),
    ...captions.map((caption) => `[${caption}]`),
    rights?.notice,
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

/** The credit stands in the caption already where the provider wrote it there. */
function joined(caption: string, credit: string | undefined): string {
  return credit === undefined || caption.includes(credit) ? caption : `${caption} ${credit}`;
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'list':
      return (block.items ?? []).map(({ text }, index) => `${block.ordered === true ? `${index + 1}.` : '-'} ${text}`).join('\n');
    case 'table':
      return [...(block.header ?? []), ...(block.rows ?? [])].map((row) => row.map(({ text }) => text).join('\t')).join('\n');
    case 'aside':
      return (block.blocks ?? []).map(textOf).join('\n\n');
    case 'quote':
      return block.attribution === undefined ? (block.text ?? '') : `${block.text ?? ''}\n(${block.attribution})`;
    case 'divider':
      return '***';
    default:
      return block.text ?? '';
  }
}
