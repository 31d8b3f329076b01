import type { ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { membersOf, nodeAt, nodesAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';

type Links = NonNullable<ParsedItem['links']>;
type Related = NonNullable<ParsedItem['related']>;

/** References to other content by id, redirects, and the short address. */
export function linksOf(node: JsonNode): Links {
  const short = stringAt(node, 'short_url');
  const canonical = stringAt(node, 'canonical_url') ?? stringAt(node, 'website_url');
  const others = [...groupsOf(node)].flatMap(({ rel, each }): Links => {
    if (titleOf(each) !== undefined) return [];
    const link = defined({
      id: stringAt(each, 'referent/id') ?? stringAt(each, '_id'),
      url: stringAt(each, 'redirect_url') ?? stringAt(each, 'canonical_url'),
      type: stringAt(each, 'referent/type'),
    });
    return link.id === undefined && link.url === undefined ? [] : [{ rel, ...link }];
  });
  return [
    ...(canonical === undefined ? [] : [{ rel: 'canonical', url: canonical }]),
    ...(short === undefined ? [] : [{ rel: 'short', url: short }]),
    ...others,
  ];
}

/** Related content that came with its headline. */
export function relatedOf(node: JsonNode): Related {
  return groupsOf(node).flatMap(({ each }): Related => {
    const title = titleOf(each);
    return title === undefined
      ? []
      : [{ title, ...defined({ url: stringAt(each, 'canonical_url'), teaser: stringAt(each, 'description/basic') }) }];
  });
}

function groupsOf(node: JsonNode): { rel: string; each: JsonNode }[] {
  return membersOf(nodeAt(node, 'related_content')).flatMap(({ name }) =>
    nodesAt(node, `related_content/${name}`).map((each) => ({ rel: name === 'basic' ? 'related' : name, each })),
  );
}

function titleOf(node: JsonNode): string | undefined {
  return stringAt(node, 'headlines/basic');
}
