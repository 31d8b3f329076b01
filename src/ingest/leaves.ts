import { isCDATA, isText, type Element } from 'domhandler';
import type { Found } from '../article/parsed-item.ts';
import { entriesOf, isObject, type Json, type JsonNode, membersOf } from './json.ts';
import { children, pathOf } from './tree.ts';

/**
 * Every text and attribute value below an element with its path, for `ParsedItem.rest`: what no field of the article holds in the end
 * goes to `x`. `without` = elements read elsewhere whole (the body).
 */
export function xmlLeaves(root: Element, without: ReadonlySet<Element> = new Set()): Found[] {
  const found: Found[] = [];
  const visit = (element: Element): void => {
    if (without.has(element)) return;
    const path = pathOf(element);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (value.trim() !== '' && !/^xmlns(?::|$)/.test(name)) found.push({ text: value.trim(), path: `${path}/@${name}` });
    }
    for (const text of ownTexts(element)) found.push({ text, path });
    for (const child of children(element)) visit(child);
  };
  visit(root);
  return found;
}

/** Texts that stand in the element itself, plain or as CDATA. */
function ownTexts(element: Element): string[] {
  const texts = element.children.flatMap((node) => (isCDATA(node) ? node.children : [node])).filter((node) => isText(node));
  return texts.map(({ data }) => data.trim()).filter((text) => text !== '');
}

/** Every value below a JSON node with its pointer; false, null and empty strings say nothing. `without` = pointers read elsewhere whole. */
export function jsonLeaves(root: JsonNode, without: ReadonlySet<string> = new Set()): Found[] {
  const found: Found[] = [];
  const visit = (node: JsonNode): void => {
    if (without.has(node.pointer)) return;
    if (isObject(node.value)) for (const member of membersOf(node)) visit(member.node);
    else if (Array.isArray(node.value)) for (const entry of entriesOf(node)) visit(entry);
    else {
      const text = leafText(node.value);
      if (text !== '') found.push({ text, path: node.pointer });
    }
  };
  visit(root);
  return found;
}

function leafText(value: Json): string {
  return value === true || typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
}
