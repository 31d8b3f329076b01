import { isTag, type ChildNode, type Element } from 'domhandler';

/** The element and all around it, from the inside out. */
export function lineOf(element: Element | undefined): Element[] {
  const line: Element[] = [];
  for (let up: Element['parent'] = element ?? null; up !== null && isTag(up); up = up.parent) line.push(up);
  return line;
}

/** The nearest element that passes, the given one first; `stop` = elements that are not asked, nor what is around them. */
export function nearest(element: Element, passes: (element: Element) => boolean, stop: ReadonlySet<Element>): Element | undefined {
  for (let up: Element['parent'] = element; up !== null && isTag(up) && !stop.has(up); up = up.parent) if (passes(up)) return up;
  return undefined;
}

/** All elements below some nodes that pass, in printed order. */
export function elementsIn(nodes: readonly ChildNode[], passes: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const open: ChildNode[] = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isTag(node)) continue;
    if (passes(node)) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) open.push(child);
    }
  }
  return found;
}
