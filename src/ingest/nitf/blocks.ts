import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { textOf } from '../inline-markup.ts';
import { xmlLeaves } from '../leaves.ts';
import { blocksOf } from '../markup.ts';
import { all, children, localName, pathOf } from '../tree.ts';
import { publicUrl, resolveUrl } from '../web-address.ts';
import { nitfMedia } from './media.ts';
import { NO_NOTES, noteOf, type Notes } from './notes.ts';

/** What a `body.content` holds. */
export interface NitfBody {
  readonly blocks: readonly ParsedBlock[];
  readonly media: readonly ParsedMedia[];
  readonly links: NonNullable<ParsedItem['links']>;
  /** Notes that stand between the paragraphs and are not for readers. */
  readonly notes: Notes;
  /** Values of elements that are no part of the story: those of a foreign namespace. */
  readonly rest: readonly Found[];
}

const XHTML = 'http://www.w3.org/1999/xhtml';
/** `<block style="EXTERNAL-LINKS">`: dpa's links to the web (infoline, starline 2019). */
const LINK_BLOCK = /\b(?:external-)?links?\b/i;

/**
 * The blocks of a `body.content` (NITF 2.5 to 3.6) with its media, links and notes. Elements of a foreign namespace that stand
 * between blocks are no text; inside a sentence their words stay. Works on a body inside any other format too.
 */
export function nitfBlocks(content: Element, path: string = pathOf(content)): NitfBody {
  const passed: Element[] = [];
  const skip = (element: Element): boolean => {
    const out = isForeign(element, content) || isLinkBlock(element) || isPrivateNote(element);
    if (out) passed.push(element);
    return out;
  };
  const read = blocksOf(content.children, path, { skip });
  const { blocks, pictures } = withPictures(read);
  const foreign = passed.filter((element) => isForeign(element, content));
  return {
    blocks,
    media: [...nitfMedia(content), ...pictures],
    links: passed.filter(isLinkBlock).flatMap(linksIn),
    notes: passed.filter(isPrivateNote).map(noteOf).reduce(joined, NO_NOTES),
    rest: foreign.flatMap((element) => xmlLeaves(element)),
  };
}

function joined(one: Notes, other: Notes): Notes {
  return { ednotes: [...one.ednotes, ...other.ednotes], copyright: one.copyright ?? other.copyright };
}

function isForeign({ namespace }: Element, content: Element): boolean {
  return namespace != null && namespace !== '' && namespace !== XHTML && namespace !== content.namespace && content.namespace != null;
}

function isLinkBlock(element: Element): boolean {
  const { style, class: kind } = element.attribs;
  return localName(element) === 'block' && LINK_BLOCK.test(`${style ?? ''} ${kind ?? ''}`);
}

/** A note is for editors unless it says that readers may see it. */
function isPrivateNote(element: Element): boolean {
  return localName(element) === 'note' && !/^(?:std|pa)$/i.test(element.attribs['type'] ?? '');
}

function linksIn(block: Element): NonNullable<ParsedItem['links']> {
  return all(block, '//a').flatMap(({ element }) => {
    const url = publicUrl(element.attribs['href']);
    const title = foldSpace(textOf(element));
    return url === undefined ? [] : [{ rel: 'related', url, ...(title === '' ? {} : { title }) }];
  });
}

/** ANSA and others put HTML's `img` into the body: each is a picture too. */
function withPictures(blocks: readonly ParsedBlock[]): { blocks: ParsedBlock[]; pictures: ParsedMedia[] } {
  const pictures: ParsedMedia[] = [];
  const kept = blocks.flatMap((block): ParsedBlock[] => {
    if ((block.type !== 'image' && block.type !== 'embed') || block.url === undefined) return [block];
    const href = resolveUrl(block.url, undefined);
    const { url: _url, ...rest } = block;
    if (block.media !== undefined) return [href === undefined ? rest : block];
    if (href === undefined) return [];
    pictures.push({ key: href, type: 'picture', renditions: [{ name: 'main', href }] });
    return [{ ...block, media: href }];
  });
  return { blocks: kept, pictures };
}

/** The `body.content` of an NITF element: not that of a note in its head. */
export function bodyContentOf(nitf: Element): Element | undefined {
  const body = localName(nitf) === 'body' ? nitf : children(nitf, 'body')[0];
  return localName(nitf) === 'body.content' ? nitf : children(body, 'body.content')[0];
}
