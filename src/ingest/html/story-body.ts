import { isTag, type ChildNode, type Element } from 'domhandler';
import type { ParsedBlock, ParsedMedia } from '../../article/parsed-item.ts';
import { bodyWithPictures } from '../body-pictures.ts';
import { blocksOf, textOf } from '../markup.ts';
import { publicUrl } from '../web-address.ts';

const CHROME = new Set([
  'nav',
  'aside',
  'footer',
  'script',
  'style',
  'form',
  'noscript',
  'template',
  'button',
  'select',
  'dialog',
  'head',
  'svg',
  'iframe',
  'input',
  'label',
]);
/** Roles of WAI-ARIA 1.2 that mark what is around a story. */
const CHROME_ROLES = new Set(['navigation', 'complementary', 'banner', 'contentinfo', 'search', 'dialog', 'menu', 'form']);
const PARAGRAPHS = new Set(['p', 'pre']);
/** A story element must hold at least this much paragraph text, or this share of the page's, to be believed. */
const ENOUGH = 200;
const SHARE = 0.4;

/** What is known of the story before its body is looked for. */
export interface Known {
  readonly base: string | undefined;
  readonly headline: string | undefined;
  /** What the page's `time` elements show. */
  readonly times: readonly string[];
  /** `articleBody` of the page's JSON-LD. */
  readonly articleBody: string | undefined;
}

/** The story of a page as blocks: from its `article` or `main` element, else from the parent with the most paragraph text, else its `articleBody`. */
export function storyBody(page: readonly ChildNode[], known: Known): { body: ParsedBlock[]; pictures: ParsedMedia[] } {
  removeChrome(page);
  const lengths = paragraphLengths(page);
  const holder = storyElement(page, lengths);
  const found = holder === undefined ? [] : blocksOf(holder.children, pathOf(holder));
  const blocks = found.filter((block) => !repeats(block, known));
  const hasText = blocks.some(({ type }) => type === 'paragraph');
  if (!hasText && known.articleBody !== undefined) return { body: plainBlocks(known.articleBody), pictures: [] };
  return bodyWithPictures(blocks, (address) => publicUrl(address, known.base));
}

/** Takes out what is around a story; the headers of a story itself stay. */
function removeChrome(nodes: readonly ChildNode[]): void {
  const open: ChildNode[] = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue;
    node.children = node.children.filter((child) => !isTag(child) || !isChrome(child));
    open.push(...node.children);
  }
}

function isChrome(element: Element): boolean {
  const { role, hidden } = { role: element.attribs['role'], hidden: element.attribs['hidden'] };
  return CHROME.has(element.name) || hidden !== undefined || (role !== undefined && CHROME_ROLES.has(role.toLowerCase()));
}

/** Paragraph text per element: all below it, and that of its own children. */
interface Lengths {
  readonly all: ReadonlyMap<Element, number>;
  readonly own: ReadonlyMap<Element, number>;
}

function paragraphLengths(nodes: readonly ChildNode[]): Lengths {
  const all = new Map<Element, number>();
  const own = new Map<Element, number>();
  const open: ChildNode[] = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isTag(node)) continue;
    if (!PARAGRAPHS.has(node.name)) {
      open.push(...node.children);
      continue;
    }
    const { length } = textOf(node).trim();
    if (node.parent !== null && isTag(node.parent)) own.set(node.parent, (own.get(node.parent) ?? 0) + length);
    for (let up = node.parent; up !== null; up = up.parent) if (isTag(up)) all.set(up, (all.get(up) ?? 0) + length);
  }
  return { all, own };
}

function storyElement(page: readonly ChildNode[], { all, own }: Lengths): Element | undefined {
  const elements = elementsOf(page);
  const total = elements.reduce((most, element) => Math.max(most, all.get(element) ?? 0), 0);
  const enough = (element: Element | undefined): boolean =>
    element !== undefined && (all.get(element) ?? 0) >= Math.min(ENOUGH, total) && (all.get(element) ?? 0) >= SHARE * total;
  const most = (candidates: readonly Element[], lengths: ReadonlyMap<Element, number>): Element | undefined =>
    candidates.reduce<Element | undefined>(
      (best, element) => ((lengths.get(element) ?? 0) > (best === undefined ? 0 : (lengths.get(best) ?? 0)) ? element : best),
      undefined,
    );
  const marked = most(
    elements.filter((element) => element.attribs['itemprop']?.toLowerCase() === 'articlebody'),
    all,
  );
  const article = most(
    elements.filter(({ name }) => name === 'article'),
    all,
  );
  const main = most(
    elements.filter(({ name, attribs }) => name === 'main' || attribs['role'] === 'main'),
    all,
  );
  const dense = most(elements, own);
  return [marked, article, main].find(enough) ?? dense ?? elements.find(({ name }) => name === 'body') ?? elements[0];
}

function elementsOf(nodes: readonly ChildNode[]): Element[] {
  const found: Element[] = [];
  const open: ChildNode[] = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isTag(node)) continue;
    found.push(node);
    open.push(...node.children.toReversed());
  }
  return found;
}

/** Headline and date stand in the story element of most pages; they are fields, no part of the body. */
function repeats({ type, text }: ParsedBlock, { headline, times }: Known): boolean {
  return (
    (type === 'heading' && text !== undefined && text === headline) || (type === 'paragraph' && text !== undefined && times.includes(text))
  );
}

function pathOf(element: Element): string {
  const names: string[] = [];
  for (let node: Element['parent'] = element; node !== null && isTag(node); node = node.parent) names.unshift(node.name);
  return `/${names.join('/')}`;
}

function plainBlocks(text: string): ParsedBlock[] {
  return text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line, index): ParsedBlock => ({
      type: 'paragraph',
      text: line,
      path: `/html/script[@type="application/ld+json"]/articleBody#${index + 1}`,
    }));
}
