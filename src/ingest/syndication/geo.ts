import type { LooseElement } from '../loose/loose-element.ts';
import type { Geo } from './feed.ts';
import { elementsIn, textAt, textOf, type Holder } from './holder.ts';

const PLACES: ReadonlySet<string> = new Set(['georss', 'geo', 'gml']);

/** GeoRSS Simple, GeoRSS GML and W3C geo, as GeoJSON (longitude first). Undefined where numbers are missing. */
export function geoOf(holder: Holder): Geo | undefined {
  if (!holder.vocabularies.some((name) => PLACES.has(name))) return undefined;
  const latitude = number(textAt(holder, 'geo:lat'));
  const longitude = number(textAt(holder, 'geo:long', 'geo:lon'));
  if (latitude !== undefined && longitude !== undefined) return { type: 'Point', coordinates: [longitude, latitude] };
  for (const [key, elements] of holder.children) {
    const found = PLACES.has(key.slice(0, key.indexOf(':'))) ? firstShape(elements) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstShape(elements: readonly LooseElement[]): Geo | undefined {
  for (const element of elements) {
    const found = shapeIn(element, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** GML nests `Point/pos`, `LineString/posList`, `Polygon/exterior/LinearRing/posList`, `Envelope/lowerCorner`. */
function shapeIn(element: LooseElement, depth: number): Geo | undefined {
  const name = element.local;
  const own = shapeOf(name, element);
  if (own !== undefined || depth > 6) return own;
  const elements = elementsIn(element);
  if (name === 'point' && element.namespace === 'geo') return geoPoint(elements);
  for (const child of elements) {
    const found = shapeIn(child, depth + 1);
    if (found !== undefined) return retyped(name, found);
  }
  return undefined;
}

function geoPoint(elements: readonly LooseElement[]): Geo | undefined {
  const value = (suffix: string): number | undefined => {
    const element = elements.find((child) => child.name.endsWith(suffix));
    return element === undefined ? undefined : number(textOf(element));
  };
  const [latitude, longitude] = [value(':lat'), value(':long')];
  return latitude === undefined || longitude === undefined ? undefined : { type: 'Point', coordinates: [longitude, latitude] };
}

function shapeOf(name: string, element: LooseElement): Geo | undefined {
  const read = (): (readonly [number, number])[] => pairs(textOf(element));
  if (name === 'point' || name === 'pos') {
    const [first] = element.children.some((node) => 'attribs' in node) ? [] : read();
    return first === undefined ? undefined : { type: 'Point', coordinates: first };
  }
  if (name === 'line' || name === 'poslist') return atLeast(2, 'LineString', read());
  if (name === 'polygon' && element.namespace === 'georss') return polygon(read());
  if (name === 'box' || name === 'envelope') return atLeast(2, 'Box', read());
  return undefined;
}

function retyped(name: string, found: Geo): Geo {
  return name === 'polygon' && found.type === 'LineString' ? { type: 'Polygon', coordinates: [found.coordinates] } : found;
}

function polygon(points: readonly (readonly [number, number])[]): Geo | undefined {
  return points.length < 3 ? undefined : { type: 'Polygon', coordinates: [points] };
}

function atLeast(count: number, type: Geo['type'], points: readonly (readonly [number, number])[]): Geo | undefined {
  return points.length < count ? undefined : { type, coordinates: points };
}

/** `lat lon lat lon`, commas allowed. */
function pairs(text: string): (readonly [number, number])[] {
  const numbers = text
    .slice(0, 20_000)
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number);
  if (numbers.length < 2 || numbers.some((value) => Number.isNaN(value))) return [];
  const points: (readonly [number, number])[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) points.push([numbers[index + 1] ?? 0, numbers[index] ?? 0]);
  return points;
}

function number(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isNaN(value) ? undefined : value;
}
