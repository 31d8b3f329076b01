import type { Found } from '../../article/parsed-item.ts';
import { entriesOf, isObject, membersOf, textOfNode, type JsonNode } from '../json.ts';

/**
 * The members of a ninjs object by their names in lower case: 1.x and 2.x write `versioncreated`, 3.x `versionCreated`.
 * Lists of 1.x are named in the singular, those of 2.x and 3.x in the plural.
 */
export class Members {
  readonly #byName: ReadonlyMap<string, JsonNode>;

  constructor(node: JsonNode | undefined) {
    this.#byName = new Map(membersOf(node).map((member) => [member.name.toLowerCase(), member.node]));
  }

  /** The first of the names that is there and not null. */
  node(...names: readonly string[]): JsonNode | undefined {
    return names.map((name) => this.#byName.get(name)).find((node) => node !== undefined && node.value !== null);
  }

  /** A string or number, trimmed; empty strings are absent. */
  text(...names: readonly string[]): Found | undefined {
    return names.map((name) => textOfNode(this.#byName.get(name))).find((found) => found !== undefined);
  }

  /** Entries of a list, or the one value that stands instead of it. */
  list(...names: readonly string[]): JsonNode[] {
    return entriesOf(this.node(...names));
  }

  /** Members whose name begins so, without that beginning: the pattern properties `body_*`, `headline_*` of 1.x. */
  starting(prefix: string): { readonly name: string; readonly node: JsonNode }[] {
    return [...this.#byName].flatMap(([name, node]) => (name.startsWith(prefix) ? [{ name: name.slice(prefix.length), node }] : []));
  }
}

/** Named objects: the members of a map (1.x, 2.x), or the entries of a list by their `name` (3.x). */
export function namedObjects(node: JsonNode | undefined): { readonly name: string; readonly node: JsonNode }[] {
  if (node !== undefined && isObject(node.value)) return membersOf(node).filter((member) => isObject(member.node.value));
  return entriesOf(node).flatMap((entry, index) =>
    isObject(entry.value) ? [{ name: new Members(entry).text('name')?.text ?? String(index), node: entry }] : [],
  );
}
