import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { entriesOf, isObject, textOfNode, type JsonNode } from '../json.ts';
import { Members } from './members.ts';

type Places = NonNullable<ParsedItem['places']>;

/** `{code, scheme}` of 1.x and 2.x, `{literal, uri}` of 3.x; a bare string is a name. Entries that say nothing are left out. */
export function conceptOf(node: JsonNode): ParsedConcept | undefined {
  if (!isObject(node.value)) {
    const name = textOfNode(node)?.text;
    return name === undefined ? undefined : { name };
  }
  const members = new Members(node);
  const uri = members.text('uri')?.text;
  const tail = uri === undefined ? undefined : /^(.*[/:#])([^/:#]+)$/s.exec(uri);
  const code = members.text('code', 'qcode', 'literal')?.text ?? tail?.[2] ?? uri;
  const concept = defined({
    scheme: members.text('scheme')?.text ?? (code !== undefined && code === tail?.[2] ? tail[1] : undefined),
    code,
    name: members.text('name')?.text,
    rel: members.text('rel')?.text,
  });
  return concept.code === undefined && concept.name === undefined ? undefined : concept;
}

/** All concepts of a list. */
export function conceptsOf(nodes: readonly JsonNode[]): ParsedConcept[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const concept = conceptOf(node);
    const key = JSON.stringify(concept);
    if (concept === undefined || seen.has(key)) return [];
    seen.add(key);
    return [concept];
  });
}

/** Places written about, and the place of `located`, from where the story was filed. */
export function placesOf(members: Members): Places {
  const places = members.list('place', 'places').flatMap((node): Places => {
    const name = new Members(node).text('name')?.text ?? (isObject(node.value) ? undefined : textOfNode(node)?.text);
    const concept = conceptOf(node);
    const label = name ?? concept?.code;
    return label === undefined ? [] : [{ ...concept, name: label, ...pointOf(node) }];
  });
  const located = members.text('located');
  return located === undefined ? places : [...places, locatedPlace(located)];
}

/** `Oslo, Norway`: what follows the comma is the area. */
function locatedPlace({ text }: Found): Places[number] {
  const [name = text, ...area] = text.split(/(?:(?<!\s)\s+)?,\s*/);
  return { name, rel: 'located', ...(area.length === 0 ? {} : { countryName: area.join(', ') }) };
}

/** GeoJSON writes longitude before latitude (RFC 7946). */
function pointOf(node: JsonNode): { lat?: number; lon?: number } {
  const shape = new Members(node).node('geojson', 'geometry_geojson');
  const [lon, lat] = entriesOf(new Members(shape).node('coordinates')).map(({ value }) => value);
  return typeof lon === 'number' && typeof lat === 'number' ? { lat, lon } : {};
}
