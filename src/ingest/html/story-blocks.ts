import { isTag, type ChildNode, type Element } from 'domhandler';
import type { ParsedBlock, ParsedText, Span } from '../../article/parsed-item.ts';
import { inlineOf } from '../inline-markup.ts';
import { tableOf } from '../table.ts';
import { publicUrl } from '../web-address.ts';
import type { PlacedPassage } from './story-reading.ts';
import { spanOf } from './verdict.ts';

const HEADINGS: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };
/** Posts of networks as pages embed them. */
const POST = /\b(twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|bluesky-embed|reddit-embed-bq|mastodon-embed)\b/;
const NETWORK: Readonly<Record<string, string>> = {
  'instagram-media': 'instagram',
  'tiktok-embed': 'tiktok',
  'fb-post': 'facebook',
  'bluesky-embed': 'bluesky',
  'reddit-embed-bq': 'reddit',
  'mastodon-embed': 'mastodon',
};

/** What several passages make one block of: a list, a table, an embedded post; alone a passage is its own. */
interface Group {
  readonly kind: 'list' | 'table' | 'post' | 'single';
  readonly element: Element;
  readonly members: PlacedPassage[];
}

/** The blocks of the kept passages: neighbours in one list, table or embedded post are one block. `base` = where relative addresses start. */
export function blocksOfPassages(kept: readonly PlacedPassage[], above: ReadonlySet<Element>, base: string | undefined): ParsedBlock[] {
  const groups: Group[] = [];
  for (const placed of kept) {
    const { kind, element } = groupOf(placed.passage.element, above);
    const last = groups.at(-1);
    if (last !== undefined && kind !== 'single' && last.kind === kind && last.element === element) last.members.push(placed);
    else groups.push({ kind, element, members: [placed] });
  }
  return groups.flatMap((group) => blocksOfGroup(group, base));
}

function groupOf(element: Element, above: ReadonlySet<Element>): Omit<Group, 'members'> {
  let group: Omit<Group, 'members'> = { kind: 'single', element };
  for (let up: Element['parent'] = element; up !== null && isTag(up) && !above.has(up); up = up.parent) {
    if (up.name === 'ul' || up.name === 'ol') group = { kind: 'list', element: up };
    else if (up.name === 'table') group = { kind: 'table', element: up };
    else if (POST.test(up.attribs['class'] ?? '')) group = { kind: 'post', element: up };
  }
  return group;
}

function blocksOfGroup(group: Group, base: string | undefined): ParsedBlock[] {
  const { kind, element, members } = group;
  const span = spanOfAll(members);
  const place = { path: pathOf(element, members[0]), ...(span === undefined ? {} : { span }) };
  if (kind === 'table') return tableOf(element, place) ?? members.flatMap(blockOfOne);
  if (kind === 'post') return [{ type: 'embed', ...postOf(group, base), ...place }];
  if (kind === 'list') return [{ type: 'list', ordered: element.name === 'ol', items: itemsOf(members), ...place }];
  return members.flatMap(blockOfOne);
}

/** Passages of one item are one item. */
function itemsOf(members: readonly PlacedPassage[]): ParsedText[] {
  const items: { item: Element | undefined; nodes: ChildNode[] }[] = [];
  for (const { passage } of members) {
    const item = itemAround(passage.element);
    const last = items.at(-1);
    if (last !== undefined && item !== undefined && last.item === item) for (const node of passage.nodes) last.nodes.push(node);
    else items.push({ item, nodes: [...passage.nodes] });
  }
  return items.map(({ nodes }) => inlineOf(nodes));
}

function itemAround(element: Element): Element | undefined {
  for (let up: Element['parent'] = element; up !== null && isTag(up); up = up.parent) if (up.name === 'li') return up;
  return undefined;
}

function postOf({ element, members }: Group, base: string | undefined): Partial<ParsedBlock> {
  const network = POST.exec(element.attribs['class'] ?? '')?.[1] ?? '';
  const links = members.flatMap(({ passage }) => passage.nodes).filter((node): node is Element => isTag(node) && node.name === 'a');
  const url = publicUrl(element.attribs['cite'] ?? element.attribs['data-instgrm-permalink'] ?? links.at(-1)?.attribs['href'], base);
  return {
    provider: NETWORK[network] ?? 'twitter',
    ...(url === undefined ? {} : { url }),
    text: members.map(({ passage }) => passage.text).join(' '),
  };
}

function blockOfOne(placed: PlacedPassage): ParsedBlock[] {
  const { element, nodes } = placed.passage;
  const span = spanOf(placed);
  const place = { path: pathOf(element, placed), ...(span === undefined ? {} : { span }) };
  const level = headingLevel(element);
  if (level !== undefined) return [{ type: 'heading', level, ...inlineOf(nodes), ...place }];
  const isQuote = around(element, 'blockquote') !== undefined;
  return [{ type: isQuote ? 'quote' : 'paragraph', ...inlineOf(nodes), ...place }];
}

/** A heading is one also where its words stand in an element of their own. */
function headingLevel(element: Element): number | undefined {
  for (let up: Element['parent'] = element, steps = 0; up !== null && isTag(up) && steps < 3; up = up.parent, steps += 1) {
    const level = HEADINGS[up.name];
    if (level !== undefined) return level;
  }
  return undefined;
}

function around(element: Element, name: string): Element | undefined {
  for (let up: Element['parent'] = element, steps = 0; up !== null && isTag(up) && steps < 4; up = up.parent, steps += 1)
    if (up.name === name) return up;
  return undefined;
}

function spanOfAll(members: readonly PlacedPassage[]): Span | undefined {
  const [first, last] = [members[0], members.at(-1)].map((placed) => (placed === undefined ? undefined : spanOf(placed)));
  return first === undefined || last === undefined ? undefined : [first[0], last[1]];
}

/** `/html/body/div/p#17`: the elements around, and the place of the passage in the page. */
export function pathOf(element: Element, placed: PlacedPassage | undefined): string {
  const names: string[] = [];
  for (let node: Element['parent'] = element; node !== null && isTag(node); node = node.parent) names.unshift(node.name);
  return `/${names.join('/')}#${placed?.passage.place ?? 0}`;
}
