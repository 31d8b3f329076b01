import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';

type Places = NonNullable<ParsedItem['places']>;

/** Subjects, places, keywords and the like of `categories`, each by its `dnltype:…`. */
export function categoriesOf(root: JsonNode): Partial<ParsedItem> & { readonly markers: readonly Found[] } {
  const all = nodesAt(root, 'categories').map((node) => ({ node, type: (textAt(node, 'type')?.text ?? '').replace(/^dnltype:/, '') }));
  const of = (...types: readonly string[]): JsonNode[] => all.filter(({ type }) => types.includes(type)).map(({ node }) => node);
  const names = (type: string): string[] => of(type).flatMap((node) => textAt(node, 'name')?.text ?? []);
  return {
    markers: [...of('signal').map((node) => textAt(node, 'qcode')), textAt(root, 'signal')].filter((found) => found !== undefined),
    ...defined({
      provider: textAt(of('provider')[0], 'name'),
      subjects: orNothing(of('dpasubject', 'subject', 'mediatopic').flatMap(conceptOf)),
      genres: orNothing(of('genre').flatMap(conceptOf)),
      keywords: orNothing(names('keyword')),
      people: orNothing(of('person', 'people').flatMap(conceptOf)),
      organisations: orNothing(of('organisation', 'organization').flatMap(conceptOf)),
      places: orNothing([...of('geosubject').flatMap(placeOf), ...of('poi').flatMap(placeOf)]),
      products: orNothing(names('wire')),
    }),
  };
}

function conceptOf(node: JsonNode): ParsedConcept[] {
  const [code, name] = [textAt(node, 'qcode')?.text, textAt(node, 'name')?.text];
  const scheme = code?.includes(':') === true ? code.slice(0, code.indexOf(':')) : undefined;
  return code === undefined && name === undefined ? [] : [defined({ scheme, code, name })];
}

/** Regions and countries, and points of interest with their GeoJSON (longitude first, RFC 7946). */
function placeOf(node: JsonNode): Places {
  const name = textAt(node, 'name')?.text;
  if (name === undefined) return [];
  const point = nodesAt(node, 'geojson/geometry/coordinates').map(({ value }) => value);
  const [lon, lat] = point;
  const properties = nodeAt(node, 'geojson/properties');
  return [
    {
      name,
      ...defined({ code: textAt(node, 'qcode')?.text, countryName: textAt(properties, 'country')?.text, rel: textAt(node, 'role')?.text }),
      ...(typeof lon === 'number' && typeof lat === 'number' ? { lat, lon } : {}),
    },
  ];
}
