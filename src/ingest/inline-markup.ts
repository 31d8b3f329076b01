import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';
import { foldSpace } from '../article/fold-space.ts';
import type { ParsedText } from '../article/parsed-item.ts';
import { escapeText } from '../article/escape-text.ts';

/** Deeper inline markup is read as its text. */
const MAX_DEPTH = 200;
/** Elements that hold no words of the story. */
export const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'head', 'media-metadata']);
/** Elements that part the words before and after them, where they are read as text. */
const PARTING = new Set(['p', 'div', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'ul', 'ol', 'table', 'section', 'blockquote']);
/** Inline markup that is kept, by the name it is written with. */
const INLINE: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  sub: 'sub',
  sup: 'sup',
  q: 'q',
  cite: 'cite',
  abbr: 'abbr',
};

/** All text below a node, as written; a line ends where a block or a line break parts the words. */
export function textOf(node: ChildNode): string {
  const parts: string[] = [];
  const open: (ChildNode | '\n')[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === '\n') parts.push(next);
    else if (isText(next)) parts.push(next.data);
    else if ('children' in next) {
      if (isTag(next)) parts.push(fractionBar(next));
      openUp(next, open);
    }
  }
  return parts.join('');
}

/** NITF writes a fraction as two elements, mostly without the bar between them. */
function fractionBar(element: Element): string {
  if (nameOf(element) !== 'frac-den') return '';
  const before = element.prev;
  return before !== null && isTag(before) && nameOf(before) === 'frac-num' ? '/' : '';
}

function openUp(node: ParentNode & ChildNode, open: (ChildNode | '\n')[]): void {
  const name = isTag(node) ? nameOf(node) : '';
  if (DROPPED.has(name)) return;
  const parts = name === 'br' || PARTING.has(name);
  if (parts) open.push('\n');
  for (let index = node.children.length - 1; index >= 0; index -= 1) {
    const child = node.children[index];
    if (child !== undefined) open.push(child);
  }
  if (parts) open.push('\n');
}

/** Local name in lower case. */
export function nameOf(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1).toLowerCase();
}

/** Inline nodes as folded text, with its allow-listed HTML where there was inline markup; everything else is escaped. */
export function inlineOf(nodes: readonly ChildNode[]): ParsedText {
  const text = foldSpace(nodes.map(textOf).join(''));
  const html = foldSpace(nodes.map((node) => inlineHtml(node, 0)).join(''));
  return /<[a-z]/.test(html) ? { text, html } : { text };
}

function inlineHtml(node: ChildNode, depth: number): string {
  if (isText(node)) return escapeText(node.data);
  if (!isTag(node) || DROPPED.has(nameOf(node))) return '';
  const name = nameOf(node);
  if (name === 'br') return ' ';
  const inner =
    depth > MAX_DEPTH ? escapeText(textOf(node)) : fractionBar(node) + node.children.map((each) => inlineHtml(each, depth + 1)).join('');
  const href = name === 'a' ? safeHref(node.attribs['href']) : undefined;
  if (href !== undefined && inner.trim() !== '') return `<a href="${escapeText(href).replaceAll('"', '&quot;')}">${inner}</a>`;
  if (PARTING.has(name)) return ` ${inner} `;
  const tag = INLINE[name];
  return tag === undefined || inner.trim() === '' ? inner : `<${tag}>${inner}</${tag}>`;
}

/** Only http, https and mailto: of any other link the words are kept. */
function safeHref(href: string | undefined): string | undefined {
  const trimmed = href?.trim();
  return trimmed !== undefined && /^(?:https?:\/\/|mailto:)[^\s<>"]{1,2000}$/i.test(trimmed) ? trimmed : undefined;
}
