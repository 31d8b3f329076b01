import type { Element } from 'domhandler';
import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { all, at, child, children, filled } from '../tree.ts';
import { local } from './code.ts';
import type { Given } from './given.ts';
import { captionOf } from './meta.ts';

type Rendition = ParsedMedia['renditions'][number];
type Kind = ParsedMedia['type'];

/** Film, sound or picture of an item: one medium has all its renditions. A text may bring several pictures with it. */
export function mediaOf(given: Given, kind: Kind | undefined): readonly ParsedMedia[] {
  const remote = all(given.item, 'contentSet/remoteContent').map((found) => found.element);
  const groups: { kind: Kind; renditions: Rendition[]; elements: Element[] }[] = [];
  for (const element of remote) {
    const rendition = renditionOf(element);
    const type = kind ?? kindOf(element);
    if (rendition === undefined || type === undefined) continue;
    const last = groups.at(-1);
    const joins =
      last !== undefined && (kind !== undefined || (last.kind === type && !last.renditions.some(({ name }) => name === rendition.name)));
    if (joins) {
      last.renditions.push(rendition);
      last.elements.push(element);
    } else groups.push({ kind: type, renditions: [rendition], elements: [element] });
  }
  if (groups.length === 0 && kind !== undefined) groups.push({ kind, renditions: [], elements: [] });
  return groups.map((group, index) => mediumOf(group, { given, own: kind !== undefined, index }));
}

function mediumOf(
  { kind, renditions, elements }: { kind: Kind; renditions: Rendition[]; elements: Element[] },
  { given, own, index }: { given: Given; own: boolean; index: number },
): ParsedMedia {
  const guid = given.item.attribs['guid'];
  const about = own ? ownWords(given) : wordsOf(elements);
  return {
    key: own && guid !== undefined ? guid : (renditions[0]?.href ?? `medium-${index}`),
    type: kind,
    ...(own && guid !== undefined ? { guid } : {}),
    ...about,
    renditions,
  };
}

/** A picture item is about its picture. */
function ownWords(given: Given): Pick<ParsedMedia, 'caption' | 'credit' | 'created' | 'headline' | 'by'> {
  const { contentMeta } = given;
  const by =
    filled(at(contentMeta, 'by')) ??
    filled(all(contentMeta, 'creator').find(({ element }) => /photograph|camera/i.test(local(element.attribs['role']))));
  return defined({
    headline: filled(at(contentMeta, 'headline'))?.text.replace(/\s+/g, ' '),
    caption: captionOf(given),
    credit: filled(at(contentMeta, 'creditline')),
    by: by === undefined ? undefined : { ...by, text: by.text.replace(/\s+/g, ' ').replace(/^by\s+/i, '') },
    created: filled(at(contentMeta, 'contentCreated')),
  });
}

/** Caption and credit that stand with the rendition itself (NewsML-G2 2.13). */
function wordsOf(elements: readonly Element[]): Pick<ParsedMedia, 'caption' | 'credit'> {
  const first = (name: string): Found | undefined => elements.flatMap((element) => filled(at(element, name)) ?? [])[0];
  return defined({ caption: first('description') ?? first('title'), credit: first('creditline') });
}

/** Files of a text that are no media (the story as a document) are links. */
export function documentsOf(given: Given, kind: Kind | undefined): NonNullable<ParsedItem['links']> {
  if (kind !== undefined) return [];
  return children(child(given.item, 'contentSet'), 'remoteContent').flatMap((element) => {
    const rendition = renditionOf(element);
    if (rendition === undefined || kindOf(element) !== undefined) return [];
    return [{ rel: 'content', url: rendition.href, ...(rendition.mediaType === undefined ? {} : { type: rendition.mediaType }) }];
  });
}

function kindOf(element: Element): Kind | undefined {
  const type = element.attribs['contenttype'] ?? '';
  if (/^image\//i.test(type)) return 'picture';
  if (/^video\//i.test(type)) return 'video';
  if (/^audio\//i.test(type)) return 'audio';
  return undefined;
}

function renditionOf(element: Element): Rendition | undefined {
  const { attribs } = element;
  const href = attribs['href']?.trim() || at(element, 'altLoc')?.text.trim() || attribs['residref']?.trim() || '';
  if (href === '') return undefined;
  return defined({
    name: (attribs['rendition'] ?? '').replace(/^[\w-]+:/, '').trim() || 'main',
    href,
    mediaType: attribs['contenttype'],
    width: numberOf(attribs['width']),
    height: numberOf(attribs['height']),
    bytes: numberOf(attribs['size']),
    duration: numberOf(attribs['duration']),
  });
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}
