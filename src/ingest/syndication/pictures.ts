import type { Found, ParsedMedia } from '../../article/parsed-item.ts';
import type { MediaType } from '../../article/media.ts';
import type { FeedEntry, FeedText, MediaContent } from './feed.ts';
import { plainText } from '../plain-text.ts';
import { publicUrl } from '../web-address.ts';

type Rendition = ParsedMedia['renditions'][number];

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)(?:[?#]|$)/i;

/** The pictures, films and sounds of an entry: Media RSS first, then enclosures, then thumbnails where no picture is named. */
export function mediaItems(entry: FeedEntry): ParsedMedia[] {
  const items = [...groupsOf(entry).flatMap((contents) => fromContents(contents, entry) ?? []), ...fromEnclosures(entry)];
  const pictures = items.some(({ type }) => type === 'picture') ? [] : fromThumbnails(entry);
  const seen = new Set<string>();
  return [...items, ...pictures].filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** Contents of one group are one thing in several forms; all others stand alone. */
function groupsOf({ media }: FeedEntry): MediaContent[][] {
  const groups = new Map<string, MediaContent[]>();
  for (const [index, content] of media.contents.entries()) {
    const type = typeOf(content.medium, content.type, content.url);
    const key = content.group === undefined ? `#${index}` : `${content.group} ${type ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), content]);
  }
  return [...groups.values()];
}

function fromContents(contents: readonly MediaContent[], entry: FeedEntry): ParsedMedia | undefined {
  const renditions = contents.flatMap((content) => renditionOf(content) ?? []);
  const [first] = contents;
  const [rendition] = renditions;
  const type = typeOf(first?.medium, first?.type, first?.url);
  if (first === undefined || rendition === undefined || type === undefined) return undefined;
  const shared = entry.media.contents.length === contents.length ? entry.media : undefined;
  const caption = foundText(first.description ?? shared?.description ?? first.title ?? shared?.title);
  const credit = creditOf(first.credits.length > 0 ? first.credits : (shared?.credits ?? []));
  const headline = first.description === undefined && shared?.description === undefined ? undefined : (first.title ?? shared?.title);
  return {
    key: rendition.href,
    type,
    renditions,
    ...(headline === undefined ? {} : { headline: plainText(headline) }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}

function renditionOf({ url, type, width, height, size, duration }: MediaContent): Rendition | undefined {
  const href = publicUrl(url);
  if (href === undefined) return undefined;
  return {
    name: 'content',
    href,
    ...(type === undefined ? {} : { mediaType: type }),
    ...count('width', width),
    ...count('height', height),
    ...count('bytes', size),
    ...seconds(duration),
  };
}

function fromEnclosures({ enclosures }: FeedEntry): ParsedMedia[] {
  return enclosures.flatMap(({ url, type, length, title, duration }) => {
    const href = publicUrl(url);
    const kind = typeOf(undefined, type, url);
    if (href === undefined || kind === undefined) return [];
    return [
      {
        key: href,
        type: kind,
        renditions: [
          { name: 'enclosure', href, ...(type === undefined ? {} : { mediaType: type }), ...count('bytes', length), ...seconds(duration) },
        ],
        ...(title === undefined ? {} : { headline: title }),
      },
    ];
  });
}

function fromThumbnails({ media, image }: FeedEntry): ParsedMedia[] {
  const [thumbnail] = [
    ...media.thumbnails,
    ...media.contents.flatMap(({ thumbnails }) => thumbnails),
    ...(image?.url === undefined ? [] : [{ url: image.url }]),
  ];
  const href = publicUrl(thumbnail?.url);
  if (thumbnail === undefined || href === undefined) return [];
  const credit = creditOf(media.credits);
  const caption = foundText(media.description ?? media.title);
  const size = 'width' in thumbnail ? { ...count('width', thumbnail.width), ...count('height', thumbnail.height) } : {};
  return [
    {
      key: href,
      type: 'picture',
      renditions: [{ name: 'thumbnail', href, ...size }],
      ...(media.title === undefined || media.description === undefined ? {} : { headline: plainText(media.title) }),
      ...(caption === undefined ? {} : { caption }),
      ...(credit === undefined ? {} : { credit }),
    },
  ];
}

function typeOf(medium: string | undefined, mediaType: string | undefined, url: string | undefined): MediaType | undefined {
  const kind = (medium ?? mediaType?.split('/')[0])?.toLowerCase();
  if (kind === 'image') return 'picture';
  if (kind === 'video' || kind === 'audio' || kind === 'document') return kind;
  if (medium === undefined && mediaType === undefined && url !== undefined && PICTURE_FILE.test(url.slice(0, 2_000))) return 'picture';
  return undefined;
}

function foundText(text: FeedText | undefined): Found | undefined {
  if (text === undefined) return undefined;
  const plain = plainText(text);
  return plain === '' ? undefined : { text: plain, path: text.path, ...(text.span === undefined ? {} : { span: text.span }) };
}

function creditOf(credits: FeedEntry['media']['credits']): Found | undefined {
  const [first] = credits;
  if (first === undefined) return undefined;
  return credits.length === 1 ? first.found : { text: credits.map(({ name }) => name).join(', '), path: first.found.path };
}

function seconds(written: string | undefined): { duration?: number } {
  const value = written === undefined ? Number.NaN : Number(written);
  return Number.isFinite(value) ? { duration: value } : {};
}

function count<Name extends string>(name: Name, written: string | undefined): Partial<Record<Name, number>> {
  const value = written === undefined ? Number.NaN : Number(written);
  const counts: Partial<Record<Name, number>> = {};
  if (Number.isSafeInteger(value) && value >= 0) counts[name] = value;
  return counts;
}
