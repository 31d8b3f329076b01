import type { ArticleType } from '../../article/article.ts';
import type { ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { entriesOf, membersOf, nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';
import { countAt, numberAt, stringAt } from '../json-text.ts';
import { isMedium } from '../medium.ts';

type Links = NonNullable<ParsedItem['links']>;

/** The item's own picture, film or sound, and those of its associations that come with a caption or an address. */
export function mediaOf(item: JsonNode, type: ArticleType | undefined): ParsedMedia[] {
  const own = isMedium(type) ? mediumOf(item, type) : undefined;
  const associated = associationsOf(item).flatMap((node) => {
    const kind = stringAt(node, 'type')?.toLowerCase();
    const medium = isMedium(kind) ? mediumOf(node, kind) : undefined;
    return medium === undefined || (medium.caption === undefined && medium.renditions.length === 0) ? [] : [medium];
  });
  return [...(own === undefined ? [] : [own]), ...associated];
}

/** Where the text can be fetched, which items belong to this one, and where it is published. */
export function linksOf(item: JsonNode): Links {
  const links = nodesAt(item, 'links').flatMap((node): Links => {
    const url = stringAt(node, 'href');
    return url === undefined ? [] : [{ rel: stringAt(node, 'rel') ?? 'link', url }];
  });
  const texts = membersOf(nodeAt(item, 'renditions')).flatMap(({ name, node }): Links => {
    const url = stringAt(node, 'href');
    if (url === undefined || !isText(node)) return [];
    return [{ rel: `rendition:${name}`, url, ...defined({ title: stringAt(node, 'title'), type: stringAt(node, 'mimetype') }) }];
  });
  const items = associationsOf(item).map((node) => ({
    rel: 'associated',
    ...defined({
      id: stringAt(node, 'altids/itemid'),
      title: stringAt(node, 'headline') ?? stringAt(node, 'title'),
      type: stringAt(node, 'type'),
      url: stringAt(node, 'uri'),
    }),
  }));
  return [...links, ...texts, ...items];
}

/** Sent as an object with numbers as names, or as a list. */
function associationsOf(item: JsonNode): JsonNode[] {
  const node = nodeAt(item, 'associations');
  return Array.isArray(node?.value) ? entriesOf(node) : membersOf(node).map(({ node: each }) => each);
}

function mediumOf(item: JsonNode, type: ParsedMedia['type']): ParsedMedia {
  const renditions = membersOf(nodeAt(item, 'renditions')).flatMap(({ name, node }) => {
    const href = stringAt(node, 'href');
    if (href === undefined || isText(node)) return [];
    return [
      {
        name,
        href,
        ...defined({
          mediaType: stringAt(node, 'mimetype'),
          width: countAt(node, 'width'),
          height: countAt(node, 'height'),
          bytes: countAt(node, 'sizeinbytes'),
          duration: numberAt(node, 'totalduration') ?? numberAt(node, 'duration'),
        }),
      },
    ];
  });
  const guid = stringAt(item, 'altids/itemid');
  return {
    key: guid ?? stringAt(item, 'uri') ?? item.pointer,
    type,
    ...defined({
      guid,
      headline: stringAt(item, 'headline'),
      caption: textAt(item, 'description_caption') ?? textAt(item, 'caption'),
      credit: textAt(item, 'description_creditline') ?? textAt(item, 'creditline'),
      by: textAt(item, 'photographer/name'),
    }),
    renditions: orNothing(renditions) ?? [],
  };
}

function isText(rendition: JsonNode): boolean {
  return stringAt(rendition, 'type') === 'text';
}
