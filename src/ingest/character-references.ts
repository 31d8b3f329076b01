import { Parser } from 'htmlparser2';

/** `&#233;`, `&#xE9;`, `&eacute;`, or a bare `&`. HTML's names without semicolon are not read: `?x=1&copy=3` is a link. */
const REFERENCE = /&(?:(?:#(\d{1,9})|#x([0-9a-f]{1,8})|([a-z][a-z0-9]{1,31}));)?/gi;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const XML_NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const htmlNames = new Map<string, string>();

/** Told of each reference that could not be read. */
export type OddReference = (code: 'xml.bare-ampersand' | 'xml.undefined-entity' | 'xml.character-reference', source: string) => void;

/**
 * Decodes character references of XML and HTML 5 once. Entities that a DOCTYPE declares are not known here, so they stay as
 * written: nothing is ever expanded. References to characters that XML forbids give U+FFFD.
 */
export function decodeReferences(text: string, odd?: OddReference): string {
  if (!text.includes('&')) return text;
  const decoded = text.replace(REFERENCE, (source: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named(name) ?? unknown(source, odd);
    if (decimal === undefined && hex === undefined) {
      odd?.('xml.bare-ampersand', source);
      return source;
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return character(code, source, odd);
  });
  return decoded.replace(LONE_SURROGATE, '\ufffd');
}

function unknown(source: string, odd: OddReference | undefined): string {
  odd?.('xml.undefined-entity', source);
  return source;
}

/** Two halves of a surrogate pair written as two references are joined: some exporters do that. */
function character(code: number, source: string, odd: OddReference | undefined): string {
  if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
  if (code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xfffd))
    return String.fromCharCode(code);
  if (code >= 0x10000 && code <= 0x10ffff) return String.fromCodePoint(code);
  odd?.('xml.character-reference', source);
  return code >= 0x80 && code <= 0x9f ? asHtml(source) : '\ufffd';
}

function named(name: string): string | undefined {
  const known = XML_NAMES.get(name) ?? htmlNames.get(name);
  if (known !== undefined) return known;
  const source = `&${name};`;
  const decoded = asHtml(source);
  // A partial reading (`&notit;` gives `¬it;`) is no name of HTML.
  if (decoded === source || decoded.endsWith(';')) return undefined;
  htmlNames.set(name, decoded);
  return decoded;
}

/** HTML's 2,231 names and its reading of 128-159 as windows-1252 come with htmlparser2. */
function asHtml(source: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) }, { decodeEntities: true });
  parser.end(source);
  return decoded;
}
