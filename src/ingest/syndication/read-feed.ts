import { BadInput } from '../../faults.ts';
import type { SourceDocument } from '../format.ts';
import { LooseReader } from '../loose-xml.ts';
import { LooseElement } from '../loose/loose-element.ts';
import type { LooseRecord } from '../loose/loose-tree.ts';
import type { PlacedRepair } from '../loose/oddities.ts';
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

/** What a feed says besides its items, and how many these are. */
export interface FeedOutline extends Omit<Feed, 'entries'> {
  readonly count: number;
  /** The site that relative addresses start at where the document's own address is not known; null where the feed names none. */
  readonly site: string | null;
}

export interface FeedOptions {
  /** Keeps what no field takes; relative addresses start at the site that the feed names where the document's own is not known. */
  readonly forArticles?: boolean;
  /** The site of the feed where an earlier reading found it, else null; then no item has to wait until it is known. */
  readonly site?: string | null;
}

/** Where the fields of a feed are, and what its items inherit. */
interface Frame {
  readonly root: LooseElement;
  readonly channel: LooseElement;
  readonly rootScope: Scope;
  readonly channelScope: Scope;
  readonly site: string | undefined;
  /** False while it is not known where relative addresses start. */
  readonly settled: boolean;
}

/**
 * Reads any syndication feed in XML, item by item: RSS 0.90 to 2.0, RDF, CDF, Atom 0.3 and 1.0, with the usual extensions in all of them.
 * Each item is read when it is closed and then forgotten. Items that the document cuts off are marked as not complete.
 */
export class FeedReader {
  readonly #source: SourceDocument;
  readonly #options: FeedOptions;
  readonly #xml: LooseReader;
  /** Items that came before it was known where their relative addresses start. */
  readonly #waiting: LooseRecord[] = [];
  readonly #repairs: Feed['repairs'][number][] = [];
  #count = 0;
  #firstItem: LooseElement | undefined;
  #frame: Frame | undefined;

  constructor(source: SourceDocument, options: FeedOptions = {}) {
    this.#source = source;
    this.#options = options;
    this.#xml = new LooseReader(source.text, ITEMS);
  }

  /** The items in their order. @throws {BadInput} `xml.too-deep`, `feed.no-root` */
  *entries(): Generator<FeedEntry, void> {
    for (const record of this.#records()) {
      const frame = this.#frameAbove(record.element);
      if (frame?.settled === true && this.#waiting.length === 0) yield this.#entryOf(record, frame);
      else this.#waiting.push(record);
    }
    const waiting = this.#waiting.splice(0);
    const frame = waiting.length === 0 ? undefined : this.#frameAtEnd();
    if (frame !== undefined) for (const record of waiting) yield this.#entryOf(record, frame);
  }

  /** Passes over the items that were not fetched. @throws {BadInput} `xml.too-deep`, `feed.no-root` */
  outline(): FeedOutline {
    for (const _record of this.#records()) this.#count += 1;
    const frame = this.#frameAtEnd();
    const format = formatOf(frame);
    return {
      format,
      ...versionOf(frame.root, format),
      head: headOf(headHolder(frame)),
      repairs: [...this.#xml.finish().repairs.map((repair) => this.#told(repair)), ...this.#repairs],
      count: this.#count,
      site: frame.site ?? null,
    };
  }

  *#records(): Generator<LooseRecord, void> {
    for (let record = this.#xml.next(); record !== undefined; record = this.#xml.next()) {
      const { element } = record;
      if (isForeign(element)) continue;
      this.#firstItem ??= element;
      yield record;
      if (this.#count + this.#waiting.length < MAX_ITEMS) continue;
      this.#repairs.push({ code: 'feed.too-many-items', detail: `only the first ${MAX_ITEMS} are read` });
      this.#xml.stop();
    }
  }

  /** Articles do not say where in the feed a repair was needed: it may be in another item. */
  #told({ at, ...repair }: PlacedRepair): Feed['repairs'][number] {
    return this.#options.forArticles === true ? repair : { ...repair, ...placeOf(this.#source.text, at) };
  }

  #frameAbove(item: LooseElement): Frame | undefined {
    const root = rootAbove(item);
    if (root !== this.#frame?.root || this.#frame?.settled !== true) this.#frame = root === undefined ? undefined : this.#frameOf(root);
    return this.#frame;
  }

  #frameAtEnd(): Frame {
    const item = this.#firstItem;
    const root = rootIn(elementsIn(this.#xml.finish().document)) ?? (item === undefined ? undefined : (rootAbove(item) ?? item));
    if (root === undefined || !ROOTS.has(root.local)) throw noRoot();
    return this.#frameOf(root);
  }

  #entryOf({ element, complete }: LooseRecord, { root, channel, rootScope, channelScope }: Frame): FeedEntry {
    this.#count += 1;
    const state = { complete, keepsRest: this.#options.forArticles === true };
    if (element === root) return readEntry(holderOf(element, `/${root.name}`, rootScope), state);
    const isInside = element.parent === channel && channel !== root;
    const path = `/${root.name}${isInside ? `/${channel.name}` : ''}/${element.name}[${this.#count}]`;
    // Items beside the channel (RDF) stand in its base, but not in its language.
    const scope = isInside ? channelScope : { ...channelScope, ...defined({ lang: rootScope.lang }) };
    return readEntry(holderOf(element, path, scope), state);
  }

  #frameOf(root: LooseElement): Frame {
    const { forArticles = false, site: known } = this.#options;
    const channel = channelOf(root);
    const rootScope = scopeIn(root, documentScope(this.#source));
    const scope = scopeIn(channel, rootScope);
    const isStated = scope.statedBase !== undefined || (scope.base === undefined && !forArticles);
    const site = isStated ? undefined : (known ?? siteOf(holderOf(channel, '', scope)));
    return {
      root,
      channel,
      rootScope,
      channelScope: site === undefined || isSameOrigin(site, scope.base) ? scope : { ...scope, base: site },
      site,
      settled: isStated || site !== undefined || known === null,
    };
  }
}

/** Line and column, from 1. */
function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
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
function siteOf(channel: Holder): string | undefined {
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
