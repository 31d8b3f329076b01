import { isMail } from './is-mail.ts';

/** The first element of a document and what stands before it, found without reading the whole. */
export interface RootElement {
  /** Lower case, without prefix. */
  readonly name: string;
  /** Lower case; the public identifier or root of a DOCTYPE is inside. */
  readonly doctype: string | undefined;
  readonly hasProlog: boolean;
  /** Text before the first markup, trimmed. */
  readonly lead: string;
}

const FEED_ROOTS: ReadonlyMap<string, 'rss' | 'atom'> = new Map([
  ['rss', 'rss'],
  ['rdf', 'rss'],
  ['channel', 'rss'],
  ['feed', 'atom'],
  ['entry', 'atom'],
]);
/** What a web server writes before a feed when its program complains. */
const JUNK = new Set(['br', 'b', 'i', 'p', 'font', 'pre', 'a', 'script', 'style', 'link']);
/** How far a root element is looked for. */
const HEAD = 60_000;

/** Looks at the first element; undefined where there is none near the beginning. */
export function rootElement(text: string): RootElement | undefined {
  for (const root of firstElements(text)) return root;
  return undefined;
}

/** Lower-case local names of the first `count` start tags, the root's first; comments are skipped. */
export function firstNames(text: string, count: number): string[] {
  const names: string[] = [];
  for (const { name } of firstElements(text)) {
    names.push(name);
    if (names.length === count) break;
  }
  return names;
}

/** `rss` or `atom` where the root, after junk, is that of a feed. An HTML page never is. */
export function feedRoot(text: string): 'rss' | 'atom' | undefined {
  for (const root of firstElements(text)) {
    if (/^[{[]/.test(root.lead)) return undefined;
    const format = FEED_ROOTS.get(root.name);
    if (format !== undefined) return format;
    if (!JUNK.has(root.name)) return undefined;
  }
  return undefined;
}

/** The start tags of the head of a document, comments skipped. */
function* firstElements(text: string): Generator<RootElement> {
  // What is in angle brackets at the head of a mail are addresses, and elements behind it are those of its parts.
  if (isMail(text)) return;
  const head = text.slice(0, HEAD);
  const lead = head.slice(0, Math.max(0, head.indexOf('<'))).trim();
  let doctype: string | undefined;
  let hasProlog = false;
  const mark = /<(?:\?([^>]{0,2000})>|!--|!doctype([^>]{0,1000})|(?:[a-z_][\w.-]{0,60}:)?([a-z_][\w.-]{0,60})(?=[\s/>]))/gi;
  for (let found = mark.exec(head); found !== null; found = mark.exec(head)) {
    const [whole, instruction, declared, name] = found;
    if (whole === '<!--') {
      const end = head.indexOf('-->', mark.lastIndex);
      if (end === -1) return;
      mark.lastIndex = end + 3;
    } else if (instruction !== undefined) hasProlog ||= /^xml\s/i.test(instruction);
    else if (declared !== undefined) {
      doctype ??= declared.toLowerCase();
      if (declared.includes('[')) mark.lastIndex = Math.max(mark.lastIndex, head.indexOf(']', mark.lastIndex) + 1);
    } else if (name !== undefined) yield { name: name.toLowerCase(), doctype, hasProlog, lead };
  }
}
