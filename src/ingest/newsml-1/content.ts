import type { Element } from 'domhandler';
import type { Found, ParsedBlock, ParsedMedia } from '../../article/parsed-item.ts';
import { blocksOf, textOf } from '../markup.ts';
import { all, at, child, children, localName } from '../tree.ts';
import { withDashedLines } from '../dashed-lines.ts';

/** What the ContentItems of a NewsItem hold. */
export interface Content {
  readonly body: readonly ParsedBlock[];
  readonly media: readonly ParsedMedia[];
  readonly isPicture: boolean;
  /** No ContentItem at all: an index or an envelope, not a story. */
  readonly isEmpty: boolean;
}

const PICTURE = /^(?:photo|picture|image|graphic|sketch|infographic)$/i;
const BODY_HOLDERS = ['body.content', 'body', 'nitf', 'html', 'xhtml'];

/** Reads text and pictures; a component with the role Caption speaks of the picture beside it. */
export function contentOf(item: Element): Content {
  const parts = all(item, '//ContentItem').map(({ element, path }) => ({
    element,
    path,
    role: roleOf(element),
    media: mediaTypeOf(element),
  }));
  const pictures = parts.filter((part) => PICTURE.test(part.media));
  const captions = parts.filter((part) => /^caption$/i.test(part.role));
  const texts = parts.filter((part) => !pictures.includes(part) && !captions.includes(part));
  const body = texts.flatMap((part) => bodyOf(part.element, part.path));
  return {
    body,
    media: picturesOf(
      pictures.map((part) => part.element),
      captions.map((part) => captionOf(part.element, part.path)),
    ),
    isPicture: pictures.length > 0 && body.length === 0,
    isEmpty: parts.length === 0,
  };
}

function roleOf(content: Element): string {
  const component = content.parent;
  return component !== null && 'attribs' in component ? (at(component, 'Role/@FormalName')?.text ?? '') : '';
}

function mediaTypeOf(content: Element): string {
  return at(content, 'MediaType/@FormalName')?.text.trim() ?? '';
}

function bodyOf(content: Element, path: string): readonly ParsedBlock[] {
  const data = child(content, 'DataContent');
  if (data === undefined) return [];
  const { holder, at: place } = holderOf(data, `${path}/DataContent`);
  return withDashedLines(blocksOf(holder.children, place));
}

/** Goes down through nitf/body/body.content as far as the file has them. */
function holderOf(data: Element, path: string): { holder: Element; at: string } {
  const next = children(data).find((element) => BODY_HOLDERS.includes(localName(element)));
  return next === undefined ? { holder: data, at: path } : holderOf(next, `${path}/${next.name}`);
}

function captionOf(content: Element, path: string): Found | undefined {
  const data = child(content, 'DataContent');
  const text = data === undefined ? '' : textOf(data).trim();
  return text === '' ? undefined : { text, path: `${path}/DataContent` };
}

/** Renditions of one picture share its caption; AFP sends one picture an item, in several sizes. */
function picturesOf(elements: readonly Element[], captions: readonly (Found | undefined)[]): ParsedMedia[] {
  const [first] = elements;
  if (first === undefined) return [];
  const caption = captions.find((found) => found !== undefined);
  const renditions = elements.flatMap((element) => {
    const href = element.attribs['Href']?.trim();
    return href === undefined || href === '' ? [] : [{ name: roleOf(element).toLowerCase() || 'main', href, ...sizeOf(element) }];
  });
  const graphic = /graphic|sketch/i.test(mediaTypeOf(first));
  return [
    {
      key: renditions[0]?.href ?? 'picture-0',
      type: graphic ? 'graphic' : 'picture',
      ...(caption === undefined ? {} : { caption }),
      renditions,
    },
  ];
}

function sizeOf(content: Element): { width?: number; height?: number } {
  const value = (name: string): number | undefined => {
    const property = children(child(content, 'Characteristics'), 'Property').find((each) => each.attribs['FormalName'] === name);
    const text = property?.attribs['Value'] ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  };
  const [width, height] = [value('Width'), value('Height')];
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}
