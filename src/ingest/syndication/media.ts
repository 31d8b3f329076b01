import type { LooseElement } from '../loose/loose-element.ts';
import type { FeedMedia, MediaContent, MediaCredit, MediaDetails, MediaThumbnail } from './feed.ts';
import { all, attribute, foundOf, holderOf, pathOf, scopeIn, textAt, textOf, type Holder } from './holder.ts';
import { textConstruct } from './text-construct.ts';
import { resolveUrl } from '../web-address.ts';

/** Of an entry that names no media. */
export const NO_MEDIA: FeedMedia = { contents: [], credits: [], thumbnails: [] };

const NO_CREDITS: readonly MediaCredit[] = [];
const NO_THUMBNAILS: readonly MediaThumbnail[] = [];

/** Media RSS 1.5.1 (RSS Advisory Board, 2009-12): contents of an entry and of its groups, with the metadata of each level. */
export function mediaOf(entry: Holder): FeedMedia {
  if (!entry.vocabularies.includes('media')) return NO_MEDIA;
  const contents: MediaContent[] = [];
  for (const element of all(entry, 'media:content')) contents.push(new ContentFields(entry, element, undefined));
  const groups = all(entry, 'media:group').map((element) => holderOf(element, pathOf(entry, element), entry.scope));
  for (const [index, group] of groups.entries())
    for (const element of all(group, 'media:content')) contents.push(new ContentFields(group, element, index));
  const own = new DetailFields(entry);
  return merged(
    own,
    groups.map((group) => new DetailFields(group)),
    contents,
  );
}

/** What the entry says wins over what its first group says; lists add up. A player may also stand in a content. */
function merged(entry: MediaDetails, groups: readonly MediaDetails[], contents: readonly MediaContent[]): FeedMedia {
  const [first] = groups;
  return {
    title: entry.title ?? first?.title,
    description: entry.description ?? first?.description,
    copyright: entry.copyright ?? first?.copyright,
    rating: entry.rating ?? first?.rating,
    license: entry.license ?? first?.license,
    restriction: entry.restriction ?? first?.restriction,
    player: entry.player ?? first?.player ?? contents.find(({ player }) => player !== undefined)?.player,
    credits: first === undefined ? entry.credits : [entry, ...groups].flatMap(({ credits }) => credits),
    thumbnails: first === undefined ? entry.thumbnails : [entry, ...groups].flatMap(({ thumbnails }) => thumbnails),
    contents,
  };
}

/** A class, for all its objects have one shape. */
class DetailFields implements MediaDetails {
  readonly title;
  readonly description;
  readonly copyright;
  readonly rating;
  readonly license;
  readonly restriction;
  readonly player;
  readonly credits;
  readonly thumbnails;

  constructor(holder: Holder) {
    const [title] = all(holder, 'media:title');
    const [description] = all(holder, 'media:description');
    const [player] = all(holder, 'media:player');
    this.title = title === undefined ? undefined : textConstruct(holder, title, mediaText(title));
    this.description = description === undefined ? undefined : textConstruct(holder, description, mediaText(description));
    this.copyright = textAt(holder, 'media:copyright');
    this.rating = textAt(holder, 'media:rating');
    this.license = textAt(holder, 'media:license');
    this.restriction = textAt(holder, 'media:restriction');
    this.player = player === undefined ? undefined : resolveUrl(attribute(player, 'url') ?? '', scopeIn(player, holder.scope).base);
    this.credits = creditsOf(holder);
    this.thumbnails = thumbnailsOf(holder);
  }
}

class ContentFields extends DetailFields implements MediaContent {
  readonly url;
  readonly type;
  readonly medium;
  readonly width;
  readonly height;
  readonly size;
  readonly duration;
  readonly path;
  readonly group;

  constructor(holder: Holder, element: LooseElement, group: number | undefined) {
    const inner = holderOf(element, pathOf(holder, element), holder.scope);
    super(inner);
    this.url = resolveUrl(attribute(element, 'url') ?? attribute(element, 'href') ?? '', inner.scope.base);
    this.type = attribute(element, 'type');
    this.medium = attribute(element, 'medium');
    this.width = attribute(element, 'width');
    this.height = attribute(element, 'height');
    this.size = attribute(element, 'filesize');
    this.duration = attribute(element, 'duration');
    this.path = inner.path;
    this.group = group;
  }
}

/** Media RSS calls the types `plain` (the default) and `html`. */
function mediaText(element: LooseElement): 'text' | 'html' | undefined {
  return attribute(element, 'type')?.toLowerCase() === 'plain' ? 'text' : undefined;
}

function creditsOf(holder: Holder): readonly MediaCredit[] {
  const elements = holder.children.get('media:credit');
  if (elements === undefined) return NO_CREDITS;
  return elements.flatMap((element) => {
    const name = textOf(element).trim();
    return name === '' ? [] : [{ name, role: attribute(element, 'role'), found: foundOf(holder, element) }];
  });
}

function thumbnailsOf(holder: Holder): readonly MediaThumbnail[] {
  const elements = holder.children.get('media:thumbnail');
  if (elements === undefined) return NO_THUMBNAILS;
  return elements.flatMap((element) => {
    const url = resolveUrl(attribute(element, 'url') ?? textOf(element), scopeIn(element, holder.scope).base);
    return url === undefined ? [] : [{ url, width: attribute(element, 'width'), height: attribute(element, 'height') }];
  });
}
