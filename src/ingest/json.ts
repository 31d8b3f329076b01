import type { Found } from '../article/parsed-item.ts';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import type { SourceDocument } from './format.ts';
import { jsonFault } from './json-fault.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** A value of a JSON document and where it stands (JSON Pointer, RFC 6901). */
export interface JsonNode {
  readonly value: Json;
  readonly pointer: string;
}

/** A JSON document and what had to be mended in order to read it. */
export interface JsonDocument {
  readonly root: JsonNode;
  readonly repairs: readonly Repair[];
  /** Why it could not be read by the book, where it had to be mended: what to say if no agency claims it. */
  readonly fault?: BadInput;
}

const MAX_DEPTH = 200;
const LOOKS_LIKE_JSON = /^\s*[[{]/;
/** What senders escape although JSON does not: quotes and other marks, never letters, digits or white space. */
const ESCAPED_MARK = /^[^\p{L}\p{N}\s\p{Cc}]$/u;
const ESCAPES = new Set(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']);
const CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };
/** One document is asked by every JSON format whether it is theirs; it is parsed once. */
const parsed = new WeakMap<SourceDocument, JsonDocument | BadInput>();

/**
 * The JSON of a document. Agencies send illegal backslashes and raw control characters inside strings: these are mended and recorded
 * (`json.backslash`, `json.control-character`); everything else is read by the book (RFC 8259). Of members with one name the last counts.
 * @throws {BadInput} `json.not-json` with line and column, `json.too-deep`
 */
export function readJson(document: SourceDocument): JsonDocument {
  const known = parsed.get(document) ?? parse(document.text);
  parsed.set(document, known);
  if (known instanceof BadInput) throw known;
  return known;
}

/** The root of a document that is JSON, else undefined: for recognising. */
export function jsonRoot(document: SourceDocument): JsonNode | undefined {
  if (!looksLikeJson(document.text)) return undefined;
  try {
    return readJson(document).root;
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}

export function looksLikeJson(text: string): boolean {
  return LOOKS_LIKE_JSON.test(text.slice(0, 1_000));
}

/** Whether a text is JSON by the book, a lone string or number too (RFC 8259). */
export function isJson(text: string): boolean {
  return parseStrictly(text) !== undefined;
}

/** The value at member names and list places below a node (`a/b/0`); undefined where there is none, or null. */
export function nodeAt(node: JsonNode | undefined, path: string): JsonNode | undefined {
  return path.split('/').reduce((at, name) => memberOf(at, name), node);
}

/** The entries of a list at a path; a single value counts as a list of one. */
export function nodesAt(node: JsonNode | undefined, path: string): JsonNode[] {
  return entriesOf(nodeAt(node, path));
}

/** The entries of a list; a single value counts as a list of one, null as none. */
export function entriesOf(node: JsonNode | undefined): JsonNode[] {
  if (node === undefined || node.value === null) return [];
  if (!Array.isArray(node.value)) return [node];
  return (node.value as readonly Json[]).map((value, index) => ({ value, pointer: `${node.pointer}/${index}` }));
}

/** The members of an object, in their order. */
export function membersOf(node: JsonNode | undefined): { readonly name: string; readonly node: JsonNode }[] {
  if (node === undefined || !isObject(node.value)) return [];
  return Object.entries(node.value).map(([name, value]) => ({ name, node: { value, pointer: `${node.pointer}/${escaped(name)}` } }));
}

/** A string or number as text, trimmed; undefined where it is absent or empty, for agencies send "" for nothing. */
export function textAt(node: JsonNode | undefined, path: string): Found | undefined {
  return textOfNode(nodeAt(node, path));
}

/** All texts of a list at a path. */
export function textsAt(node: JsonNode | undefined, path: string): Found[] {
  return nodesAt(node, path).flatMap((each) => textOfNode(each) ?? []);
}

/** A string or number as text, trimmed. */
export function textOfNode(node: JsonNode | undefined): Found | undefined {
  const value = node?.value;
  if (node === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : { text, path: node.pointer };
}

export function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  const value = node?.value;
  if (node === undefined || value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
  const found = (value as JsonObject)[name];
  return found === undefined || found === null ? undefined : { value: found, pointer: `${node.pointer}/${escaped(name)}` };
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function parse(text: string): JsonDocument | BadInput {
  if (depthOf(text) > MAX_DEPTH)
    return new BadInput('json.too-deep', {
      message: `The JSON is nested deeper than ${MAX_DEPTH}`,
      hint: 'Ask the provider: no story nests so',
    });
  const strict = parseStrictly(text);
  if (strict !== undefined) return { root: { value: strict, pointer: '' }, repairs: [] };
  const fault = notJson(text);
  const { mended, repairs } = mend(text);
  const second = repairs.length === 0 ? undefined : parseStrictly(mended);
  return second === undefined ? fault : { root: { value: second, pointer: '' }, repairs, fault };
}

/** Undefined where the text is not JSON. */
function parseStrictly(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function notJson(text: string): BadInput {
  const { at, why } = jsonFault(text) ?? { at: text.length, why: 'the end of the document' };
  const before = text.slice(0, at);
  return new BadInput('json.not-json', {
    message: `The JSON cannot be read: ${why}`,
    hint: 'Ask the provider for valid JSON; a cut transfer looks like this too',
    where: { line: before.split('\n').length, column: at - before.lastIndexOf('\n') },
  });
}

/** Deepest nesting, strings left out. Bounded work before a tree is built. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inString) {
      if (character === 0x5c) at += 1;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return deepest;
}

/**
 * Inside strings only: escapes raw control characters; a backslash that begins no escape is dropped before a quote or other mark (`\\“`),
 * which is what its sender escaped, and else doubled, for then it is text.
 */
function mend(text: string): { mended: string; repairs: Repair[] } {
  const parts: string[] = [];
  const count = { backslash: 0, control: 0 };
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!inString || character === '"') {
      if (character === '"') inString = !inString;
      parts.push(character);
    } else if (character === '\\') {
      const known = isEscape(text, at + 1);
      if (known) parts.push(text.slice(at, at + 2));
      else if (!ESCAPED_MARK.test(text.charAt(at + 1))) parts.push('\\\\');
      if (known) at += 1;
      else count.backslash += 1;
    } else if (character < ' ') {
      parts.push(CONTROLS[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
      count.control += 1;
    } else parts.push(character);
  }
  const repairs = [
    ...(count.backslash > 0 ? [{ code: 'json.backslash', detail: String(count.backslash) }] : []),
    ...(count.control > 0 ? [{ code: 'json.control-character', detail: String(count.control) }] : []),
  ];
  return { mended: parts.join(''), repairs };
}

function isEscape(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return ESCAPES.has(letter) || (letter === 'u' && /^[0-9a-f]{4}$/i.test(text.slice(at + 1, at + 5)));
}
