import { LooseElement } from '../loose/loose-element.ts';
import type { Found } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { DescribedFields, textIn } from './described.ts';
import type { FeedEntry, FeedText } from './feed.ts';
import { geoOf } from './geo.ts';
import { headOf } from './head.ts';
import { all, allOf, attribute, foundOf, holderOf, pathOf, scopeIn, textAt, textOf, type Holder } from './holder.ts';
import { enclosuresOf, isPermalink } from './links.ts';
import { mediaOf } from './media.ts';
import { textConstruct } from './text-construct.ts';
import { wennOf } from './wenn.ts';
import { resolveUrl } from '../web-address.ts';

const SUMMARIES = [
  'atom:summary',
  'rss:summary',
  'rss:description',
  'dc:description',
  'dcterms:abstract',
  'prism:teaser',
  'itunes:summary',
  'googleplay:description',
  'itunes:subtitle',
  'rss:abstract',
];
const CONTENTS = ['content:encoded', 'atom:content', 'xhtml:body', 'xhtml:div', 'rss:body', 'rss:fullitem', 'rss:content', 'rss:encoded'];

/** Vocabulary and names that an entry's fields are made of; all other children go to `rest`. */
const TAKEN = new Set(
  (
    'atom: title link id updated modified published issued created author contributor category summary content rights copyright|' +
    'rss: title link guid pubdate author category description enclosure comments image language copyright rights content body fullitem encoded headline|' +
    'dc: title creator contributor publisher date subject description rights language identifier|' +
    'dcterms: issued modified created valid abstract subject rights identifier|content: encoded|xhtml: body div|' +
    'media: content group thumbnail credit title description category keywords copyright|itunes: author keywords category|wfw: comment commentrss'
  )
    .split('|')
    .flatMap((line) => {
      const [vocabulary = '', ...names] = line.split(/:? /);
      return names.map((name) => `${vocabulary}:${name}`);
    }),
);

/** Reads one item or entry. */
export function readEntry(holder: Holder, state: { readonly complete: boolean; readonly keepsRest: boolean }): FeedEntry {
  return new EntryFields(holder, state);
}

class EntryFields extends DescribedFields implements FeedEntry {
  readonly idIsPermalink;
  readonly summary;
  readonly contents;
  readonly enclosures;
  readonly comments;
  readonly commentPostUrl;
  readonly commentsFeed;
  readonly commentCount;
  readonly source;
  readonly geo;
  readonly inReplyTo;
  readonly chapters;
  readonly media;
  readonly agency;
  readonly rest: readonly Found[];
  readonly complete: boolean;

  constructor(holder: Holder, { complete, keepsRest }: { readonly complete: boolean; readonly keepsRest: boolean }) {
    super(holder);
    const [guid] = all(holder, 'rss:guid');
    const [source] = all(holder, 'atom:source', 'rss:source', 'dc:source');
    const [reply] = all(holder, 'thr:in-reply-to');
    const comments = textAt(holder, 'rss:comments');
    const replies = this.links.find(({ rel }) => rel === 'replies');
    this.media = mediaOf(holder);
    this.agency = wennOf(holder);
    this.idIsPermalink = guid === undefined ? undefined : isPermalink(guid);
    this.summary = textIn(holder, 'html', SUMMARIES) ?? this.agency?.summary ?? this.media.description;
    this.contents = contentsOf(holder);
    this.enclosures = enclosuresOf(this.links);
    this.comments = comments === undefined ? undefined : resolveUrl(comments, holder.scope.base);
    this.commentPostUrl = textAt(holder, 'wfw:comment');
    this.commentsFeed = textAt(holder, 'wfw:commentrss') ?? replies?.href;
    this.commentCount = textAt(holder, 'slash:comments', 'thr:total');
    this.source = source === undefined ? undefined : sourceOf(holder, source);
    this.geo = geoOf(holder);
    this.inReplyTo = reply === undefined ? undefined : { ...reply.attribs };
    this.chapters = chaptersOf(holder);
    this.rest = keepsRest ? restOf(holder) : [];
    this.complete = complete;
  }
}

/** With an RSS `summary` beside it, the description is the content. */
function contentsOf(holder: Holder): FeedText[] {
  const description = holder.children.has('rss:summary') ? all(holder, 'rss:description') : [];
  return [...allOf(holder, CONTENTS), ...description].flatMap(
    (element) => textConstruct(holder, element, element.namespace === 'atom' ? 'text' : 'html') ?? [],
  );
}

/** Atom: a feed's head. RSS: the name of the feed and its address. */
function sourceOf(holder: Holder, element: LooseElement): FeedEntry['source'] {
  const inner = holderOf(element, pathOf(holder, element), holder.scope);
  const head = headOf(inner);
  if (element.children.some((node) => node instanceof LooseElement)) return head;
  const written = attribute(element, 'url');
  const href = written === undefined ? undefined : resolveUrl(written, scopeIn(element, holder.scope).base);
  const title = textConstruct(holder, element, undefined);
  return { ...head, ...defined({ title, link: href === undefined ? undefined : { text: href, path: `${inner.path}/@url` } }) };
}

function chaptersOf(holder: Holder): FeedEntry['chapters'] {
  const [chapters] = all(holder, 'psc:chapters');
  if (chapters === undefined) return [];
  return all(holderOf(chapters, holder.path, holder.scope), 'psc:chapter').map((chapter) => ({
    start: attribute(chapter, 'start') ?? '',
    title: attribute(chapter, 'title') ?? '',
  }));
}

function restOf(holder: Holder): Found[] {
  return [...holder.children.values()].flat().flatMap((element) => {
    if (TAKEN.has(element.key)) return [];
    const text = textOf(element).trim();
    if (text !== '') return [foundOf(holder, element)];
    const attributes = Object.entries(element.attribs).map(([name, value]) => `${name}="${value}"`);
    return attributes.length === 0 ? [] : [{ text: attributes.join(' '), path: pathOf(holder, element) }];
  });
}
