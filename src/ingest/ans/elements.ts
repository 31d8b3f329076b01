import type { ParsedBlock, ParsedItem, ParsedMedia, ParsedText } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';
import { countAt, stringAt } from '../json-text.ts';
import { entriesOf } from '../json.ts';
import { mediumOf } from './media.ts';

/** What the story elements hold. */
export interface Elements {
  readonly blocks: readonly ParsedBlock[];
  readonly media: readonly ParsedMedia[];
  readonly related: NonNullable<ParsedItem['related']>;
  /** Pointers of the strings that became text here. */
  readonly read: readonly string[];
}

const NOTHING: Elements = { blocks: [], media: [], related: [], read: [] };

type Reader = (element: JsonNode) => Elements;

/** ANS 0.10 story elements by `type`; ratings and endorsements are no text and stay in `x`. */
const READERS: Readonly<Record<string, Reader>> = {
  text: textOf,
  blockquote: (element) => asQuote(textOf(element), undefined),
  code: textOf,
  header: headerOf,
  quote: quoteOf,
  list: listOf,
  table: tableOf,
  raw_html: rawHtmlOf,
  correction: correctionOf,
  divider: ({ pointer }) => only({ type: 'divider', path: pointer }),
  image: mediaOf,
  video: mediaOf,
  audio: mediaOf,
  gallery: (element) => elementsOf(element, 'content_elements'),
  story: relatedOf,
  interstitial_link: relatedOf,
  link_list: (element) => merged(nodesAt(element, 'items').map(relatedOf)),
  element_group: groupOf,
  oembed_response: oembedOf,
  custom_embed: customEmbedOf,
  reference: referenceOf,
};

/** The elements of a list in their order. */
export function elementsOf(node: JsonNode, member: string): Elements {
  return merged(nodesAt(node, member).map((element) => READERS[stringAt(element, 'type') ?? '']?.(element) ?? NOTHING));
}

export function merged(parts: readonly Elements[]): Elements {
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    media: parts.flatMap(({ media }) => media),
    related: parts.flatMap(({ related }) => related),
    read: parts.flatMap(({ read }) => read),
  };
}

function only(block: ParsedBlock, read: readonly string[] = []): Elements {
  return { ...NOTHING, blocks: [block], read };
}

function textOf(element: JsonNode): Elements {
  const content = textAt(element, 'content');
  return content === undefined ? NOTHING : { ...NOTHING, blocks: htmlBlocks(content.text, element.pointer), read: [content.path] };
}

/** The first heading of a page is its headline, so a story's own begin at 2. */
function headerOf(element: JsonNode): Elements {
  const level = Math.min(6, Math.max(2, countAt(element, 'level') ?? 2));
  const { blocks, read } = textOf(element);
  return { ...NOTHING, blocks: blocks.map((block) => ({ ...block, type: 'heading', level })), read };
}

function quoteOf(element: JsonNode): Elements {
  const citation = textAt(element, 'citation/content');
  const attribution = citation === undefined ? undefined : plain(citation.text);
  const inner = merged([textOf(element), elementsOf(element, 'content_elements')]);
  const quoted = asQuote(inner, attribution);
  return { ...quoted, read: [...quoted.read, ...(citation === undefined ? [] : [citation.path])] };
}

/** Only what is not yet a quote of somebody else gets the attribution. */
function asQuote(inner: Elements, attribution: string | undefined): Elements {
  const blocks = inner.blocks.map((block): ParsedBlock =>
    block.type === 'paragraph' ? { ...block, type: 'quote', ...(attribution === undefined ? {} : { attribution }) } : block,
  );
  return { ...inner, blocks };
}

/** Lists inside lists become entries of the one list. */
function listOf(element: JsonNode): Elements {
  const entries = entriesOfList(element);
  const items = entries.flatMap(({ item }) => item);
  if (items.length === 0) return NOTHING;
  const ordered = stringAt(element, 'list_type') === 'ordered';
  return only(
    { type: 'list', ordered, items, path: element.pointer },
    entries.map(({ path }) => path),
  );
}

