import type { Element } from 'domhandler';
import type { MediaType } from '../../article/media.ts';
import { at, child, children } from '../tree.ts';

/** What a ContentItem holds, by its MediaType, else MimeType, else Format, else the end of its reference; text is what nothing else is. */
export function mediumOf(content: Element): MediaType | 'text' {
  const stated = ['MediaType', 'MimeType', 'Format'].map((name) => at(content, `${name}/@FormalName`)?.text.trim() ?? '');
  const ending = /\.[a-z0-9]{2,5}$/i.exec(hrefOf(content) ?? '')?.[0] ?? '';
  for (const value of [...stated, ending, classOf(content)]) {
    const known = MEDIA.find(([, pattern]) => pattern.test(value));
    if (known !== undefined) return known[0];
  }
  return hrefOf(content) !== undefined && child(content, 'DataContent') === undefined ? 'document' : 'text';
}

const MEDIA: readonly (readonly [MediaType | 'text', RegExp])[] = [
  ['graphic', /^(?:graphics?|sketch|infographic|animation)$/i],
  ['picture', /^(?:photo|picture|image\b.*|\.?jpe?g|\.?png|\.?gif|\.?tiff?|\.?webp)$/i],
  ['video', /^(?:video\b.*|film|\.?mp4|\.?mpe?g[24]?|\.?mov|\.?wmv|\.?flv)$/i],
  ['audio', /^(?:audio\b.*|sound|\.?mp3|mpeg-?3|\.?wav|\.?ogg|\.?m4a)$/i],
  ['document', /^(?:application\/(?:pdf|msword|vnd\..*)|\.?pdf|\.?docx?|\.?xlsx?)$/i],
  ['text', /^(?:text\b.*|complexdata|.{0,80}nitf.{0,80}|x?html)$/i],
];

/** Belga names the class of a part in the metadata beside it. */
function classOf(content: Element): string {
  const component = content.parent;
  if (component === null || !('attribs' in component)) return '';
  return propertyOf(child(component, 'DescriptiveMetadata'), 'ComponentClass') ?? '';
}

export function hrefOf(content: Element): string | undefined {
  const href = content.attribs['Href']?.trim() ?? '';
  return href === '' ? undefined : href;
}

/** The value of a Property that is a child of `parent`. */
export function propertyOf(parent: Element | undefined, name: string): string | undefined {
  const value = children(parent, 'Property')
    .find((property) => property.attribs['FormalName'] === name)
    ?.attribs['Value']?.trim();
  return value === '' ? undefined : value;
}
