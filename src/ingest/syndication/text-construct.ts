import { isText, type ChildNode } from 'domhandler';
import { LooseElement } from '../loose/loose-element.ts';
import type { FeedText } from './feed.ts';
import { attribute, elementsIn, pathOf, scopeIn, spanOf, textOf, type Holder } from './holder.ts';
import { resolveUrl } from '../web-address.ts';
import { escapeAttribute, escapeText } from '../../article/escape-text.ts';

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);
/** Vocabularies whose names stand in HTML without a prefix. */
const IN_HTML = new Set(['xhtml', 'svg', 'mathml']);
const BASE64 = /^[A-Za-z0-9+/\s]+(?:={1,2}\s*)?$/;

/**
 * Reads a text construct: Atom 1.0 `type`, Atom 0.3 `type` and `mode` (escaped, xml, base64), and child elements where
 * there should be text. `fallback` = how text without a type is read.
 */
export function textConstruct(holder: Holder, element: LooseElement, fallback: 'text' | 'html' | undefined): FeedText | undefined {
  const scope = scopeIn(element, holder.scope);
  const stated = attribute(element, 'type')?.toLowerCase();
  const mode = attribute(element, 'mode')?.toLowerCase();
  const src = attribute(element, 'src');
  const { text, type } = valueOf(element, { stated, mode, fallback });
  if (text === '' && src === undefined) return undefined;
  const span = spanOf(element);
  const url = src === undefined ? undefined : resolveUrl(src, scope.base);
  const construct: { -readonly [Key in keyof FeedText]: FeedText[Key] } = { text, path: pathOf(holder, element) };
  if (span !== undefined) construct.span = span;
  if (scope.lang !== undefined && scope.lang !== '') construct.lang = scope.lang;
  if (type !== undefined) construct.type = type;
  if (stated?.includes('/') === true) construct.mediaType = stated;
  if (scope.base !== undefined) construct.base = scope.base;
  if (scope.statedBase !== undefined) construct.statedBase = scope.statedBase;
  if (url !== undefined) construct.src = url;
  return construct;
}

interface Reading {
  readonly stated: string | undefined;
  readonly mode: string | undefined;
  readonly fallback: 'text' | 'html' | undefined;
}

function valueOf(element: LooseElement, { stated, mode, fallback }: Reading): { text: string; type?: 'text' | 'html' } {
  const markup = element.children.some((node) => node instanceof LooseElement);
  if (markup || stated === 'xhtml' || (mode === 'xml' && stated?.includes('html') === true))
    return { text: innerHtml(element), type: 'html' };
  const text = textOf(element).trim();
  if (mode === 'base64' || (element.local === 'content' && stated !== undefined && isBinary(stated) && BASE64.test(text.slice(0, 2_000)))) {
    return { text: Buffer.from(text, 'base64').toString('utf8').trim(), ...(stated?.includes('html') === true ? { type: 'html' } : {}) };
  }
  const type = typeOf(stated, mode) ?? fallback;
  return type === undefined ? { text } : { text, type };
}

function typeOf(stated: string | undefined, mode: string | undefined): 'text' | 'html' | undefined {
  if (stated === undefined) return undefined;
  if (stated === 'html' || stated === 'text/html' || stated === 'application/xhtml+xml') return 'html';
  if (stated === 'text') return 'text';
  return mode === undefined && stated !== 'text/plain' ? undefined : 'text';
}

/** RFC 4287 4.1.3.3: content of other media types is base64. */
function isBinary(mediaType: string): boolean {
  return mediaType.includes('/') && !mediaType.startsWith('text/') && !/[+/]xml$/.test(mediaType);
}

/** Child elements as HTML source; a single `div` around everything is packaging (RFC 4287 3.1.1.3). */
function innerHtml(element: LooseElement): string {
  const [only, ...others] = elementsIn(element);
  const isPackage = only?.local === 'div' && others.length === 0 && element.children.every((node) => node === only || isBlank(node));
  return (isPackage ? only : element).children.map(htmlOf).join('').trim();
}

function isBlank(node: ChildNode): boolean {
  return isText(node) && node.data.trim() === '';
}

/** `xhtml:p` is `p` in HTML, where prefixes and their declarations mean nothing. The loose tree is never deeper than its reader allows. */
function htmlOf(node: ChildNode): string {
  if (isText(node)) return escapeText(node.data);
  if (!(node instanceof LooseElement)) return '';
  const name = IN_HTML.has(node.namespace ?? '') ? node.local : node.name;
  let tag = `<${name}`;
  for (const key in node.attribs) {
    if (!key.startsWith('xmlns')) tag += ` ${key}="${escapeAttribute(node.attribs[key] ?? '')}"`;
  }
  return `${tag}>${VOID.has(name) ? '' : `${node.children.map(htmlOf).join('')}</${name}>`}`;
}
