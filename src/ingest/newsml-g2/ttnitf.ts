import { isTag, type Element } from 'domhandler';
import type { Found, ParsedBlock, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { blocksOf } from '../markup.ts';
import { all, at, child, children, filled, localName, pathOf } from '../tree.ts';

/** What a TTNITF body holds besides its text. */
export interface TtBody {
  readonly blocks: readonly ParsedBlock[];
  readonly headline: Found | undefined;
  readonly bylines: readonly Found[];
  readonly contacts: readonly { readonly value: string }[];
  readonly media: readonly ParsedMedia[];
  /** Elements whose text is wholly in `blocks`. */
  readonly read: readonly Element[];
}

/**
 * TT's own body markup (`<BODY><TEXT><RUBRIK>…`), as NewsML-G2 of TT carries it: headline, dateline, lead (INGRESS), text (BRODTEXT) with
 * speech (CITAT) and crossheads (MELLIS), byline with mail address, pictures. A further TEXT is a box with its own headline.
 */
export function readTtBody(body: Element): TtBody {
  const texts = children(body, 'TEXT');
  return {
    blocks: texts.flatMap((text, index) => (index === 0 ? [...titleOf(text, 2), ...storyOf(text)] : boxOf(text))),
    headline: filled(at(texts[0], 'RUBRIK')),
    bylines: texts.flatMap((text) => all(text, 'BYLINE')).flatMap((found) => filled(found) ?? []),
    contacts: all(body, '//BYLINE/@EPOST').flatMap(({ text }) => (text.trim() === '' ? [] : [{ value: text.trim() }])),
    read: texts.flatMap(partsOf),
    media: all(body, '//BILD').map(({ element }, index) => pictureOf(element, index)),
  };
}

function storyOf(text: Element): ParsedBlock[] {
  return partsOf(text).flatMap(partOf);
}

function partsOf(text: Element): Element[] {
  return children(text).filter((part) => /^(?:INGRESS|BRODTEXT)$/.test(localName(part)));
}

function titleOf(text: Element, level: number): ParsedBlock[] {
  const title = filled(at(text, 'RUBRIK'));
  return title === undefined ? [] : [{ type: 'heading', level, ...title, text: title.text.replace(/\s+/g, ' ') }];
}

function boxOf(text: Element): ParsedBlock[] {
  const blocks = [...titleOf(text, 3), ...storyOf(text)];
  const path = pathOf(text);
  return blocks.length === 0 ? [] : [{ type: 'aside', blocks, path }];
}

/** Crossheads and speech have names of their own; the rest is as in XHTML. */
function partOf(part: Element): ParsedBlock[] {
  return part.children.flatMap((node, index): ParsedBlock[] => {
    const path = isTag(node) ? pathOf(node) : `${pathOf(part)}/text()[${index}]`;
    const name = isTag(node) ? localName(node) : '';
    const inside = name === 'CITAT' || name === 'MELLIS' ? (node as Element).children : [node];
    const blocks = blocksOf(inside, path).map((block, place, { length }) => ({
      ...block,
      path: length === 1 ? path : `${path}/${place}`,
    }));
    return name === 'MELLIS' ? blocks.map((block) => ({ ...block, type: 'heading' as const, level: 3 })) : blocks;
  });
}

function pictureOf(element: Element, index: number): ParsedMedia {
  const href = at(element, 'BILDFIL')?.text.trim() ?? '';
  return {
    key: href === '' ? `picture-${index}` : href,
    type: 'picture',
    ...defined({ caption: filled(at(element, 'BILDTEXT')), credit: filled(at(element, 'BILDSKAPARE')) }),
    renditions: href === '' ? [] : [{ name: 'main', href }],
  };
}

/** Whether the children of an `inlineXML` are such a body. */
export function ttBodyOf(inline: Element): Element | undefined {
  const body = child(inline, 'BODY') ?? child(child(inline, 'TTNITF'), 'BODY');
  return body !== undefined && child(body, 'TEXT') !== undefined ? body : undefined;
}
