import { Element, type ChildNode, type Document } from 'domhandler';

/** A vocabulary that feeds use: the key that `element.namespace` gets, its usual prefixes, and its addresses with the wrong ones seen in the wild. */
interface Vocabulary {
  readonly key: string;
  readonly prefixes: readonly string[];
  /** In the folded form of `foldUri`: without scheme, `www.`, capitals and a last `/` or `#`. */
  readonly uris: readonly string[];
}

/** Sources: the specifications under these addresses; variants from feedsmith, SimplePie and feedparser (2026-11). */
const VOCABULARIES: readonly Vocabulary[] = [
  {
    key: 'rss',
    prefixes: ['rss'],
    uris: [
      'purl.org/rss/1.0',
      'my.netscape.com/rdf/simple/0.9',
      'channel.netscape.com/rdf/simple/0.9',
      'my.netscape.com/publish/formats/rss-0.91.dtd',
      'purl.org/net/rss1.1',
      'purl.org/net/rss1.1/schema',
      'backend.userland.com/rss',
      'backend.userland.com/rss2',
      'backend.userland.com/rss2.0',
      'blogs.law.harvard.edu/tech/rss',
      'cyber.law.harvard.edu/rss/rss.html',
      'cyber.law.harvard.edu/rss',
      'rssboard.org/rss-specification',
    ],
  },
  {
    key: 'atom',
    prefixes: ['atom', 'a10'],
    uris: ['w3.org/2005/atom', 'purl.org/atom/ns', 'purl.org/atom/1.0', 'purl.org/atom', 'intertwingly.net/atom/ns'],
  },
  { key: 'rdf', prefixes: ['rdf'], uris: ['w3.org/1999/02/22-rdf-syntax-ns'] },
  {
    key: 'dc',
    prefixes: ['dc'],
    uris: [
      'purl.org/dc/elements/1.1',
      'purl.org/dc/elements/1.0',
      'purl.org/dc/elements',
      'purl.org/dc/1.1',
      'purl.org/metadata/dublin_core',
    ],
  },
  { key: 'dcterms', prefixes: ['dcterms', 'dcterm'], uris: ['purl.org/dc/terms'] },
  { key: 'content', prefixes: ['content'], uris: ['purl.org/rss/1.0/modules/content'] },
  {
    key: 'media',
    prefixes: ['media', 'mrss'],
    uris: [
      'search.yahoo.com/mrss',
      'search.yahoo.com/rss',
      'search.yahoo.com/mrss/1.0',
      'search.yahoo.com/searchmonkey/media',
      'tools.search.yahoo.com/mrss',
      'video.search.yahoo.com/mrss',
      'video.search.yahoo.com/rss',
      'api.search.yahoo.com/mrss',
      'rssboard.org/media-rss',
      'blogs.yahoo.com/mrss',
    ],
  },
  {
    key: 'itunes',
    prefixes: ['itunes'],
    uris: [
      'itunes.com/dtds/podcast-1.0.dtd',
      'itunes.com/dtds/podcast-1.0',
      'itunes.apple.com/dtds/podcast-1.0.dtd',
      'example.com/dtds/podcast-1.0.dtd',
      'itunes.com/podcast-1.0.dtd',
    ],
  },
  {
    key: 'googleplay',
    prefixes: ['googleplay'],
    uris: ['google.com/schemas/play-podcasts/1.0', 'google.com/schemas/play-podcasts/1.0/play-podcasts.xsd'],
  },
  { key: 'georss', prefixes: ['georss'], uris: ['georss.org/georss', 'georss.org/georss/10', 'georss.org/georss/11', 'georss.org'] },
  { key: 'gml', prefixes: ['gml'], uris: ['opengis.net/gml', 'opengis.net/gml/3.2'] },
  { key: 'geo', prefixes: ['geo', 'wgs84'], uris: ['w3.org/2003/01/geo/wgs84_pos', 'w3.org/2003/01/geo'] },
  { key: 'thr', prefixes: ['thr'], uris: ['purl.org/syndication/thread/1.0'] },
  { key: 'wfw', prefixes: ['wfw'], uris: ['wellformedweb.org/commentapi'] },
  { key: 'slash', prefixes: ['slash'], uris: ['purl.org/rss/1.0/modules/slash'] },
  { key: 'sy', prefixes: ['sy'], uris: ['purl.org/rss/1.0/modules/syndication'] },
  { key: 'cc', prefixes: ['cc'], uris: ['web.resource.org/cc', 'creativecommons.org/ns'] },
  {
    key: 'creativecommons',
    prefixes: ['creativecommons'],
    uris: [
      'backend.userland.com/creativecommonsrssmodule',
      'cyber.law.harvard.edu/rss/creativecommonsrssmodule.html',
      'blogs.law.harvard.edu/tech/creativecommonsrssmodule',
    ],
  },
  {
    key: 'prism',
    prefixes: ['prism'],
    uris: [
      'prismstandard.org/namespaces/basic/1.0',
      'prismstandard.org/namespaces/basic/1.2',
      'prismstandard.org/namespaces/basic/2.0',
      'prismstandard.org/namespaces/basic/2.1',
      'prismstandard.org/namespaces/basic/3.0',
      'prismstandard.org/namespaces/1.2/basic',
    ],
  },
  { key: 'source', prefixes: ['source'], uris: ['source.scripting.com', 'source.smallpict.com/2014/07/12/theSource.html'.toLowerCase()] },
  { key: 'feedburner', prefixes: ['feedburner'], uris: ['rssnamespace.org/feedburner/ext/1.0'] },
  { key: 'admin', prefixes: ['admin'], uris: ['webns.net/mvcb'] },
  { key: 'psc', prefixes: ['psc'], uris: ['podlove.org/simple-chapters'] },
  {
    key: 'podcast',
    prefixes: ['podcast'],
    uris: ['podcastindex.org/namespace/1.0', 'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'],
  },
  { key: 'xhtml', prefixes: ['xhtml'], uris: ['w3.org/1999/xhtml', 'w3.org/tr/xhtml1/strict', 'w3.org/tr/xhtml1'] },
];

