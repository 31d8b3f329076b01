import { Document, Element, Text, type ParentNode } from 'domhandler';

/** Bounds beyond which the gate has its say; it is the gate that refuses. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 64;
const MAX_TEXT = 1_000_000;
const XML = 'http://www.w3.org/XML/1998/namespace';

const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;
/** What XML 1.0 has no place for (production 2), and half a character. */
const NO_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const OPEN = /<([A-Za-z_][\w.-]{0,100}(?::[A-Za-z_][\w.-]{0,100})?)/y;
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_][\w.-]{0,100}(?::[A-Za-z_][\w.-]{0,100})?)=(?:"([^"<]*)"|'([^'<]*)')/y;
const OPEN_END = /[ \t\r\n]*(\/?)>/y;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const BLANK = /^[ \t\r\n]*$/;

type Scope = ReadonlyMap<string, string>;
const NO_NAMESPACES: Scope = new Map([['xml', XML]]);

/**
 * The tree of a document that uses nothing but elements, attributes, text, CDATA, comments and the references that need no declaration, which
 * nearly all agency files do. Undefined for any other, and for whatever may be a fault: the gate in `xml.ts` reads that, or says what is wrong. The
 * trees are equal to the gate's, places and all; it takes a fraction of its time.
 */
export function readPlainXml(text: string): Document | undefined {
  if (text.charCodeAt(0) !== 0x3c || NO_CHARACTER.test(text)) return undefined;
  return new PlainReader(text).read();
}

/** An element that is open, with the prefixes known inside. */
interface Open {
  readonly element: Element;
  readonly scope: Scope;
}

class PlainReader {
  readonly #text: string;
  readonly #document = new Document([]);
  readonly #open: Open[] = [];
  #at = 0;
  #hasRoot = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Document | undefined {
    this.#at = DECLARATION.exec(this.#text.slice(0, 200))?.[0].length ?? 0;
    while (this.#at < this.#text.length) if (!this.#readText() || (this.#at < this.#text.length && !this.#readMarkup())) return undefined;
    return this.#open.length === 0 && this.#hasRoot ? this.#document : undefined;
  }

  get #here(): ParentNode {
    return this.#open.at(-1)?.element ?? this.#document;
  }

  /** Up to the next markup; between elements only blanks may stand outside the root. */
  #readText(): boolean {
    const found = this.#text.indexOf('<', this.#at);
    const end = found === -1 ? this.#text.length : found;
    if (end === this.#at) return true;
    const written = this.#text.slice(this.#at, end);
    if (this.#open.length === 0 && !BLANK.test(written)) return false;
    if (written.length > MAX_TEXT || written.includes(']]>')) return false;
    const data = resolved(lineEnds(written));
    if (data === undefined) return false;
    if (this.#open.length > 0) this.#add(data, this.#at, end);
    this.#at = end;
    return true;
  }

  #readMarkup(): boolean {
    const next = this.#text.charCodeAt(this.#at + 1);
    if (next === 0x2f) return this.#close();
    if (next !== 0x21) return this.#openElement();
    return this.#text.startsWith('<!--', this.#at) ? this.#passComment() : this.#readCdata();
  }

  #passComment(): boolean {
    const end = this.#text.indexOf('--', this.#at + 4);
    if (end === -1 || this.#text[end + 2] !== '>') return false;
    this.#at = end + 3;
    return true;
  }

  #readCdata(): boolean {
    const end = this.#text.indexOf(']]>', this.#at);
    if (end === -1 || this.#open.length === 0 || !this.#text.startsWith('<![CDATA[', this.#at)) return false;
    const data = this.#text.slice(this.#at + 9, end);
    if (data.length > MAX_TEXT) return false;
    this.#add(lineEnds(data), this.#at, end + 3);
    this.#at = end + 3;
    return true;
  }

  #close(): boolean {
    const open = this.#open.at(-1);
    if (open === undefined) return false;
    const { element } = open;
    const end = this.#at + 2 + element.name.length;
    if (!this.#text.startsWith(element.name, this.#at + 2) || this.#text[end] !== '>') return false;
    element.endIndex = end;
    this.#open.pop();
    this.#at = end + 1;
    return true;
  }

  #openElement(): boolean {
    const start = this.#at;
    OPEN.lastIndex = start;
    const name = OPEN.exec(this.#text)?.[1];
    if (name === undefined || this.#open.length >= MAX_DEPTH || (this.#open.length === 0 && this.#hasRoot)) return false;
    const attributes = this.#readAttributes(OPEN.lastIndex);
    if (attributes === undefined) return false;
    OPEN_END.lastIndex = this.#at;
    const end = OPEN_END.exec(this.#text);
    if (end === null) return false;
    const scope = scopeOf(attributes, this.#open.at(-1)?.scope ?? NO_NAMESPACES);
    const namespace = scope === undefined ? undefined : namespaceOf(name, attributes, scope);
    if (scope === undefined || namespace === undefined) return false;
    const element = new Element(name, attributes);
    element.namespace = namespace;
    element.startIndex = start;
    this.#append(element);
    this.#hasRoot = true;
    this.#at = OPEN_END.lastIndex;
    if (end[1] === '') this.#open.push({ element, scope });
    else element.endIndex = this.#at - 1;
    return true;
  }

  #readAttributes(from: number): Record<string, string> | undefined {
    const attributes = Object.create(null) as Record<string, string>;
    let count = 0;
    this.#at = from;
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const found = ATTRIBUTE.exec(this.#text);
      if (found === null) return attributes;
      const [, name = '', quoted, single] = found;
      const written = quoted ?? single ?? '';
      const value = written.length > MAX_TEXT ? undefined : resolved(lineEnds(written).replace(/[\t\n]/g, ' '));
      count += 1;
      if (value === undefined || name in attributes || count > MAX_ATTRIBUTES) return undefined;
      attributes[name] = value;
      this.#at = ATTRIBUTE.lastIndex;
    }
  }

  #add(data: string, start: number, end: number): void {
    const node = new Text(data);
    node.startIndex = start;
    node.endIndex = end - 1;
    this.#append(node);
  }

  #append(node: Element | Text): void {
    const parent = this.#here;
    const previous = parent.children.at(-1) ?? null;
    node.parent = parent;
    node.prev = previous;
    if (previous !== null) previous.next = node;
    parent.children.push(node);
  }
}

