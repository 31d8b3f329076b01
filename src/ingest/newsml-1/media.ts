import { isTag, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedMedia } from '../../article/parsed-item.ts';
import { textOf } from '../markup.ts';
import { all, at, child, children, filled, type Selected } from '../tree.ts';
import { hrefOf, mediumOf, propertyOf } from './content-item.ts';
import { contentItemsOf, roleOf, type Story } from './story.ts';

const RENDITION = /^(?:main|preview|thumbnail|quicklook|highdef|lowdef|squared|screen|web|image|picture|photo)\b/i;

/** Pictures, films, sounds and documents of a story; renditions of one share its caption. */
export function mediaOf(story: Story): ParsedMedia[] {
  const groups = new Map<Element, Selected[]>();
  for (const found of contentItemsOf(story)) {
    if (mediumOf(found.element) === 'text') continue;
    const group = groupOf(found.element);
    groups.set(group, [...(groups.get(group) ?? []), found]);
  }
  return [...groups].map(([group, found], index) => mediumOfGroup(group, found, index));
}

/** The component that stands for the whole picture: around its sizes, or around picture and caption. */
function groupOf(content: Element): Element {
  const component = content.parent;
  if (component === null || !isTag(component)) return content;
  const isPicture = ['picture', 'graphic'].includes(mediumOf(content));
  const around = component.parent;
  const parts = around !== null && isTag(around) ? children(around, 'NewsComponent') : [];
  const captioned = parts.some((part) => /^(?:caption|title)$/i.test(at(part, 'Role/@FormalName')?.text.trim() ?? ''));
  const beside = around !== null && isTag(around) && around.name === component.name ? around : undefined;
  if (beside !== undefined && (captioned || (isPicture && RENDITION.test(roleOf(content))))) return beside;
  return isPicture ? component : content;
}

function mediumOfGroup(group: Element, found: readonly Selected[], index: number): ParsedMedia {
  const contents = found.map(({ element }) => element);
  const media = contents.map(mediumOf).filter((medium) => medium !== 'text');
  const renditions = contents.flatMap(renditionOf);
  const { caption, credit: signed } = signedCaption(captionOf(group));
  const credit = filled(all(group, '//NewsLines/CreditLine')[0]) ?? signed;
  const title = titleOf(filled(at(group, 'NewsLines/HeadLine')))?.text;
  return {
    key: renditions[0]?.href ?? `media-${index}`,
    type: media[0] ?? 'picture',
    ...(title === undefined ? {} : { headline: title }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
    renditions,
  };
}

/** A number or the product code "ALL" over a picture is no headline. */
export function titleOf(headline: Found | undefined): Found | undefined {
  return headline === undefined || /^(?:\d+|[A-Z]{1,4})$/.test(headline.text) ? undefined : headline;
}

function captionOf(group: Element): Found | undefined {
  return all(group, '//ContentItem')
    .filter(({ element }) => /^caption$/i.test(roleOf(element)))
    .map(({ element, path }) => {
      const data = child(element, 'DataContent');
      return { text: data === undefined ? '' : textOf(data).trim(), path: `${path}/DataContent` };
    })
    .find(({ text }) => text !== '');
}

/** AFP's journal prints who took the picture below its caption, behind an empty line: a name, `STR`, `Handout`. */
function signedCaption(found: Found | undefined): { readonly caption: Found | undefined; readonly credit?: Found } {
  const parts = (found?.text ?? '').split(/\n[^\S\n]*\n/u).filter((part) => part.trim() !== '');
  const [name, text] = [parts.at(-1)?.trim() ?? '', parts.slice(0, -1).join('\n\n').trim()];
  if (found === undefined || /^\p{Ll}|[.!?:]$|\d{4}/u.test(name) || text === '' || name.length > 60 || name.split(/\s+/u).length > 6)
    return { caption: found };
  return { caption: { ...found, text }, credit: { text: name, path: found.path } };
}

/** SizeInBytes of a file is its size; AFP's of a text is not, and is not read. */
function renditionOf(content: Element): ParsedMedia['renditions'][number][] {
  const href = hrefOf(content);
  if (href === undefined) return [];
  const about = child(content, 'Characteristics');
  const number = (text: string | undefined): number | undefined => (/^[1-9]\d{0,11}$/.test(text ?? '') ? Number(text) : undefined);
  const values = {
    mediaType: filled(at(content, 'MimeType/@FormalName'))?.text.toLowerCase(),
    width: number(propertyOf(about, 'Width')),
    height: number(propertyOf(about, 'Height')),
    bytes: number(foldSpace(at(about, 'SizeInBytes')?.text ?? '')),
    duration: number(propertyOf(about, 'Duration') ?? propertyOf(about, 'TotalDuration')),
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return [{ name: roleOf(content).toLowerCase() || 'main', href, ...known }];
}
