import { Document, Element, Text, type ParentNode } from 'domhandler';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BadInput } from '../faults.ts';
import { readPlainXml } from './plain-xml.ts';

/** Bounds that hold before a tree is built; see docs/decisions/0002. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 256;
const MAX_TEXT = 5_000_000;
/** A DOCTYPE that only names a DTD (XML 1.0, productions 28, 75, 11 and 12). */
const DOCTYPE =
  /^\s+[^\s"'<>[\]]+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[-\w\s'()+,./:=?;!*#@$%]*"|'[-\w\s()+,./:=?;!*#@$%]*'))\s+(?:"[^"]*"|'[^']*'))?\s*(?:\[\s*\]\s*)?$/;
/** NITF in NewsML 1.x is brought in as a file of the DTD beside it: a parameter entity that names it by a relative path, and its use. */
const DTD_PART =
  /<!ENTITY\s+%\s+([\w.-]{1,64})\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<>]{0,200}"|'[^'<>]{0,200}'))\s+(?:"[\w./-]{1,200}\.(?:dtd|mod|ent)"|'[\w./-]{1,200}\.(?:dtd|mod|ent)')\s*>/g;
/** Fed to the parser at a time, so that the first fault ends the work. */
const CHUNK = 65_536;

/**
 * The tree of a well-formed XML document (XML 1.0, Namespaces in XML): saxes is the gate and its events build the tree in one
 * pass. `startIndex` and `endIndex` count in `text`. Nothing is declared, expanded or fetched: a DOCTYPE may only name a DTD and local
 * parts of it, which are passed over. Declarations of its own would be ignored, though they can change what the document says (default attributes, entities).
 * @throws {BadInput} `xml.not-well-formed`, `xml.entity-refused`, `xml.doctype-refused`, `xml.too-deep`, `xml.too-many-attributes`, `xml.too-long-text`
 */
export function readXml(text: string): Document {
  return readPlainXml(text) ?? readGated(text);
}

/** The same by the gate alone. */
export function readGated(text: string): Document {
  return new Gate(text).read();
}

/** One parse: what is open, and where in the text it stands. */
class Gate {
  readonly #text: string;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #document = new Document([]);
  #here: ParentNode = this.#document;
  #depth = 0;
  #attributes = 0;
  #tagStart = 0;
  /** Where the last markup ended and the next text begins. */
  #edge = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Document {
    this.#listen();
    for (let at = 0; at < this.#text.length; at += CHUNK) this.#parser.write(this.#text.slice(at, at + CHUNK));
    this.#parser.close();
    return this.#document;
  }

  #listen(): void {
    const parser = this.#parser;
    const passOver = (rest = 0): void => {
      this.#edge = parser.position + rest;
    };
    parser.on('error', (error) => this.#fail('xml.not-well-formed', notWellFormed(error.message.replace(/^\d+:\d+: /, ''))));
    parser.on('doctype', (doctype) => {
      this.#refuseDeclarations(doctype);
      passOver();
    });
    parser.on('opentagstart', () => {
      this.#begin();
    });
    parser.on('attribute', ({ value }) => {
      this.#attributes += 1;
      this.#refuseLong(value);
      if (this.#attributes > MAX_ATTRIBUTES) this.#fail('xml.too-many-attributes', `An element has more than ${MAX_ATTRIBUTES} attributes`);
    });
    parser.on('opentag', (tag) => {
      this.#open(tag);
      passOver();
    });
    parser.on('closetag', () => {
      this.#close();
      passOver();
    });
    // The parser has read the "<" behind a text before it says so, and not yet the ">" behind a comment.
    parser.on('text', (data) => {
      this.#add(data, parser.position - 1);
    });
    parser.on('comment', () => {
      passOver(1);
    });
    parser.on('cdata', (data) => {
      this.#add(data, parser.position);
    });
    parser.on('processinginstruction', () => {
      passOver();
    });
  }

  #refuseDeclarations(declared: string): void {
    const doctype = withoutDtdParts(declared);
    if (/<!ENTITY/i.test(doctype)) this.#fail('xml.entity-refused', 'The DOCTYPE declares entities');
    if (declaresMarkup(doctype)) this.#fail('xml.doctype-refused', 'The DOCTYPE declares markup of its own');
    if (!DOCTYPE.test(doctype.slice(0, 2_000))) this.#fail('xml.not-well-formed', notWellFormed('the DOCTYPE cannot be read'));
  }

  #begin(): void {
    this.#tagStart = this.#text.lastIndexOf('<', this.#parser.position - 1);
    this.#attributes = 0;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#fail('xml.too-deep', `Elements are nested deeper than ${MAX_DEPTH}`);
  }

  #open(tag: SaxesTagNS): void {
    const element = elementOf(tag);
    element.startIndex = this.#tagStart;
    append(this.#here, element);
    this.#here = element;
  }

  #close(): void {
    this.#depth -= 1;
    this.#here.endIndex = this.#parser.position - 1;
    this.#here = this.#here.parent ?? this.#document;
  }

  #add(data: string, end: number): void {
    this.#refuseLong(data);
    // Blanks around the root are no text of the document.
    if (this.#depth === 0) return;
    const node = new Text(data);
    node.startIndex = this.#edge;
    node.endIndex = end - 1;
    this.#edge = end;
    append(this.#here, node);
  }

  #refuseLong(value: string): void {
    if (value.length > MAX_TEXT) this.#fail('xml.too-long-text', `A text or attribute is longer than ${MAX_TEXT} characters`);
  }

  #fail(code: string, message: string): never {
    throw new BadInput(code, {
      message,
      hint: 'Ask the provider for a well-formed file, or name a tolerant format for this feed',
      where: { line: this.#parser.line, column: this.#parser.column },
    });
  }
}

/** A DOCTYPE without the parts of its DTD that it names and brings in: none is ever fetched. */
function withoutDtdParts(doctype: string): string {
  const names = [...doctype.matchAll(DTD_PART)].map((part) => part[1]);
  const rest = doctype.replace(DTD_PART, '');
  return names.reduce<string>((left, name) => left.replaceAll(`%${name};`, ''), rest);
}

/** Whether a DOCTYPE has more than white space between brackets. */
function declaresMarkup(doctype: string): boolean {
  const subset = doctype.indexOf('[');
  return subset !== -1 && /[<%]/.test(doctype.slice(subset));
}

function notWellFormed(why: string): string {
  return `The XML is not well-formed: ${why}`;
}

function elementOf(tag: SaxesTagNS): Element {
  const attribs: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, attribute] of Object.entries(tag.attributes)) attribs[name] = attribute.value;
  const element = new Element(tag.name, attribs);
  element.namespace = tag.uri;
  return element;
}

function append(parent: ParentNode, node: Element | Text): void {
  const previous = parent.children.at(-1) ?? null;
  node.parent = parent;
  node.prev = previous;
  if (previous !== null) previous.next = node;
  parent.children.push(node);
}
