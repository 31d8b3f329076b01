import { textAt, type JsonNode } from './json.ts';

/** The plain text at a path, where a field of the article takes a string. */
export function stringAt(node: JsonNode | undefined, path: string): string | undefined {
  return textAt(node, path)?.text;
}

/** A number at a path, also where it is written as a string; undefined for anything else. */
export function numberAt(node: JsonNode | undefined, path: string): number | undefined {
  const text = stringAt(node, path);
  return text !== undefined && /^-?\d{1,12}(?:\.\d{1,12})?$/.test(text) ? Number(text) : undefined;
}

/** A count of pixels, bytes or the like at a path: a whole number that is not negative. */
export function countAt(node: JsonNode | undefined, path: string): number | undefined {
  const value = numberAt(node, path);
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}
