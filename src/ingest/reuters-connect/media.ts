import type { ArticleType } from '../../article/article.ts';
import type { MediaType } from '../../article/media.ts';
import type { ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodesAt, textAt, type JsonNode } from '../json.ts';
import { countAt, numberAt, stringAt } from '../json-text.ts';
import { isMedium } from '../medium.ts';

const TYPES: Readonly<Record<string, ArticleType>> = {
  text: 'text',
  picture: 'picture',
  pictures: 'picture',
  photo: 'picture',
  image: 'picture',
  graphic: 'graphic',
  graphics: 'graphic',
  interactive: 'graphic',
  video: 'video',
  audio: 'audio',
  composite: 'package',
  package: 'package',
};
/** Addresses that stand in members of their own and work for five minutes (Reuters API guide 2024). */
const PREVIEWS = ['previewUrl', 'thumbnailUrl', 'thumbnailUrlLarge'];

/** What an item is; undefined where it does not say. */
export function typeOf(item: JsonNode): ArticleType | undefined {
  return TYPES[stringAt(item, 'type')?.toLowerCase() ?? ''];
}

/** The picture, film or sound that the item is, and those that come with it, also within packages of packages. */
export function mediaOf(item: JsonNode): ParsedMedia[] {
  const type = typeOf(item);
  const own = isMedium(type) ? [mediumOf(item, type)] : [];
  return [...own, ...nodesAt(item, 'associations').flatMap(mediaOf)];
}

/** Items that belong to this one and are no media. */
export function associatedOf(item: JsonNode): NonNullable<ParsedItem['links']> {
  return nodesAt(item, 'associations').flatMap((node) => {
    const id = stringAt(node, 'uri') ?? stringAt(node, 'versionedGuid');
    if (isMedium(typeOf(node)) || id === undefined) return [];
    return [{ rel: 'associated', id, ...defined({ title: stringAt(node, 'headLine'), type: stringAt(node, 'type') }) }];
  });
}

function mediumOf(item: JsonNode, type: MediaType): ParsedMedia {
  const guid = stringAt(item, 'uri') ?? stringAt(item, 'versionedGuid');
  const previews = PREVIEWS.flatMap((name) => {
    const href = stringAt(item, name);
    return href === undefined ? [] : [{ name, href }];
  });
  // A film is a package of its files: each association that only has renditions is one of them.
  const files = [item, ...nodesAt(item, 'associations').filter((node) => typeOf(node) === undefined)];
  return {
    key: guid ?? item.pointer,
    type,
    renditions: [...files.flatMap((node) => nodesAt(node, 'renditions').flatMap(renditionOf)), ...previews],
    ...defined({
      guid,
      headline: stringAt(item, 'headLine'),
      caption: textAt(item, 'caption') ?? textAt(item, 'fragment'),
      credit: textAt(item, 'credit'),
      by: textAt(item, 'byLine'),
      created: textAt(item, 'contentCreated') ?? textAt(item, 'contentTimestamp'),
    }),
  };
}

/** The id of a rendition is what the download asks for; an address that works at once goes before it. */
function renditionOf(node: JsonNode): ParsedMedia['renditions'] {
  const href = stringAt(node, 'url') ?? stringAt(node, 'uri') ?? stringAt(node, 'remotePath');
  if (href === undefined) return [];
  return [
    {
      name: stringAt(node, 'code') ?? stringAt(node, 'rendition') ?? stringAt(node, 'type') ?? 'main',
      href,
      ...defined({
        mediaType: stringAt(node, 'mimeType'),
        width: countAt(node, 'width'),
        height: countAt(node, 'height'),
        bytes: countAt(node, 'sizeInBytes'),
        duration: numberAt(node, 'duration'),
      }),
    },
  ];
}
