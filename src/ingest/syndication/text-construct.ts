import { Element, isCDATA, isTag, isText, type ChildNode } from 'domhandler';
import { textContent } from 'domutils';
import { localName } from '../namespaces.ts';
import type { FeedText } from './feed.ts';
import { attribute, pathOf, scopeIn, spanOf, type Holder } from './holder.ts';
import { resolveUrl } from '../web-address.ts';
import { escapeText } from '../escape-text.ts';

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * Reads a text construct: Atom 1.0 `type`, Atom 0.3 `type` and `mode` (escaped, xml, base64), and child elements where
 * there should be text. `fallback` = how text without a type is read.
 */
export function textConstruct(holder: Holder, element: Element, fallback: 'text' | 'html' | undefined): FeedText | undefined {
  const scope = scopeIn(element, holder.scope);
  const stated = attribute(element, 'type')?.toLowerCase();
  const mode = attribute(element, 'mode')?.toLowerCase();
  const src = attribute(element, 'src');
  const { text, type } = valueOf(element, { stated, mode, fallback });
  if (text === '' && src === undefined) return undefined;
  const span = spanOf(element);
  const url = src === undefined ? undefined : resolveUrl(src, scope.base);
  const mediaType = stated?.includes('/') === true ? stated : undefined;
  return {
    text,
    path: pathOf(holder, element),
    ...(span === undefined ? {} : { span }),
    ...(scope.lang === undefined || scope.lang === '' ? {} : { lang: scope.lang }),
    ...(type === undefined ? {} : { type }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(scope.base === undefined ? {} : { base: scope.base }),
    ...(scope.statedBase === undefined ? {} : { statedBase: scope.statedBase }),
    ...(url === undefined ? {} : { src: url }),
  };
}

interface Reading {
  readonly stated: string | undefined;
  readonly mode: string | undefined;
  readonly fallback: 'text' | 'html' | undefined;
}

function valueOf(element: Element, { stated, mode, fallback }: Reading): { text: string; type?: 'text' | 'html' } {
  const markup = element.children.some(isTag);
  if (markup || stated === 'xhtml' || (mode === 'xml' && stated?.includes('html') === true))
    return { text: innerHtml(element), type: 'html' };
  const text = textContent(element).trim();
  if (
    mode === 'base64' ||
    (localName(element) === 'content' && stated !== undefined && isBinary(stated) && BASE64.test(text.slice(0, 2_000)))
  ) {
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
function innerHtml(element: Element): string {
  const children = element.children.filter((node) => isTag(node) || textContent(node).trim() !== '');
  const [only] = children;
  const holder = children.length === 1 && only instanceof Element && localName(only) === 'div' ? only : element;
  return holder.children.map(htmlOf).join('').trim();
}

/** `xhtml:p` is `p` in HTML; namespace declarations mean nothing there. The loose tree is never deeper than its reader allows. */
function htmlOf(node: ChildNode): string {
  if (isText(node)) return escapeText(node.data);
  if (isCDATA(node)) return node.children.map(htmlOf).join('');
  if (!isTag(node)) return '';
  const name = node.namespace === 'xhtml' ? localName(node) : node.name;
  const attributes = Object.entries(node.attribs)
    .filter(([key]) => !key.startsWith('xmlns'))
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`);
  return `<${name}${attributes.join('')}>${VOID.has(name) ? '' : `${node.children.map(htmlOf).join('')}</${name}>`}`;
}
