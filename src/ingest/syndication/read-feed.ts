import { BadInput } from '../../faults.ts';
import type { SourceDocument } from '../format.ts';
import { readLooseXml } from '../loose-xml.ts';
import { LooseElement } from '../loose/loose-element.ts';
import { vocabularyOf } from '../namespaces.ts';
import { isWebAddress, resolveUrl } from '../web-address.ts';
import { defined } from '../../article/defined.ts';
import { readEntry } from './entry.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { headOf } from './head.ts';
import { all, attribute, byName, elementsIn, holderOf, scopeIn, textAt, type Holder, type Scope } from './holder.ts';

/** Root elements of feeds: RSS, RDF, Atom, and CDF or an RSS channel that lost its root. */
const ROOTS: ReadonlyMap<string, 'rss' | 'rdf' | 'atom'> = new Map([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['channel', 'rss'],
]);
const ITEMS = new Set(['rss:item', 'atom:entry', 'rss:entry', 'atom:item']);
const BESIDE_CHANNEL = new Set(['rss:image', 'rss:textinput']);
/** Attributes that only CDF puts on a channel (Microsoft, 1997). */
const CDF_ATTRIBUTES = ['href', 'lastmod', 'base'];
/** More items than any feed has. */
const MAX_ITEMS = 20_000;

/**
 * Reads any syndication feed in XML: RSS 0.90 to 2.0, RDF, CDF, Atom 0.3 and 1.0, with the usual extensions in all of them. Each item is read
 * when it is closed and then forgotten. Items that the document cuts off are marked as not complete.
 * @throws {BadInput} `xml.too-deep`, `feed.no-root`
 */
export function readFeed(source: SourceDocument, options: FeedOptions = {}): Feed {
  return new FeedReader(source, options).read();
}

export interface FeedOptions {
  /** Keeps what no field takes; relative addresses start at the site that the feed names where the document's own is not known. */
  readonly forArticles?: boolean;
}

/** Where the fields of a feed are, and what its items inherit. */
interface Frame {
  readonly root: LooseElement;
  readonly channel: LooseElement;
  readonly rootScope: Scope;
  readonly channelScope: Scope;
  /** False while it is not known where relative addresses start. */
  readonly settled: boolean;
}

class FeedReader {
  readonly #source: SourceDocument;
  readonly #isForArticles: boolean;
  readonly #entries: FeedEntry[] = [];
  /** Items that came before it was known where their relative addresses start. */
  readonly #waiting: (readonly [element: LooseElement, complete: boolean])[] = [];
  readonly #repairs: Feed['repairs'][number][] = [];
  #frame: Frame | undefined;

  constructor(source: SourceDocument, { forArticles = false }: FeedOptions) {
    this.#source = source;
    this.#isForArticles = forArticles;
  }