function entriesOfList(element: JsonNode): { item: ParsedText[]; path: string }[] {
  return nodesAt(element, 'items').flatMap((entry) => {
    if (stringAt(entry, 'type') === 'list') return entriesOfList(entry);
    const content = textAt(entry, 'content');
    return content === undefined ? [] : [{ item: inlineOf(content.text), path: content.path }];
  });
}

function tableOf(element: JsonNode): Elements {
  const read: string[] = [];
  const cellsOf = (row: JsonNode): ParsedText[] =>
    entriesOf(row).map((cell) => {
      const content = textAt(cell, 'content') ?? { text: '', path: '' };
      read.push(content.path);
      return inlineOf(content.text)[0] ?? { text: '' };
    });
  const rows = nodesAt(element, 'rows').map(cellsOf);
  const head = nodeAt(element, 'header');
  const header = head === undefined ? [] : cellsOf(head);
  return only({ type: 'table', rows, ...(header.length === 0 ? {} : { header: [header] }), path: element.pointer }, read);
}

/** Markup of its own: text where it has any, else what it embeds. */
function rawHtmlOf(element: JsonNode): Elements {
  const text = textOf(element);
  if (text.blocks.length > 0) return text;
  const url = /\bsrc=["'](https?:[^"']{1,2000})["']/i.exec(stringAt(element, 'content') ?? '')?.[1];
  return url === undefined ? NOTHING : only({ type: 'embed', url, path: element.pointer });
}

export function correctionOf(element: JsonNode): Elements {
  const text = textAt(element, 'text') ?? textAt(element, 'content');
  if (text === undefined) return NOTHING;
  const blocks = htmlBlocks(text.text, element.pointer).map((block): ParsedBlock => ({ ...block, type: 'correction' }));
  return { ...NOTHING, blocks, read: [text.path] };
}

function mediaOf(element: JsonNode): Elements {
  const medium = mediumOf(element);
  if (medium === undefined) return NOTHING;
  const type = medium.type === 'picture' ? 'image' : 'embed';
  return { ...NOTHING, media: [medium], blocks: [{ type, media: medium.key, path: element.pointer }] };
}

/** A link to another story is no text of this one. */
function relatedOf(element: JsonNode): Elements {
  const words = textAt(element, 'content') ?? textAt(element, 'headlines/basic');
  if (words === undefined) return NOTHING;
  const url = stringAt(element, 'url') ?? stringAt(element, 'canonical_url');
  return { ...NOTHING, related: [{ title: plain(words.text), ...defined({ url }) }], read: [words.path] };
}

function groupOf(element: JsonNode): Elements {
  const title = textAt(element, 'title') ?? textAt(element, 'headlines/basic');
  const head: Elements =
    title === undefined ? NOTHING : only({ type: 'heading', level: 3, text: plain(title.text), path: title.path }, [title.path]);
  return merged([head, elementsOf(element, 'content_elements')]);
}

function oembedOf(element: JsonNode): Elements {
  const url = stringAt(element, 'raw_oembed/url') ?? stringAt(element, 'referent/id') ?? stringAt(element, 'raw_oembed/uri');
  const fields = defined({ url, provider: stringAt(element, 'raw_oembed/provider_name') ?? stringAt(element, 'subtype') });
  return only({ type: 'embed', ...fields, path: element.pointer });
}

function customEmbedOf(element: JsonNode): Elements {
  const fields = defined({ url: stringAt(element, 'embed/url'), provider: stringAt(element, 'subtype') });
  return only({ type: 'embed', ...fields, path: element.pointer });
}

function referenceOf(element: JsonNode): Elements {
  const fields = defined({ url: stringAt(element, 'referent/id'), provider: stringAt(element, 'referent/provider') });
  return only({ type: 'embed', ...fields, path: element.pointer });
}

function inlineOf(html: string): ParsedText[] {
  const blocks = htmlBlocks(html, '');
  const text = blocks.map((block) => block.text ?? '').join(' ');
  const [first] = blocks;
  if (text === '') return [];
  return [blocks.length === 1 && first?.html !== undefined ? { text, html: first.html } : { text }];
}

/** Inline HTML as its text. */
function plain(html: string): string {
  return inlineOf(html)[0]?.text ?? html;
}
