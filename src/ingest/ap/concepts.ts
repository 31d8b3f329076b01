import type { ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodeAt, nodesAt, textsAt, type JsonNode } from '../json.ts';
import { numberAt, stringAt } from '../json-text.ts';

type Places = NonNullable<ParsedItem['places']>;

/** Persons or organisations of AP's own vocabulary: code, name, and how they are meant (`direct`, `ancestor`). */
export function conceptsOf(item: JsonNode, member: string): ParsedConcept[] {
  return nodesAt(item, member).flatMap((node) => {
    const concept = defined({
      scheme: stringAt(node, 'scheme'),
      code: stringAt(node, 'code'),
      name: stringAt(node, 'name'),
      rel: textsAt(node, 'rels')[0]?.text,
    });
    return concept.code === undefined && concept.name === undefined ? [] : [concept];
  });
}

/** Subjects; category letters (`a`, `i`) carry no scheme of their own. */
export function subjectsOf(item: JsonNode): ParsedConcept[] {
  return conceptsOf(item, 'subject');
}

/** Where the copy was filed from, then the places it is about. */
export function placesOf(item: JsonNode): Places {
  return [...originOf(nodeAt(item, 'datelinelocation')), ...nodesAt(item, 'place').flatMap(placeOf)];
}

function originOf(location: JsonNode | undefined): Places {
  const [city, area, country] = ['city', 'countryareaname', 'countryname'].map((name) => stringAt(location, name));
  const name = city ?? area ?? country;
  if (name === undefined) return [];
  return [
    {
      name,
      rel: 'located',
      ...defined({ region: area === name ? undefined : area, countryName: country === name ? undefined : country }),
      ...pointOf(location),
    },
  ];
}

function placeOf(node: JsonNode): Places {
  const name = stringAt(node, 'name');
  if (name === undefined) return [];
  const fields = defined({ scheme: stringAt(node, 'scheme'), code: stringAt(node, 'code'), rel: textsAt(node, 'rels')[0]?.text });
  return [{ name, ...fields, ...pointOf(node) }];
}

/** GeoJSON puts the longitude first. */
function pointOf(node: JsonNode | undefined): { lat?: number; lon?: number } {
  const [lon, lat] = ['0', '1'].map((place) => numberAt(node, `geometry_geojson/coordinates/${place}`));
  return lat === undefined || lon === undefined ? {} : { lat, lon };
}
