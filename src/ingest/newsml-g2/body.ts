import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock, ParsedMedia } from '../../article/parsed-item.ts';
import { bodyWithPictures } from '../body-pictures.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { blocksOf, textOf } from '../markup.ts';
import { nitfInString, type InnerNitf } from '../nitf/inside.ts';
import { readNitf } from '../nitf/read-nitf.ts';
import { withoutDeskLines } from '../reuters-tail.ts';
import { child, children, localName, pathOf } from '../tree.ts';
import { resolveUrl } from '../web-address.ts';
import { local } from './code.ts';
import { readTtBody, ttBodyOf } from './ttnitf.ts';

/** The text of an item and what its own head says, which counts where the item's metadata says nothing. */
export interface Content {
  readonly blocks: readonly ParsedBlock[];
  readonly headline?: Found | undefined;
  readonly abstract?: Found | undefined;
  readonly bylines?: readonly Found[];
  readonly ednotes?: readonly Found[];
  readonly contacts?: readonly { readonly value: string }[];
  readonly media?: readonly ParsedMedia[];
  /** The NITF document that the text is. */
  readonly nitf?: InnerNitf;
  /** Elements whose text is wholly in `blocks`. */
  readonly read: readonly Element[];
}

const NOTHING: Content = { blocks: [], read: [] };
/** Parts of a page body that repeat the head, and dpa's teaser, which is the abstract. */
const HEAD = /^(?:header|head)$/;
/** dpa's notes for desks within a body: notepad and closing line. Read 2026-11-25 in dpa-G2 2.0 and digitalwires 0.9. */
const DESK_CLASS = /(?:^|\s)(?:notepad|np-nonpublic|closingline|ednotes?)(?:\s|$)/;
const TEASER_CLASS = /(?:^|\s)teaser(?:\s|$)/;
/** Other forms of the same text (dpa 7901 renditions: a headline, the notes) are no body of their own. */
const OTHER_FORM = /^(?:headline|public|nonpublic|notes?)$/i;
/** APA ends a text with `(Schluss) abc/xyz`, ANSA and others with a bracket of their own. */
const CLOSING = /\n[^\S\n]*(\([^()\n]{2,20}\)[^\n]{0,40})$/;
const TAGS = /<(?:p|br|div|nitf|html|body|h\d|b|i|strong|em|a|ul|ol|table|hl2)\b[^<>]{0,2000}>/i;

/** The first form of the text that has words: inline XML before inline data. What Reuters' desks reach each other by is no text. */
export function contentOf(item: Element): Content {
  const content = firstForm(item);
  const { blocks, contacts } = withoutDeskLines(content.blocks);
  return contacts.length === 0 ? content : { ...content, blocks, contacts: [...(content.contacts ?? []), ...contacts] };
}

function firstForm(item: Element): Content {
  const set = child(item, 'contentSet');
  const inline = children(set, 'inlineXML').map(inlineXml);
  const found = inline.find(({ blocks }) => blocks.length > 0);
  if (found !== undefined) return found;
  const data = children(set, 'inlineData')
    .filter((element) => !OTHER_FORM.test(local(element.attribs['rendition'])))
    .map(inlineData)
    .find(({ blocks }) => blocks.length > 0);
  return data ?? inline[0] ?? NOTHING;
}

function inlineXml(element: Element): Content {
  const tt = ttBodyOf(element);
  if (tt !== undefined) return readTtBody(tt);
  const nitf = below(element, 'nitf');
  if (nitf !== undefined) return nitfContent(readNitf(nitf), nitf);
  const html = below(element, 'html');
  if (html !== undefined) return pageContent(child(html, 'body') ?? html);
  const [only] = children(element);
  return only === undefined ? inlineData(element) : pageContent(element);
}

/** The element itself or a child of it: some wrap the document once more. */
function below(element: Element, name: string): Element | undefined {
  return child(element, name) ?? children(element).flatMap((inner) => child(inner, name) ?? [])[0];
}

function nitfContent(nitf: InnerNitf, element: Element): Content {
  return { blocks: nitf.body, headline: nitf.headline, nitf, read: [element] };
}

/** An XHTML body: what repeats the head is left to the metadata, what is for desks goes to the notes. */
function pageContent(body: Element): Content {
  const parts: Parts = { nodes: [], notes: [], teasers: [] };
  sort(body.children, parts);
  const [teaser] = parts.teasers;
  const { body: blocks, pictures } = bodyWithPictures(blocksOf(parts.nodes, pathOf(body)), (address) =>
    resolveUrl(address ?? '', undefined),
  );
  return {
    blocks,
    ...(pictures.length === 0 ? {} : { media: pictures }),
    abstract: teaser === undefined ? undefined : { text: foldSpace(textOf(teaser)), path: pathOf(teaser) },
    ednotes: parts.notes.map((element) => ({
      text: textOf(element)
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n\s*/g, '\n')
        .trim(),
      path: pathOf(element),
    })),
    read: parts.nodes.filter(isTag),
  };
}

interface Parts {
  readonly nodes: ChildNode[];
  readonly notes: Element[];
  readonly teasers: Element[];
}

function sort(nodes: readonly ChildNode[], parts: Parts): void {
  for (const node of nodes) {
    const name = isTag(node) ? localName(node).toLowerCase() : '';
    const classes = isTag(node) ? (node.attribs['class'] ?? '') : '';
    if (!isTag(node)) parts.nodes.push(node);
    else if (HEAD.test(name)) continue;
    else if (DESK_CLASS.test(classes)) parts.notes.push(node);
    else if (name === 'p' && TEASER_CLASS.test(classes)) parts.teasers.push(node);
    else if (/^(?:section|div|article|main)$/.test(name) && isMixed(node)) sort(node.children, parts);
    else parts.nodes.push(node);
  }
}

/** A section with desk notes or a teaser in it is opened up. */
function isMixed(element: Element): boolean {
  return children(element).some(
    (inner) =>
      DESK_CLASS.test(inner.attribs['class'] ?? '') ||
      TEASER_CLASS.test(inner.attribs['class'] ?? '') ||
      HEAD.test(localName(inner).toLowerCase()) ||
      (/^(?:section|div|article|main)$/.test(localName(inner).toLowerCase()) && isMixed(inner)),
  );
}

/** Text, or a document written as text: HTML and NITF where it has tags (whatever it calls itself). */
function inlineData(element: Element): Content {
  const text = element.children.map((node) => (isText(node) || 'children' in node ? textOf(node as ChildNode) : '')).join('');
  const path = pathOf(element);
  if (text.trim() === '' || element.attribs['encoding'] !== undefined) return NOTHING;
  const nitf = nitfInString(text, path);
  if (nitf !== undefined) return nitfContent(nitf, element);
  const blocks = TAGS.test(text.slice(0, 20_000)) ? htmlBlocks(text, path) : plainBlocks(text, path);
  return { blocks, read: [element] };
}

/** Plain text: an empty line or an indented one begins a paragraph; without either each line is one. */
function plainBlocks(text: string, path: string): ParsedBlock[] {
  const lines = text.trim().replace(/\r\n?/g, '\n').replace(CLOSING, '\n\n$1');
  const parted = /\n[^\S\n]*\n/.test(lines)
    ? lines.split(/\n[^\S\n]*\n/)
    : /\n[^\S\n]+\S/.test(lines)
      ? lines.split(/\n(?=[^\S\n]+\S)/)
      : lines.split('\n');
  return parted.flatMap((part, index) => {
    const paragraph = foldSpace(part);
    return paragraph === '' ? [] : [{ type: 'paragraph' as const, text: paragraph, path: `${path}/text()[${index}]` }];
  });
}
