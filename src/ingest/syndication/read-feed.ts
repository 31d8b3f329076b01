import { Element, type Document } from 'domhandler';
import { BadInput } from '../../faults.ts';
import type { SourceDocument } from '../format.ts';
import { readLooseXml } from '../loose-xml.ts';
import { localName, resolveNamespaces, vocabularyOf } from '../namespaces.ts';
import { readEntry } from './entry.ts';
import type { Feed } from './feed.ts';
import { headOf } from './head.ts';
import { all, attribute, byName, holderOf, keyOf, scopeIn, textAt, type Holder, type Scope } from './holder.ts';
import { defined } from '../defined.ts';
import { isWebAddress, resolveUrl } from '../web-address.ts';

/** Root elements of feeds: RSS, RDF, Atom, and an RSS channel that lost its root. */
const ROOTS: ReadonlyMap<string, Feed['format']> = new Map([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['channel', 'rss'],
]);
const BESIDE_CHANNEL = new Set(['rss:image', 'rss:textinput']);

/**
 * Reads any syndication feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, with the usual extensions in all of them.
 * Items that the document cuts off are marked as not complete.
 * @throws {BadInput} `xml.too-deep`, `feed.no-root`
 */
export function readFeed(source: SourceDocument): Feed {
  const { document, repairs, unfinished } = readLooseXml(source.text);
  const root = rootOf(document);
  if (root === undefined) {
    throw new BadInput('feed.no-root', {
      message: 'The document has no rss, rdf:RDF, feed or channel element',
      hint: 'Look whether the address gives an error page instead of a feed',
    });
  }
  const { element, format } = root;
  resolveNamespaces(document, format === 'atom' ? 'atom' : 'rss');
  const channel = channelOf(element, format);
  const rootScope = scopeIn(element, documentScope(source));
  const channelScope = withChannelLink(channel, scopeIn(channel, rootScope), source);
  const head = headOf(headHolder(element, channel, channelScope));
  const entries = entryElements(element).map((item, index) => {
    const isInside = item.parent === channel && channel !== element;
    const path = `/${element.name}${isInside ? `/${channel.name}` : ''}/${item.name}[${index + 1}]`;
    // Items beside the channel (RDF) stand in its base, but not in its language.
    const scope = isInside ? channelScope : { ...channelScope, ...defined({ lang: rootScope.lang }) };
    return readEntry(holderOf(item, path, scope), { complete: !unfinished.has(item) });
  });
  return { format, ...versionOf(element, format), head, entries, repairs };
}

/** The element that holds the fields of the feed: an RSS channel, else the root itself. */
function channelOf(root: Element, format: Feed['format']): Element {
  if (format === 'atom') return root;
  return root.children.find((node): node is Element => node instanceof Element && localName(node) === 'channel') ?? root;
}

/** RSS 0.90 and 1.0 keep the image and the text input of a feed beside its channel. */
function headHolder(root: Element, channel: Element, scope: Scope): Holder {
  const holder = holderOf(channel, channel === root ? `/${root.name}` : `/${root.name}/${channel.name}`, scope);
  if (channel === root) return holder;
  const children = new Map(holder.children);
  for (const [key, elements] of byName(root.children)) {
    if (BESIDE_CHANNEL.has(key)) children.set(key, [...elements, ...(children.get(key) ?? [])]);
  }
  return { ...holder, children };
}

/** The first feed root, looked for level by level because junk before it may have left elements open. */
function rootOf(document: Document): { element: Element; format: Feed['format'] } | undefined {
  let level = document.children.filter((node) => node instanceof Element);
  for (let depth = 0; depth < 6 && level.length > 0; depth += 1) {
    for (const element of level) {
      const format = ROOTS.get(localName(element));
      if (format !== undefined) return { element, format };
    }
    level = level.flatMap((element) => element.children.filter((node) => node instanceof Element));
  }
  return undefined;
}

/** Where the addresses of a document start: Content-Location against the address it came from (RFC 9110 8.7). */
function documentScope(source: SourceDocument): Scope {
  const location = source.headers?.['content-location'];
  const base = location === undefined ? source.url : resolveUrl(location, source.url);
  const lang = source.headers?.['content-language'];
  return defined({ base, lang });
}

/** Without any other base, an RSS channel's own link is what relative links were written against. */
function withChannelLink(channel: Element, scope: Scope, source: SourceDocument): Scope {
  if (scope.base !== undefined && (scope.statedBase !== undefined || source.url !== undefined)) return scope;
  const holder = holderOf(channel, '', scope);
  const written =
    textAt(holder, 'rss:link') ??
    all(holder, 'atom:link')
      .map((link) => attribute(link, 'href'))
      .find((href) => href !== undefined && isWebAddress(href));
  return written !== undefined && isWebAddress(written) ? { ...scope, base: written } : scope;
}

/** Every item or entry below the root, also outside the channel and inside elements that were never closed; in document order. */
function entryElements(root: Element): Element[] {
  if (localName(root) === 'entry') return [root];
  const found: Element[] = [];
  const open: Element[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const isEntry = element !== root && isItem(element);
    if (isEntry) found.push(element);
    const inner = element.children.filter((node): node is Element => node instanceof Element);
    // An empty `<item/>` inside an item is a slip of the publisher, not another story.
    const next = inner.filter((child) => !isEntry || (isItem(child) && child.children.length > 0));
    open.push(...next.reverse());
  }
  for (const element of found) element.children = element.children.filter((node) => !(node instanceof Element && isItem(node)));
  return found;
}

function isItem(element: Element): boolean {
  const key = keyOf(element);
  return key === 'rss:item' || key === 'atom:entry' || key === 'rss:entry' || key === 'atom:item';
}

function versionOf(root: Element, format: Feed['format']): { version?: string } {
  const stated = attribute(root, 'version');
  if (format === 'rss') return stated === undefined ? {} : { version: stated };
  const addresses = Object.entries(root.attribs).flatMap(([name, uri]) => (name.startsWith('xmlns') ? [uri.trim().toLowerCase()] : []));
  if (format === 'rdf')
    return {
      version: addresses.some((uri) => uri.includes('/rdf/simple/0.9'))
        ? '0.90'
        : addresses.some((uri) => uri.includes('rss1.1'))
          ? '1.1'
          : '1.0',
    };
  const isOld = addresses.some((uri) => uri.includes('purl.org/atom/') && vocabularyOf(uri) === 'atom');
  return { version: stated ?? (isOld ? '0.3' : '1.0') };
}