/** XML 1.0, 2.11. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** With its references resolved; undefined where one is not known without a declaration. */
function resolved(text: string): string | undefined {
  let at = text.indexOf('&');
  if (at === -1) return text;
  let done = text.slice(0, at);
  while (at !== -1) {
    REFERENCE.lastIndex = at;
    const found = REFERENCE.exec(text);
    const character = found === null ? undefined : characterOf(found);
    if (character === undefined) return undefined;
    const end = text.indexOf('&', REFERENCE.lastIndex);
    done += character + text.slice(REFERENCE.lastIndex, end === -1 ? undefined : end);
    at = end;
  }
  return done;
}

function characterOf([, name, decimal, hexadecimal]: RegExpExecArray): string | undefined {
  if (name !== undefined) return ENTITIES[name];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return NO_CHARACTER.test(character) ? undefined : character;
}

/** The prefixes known inside an element; undefined where a declaration is out of the common. */
function scopeOf(attributes: Readonly<Record<string, string>>, outside: Scope): Scope | undefined {
  let inside: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const uri = attributes[name] ?? '';
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (
      prefix === undefined ||
      /^xml/i.test(prefix) ||
      uri.startsWith('http://www.w3.org/XML/1998') ||
      uri.startsWith('http://www.w3.org/2000/xmlns')
    )
      return undefined;
    if (uri !== uri.trim() || (uri === '' && prefix !== '')) return undefined;
    inside ??= new Map(outside);
    inside.set(prefix, uri);
  }
  return inside ?? outside;
}

/** The namespace of an element, all of whose prefixes are known; undefined where one is not, or two attributes may be the same. */
function namespaceOf(name: string, attributes: Readonly<Record<string, string>>, scope: Scope): string | undefined {
  let seen: Set<string> | undefined;
  for (const attribute in attributes) {
    const colon = attribute.indexOf(':');
    if (colon === -1 || attribute.startsWith('xmlns:')) continue;
    const local = attribute.slice(colon + 1);
    seen ??= new Set();
    if (!scope.has(attribute.slice(0, colon)) || seen.has(local)) return undefined;
    seen.add(local);
  }
  const colon = name.indexOf(':');
  return colon === -1 ? (scope.get('') ?? '') : scope.get(name.slice(0, colon));
}
