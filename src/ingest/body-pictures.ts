import type { ParsedBlock, ParsedMedia } from '../article/parsed-item.ts';

/** A body whose image blocks name their picture, and those pictures. `absolute` gives the address to keep, undefined for none: the block then goes. */
export function bodyWithPictures(
  blocks: readonly ParsedBlock[],
  absolute: (address: string | undefined) => string | undefined,
): { body: ParsedBlock[]; pictures: ParsedMedia[] } {
  const pictures: ParsedMedia[] = [];
  const body = blocks.flatMap((block): ParsedBlock[] => {
    if (block.type !== 'image') return [block];
    const href = absolute(block.url);
    if (href === undefined) return [];
    const caption = block.caption === undefined ? {} : { caption: { text: block.caption, path: block.path } };
    pictures.push({ key: href, type: 'picture', renditions: [{ name: 'body', href }], ...caption });
    return [{ ...block, url: href, media: href }];
  });
  return { body, pictures };
}
