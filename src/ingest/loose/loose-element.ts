import { Element, type ParentNode, type Text } from 'domhandler';
import type { LooseName } from '../namespaces.ts';

/** An element of a loosely read document: `key` = `vocabulary:name`, both in lower case, by which readers find it. */
export class LooseElement extends Element {
  readonly key: string;
  readonly vocabulary: string;
  /** Without prefix, in lower case. */
  readonly local: string;
  /** White space between its children means nothing. */
  readonly holdsElements: boolean;

  constructor(name: LooseName, attribs: Record<string, string>) {
    super(name.name, attribs);
    this.namespace = name.namespace;
    this.key = name.key;
    this.vocabulary = name.namespace;
    this.local = name.local;
    this.holdsElements = name.holdsElements;
  }
}

/** The attributes of an element without any. */
export const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

/** Appends a node to a parent, siblings linked. */
export function append(parent: ParentNode, node: LooseElement | Text): void {
  const { children } = parent;
  node.parent = parent;
  if (children.length === 0) {
    // Most elements have one child: a list made for it is smaller than one that grows.
    parent.children = [node];
    return;
  }
  const previous = children[children.length - 1] ?? null;
  node.prev = previous;
  if (previous !== null) previous.next = node;
  children.push(node);
}
