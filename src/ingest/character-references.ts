import { Parser } from 'htmlparser2';
import { isLetter } from './markup-characters.ts';
import { ownText } from './own-text.ts';

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const XML_NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** What names mean in HTML; empty = nothing. */
const htmlNames = new Map<string, string>();
const MAX_NAMES = 10_000;

/** Told of each reference that could not be read. */
export type OddReference = (code: 'xml.bare-ampersand' | 'xml.undefined-entity' | 'xml.character-reference', source: string) => void;

const HASH = 0x23;
const SEMICOLON = 0x3b;
/** `&` with the longest name of HTML (`CounterClockwiseContourIntegral`) or number. */
const LONGEST = 34;

/**
 * Decodes character references of XML and HTML 5 once: `&#233;`, `&#xE9;`, `&eacute;`. HTML's names without semicolon are not read:
 * `?x=1&copy=3` is a link. `entities` = others that stand for plain characters; all else stays as written: nothing is ever expanded
 * twice. References to characters that XML forbids give U+FFFD.
 */
export function decodeReferences(text: string, odd?: OddReference, entities?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  let kept = 0;
  let surrogates = false;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    const common = commonAt(text, at);
    if (common !== '') {
      decoded += text.slice(kept, at) + common;
      at += common === '"' ? 5 : common === '&' ? 4 : 3;
      kept = at + 1;
      continue;
    }
    const reference = referenceAt(text, at);
    const character = reference === undefined ? undefined : characterOf(reference, odd, entities);
    if (reference === undefined) odd?.('xml.bare-ampersand', '&');
    if (reference === undefined || character === undefined) continue;
    decoded += text.slice(kept, at) + character;
    at += reference.length - 1;
    kept = at + 1;
    surrogates ||= character.length === 1 && (character.charCodeAt(0) & 0xf800) === 0xd800;
  }
  if (kept === 0) return text;
  decoded += text.slice(kept);
  return surrogates ? decoded.replace(LONE_SURROGATE, '\ufffd') : decoded;
}

/** What one of the references that escaped HTML is full of (`&lt;`, `&gt;`, `&amp;`, `&quot;`) stands for; empty where there is another one. */
function commonAt(text: string, at: number): '<' | '>' | '&' | '"' | '' {
  const first = text.charCodeAt(at + 1);
  if (first === 0x6c || first === 0x67) {
    const isMark = text.charCodeAt(at + 2) === 0x74 && text.charCodeAt(at + 3) === SEMICOLON;
    return isMark ? (first === 0x6c ? '<' : '>') : '';
  }
  if (first === 0x61) return text.charCodeAt(at + 2) === 0x6d && text.startsWith('p;', at + 3) ? '&' : '';
  return first === 0x71 && text.startsWith('uot;', at + 2) ? '"' : '';
}

/** The reference that begins at `at`, `&` and `;` included. */
function referenceAt(text: string, at: number): string | undefined {
  const first = text.charCodeAt(at + 1);
  if (first !== HASH && !isLetter(first)) return undefined;
  for (let end = at + 2; end < at + LONGEST; end += 1) {
    const code = text.charCodeAt(end);
    if (code === SEMICOLON) return text.slice(at, end + 1);
    // Entities of a DOCTYPE may have dots and dashes in their names.
    if (!isLetter(code) && !(code >= 0x30 && code <= 0x39) && code !== 0x2e && code !== 0x2d && code !== 0x5f) return undefined;
  }
  return undefined;
}

/** What a reference stands for; undefined where it stays as written. */
function characterOf(
  reference: string,
  odd: OddReference | undefined,
  entities: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (reference.charCodeAt(1) !== HASH) return named(reference.slice(1, -1), entities) ?? unknown(reference, odd);
  const code = numberOf(reference);
  if (!Number.isNaN(code)) return character(code, reference, odd);
  odd?.('xml.character-reference', reference);
  return undefined;
}

/** The number in `&#233;` or `&#xE9;`, at most nine digits. */
function numberOf(reference: string): number {
  const isHex = (reference.charCodeAt(2) | 0x20) === 0x78;
  const first = isHex ? 3 : 2;
  const last = reference.length - 1;
  if (first >= last || last - first > 9) return Number.NaN;
  let code = 0;
  for (let at = first; at < last; at += 1) {
    const digit = digitOf(reference.charCodeAt(at), isHex);
    if (digit === undefined) return Number.NaN;
    code = code * (isHex ? 16 : 10) + digit;
  }
  return code;
}

function digitOf(code: number, isHex: boolean): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return isHex && lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}

function unknown(source: string, odd: OddReference | undefined): string | undefined {
  odd?.('xml.undefined-entity', source);
  return undefined;
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

function named(name: string, entities: ReadonlyMap<string, string> | undefined): string | undefined {
  return XML_NAMES.get(name) ?? ofHtml(name) ?? entities?.get(name);
}

function ofHtml(name: string): string | undefined {
  const known = htmlNames.get(name);
  if (known !== undefined) return known === '' ? undefined : known;
  const source = `&${name};`;
  const decoded = asHtml(source);
  // A partial reading (`&notit;` gives `¬it;`) is no name of HTML.
  const isName = decoded !== source && !decoded.endsWith(';');
  if (htmlNames.size < MAX_NAMES) htmlNames.set(ownText(name), isName ? decoded : '');
  return isName ? decoded : undefined;
}

/** HTML's 2,231 names and its reading of 128-159 as windows-1252 come with htmlparser2. */
function asHtml(source: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) }, { decodeEntities: true });
  parser.end(source);
  return decoded;
}
