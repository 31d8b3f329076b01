import { isComment, isTag, isText, type ChildNode, type Element } from 'domhandler';
import type { ParsedBlock, ParsedText, Span } from '../article/parsed-item.ts';

/** Deeper markup is read as its text: no story nests so far, and recursion must end. */
const MAX_DEPTH = 200;
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'head', 'media-metadata']);
const HEADINGS: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6, hl1: 2, hl2: 2, hl3: 3 };
const QUOTES = new Set(['blockquote', 'bq']);
const LISTS: Readonly<Record<string, boolean>> = { ul: false, ol: true };
const PARAGRAPHS = new Set(['p', 'pre', 'dt', 'dd', 'address', 'figcaption', 'summary', 'caption']);
const CONTAINERS = new Set([
  'div',
  'section',
  'article',
  'main',
  'body',
  'body.content',
  'block',
  'html',
  'header',
  'footer',
  'aside',
  'center',
  'dl',
  'details',
  'form',
  'nav',
  'span',
  'font',
  'td',
  'tr',
  'tbody',
  'table',
]);
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

/**
 * Blocks of a body in printed order, for NITF, XHTML and HTML alike: paragraphs, headings, lists, tables, quotes, pictures, dividers.
 * Text has its white space folded; `html` is given only where there was inline markup. Scripts and empty blocks are left out.
 */
export function blocksOf(nodes: readonly ChildNode[], path: string): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  collect(nodes, path, 0, blocks);
  return blocks;
}

/** All text below a node, as written. */
export function textOf(node: ChildNode): string {
  const parts: string[] = [];
  const open: ChildNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isText(next)) parts.push(next.data);
    else if (isTag(next) && nameOf(next) === 'br') parts.push('\n');
    else if ('children' in next && !(isTag(next) && DROPPED.has(nameOf(next)))) open.push(...next.children.toReversed());
  }
  return parts.join('');
}

function nameOf(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1).toLowerCase();
}

function collect(nodes: readonly ChildNode[], path: string, depth: number, blocks: ParsedBlock[]): void {
  const counts = new Map<string, number>();
  let run: ChildNode[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(run, `${path}/text()[${blocks.length}]`));
    run = [];
  };
  for (const node of nodes) {
    if (isComment(node)) continue;
    if (!isTag(node) || isInlineElement(node, depth)) {
      run.push(node);
      continue;
    }
    const name = nameOf(node);
    flush();
    if (DROPPED.has(name)) continue;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const here = `${path}/${name}[${count}]`;
    const block = blockOf(node, name, here);
    if (block !== undefined) blocks.push(...block);
    else if (depth >= MAX_DEPTH) blocks.push(...paragraphsOf([node], here));
    else collect(node.children, here, depth + 1, blocks);
  }
  flush();
}

/** Undefined for a mere container, whose children are looked at one by one. */
function blockOf(element: Element, name: string, path: string): ParsedBlock[] | undefined {
  const place = { path, ...spanOf([element]) };
  const level = HEADINGS[name];
  if (level !== undefined)
    return paragraphsOf(element.children, path)
      .slice(0, 1)
      .map((block) => ({ ...block, ...place, type: 'heading', level }));
  if (name === 'hr') return [{ type: 'divider', ...place }];
  if (PARAGRAPHS.has(name)) return hasBlocks(element) ? undefined : paragraphsOf(element.children, path, place.span);
  if (QUOTES.has(name))
    return blocksOf(element.children, path).map((block) => (block.type === 'paragraph' ? { ...block, type: 'quote' } : block));
  const ordered = LISTS[name];
  if (ordered !== undefined) return listOf(element, ordered, place);
  if (name === 'table') return tableOf(element, place);
  if (name === 'img') return pictureOf(element, undefined, place);
  if (name === 'figure') return figureOf(element, place);
  return undefined;
}

function isInlineElement(element: Element, depth: number): boolean {
  const name = nameOf(element);
  if (name in HEADINGS || name in LISTS || PARAGRAPHS.has(name) || QUOTES.has(name) || DROPPED.has(name)) return false;
  if (['hr', 'table', 'img', 'figure'].includes(name)) return false;
  return (
    depth >= MAX_DEPTH ||
    (!(CONTAINERS.has(name) && (name !== 'span' && name !== 'font' ? true : hasBlocks(element))) && !hasBlocks(element))
  );
}

/** Whether a block stands among the nearest descendants; looks at a bounded number of nodes. */
function hasBlocks(element: Element): boolean {
  const open: ChildNode[] = [...element.children];
  for (let seen = 0; seen < 400; seen += 1) {
    const node = open.pop();
    if (node === undefined) return false;
    if (!isTag(node)) continue;
    const name = nameOf(node);
    if (name in HEADINGS || name in LISTS || QUOTES.has(name) || ['p', 'table', 'figure', 'img', 'hr', 'div'].includes(name)) return true;
    open.push(...node.children);
  }
  return false;
}

