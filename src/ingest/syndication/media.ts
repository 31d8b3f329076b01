import type { LooseElement } from '../loose/loose-element.ts';
import type { FeedMedia, MediaContent, MediaDetails, MediaThumbnail } from './feed.ts';
import { all, attribute, foundOf, holderOf, pathOf, scopeIn, textAt, textOf, type Holder } from './holder.ts';
import { defined } from '../../article/defined.ts';
import { textConstruct } from './text-construct.ts';
import { resolveUrl } from '../web-address.ts';

/** Of an entry that names no media. */
export const NO_MEDIA: FeedMedia = { contents: [], credits: [], thumbnails: [] };

/** Media RSS 1.5.1 (RSS Advisory Board, 2009-12): contents of an entry and of its groups, with the metadata of each level. */
export function mediaOf(entry: Holder): FeedMedia {
  if (!hasMedia(entry)) return NO_MEDIA;
  const groups = all(entry, 'media:group').map((element) => holderOf(element, pathOf(entry, element), entry.scope));
  const contents = [
    ...all(entry, 'media:content').map((element) => contentOf(entry, element)),
    ...groups.flatMap((group, index) => all(group, 'media:content').map((element) => ({ ...contentOf(group, element), group: index }))),
  ];
  return { ...merged(detailsOf(entry), groups.map(detailsOf)), contents };
}

function hasMedia({ children }: Holder): boolean {
  for (const key of children.keys()) if (key.startsWith('media:')) return true;
  return false;
}

/** What the entry says wins over what its groups say; lists add up. */
function merged(entry: MediaDetails, groups: readonly MediaDetails[]): MediaDetails {
  const [first = entry] = groups;
  return {
    ...first,
    ...entry,
    credits: [entry, ...groups].flatMap(({ credits }) => credits),
    thumbnails: [entry, ...groups].flatMap(({ thumbnails }) => thumbnails),
  };
}

function contentOf(holder: Holder, element: LooseElement): MediaContent {
  const inner = holderOf(element, pathOf(holder, element), holder.scope);
  const url = resolveUrl(attribute(element, 'url') ?? attribute(element, 'href') ?? '', inner.scope.base);
  const values = {
    url,
    type: attribute(element, 'type'),
    medium: attribute(element, 'medium'),
    width: attribute(element, 'width'),
    height: attribute(element, 'height'),
    size: attribute(element, 'filesize'),
    duration: attribute(element, 'duration'),
  };
  return { ...defined(values), ...detailsOf(inner), path: inner.path };
}

function detailsOf(holder: Holder): MediaDetails {
  const [title] = all(holder, 'media:title');
  const [description] = all(holder, 'media:description');
  const [player] = all(holder, 'media:player');
  const values = {
    title: title === undefined ? undefined : textConstruct(holder, title, mediaText(title)),
    description: description === undefined ? undefined : textConstruct(holder, description, mediaText(description)),
    copyright: textAt(holder, 'media:copyright'),
    rating: textAt(holder, 'media:rating'),
    license: textAt(holder, 'media:license'),
    restriction: textAt(holder, 'media:restriction'),
    player: player === undefined ? undefined : resolveUrl(attribute(player, 'url') ?? '', scopeIn(player, holder.scope).base),
  };
  return { ...defined(values), credits: creditsOf(holder), thumbnails: thumbnailsOf(holder) };
}

/** Media RSS calls the types `plain` (the default) and `html`. */
function mediaText(element: LooseElement): 'text' | 'html' | undefined {
  return attribute(element, 'type')?.toLowerCase() === 'plain' ? 'text' : undefined;
}

function creditsOf(holder: Holder): MediaDetails['credits'] {
  return all(holder, 'media:credit').flatMap((element) => {
    const name = textOf(element).trim();
    const role = attribute(element, 'role');
    return name === '' ? [] : [{ name, found: foundOf(holder, element), ...(role === undefined ? {} : { role }) }];
  });
}

function thumbnailsOf(holder: Holder): MediaThumbnail[] {
  return all(holder, 'media:thumbnail').flatMap((element) => {
    const url = resolveUrl(attribute(element, 'url') ?? textOf(element), scopeIn(element, holder.scope).base);
    return url === undefined ? [] : [{ url, ...defined({ width: attribute(element, 'width'), height: attribute(element, 'height') }) }];
  });
}
