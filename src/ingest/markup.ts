import { isComment, isTag, isText, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../article/fold-space.ts';
import type { ParsedBlock, Span } from '../article/parsed-item.ts';
import { DROPPED, inlineOf, nameOf, textOf } from './inline-markup.ts';
import { mediaKey } from './nitf/media.ts';
import { tableOf } from './table.ts';

export { textOf };

/** Deeper markup is read as its text: no story nests so far, and recursion must end. */
const MAX_DEPTH = 200;
const HEADINGS: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6, hl1: 2, hl2: 2, hl3: 3 };
const QUOTES = new Set(['blockquote', 'bq']);
const LISTS: Readonly<Record<string, boolean>> = { ul: false, ol: true };
const PARAGRAPHS = new Set(['p', 'dt', 'dd', 'address', 'figcaption', 'summary', 'caption', 'datasource', 'copyrite']);
const CONTAINERS = new Set([
  'div',
  'section',
  'article',
  'main',
  'body',
  'body.content',
  'block',
  'fn',
  'nitf-table',
  'html',
  'header',
  'footer',
  'aside',
  'center',
  'dl',
  'details',
  'form',
  'nav',
  'td',
  'tr',
  'tbody',
  'table',
]);
/** Elements that stand for themselves: neither containers nor inline. */
const SINGLES = new Set(['hr', 'table', 'img', 'figure', 'pre', 'media', 'credit', 'nitf-table-metadata']);

/** What a caller reads elsewhere or does not want: such elements are passed over. */
export interface BlockOptions {
  readonly skip?: (element: Element) => boolean;
}

/** Where the reader stands. */
interface Here {
  readonly path: string;
  readonly depth: number;
  readonly options: BlockOptions;
}

/**
 * Blocks of a body in printed order, for NITF, XHTML and HTML alike: paragraphs, headings, lists, tables, quotes, pictures, dividers.
 * Text has its white space folded; `html` is given only where there was inline markup. Scripts and empty blocks are left out.
 */
export function blocksOf(nodes: readonly ChildNode[], path: string, options: BlockOptions = {}): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  collect(nodes, { path, depth: 0, options }, blocks);
  return blocks;
}

function collect(nodes: readonly ChildNode[], { path, depth, options }: Here, blocks: ParsedBlock[]): void {
  const counts = new Map<string, number>();
  let run: ChildNode[] = [];
  const flush = (): void => {
    for (const block of paragraphsOf(run, `${path}/text()[${blocks.length}]`)) blocks.push(block);
    run = [];
  };
  for (const node of nodes) {
    if (isComment(node) || (isTag(node) && options.skip?.(node) === true)) continue;
    if (!isTag(node) || isInlineElement(node, depth)) {
      run.push(node);
      continue;
    }
    const name = nameOf(node);
    flush();
    if (DROPPED.has(name)) continue;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const here: Here = { path: `${path}/${name}[${count}]`, depth: depth + 1, options };
    const read = depth >= MAX_DEPTH ? paragraphsOf([node], here.path) : blockOf(node, name, here);
    if (read === undefined) collect(node.children, here, blocks);
    else for (const block of read) blocks.push(block);
  }
  flush();
}

/** Undefined for a mere container, whose children are looked at one by one. */
function blockOf(element: Element, name: string, here: Here): ParsedBlock[] | undefined {
  const { path } = here;
  const place = { path, ...spanOf([element]) };
  const level = HEADINGS[name];
  if (level !== undefined) return headingOf(element, level, place);
  if (PARAGRAPHS.has(name)) return hasBlocks(element) ? undefined : paragraphsOf(element.children, path, place.span);
  if (QUOTES.has(name)) return quoteOf(element, here);
  const ordered = LISTS[name];
  if (ordered !== undefined) return listOf(element, ordered, place);
  switch (name) {
    case 'hr':
      return [{ type: 'divider', ...place }];
    case 'pre':
      return linesOf(element, place);
    case 'table':
      return tableOf(element, place);
    case 'img':
      return pictureOf(element, undefined, place);
    case 'figure':
      return figureOf(element, place);
    case 'media':
      return mediaOf(element, place);
    case 'fn':
      return footnoteOf(element, here);
    case 'credit':
    case 'nitf-table-metadata':
      return [];
    default:
      return undefined;
  }
}

function headingOf(element: Element, level: number, place: Place): ParsedBlock[] {
  const heading = inlineOf(element.children);
  return heading.text === '' ? [] : [{ type: 'heading', level, ...heading, ...place }];
}

/** NITF names the speaker in `credit`. */
function quoteOf(element: Element, here: Here): ParsedBlock[] {
  const attribution = foldSpace(below(element, 'credit').map(textOf).join(' '));
  return within(element, here).map((block) =>
    block.type === 'paragraph' ? { ...block, type: 'quote', ...(attribution === '' ? {} : { attribution }) } : block,
  );
}