  read(): Feed {
    const onRecord = (element: LooseElement, complete: boolean): boolean => this.#take(element, complete);
    const { document, repairs } = readLooseXml(this.#source.text, { keys: ITEMS, onRecord });
    const root = rootIn(elementsIn(document)) ?? this.#waiting[0]?.[0] ?? this.#frame?.root;
    if (root === undefined || !ROOTS.has(root.local)) throw noRoot();
    const frame = this.#frameOf(root);
    for (const [element, complete] of this.#waiting) this.#read(element, complete, frame);
    const format = formatOf(frame);
    return {
      format,
      ...versionOf(root, format),
      head: headOf(headHolder(frame)),
      entries: this.#entries,
      repairs: [...repairs, ...this.#repairs],
    };
  }

  #take(element: LooseElement, complete: boolean): boolean {
    if (isForeign(element)) return true;
    const root = rootAbove(element);
    if (root !== this.#frame?.root || this.#frame?.settled !== true) this.#frame = root === undefined ? undefined : this.#frameOf(root);
    if (this.#frame?.settled === true && this.#waiting.length === 0) this.#read(element, complete, this.#frame);
    else this.#waiting.push([element, complete]);
    if (this.#entries.length + this.#waiting.length < MAX_ITEMS) return true;
    this.#repairs.push({ code: 'feed.too-many-items', detail: `only the first ${MAX_ITEMS} are read` });
    return false;
  }

  #read(element: LooseElement, complete: boolean, { root, channel, rootScope, channelScope }: Frame): void {
    if (element === root) {
      this.#entries.push(readEntry(holderOf(element, `/${root.name}`, rootScope), { complete, keepsRest: this.#isForArticles }));
      return;
    }
    const isInside = element.parent === channel && channel !== root;
    const path = `/${root.name}${isInside ? `/${channel.name}` : ''}/${element.name}[${this.#entries.length + 1}]`;
    // Items beside the channel (RDF) stand in its base, but not in its language.
    const scope = isInside ? channelScope : { ...channelScope, ...defined({ lang: rootScope.lang }) };
    this.#entries.push(readEntry(holderOf(element, path, scope), { complete, keepsRest: this.#isForArticles }));
  }

  #frameOf(root: LooseElement): Frame {
    const channel = channelOf(root);
    const rootScope = scopeIn(root, documentScope(this.#source));
    const scope = scopeIn(channel, rootScope);
    const isStated = scope.statedBase !== undefined || (scope.base === undefined && !this.#isForArticles);
    const site = isStated ? undefined : linkOf(holderOf(channel, '', scope));
    return {
      root,
      channel,
      rootScope,
      channelScope: site === undefined || isSameOrigin(site, scope.base) ? scope : { ...scope, base: site },
      settled: isStated || site !== undefined,
    };
  }
}

function noRoot(): BadInput {
  return new BadInput('feed.no-root', {
    message: 'The document has no rss, rdf:RDF, feed or channel element',
    hint: 'Look whether the address gives an error page instead of a feed',
  });
}

function formatOf({ root, channel }: Frame): Feed['format'] {
  const format = ROOTS.get(root.local) ?? 'rss';
  const isCdf = root === channel && format === 'rss' && CDF_ATTRIBUTES.some((name) => attribute(root, name) !== undefined);
  return isCdf ? 'cdf' : format;
}

/** The element that holds the fields of the feed: an RSS channel, else the root itself. */
function channelOf(root: LooseElement): LooseElement {
  if (ROOTS.get(root.local) === 'atom') return root;
  return elementsIn(root).find(({ local }) => local === 'channel') ?? root;
}

/** RSS 0.90 and 1.0 keep the image and the text input of a feed beside its channel. */
function headHolder({ root, channel, rootScope, channelScope }: Frame): Holder {
  if (ITEMS.has(root.key)) return { ...holderOf(channel, `/${root.name}`, channelScope), children: new Map() };
  if (channel === root) return { ...holderOf(channel, `/${root.name}`, rootScope), scope: channelScope };
  const holder = { ...holderOf(channel, `/${root.name}/${channel.name}`, rootScope), scope: channelScope };
  const children = new Map(holder.children);
  for (const [key, elements] of byName(root.children)) {
    if (BESIDE_CHANNEL.has(key)) children.set(key, [...elements, ...(children.get(key) ?? [])]);
  }
  return { ...holder, children };
}

/** The first feed root, looked for level by level because junk before it may have left elements open. */
function rootIn(elements: readonly LooseElement[]): LooseElement | undefined {
  let level = elements;
  for (let depth = 0; depth < 6 && level.length > 0; depth += 1) {
    const root = level.find(({ local }) => ROOTS.has(local));
    if (root !== undefined) return root;
    level = level.flatMap(elementsIn);
  }
  return undefined;
}

/** The outermost feed root above an item; an entry alone is its own root. */
function rootAbove(item: LooseElement): LooseElement | undefined {
  let root: LooseElement | undefined;
  for (let above = item.parent; above instanceof LooseElement; above = above.parent) if (ROOTS.has(above.local)) root = above;
  return root ?? (item.local === 'entry' ? item : undefined);
}

/** True inside an element of an unknown vocabulary: what it holds is no item of this feed. */
function isForeign(item: LooseElement): boolean {
  for (let above = item.parent; above instanceof LooseElement; above = above.parent)
    if (above.namespace?.includes(':') === true) return true;
  return false;
}

/** Where the addresses of a document start: Content-Location against the address it came from (RFC 9110 8.7). */
function documentScope(source: SourceDocument): Scope {
  const location = source.headers?.['content-location'];
  const base = location === undefined ? source.url : resolveUrl(location, source.url);
  const lang = source.headers?.['content-language'];
  return defined({ base, lang });
}

/** The site of a feed. Where a feed is served from another host (feed services do that), its relative links belong to the site. */
function linkOf(channel: Holder): string | undefined {
  // CDF keeps it on the channel itself.
  const written =
    textAt(channel, 'rss:link') ??
    attribute(channel.element, 'href') ??
    all(channel, 'atom:link')
      .map((link) => attribute(link, 'href'))
      .find((href) => href !== undefined && isWebAddress(href));
  return written !== undefined && isWebAddress(written) ? written : undefined;
}

function isSameOrigin(one: string, other: string | undefined): boolean {
  return other !== undefined && URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

function versionOf(root: LooseElement, format: Feed['format']): { version?: string } {
  const stated = attribute(root, 'version');
  if (format === 'rss' || format === 'cdf') return stated === undefined ? {} : { version: stated };
  const addresses = Object.entries(root.attribs).flatMap(([name, uri]) => (name.startsWith('xmlns') ? [uri.trim().toLowerCase()] : []));
  if (format === 'rdf') {
    if (addresses.some((uri) => uri.includes('/rdf/simple/0.9'))) return { version: '0.90' };
    return { version: addresses.some((uri) => uri.includes('rss1.1')) ? '1.1' : '1.0' };
  }
  const isOld = addresses.some((uri) => uri.includes('purl.org/atom/') && vocabularyOf(uri) === 'atom');
  return { version: stated ?? (isOld ? '0.3' : '1.0') };
}
