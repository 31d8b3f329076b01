import type { MediaType } from '../../article/media.ts';
import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import type { Told } from './charset.ts';
import { valueOf } from './header.ts';
import { partBytes } from './part-text.ts';
import type { Part } from './part.ts';
import { headerText } from './words.ts';

/** The files of a mail: what can be shown as media, the others as links, and what is said of each. */
export interface Attachments {
  readonly media: readonly ParsedMedia[];
  readonly links: NonNullable<ParsedItem['links']>;
  readonly rest: readonly Found[];
}

const SHOWN: Readonly<Record<string, MediaType>> = { image: 'picture', video: 'video', audio: 'audio' };
const SIGNATURES = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-keys)$|^text\/(?:x-)?vcard$|^message\//u;
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/\.jpe?g$/iu, 'image/jpeg'],
  [/\.png$/iu, 'image/png'],
  [/\.gif$/iu, 'image/gif'],
  [/\.tiff?$/iu, 'image/tiff'],
  [/\.webp$/iu, 'image/webp'],
  [/\.heic$/iu, 'image/heic'],
  [/\.mp4$/iu, 'video/mp4'],
  [/\.mp3$/iu, 'audio/mpeg'],
];

/** Key of a picture that HTML shows by `cid:`; the address of the part by RFC 2392, else by its name. */
export function hrefOf({ contentId, name, id }: Part): string {
  if (contentId !== undefined) return `cid:${contentId}`;
  return `attachment:${encodeURIComponent(name ?? id)}`;
}

export function attachmentsOf(files: readonly Part[], told: Told): Attachments {
  const read = files.map((part) => ({ part, type: typeOf(part), bytes: partBytes(part).length }));
  const shown = read.filter(({ type }) => SHOWN[type.split('/')[0] ?? ''] !== undefined);
  const others = read.filter((file) => !shown.includes(file) && !SIGNATURES.test(file.type));
  return {
    media: shown.map(({ part, type, bytes }): ParsedMedia => {
      const [words, href] = [descriptionOf(part, told), hrefOf(part)];
      return {
        key: href,
        type: SHOWN[type.split('/')[0] ?? ''] ?? 'picture',
        ...(words === undefined ? {} : { caption: words }),
        renditions: [{ name: 'attachment', href, mediaType: type, bytes }],
      };
    }),
    links: others.map(({ part, type, bytes }) => ({
      rel: 'attachment',
      id: hrefOf(part),
      ...(part.name === undefined ? {} : { title: part.name }),
      type,
      length: bytes,
    })),
    rest: read.flatMap(({ part, type, bytes }) => restOf(part, type, bytes, told)),
  };
}

/** Many mailers send pictures as `application/octet-stream`; the name tells. */
function typeOf({ type, name }: Part): string {
  if (type !== 'application/octet-stream' && type !== 'application/x-download') return type;
  return BY_NAME.find(([pattern]) => pattern.test(name ?? ''))?.[1] ?? type;
}

function descriptionOf(part: Part, told: Told): Found | undefined {
  const text = headerText(valueOf(part.header, 'content-description') ?? '', told);
  return text === '' || text === part.name ? undefined : { text, path: `part:${part.id}/Content-Description` };
}

function restOf(part: Part, type: string, bytes: number, told: Told): Found[] {
  const path = `part:${part.id}`;
  return [
    ...(part.name === undefined ? [] : [{ text: part.name, path: `${path}/name` }]),
    { text: type, path: `${path}/type` },
    { text: String(bytes), path: `${path}/bytes` },
    ...(part.contentId === undefined ? [] : [{ text: part.contentId, path: `${path}/Content-ID` }]),
    ...(valueOf(part.header, 'content-description') === undefined
      ? []
      : [{ text: headerText(valueOf(part.header, 'content-description') ?? '', told), path: `${path}/Content-Description` }]),
  ];
}