function footnoteOf(element: Element, here: Here): ParsedBlock[] {
  return within(element, here).map((block) => (block.type === 'paragraph' ? { ...block, type: 'footnote' } : block));
}

function within(element: Element, here: Here): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  collect(element.children, here, blocks);
  return blocks;
}

/** Preformatted text: an empty line parts paragraphs, as wires send them. */
function linesOf(element: Element, place: Place): ParsedBlock[] {
  return textOf(element)
    .split(/\n[^\S\n]*\n/)
    .map(foldSpace)
    .filter((text) => text !== '')
    .map((text, index, all) => ({
      type: 'paragraph',
      text,
      ...place,
      path: all.length === 1 ? place.path : `${place.path}/text()[${index}]`,
    }));
}

function isInlineElement(element: Element, depth: number): boolean {
  const name = nameOf(element);
  if (name in HEADINGS || name in LISTS || PARAGRAPHS.has(name) || QUOTES.has(name) || DROPPED.has(name) || SINGLES.has(name)) return false;
  return depth >= MAX_DEPTH || (!CONTAINERS.has(name) && !hasBlocks(element));
}

const LOOKED_AT = 400;

/** Whether a block stands among the nearest descendants; looks at a bounded number of nodes. */
function hasBlocks(element: Element): boolean {
  const open: ChildNode[] = element.children.slice(-LOOKED_AT);
  for (let seen = 0; seen < LOOKED_AT; seen += 1) {
    const node = open.pop();
    if (node === undefined) return false;
    if (!isTag(node)) continue;
    const name = nameOf(node);
    if (name in HEADINGS || name in LISTS || QUOTES.has(name) || SINGLES.has(name) || name === 'p' || name === 'div') return true;
    open.push(...node.children.slice(-LOOKED_AT));
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

type Place = { readonly path: string; readonly span?: Span };

function listOf(element: Element, ordered: boolean, place: Place): ParsedBlock[] {
  const items = element.children.map((node) => inlineOf(isTag(node) ? node.children : [node])).filter((item) => item.text !== '');
  return items.length === 0 ? [] : [{ type: 'list', ordered, items, ...place }];
}

function pictureOf(element: Element, caption: string | undefined, place: Place): ParsedBlock[] {
  if (element.attribs['width'] === '1' && element.attribs['height'] === '1') return []; // a tracking pixel
  // A page that loads pictures late has a stand-in as `src`.
  const urls = ['src', 'data-src', 'data-original', 'source'].map((name) => element.attribs[name]?.trim() ?? '');
  const url = urls.find((address) => address !== '' && !address.startsWith('data:'));
  return url === undefined ? [] : [{ type: 'image', url, ...(caption === undefined || caption === '' ? {} : { caption }), ...place }];
}

/** Undefined where there is not exactly one picture: its parts are then read one by one. */
function figureOf(element: Element, place: Place): ParsedBlock[] | undefined {
  const [image, ...more] = below(element, 'img');
  if (image === undefined || more.length > 0) return undefined;
  const caption = below(element, 'figcaption').map((node) => foldSpace(textOf(node)));
  return pictureOf(image, caption[0], place);
}

/** NITF 3: a medium with its references and caption. */
function mediaOf(element: Element, place: Place): ParsedBlock[] {
  const url = below(element, 'media-reference')
    .map((reference) => reference.attribs['source']?.trim() ?? '')
    .find((source) => source !== '');
  const caption = foldSpace(below(element, 'media-caption').map(textOf).join(' '));
  if (url === undefined && caption === '') return [];
  const type = /^(?:video|audio)/i.test(element.attribs['media-type'] ?? '') ? 'embed' : 'image';
  return [{ type, ...(url === undefined ? {} : { url }), media: mediaKey(element), ...(caption === '' ? {} : { caption }), ...place }];
}

/** Elements of a name below another, in order; looks at a bounded number of nodes. */
function below(element: Element, name: string): Element[] {
  const found: Element[] = [];
  const open: ChildNode[] = element.children.slice(0, 500).reverse();
  for (let node = open.pop(), seen = 0; node !== undefined && seen < 500; node = open.pop(), seen += 1) {
    if (!isTag(node)) continue;
    if (nameOf(node) === name) found.push(node);
    else open.push(...node.children.slice(0, 500).reverse());
  }
  return found;
}

function spanOf(nodes: readonly ChildNode[]): { span?: Span } {
  const start = nodes[0]?.startIndex;
  const end = nodes.at(-1)?.endIndex;
  return start == null || end == null ? {} : { span: [start, end + 1] };
}