const KEY_BY_URI = new Map(VOCABULARIES.flatMap(({ key, uris }) => uris.map((uri) => [uri, key] as const)));
const KEY_BY_PREFIX = new Map(VOCABULARIES.flatMap(({ key, prefixes }) => prefixes.map((prefix) => [prefix, key] as const)));

/** The key of a vocabulary by its address, wrong variants included; undefined where the address is unknown. */
export function vocabularyOf(uri: string): string | undefined {
  return KEY_BY_URI.get(foldUri(uri));
}

function foldUri(uri: string): string {
  return uri
    .trim()
    .slice(0, 300)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#]{1,4}$/, '');
}

/** Name without prefix. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

type Scope = ReadonlyMap<string, string>;

/**
 * Sets `namespace` of every element to the key of its vocabulary (`atom`, `dc`, `media` …) or, for an unknown one, to its address.
 * Addresses win over prefixes; a prefix that nobody declared is read as its usual vocabulary. Names without prefix and
 * without a declared vocabulary belong to `own`, as do those under an unknown address that the root itself declares.
 */
export function resolveNamespaces(document: Document, own: string): void {
  const open: { nodes: readonly ChildNode[]; scope: Scope }[] = [{ nodes: document.children, scope: new Map([['', own]]) }];
  for (let level = open.pop(); level !== undefined; level = open.pop()) {
    for (const node of level.nodes) {
      if (!(node instanceof Element)) continue;
      const scope = scopeOf(node, level.scope, own);
      const colon = node.name.indexOf(':');
      const prefix = colon === -1 ? '' : node.name.slice(0, colon);
      node.namespace = scope.get(prefix) ?? KEY_BY_PREFIX.get(prefix) ?? prefix;
      if (node.children.length > 0) open.push({ nodes: node.children, scope });
    }
  }
}

function scopeOf(element: Element, outer: Scope, own: string): Scope {
  let scope: Map<string, string> | undefined;
  for (const [name, uri] of Object.entries(element.attribs)) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const isRoot = prefix === '' && !(element.parent instanceof Element);
    const key = vocabularyOf(uri) ?? (isRoot || uri === '' ? own : uri);
    scope = (scope ?? new Map(outer)).set(prefix, key);
  }
  return scope ?? outer;
}
