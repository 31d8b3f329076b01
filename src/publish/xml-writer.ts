import { XMLBuilder } from 'fast-xml-parser';
import { isTag, isText, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** Text, or an element; what is undefined is left out. */
export type XmlNode = string | XmlElement;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

type Given<T> = readonly (T | undefined)[];

/** What XML 1.0 cannot hold, escaped or not. */
const ILLEGAL = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: Given<XmlNode> = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]));
  return { name, attributes: Object.fromEntries(given), children: children.filter((child) => child !== undefined) };
}

/** An element with text only, or nothing where there is no text. */
export function textElement(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): XmlElement | undefined {
  return text === undefined || text === '' ? undefined : element(name, attributes, [text]);
}

/** The document as text, with its declaration; every text and attribute is escaped. */
export function writeXml(root: XmlElement): string {
  const text: string = builder.build([ordered(root)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

function ordered(node: XmlNode): Record<string, unknown> {
  if (typeof node === 'string') return { '#text': node.replace(ILLEGAL, '') };
  const attributes = Object.entries(node.attributes).map(([key, value]) => [`@${key}`, value.replace(ILLEGAL, '')] as const);
  return { [node.name]: node.children.map(ordered), ':@': Object.fromEntries<string>(attributes) };
}

/** The inline HTML of an article as XML; `rename` gives an element's name and attributes there, or nothing to keep only its text. */
export function inlineNodes(html: string, rename: (name: string, href: string | undefined) => XmlElement | undefined): XmlNode[] {
  return parseDocument(html).children.flatMap((child) => inlineNode(child, rename));
}

function inlineNode(node: ChildNode, rename: (name: string, href: string | undefined) => XmlElement | undefined): XmlNode[] {
  if (isText(node)) return [node.data];
  if (!isTag(node)) return [];
  const children = node.children.flatMap((child) => inlineNode(child, rename));
  const named = rename(node.name, node.attribs['href']);
  return named === undefined ? children : [{ ...named, children }];
}
