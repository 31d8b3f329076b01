import type { MediaType } from '../../article/media.ts';
import type { Found, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodesAt, textAt, type JsonNode } from '../json.ts';

const TYPES: Readonly<Record<string, MediaType>> = {
  photo: 'picture',
  picture: 'picture',
  image: 'picture',
  graphic: 'graphic',
  infographic: 'graphic',
  video: 'video',
  audio: 'audio',
  document: 'document',
};

/** What a document shows: each entry of `bagItem` with its renditions. The document's own caption speaks of the first. */
export function mediaOf(document: JsonNode, fallback: MediaType): ParsedMedia[] {
  const own = textAt(document, 'caption/0') ?? textAt(document, 'caption') ?? textAt(document, 'captionContext');
  const line = textAt(document, 'creditLine');
  return nodesAt(document, 'bagItem').flatMap((bag, index) => {
    const parts = nodesAt(bag, 'medias').filter((part) => textAt(part, 'href') !== undefined);
    const caption = textAt(bag, 'caption') ?? (index === 0 ? own : undefined);
    if (parts.length === 0 && caption === undefined && textAt(bag, 'uno') === undefined) return [];
    return {
      key: textAt(bag, 'uno')?.text ?? bag.pointer,
      type: typeOf(parts) ?? fallback,
      ...defined({
        guid: textAt(bag, 'uno')?.text,
        headline: (textAt(bag, 'headline') ?? textAt(bag, 'newslines/headline'))?.text,
        caption,
        credit: textAt(bag, 'creditLine') ?? line ?? creditOf(bag, caption),
        created: textAt(bag, 'created'),
      }),
      renditions: parts.map(renditionOf),
    };
  });
}

function typeOf(parts: readonly JsonNode[]): MediaType | undefined {
  return parts.map((part) => TYPES[textAt(part, 'type')?.text.toLowerCase() ?? '']).find((type) => type !== undefined);
}

/** Creator and provider, where the caption does not name them already: AFP closes it with `(Photo by Ada MOREL / AFP)`. */
function creditOf(bag: JsonNode, caption: Found | undefined): Found | undefined {
  const creator = textAt(bag, 'creator');
  const provider = textAt(bag, 'provider/name') ?? textAt(bag, 'provider');
  const surname = creator?.text.split(/\s+/u).at(-1)?.toLowerCase();
  if (caption !== undefined && surname !== undefined && caption.text.toLowerCase().includes(surname)) return undefined;
  const [first, ...more] = [creator, provider].flatMap((found) => found ?? []);
  return first === undefined ? undefined : { ...first, text: [first, ...more].map(({ text }) => text).join(' / ') };
}

function renditionOf(part: JsonNode): ParsedMedia['renditions'][number] {
  return {
    name: (textAt(part, 'role') ?? textAt(part, 'rendition'))?.text ?? 'main',
    href: textAt(part, 'href')?.text ?? '',
    ...defined({
      mediaType: textAt(part, 'mimeType')?.text,
      width: wholeNumber(textAt(part, 'width')),
      height: wholeNumber(textAt(part, 'height')),
      bytes: wholeNumber(textAt(part, 'sizeInBytes')),
      duration: wholeNumber(textAt(part, 'duration')),
    }),
  };
}

function wholeNumber(found: Found | undefined): number | undefined {
  return found !== undefined && /^\d{1,12}$/.test(found.text) ? Number(found.text) : undefined;
}
