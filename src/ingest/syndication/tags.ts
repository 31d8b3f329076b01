import type { LooseElement } from '../loose/loose-element.ts';
import type { FeedTag } from './feed.ts';
import { allOf, attribute, elementsIn, inOrder, textOf, type Holder } from './holder.ts';

const CATEGORIES = [
  'rss:category',
  'atom:category',
  'dc:subject',
  'dcterms:subject',
  'media:category',
  'prism:keyword',
  'itunes:category',
  'googleplay:category',
];
const LISTS = ['itunes:keywords', 'media:keywords', 'rss:keywords'];
const TAGS = [...CATEGORIES, ...LISTS];
const NO_TAGS: readonly FeedTag[] = [];
const MEDIA_SCHEME = 'http://search.yahoo.com/mrss/category_schema';

/** Categories and keywords in document order, each once; lists in one string are split at commas. */
export function tagsOf(holder: Holder): readonly FeedTag[] {
  const elements = allOf(holder, TAGS);
  if (elements.length === 0) return NO_TAGS;
  const tags: FeedTag[] = [];
  for (const element of inOrder(elements)) {
    if (LISTS.includes(element.key)) for (const term of splitKeywords(textOf(element))) tags.push({ term });
    else tags.push(...categoryTags(element));
  }
  return tags.length > 1 ? distinct(tags) : tags;
}

function categoryTags(element: LooseElement): FeedTag[] {
  if (element.namespace === 'itunes' || element.namespace === 'googleplay') return podcastTags(element, 0);
  const term = attribute(element, 'term') ?? textOf(element).trim();
  const scheme = attribute(element, 'scheme') ?? attribute(element, 'domain') ?? (element.namespace === 'media' ? MEDIA_SCHEME : undefined);
  const label = attribute(element, 'label');
  if (term === '' && label === undefined) return [];
  return [{ term: term === '' ? undefined : term, scheme, label }];
}

/** Podcast categories stand in `text` and inside each other. */
function podcastTags(element: LooseElement, depth: number): FeedTag[] {
  const term = attribute(element, 'text');
  const own: FeedTag[] = term === undefined ? [] : [{ term, scheme: 'http://www.itunes.com/' }];
  const inner = depth > 3 ? [] : elementsIn(element).flatMap((node) => podcastTags(node, depth + 1));
  return [...own, ...inner];
}

function splitKeywords(text: string): string[] {
  return text
    .split(text.includes(',') ? ',' : /\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** So many tags are compared one with another. */
const FEW = 12;

function distinct(tags: readonly FeedTag[]): FeedTag[] {
  if (tags.length <= FEW) return tags.filter((tag, index) => tags.findIndex((other) => isEqual(other, tag)) === index);
  const seen = new Set<string>();
  return tags.filter(({ term, scheme, label }) => {
    const key = `${term ?? ''}\u0000${scheme ?? ''}\u0000${label ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isEqual(one: FeedTag, other: FeedTag): boolean {
  return one.term === other.term && one.scheme === other.scheme && one.label === other.label;
}
