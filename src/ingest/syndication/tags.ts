import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import type { FeedTag } from './feed.ts';
import { all, attribute, type Holder } from './holder.ts';

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
const MEDIA_SCHEME = 'http://search.yahoo.com/mrss/category_schema';

/** Categories and keywords, each once; lists in one string are split at commas. */
export function tagsOf(holder: Holder): FeedTag[] {
  const tags = [
    ...all(holder, ...CATEGORIES).flatMap((element) => categoryTags(element)),
    ...all(holder, ...LISTS).flatMap((element) => splitKeywords(textContent(element)).map((term): FeedTag => ({ term }))),
  ];
  return distinct(tags);
}

function categoryTags(element: Element): FeedTag[] {
  if (element.namespace === 'itunes' || element.namespace === 'googleplay') return podcastTags(element, 0);
  const term = attribute(element, 'term') ?? textContent(element).trim();
  const scheme = attribute(element, 'scheme') ?? attribute(element, 'domain') ?? (element.namespace === 'media' ? MEDIA_SCHEME : undefined);
  const label = attribute(element, 'label');
  if (term === '' && label === undefined) return [];
  return [{ ...(term === '' ? {} : { term }), ...(scheme === undefined ? {} : { scheme }), ...(label === undefined ? {} : { label }) }];
}

/** Podcast categories stand in `text` and inside each other. */
function podcastTags(element: Element, depth: number): FeedTag[] {
  const term = attribute(element, 'text');
  const own: FeedTag[] = term === undefined ? [] : [{ term, scheme: 'http://www.itunes.com/' }];
  const inner = depth > 3 ? [] : element.children.filter((node) => 'attribs' in node).flatMap((node) => podcastTags(node, depth + 1));
  return [...own, ...inner];
}

function splitKeywords(text: string): string[] {
  return text
    .split(text.includes(',') ? ',' : /\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function distinct(tags: readonly FeedTag[]): FeedTag[] {
  const seen = new Set<string>();
  return tags.filter(({ term, scheme, label }) => {
    const key = JSON.stringify([term, scheme, label]);
    return !seen.has(key) && seen.add(key);
  });
}
