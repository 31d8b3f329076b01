import { Document, Element, Text, type ParentNode } from 'domhandler';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BadInput } from '../faults.ts';

/** Bounds that hold before a tree is built; see docs/decisions/0002. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 256;
const MAX_TEXT = 5_000_000;
/** Fed to the parser at a time, so that the first fault ends the work. */
const CHUNK = 65_536;

/**
 * The tree of a well-formed XML document (XML 1.0, Namespaces in XML): saxes is the gate and its events build the tree in one
 * pass. `startIndex` and `endIndex` count in `text`. Entities are never declared, expanded or fetched; a bare external DTD is passed over.
 * @throws {BadInput} `xml.not-well-formed`, `xml.entity-refused`, `xml.too-deep`, `xml.too-many-attributes`, `xml.too-long-text`
 */
export function readXml(text: string): Document {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const document = new Document([]);
  let here: ParentNode = document;
  let depth = 0;
  let tagStart = 0;
  /** Where the last tag ended and the next text begins. */
  let edge = 0;
  const fail = (code: string, message: string): never => {
    throw new BadInput(code, {
      message,
      hint: 'Ask the provider for a well-formed file, or name a tolerant format for this feed',
      where: { line: parser.line, column: parser.column },
    });
  };
  const addText = (data: string): void => {
    if (data.length > MAX_TEXT) fail('xml.too-long-text', `A text is longer than ${MAX_TEXT} characters`);
    const node = new Text(data);
    // The parser has read the "<" behind the text before it says so.
    place(node, edge, parser.position - 1);
    append(here, node);
  };
  parser.on('error', (error) => fail('xml.not-well-formed', `The XML is not well-formed: ${error.message.replace(/^\d+:\d+: /, '')}`));
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) fail('xml.entity-refused', 'The DOCTYPE declares entities');
  });
  parser.on('opentagstart', () => {
    tagStart = text.lastIndexOf('<', parser.position - 1);
    depth += 1;
    if (depth > MAX_DEPTH) fail('xml.too-deep', `Elements are nested deeper than ${MAX_DEPTH}`);
  });
  let attributes = 0;
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) fail('xml.too-many-attributes', `An element has more than ${MAX_ATTRIBUTES} attributes`);
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    const element = elementOf(tag);
    element.startIndex = tagStart;
    append(here, element);
    here = element;
    edge = parser.position;
  });
  parser.on('closetag', () => {
    depth -= 1;
    here.endIndex = parser.position - 1;
    here = here.parent ?? document;
    edge = parser.position;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
  return document;
}

function elementOf(tag: SaxesTagNS): Element {
  const attribs: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, attribute] of Object.entries(tag.attributes)) attribs[name] = attribute.value;
  const element = new Element(tag.name, attribs);
  element.namespace = tag.uri;
  return element;
}

function place(node: Text, start: number, end: number): void {
  node.startIndex = start;
  node.endIndex = end - 1;
}

function append(parent: ParentNode, node: Element | Text): void {
  const previous = parent.children.at(-1) ?? null;
  node.parent = parent;
  node.prev = previous;
  if (previous !== null) previous.next = node;
  parent.children.push(node);
}