/** Inline nodes as paragraphs; two line breaks in a row part them. */
function paragraphsOf(nodes: readonly ChildNode[], path: string, whole?: Span): ParsedBlock[] {
  const parts = splitAtBreaks(nodes);
  return parts.flatMap((part, index): ParsedBlock[] => {
    const { text, html } = inlineOf(part);
    const span = whole !== undefined && parts.length === 1 ? { span: whole } : spanOf(part);
    return text === ''
      ? []
      : [
          {
            type: 'paragraph',
            text,
            ...(html === undefined ? {} : { html }),
            path: parts.length === 1 ? path : `${path}/br[${index}]`,
            ...span,
          },
        ];
  });
}

function splitAtBreaks(nodes: readonly ChildNode[]): ChildNode[][] {
  const parts: ChildNode[][] = [[]];
  let breaks = 0;
  for (const node of nodes) {
    if (isTag(node) && nameOf(node) === 'br') {
      breaks += 1;
      if (breaks === 2) parts.push([]);
    } else if (!(isText(node) && node.data.trim() === '')) breaks = 0;
    parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}

function inlineOf(nodes: readonly ChildNode[]): ParsedText {
  const text = fold(nodes.map(textOf).join(''));
  const html = fold(nodes.map((node) => inlineHtml(node, 0)).join(''));
  return /<[a-z]/.test(html) ? { text, html } : { text };
}

function fold(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

function inlineHtml(node: ChildNode, depth: number): string {
  if (isText(node)) return escapeText(node.data);
  if (!isTag(node) || DROPPED.has(nameOf(node))) return '';
  const name = nameOf(node);
  if (name === 'br') return ' ';
  const inner = depth > MAX_DEPTH ? escapeText(textOf(node)) : node.children.map((each) => inlineHtml(each, depth + 1)).join('');
  const href = name === 'a' ? safeHref(node.attribs['href']) : undefined;
  if (href !== undefined && inner.trim() !== '') return `<a href="${escapeText(href).replaceAll('"', '&quot;')}">${inner}</a>`;
  const tag = INLINE[name];
  return tag === undefined || inner.trim() === '' ? inner : `<${tag}>${inner}</${tag}>`;
}

/** Only http, https and mailto; a relative address is kept for the caller who knows the base. */
function safeHref(href: string | undefined): string | undefined {
  const trimmed = href?.trim();
  return trimmed !== undefined && /^(?:https?:\/\/|mailto:)[^\s<>"]{1,2000}$/i.test(trimmed) ? trimmed : undefined;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Place = { readonly path: string; readonly span?: Span };

function listOf(element: Element, ordered: boolean, place: Place): ParsedBlock[] {
  const items = element.children
    .filter((node) => isTag(node))
    .map((node) => inlineOf(node.children))
    .filter((item) => item.text !== '');
  return items.length === 0 ? [] : [{ type: 'list', ordered, items, ...place }];
}

function tableOf(element: Element, place: Place): ParsedBlock[] {
  const rows = rowsOf(element).map((row) => ({
    head: row.every((cell) => nameOf(cell) === 'th'),
    cells: row.map((cell) => inlineOf(cell.children)),
  }));
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text !== ''));
  if (filled.length === 0) return [];
  const header = filled.filter((row, index) => row.head && index === 0).map((row) => row.cells);
  const body = filled.slice(header.length).map((row) => row.cells);
  return [{ type: 'table', ...(header.length > 0 ? { header } : {}), rows: body, ...place }];
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  const open: { node: ChildNode; depth: number }[] = [...table.children].reverse().map((node) => ({ node, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (!isTag(node)) continue;
    if (nameOf(node) === 'tr')
      rows.push(node.children.filter((cell): cell is Element => isTag(cell) && ['td', 'th'].includes(nameOf(cell))));
    else if (depth < 4) open.push(...[...node.children].reverse().map((inner) => ({ node: inner, depth: depth + 1 })));
  }
  return rows;
}

function pictureOf(element: Element, caption: string | undefined, place: Place): ParsedBlock[] {
  const url = element.attribs['src']?.trim() ?? '';
  return url === '' || url.startsWith('data:')
    ? []
    : [{ type: 'image', url, ...(caption === undefined || caption === '' ? {} : { caption }), ...place }];
}

function figureOf(element: Element, place: Place): ParsedBlock[] | undefined {
  const open: ChildNode[] = [...element.children].reverse();
  let image: Element | undefined;
  let caption: string | undefined;
  for (let node = open.pop(), seen = 0; node !== undefined && seen < 500; node = open.pop(), seen += 1) {
    if (!isTag(node)) continue;
    if (nameOf(node) === 'img') image ??= node;
    else if (nameOf(node) === 'figcaption') caption ??= fold(textOf(node));
    else open.push(...[...node.children].reverse());
  }
  return image === undefined ? undefined : pictureOf(image, caption, place);
}

function spanOf(nodes: readonly ChildNode[]): { span?: Span } {
  const start = nodes[0]?.startIndex;
  const end = nodes.at(-1)?.endIndex;
  return start == null || end == null ? {} : { span: [start, end + 1] };
}
