import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import { BadInput } from '../../faults.ts';
import { lengthOf } from './folded-words.ts';

/** A stretch of inline text in one block element: what a reader sees as one paragraph, heading, list item, cell or label. */
export interface Passage {
  /** The block element it stands in. */
  readonly element: Element;
  readonly nodes: readonly ChildNode[];
  /** White space folded. */
  readonly text: string;
  /** Characters of the text, those of dense scripts counted threefold, and how many of them are links. */
  readonly length: number;
  readonly linked: number;
  /** Index of the passage in the page. */
  readonly place: number;
}

/** Elements whose content is no text of the page. */
export const SILENT = new Set(
  'script style template noscript iframe object svg head select option textarea input button math canvas audio video map datalist dialog'.split(
    ' ',
  ),
);
/** Elements that stand in a line of text. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt rtc ruby s samp small source span strike strong sub sup time tt u var wbr o:p amp-img keyword'.split(
    ' ',
  ),
);

/** Inline marks left open run over the blocks behind them; they are no blocks themselves. */
const MARKS = new Set(['b', 'strong', 'i', 'em', 'font', 'u', 'small', 'big', 'center']);

/** Thirty times what the longest pages have. */
const MOST_PASSAGES = 20_000;

/**
 * Every passage of the page in printed order, hidden ones left out.
 * @throws {BadInput} `html.too-many-texts` beyond 20,000
 */
export function passagesOf(root: readonly ChildNode[]): Passage[] {
  const found: Passage[] = [];
  let run: ChildNode[] = [];
  const flush = (element: Element): void => {
    if (run.length > 0) {
      for (const nodes of atBreaks(run)) {
        const passage = passageOf(element, nodes, found.length);
        if (passage !== undefined) found.push(passage);
        if (found.length > MOST_PASSAGES) throw tooMany();
      }
    }
    run = [];
  };
  const visit = (element: Element, block: Element): void => {
    for (const child of element.children) {
      if (isText(child)) {
        run.push(child);
        continue;
      }
      if (!isTag(child) || SILENT.has(child.name)) continue;
      if (INLINE.has(child.name) && !holdsBlocks(child)) run.push(child);
      else {
        flush(block);
        visit(child, MARKS.has(child.name) ? block : child);
      }
    }
    flush(block);
  };
  for (const node of root) if (isTag(node) && !SILENT.has(node.name)) visit(node, node);
  return found;
}

function tooMany(): BadInput {
  return new BadInput('html.too-many-texts', {
    message: `The page has more than ${MOST_PASSAGES} separate texts`,
    hint: 'It is no article page: look at the source, or read it as a file of its own format',
  });
}

const LOOKED_AT = 60;

/** Links and spans around whole cards are blocks too; looks at a bounded number of nodes. */
function holdsBlocks(element: Element): boolean {
  const open: ChildNode[] = element.children.slice(-LOOKED_AT);
  for (let seen = 0; seen < LOOKED_AT; seen += 1) {
    const node = open.pop();
    if (node === undefined) return false;
    if (!isTag(node)) continue;
    if (!INLINE.has(node.name) && !SILENT.has(node.name)) return true;
    open.push(...node.children.slice(-LOOKED_AT));
  }
  return false;
}

/** Two line breaks in a row part paragraphs. */
function atBreaks(nodes: readonly ChildNode[]): ChildNode[][] {
  const parts: ChildNode[][] = [[]];
  let breaks = 0;
  for (const node of nodes) {
    if (isTag(node) && node.name === 'br') {
      breaks += 1;
      if (breaks === 2) parts.push([]);
    } else if (!(isText(node) && node.data.trim() === '')) breaks = 0;
    parts.at(-1)?.push(node);
  }
  return parts;
}

function passageOf(element: Element, nodes: readonly ChildNode[], place: number): Passage | undefined {
  const parts: Parts = { all: [], links: [] };
  for (const node of nodes) read(node, false, parts);
  const text = foldSpace(parts.all.join(''));
  if (text === '') return undefined;
  const length = lengthOf(text);
  const linked = parts.links.length === 0 ? 0 : Math.min(lengthOf(foldSpace(parts.links.join(' '))), length);
  return { element, nodes, text, length, linked, place };
}

interface Parts {
  readonly all: string[];
  readonly links: string[];
}

function read(node: ChildNode, inLink: boolean, parts: Parts): void {
  if (isText(node)) {
    parts.all.push(node.data);
    if (inLink) parts.links.push(node.data);
  } else if (isTag(node) && !SILENT.has(node.name)) {
    if (node.name === 'br') parts.all.push('\n');
    for (const child of node.children) read(child, inLink || node.name === 'a', parts);
  }
}
