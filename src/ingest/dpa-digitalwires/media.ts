import type { MediaType } from '../../article/media.ts';
import type { ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../defined.ts';
import { nodesAt, textAt, type JsonNode } from '../json.ts';

const TYPES: Readonly<Record<string, MediaType>> = {
  image: 'picture',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  document: 'document',
};

/** Pictures, films and sounds that come with a story. The addresses of their files are signed and run out. */
export function mediaOf(root: JsonNode): ParsedMedia[] {
  return nodesAt(root, 'associations').flatMap((node): ParsedMedia[] => {
    const type = TYPES[textAt(node, 'type')?.text.toLowerCase() ?? ''];
    if (type === undefined) return [];
    const urn = textAt(node, 'urn')?.text;
    return [
      {
        key: urn ?? node.pointer,
        type,
        renditions: nodesAt(node, 'renditions').flatMap(renditionOf),
        ...defined({
          guid: urn,
          headline: textAt(node, 'headline')?.text,
          caption: textAt(node, 'caption'),
          credit: textAt(node, 'creditline'),
          created: textAt(node, 'content_created') ?? textAt(node, 'version_created'),
        }),
      },
    ];
  });
}

function renditionOf(node: JsonNode): ParsedMedia['renditions'] {
  const href = (textAt(node, 'url') ?? textAt(node, 'href'))?.text;
  if (href === undefined) return [];
  const whole = (name: string): number | undefined => {
    const value = Number(textAt(node, name)?.text ?? Number.NaN);
    return Number.isInteger(value) && value >= 0 ? value : undefined;
  };
  return [
    {
      name: textAt(node, 'size')?.text ?? 'main',
      href,
      ...defined({ mediaType: textAt(node, 'mimetype')?.text, width: whole('width'), height: whole('height'), bytes: whole('length') }),
    },
  ];
}
