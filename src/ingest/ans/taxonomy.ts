import type { ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodeAt, nodesAt, textsAt, type JsonNode } from '../json.ts';
import { numberAt, stringAt } from '../json-text.ts';

type Places = NonNullable<ParsedItem['places']>;

const GROUPS = ['tags', 'sections', 'sites', 'categories', 'topics', 'auxiliaries'];

/** Tags, sections, sites and the like, each with the group as its scheme; the first place goes to the primary one. */
export function subjectsOf(node: JsonNode): ParsedConcept[] {
  const primary = ['primary_section', 'primary_site'].flatMap((name) => conceptOf(nodeAt(node, `taxonomy/${name}`), name, 'primary'));
  const groups = GROUPS.flatMap((name) => nodesAt(node, `taxonomy/${name}`).flatMap((each) => conceptOf(each, name)));
  const tickers = textsAt(node, 'taxonomy/stock_symbols').map(({ text }) => ({ scheme: 'stock_symbols', code: text }));
  return [...primary, ...groups, ...tickers];
}

function conceptOf(node: JsonNode | undefined, scheme: string, rel?: string): ParsedConcept[] {
  const code = stringAt(node, '_id') ?? stringAt(node, 'uid') ?? stringAt(node, 'slug') ?? stringAt(node, 'referent/id');
  const name = stringAt(node, 'name') ?? stringAt(node, 'text');
  return code === undefined && name === undefined ? [] : [{ scheme, ...defined({ code, name, rel }) }];
}

export function keywordsOf(node: JsonNode): string[] {
  const keywords = nodesAt(node, 'taxonomy/keywords').flatMap((each) => stringAt(each, 'keyword') ?? []);
  return [...new Set([...keywords, ...textsAt(node, 'taxonomy/seo_keywords').map(({ text }) => text)])];
}

/** Named entities of one type: `person`, `organization`. */
export function entitiesOf(node: JsonNode, type: string): ParsedConcept[] {
  return entityNodes(node, type).flatMap((each) => {
    const concept = defined({ code: stringAt(each, '_id'), name: stringAt(each, 'name') });
    return concept.name === undefined ? [] : [concept];
  });
}

/** `location` says where the story plays, which need not be where it was written: no dateline. */
export function placesOf(node: JsonNode): Places {
  const name = stringAt(node, 'location') ?? stringAt(node, 'address/locality');
  const point = defined({ lat: numberAt(node, 'geo/latitude'), lon: numberAt(node, 'geo/longitude') });
  const region = defined({ region: stringAt(node, 'address/region'), countryName: stringAt(node, 'address/country_name') });
  const own: Places = name === undefined ? [] : [{ name, rel: 'content', ...region, ...point }];
  const entities = entityNodes(node, 'location').flatMap((each): Places => {
    const label = stringAt(each, 'name');
    return label === undefined ? [] : [{ name: label, rel: 'mentioned', ...defined({ code: stringAt(each, '_id') }) }];
  });
  return [...own, ...entities];
}

function entityNodes(node: JsonNode, type: string): JsonNode[] {
  return nodesAt(node, 'taxonomy/named_entities').filter((each) => stringAt(each, 'type') === type);
}
