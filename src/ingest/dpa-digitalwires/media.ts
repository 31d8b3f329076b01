import type { MediaType } from '../../article/media.ts';
import type { ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodesAt, textAt, type JsonNode } from '../json.ts';
import { countAt, stringAt } from '../json-text.ts';

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
    const urn = stringAt(node, 'urn');
    return [
      {
        key: urn ?? node.pointer,
        type,
        renditions: nodesAt(node, 'renditions').flatMap(renditionOf),
        ...defined({
          guid: urn,
          headline: stringAt(node, 'headline'),
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
  return [
    {
      name: stringAt(node, 'size') ?? 'main',
      href,
      ...defined({
        mediaType: stringAt(node, 'mimetype'),
        width: countAt(node, 'width'),
        height: countAt(node, 'height'),
        bytes: countAt(node, 'length'),
      }),
    },
  ];
}
