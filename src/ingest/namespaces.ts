/** Different names remembered in one scope. */
const MAX_NAMES = 2_000;

/** A name in the scope of its namespaces. */
export interface LooseName {
  /** With its prefix, in lower case. */
  readonly name: string;
  /** The key of the vocabulary, else the address of an unknown one. */
  readonly namespace: string;
  readonly local: string;
  /** `vocabulary:name`. */
  readonly key: string;
  /** White space in such an element is only there for the eye. */
  readonly holdsElements: boolean;
}

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
  { key: 'wenn_nm', prefixes: ['wenn_nm'], uris: ['feed.wenn.com/xmlns/2010/03/wenn_nm'] },
  { key: 'wenn_cm', prefixes: ['wenn_cm'], uris: ['feed.wenn.com/xmlns/2010/03/wenn_cm'] },
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
  { key: 'svg', prefixes: ['svg'], uris: ['w3.org/2000/svg'] },
  { key: 'mathml', prefixes: ['math', 'mml', 'm'], uris: ['w3.org/1998/math/mathml'] },
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

/** Local names of the roots of feeds, and the vocabulary that names without prefix have in them. */
const OWN_VOCABULARIES: ReadonlyMap<string, string> = new Map([
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['rss', 'rss'],
  ['rdf', 'rss'],
  ['channel', 'rss'],
]);

/** Elements in which white space is only there for the eye. */
const HOLDERS = new Set(
  'rss:rss rss:rdf rdf:rdf rss:channel rss:item rss:image atom:feed atom:entry atom:author atom:source rss:entry atom:item media:group media:content'.split(
    ' ',
  ),
);

/** True for the name of the root of a feed, with or without prefix. */
export function isFeedRoot(name: string): boolean {
  return OWN_VOCABULARIES.has(localOf(name.toLowerCase()));
}

/** The scope outside a root: names without prefix mean what they do in such a feed. */
export function initialScope(root: string): NameScope {
  return new NameScope(new Map([['', OWN_VOCABULARIES.get(localOf(root.toLowerCase())) ?? 'rss']]));
}

/**
 * What names mean inside an element. Addresses win over prefixes; a prefix that nobody declared is read as its usual vocabulary.
 * Names under an unknown address belong to that address; without prefix, where the root itself declares it, to the feed.
 */
export class NameScope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, LooseName>();

  constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  /** The scope inside an element with these attributes. */
  within(attributes: Readonly<Record<string, string>>, isRoot: boolean): NameScope {
    let prefixes: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const uri = attributes[name] ?? '';
      const prefix = name === 'xmlns' ? '' : name.slice(6);
      const own = this.#prefixes.get('') ?? '';
      const key = vocabularyOf(uri) ?? ((isRoot && prefix === '') || uri === '' ? own : uri);
      prefixes = (prefixes ?? new Map(this.#prefixes)).set(prefix, key);
    }
    return prefixes === undefined ? this : new NameScope(prefixes);
  }

  /** A name as written, in this scope. */
  nameOf(raw: string): LooseName {
    const known = this.#names.get(raw);
    if (known !== undefined) return known;
    const name = raw.toLowerCase();
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const local = localOf(name);
    const namespace = this.#prefixes.get(prefix) ?? KEY_BY_PREFIX.get(prefix) ?? prefix;
    const key = `${namespace}:${local}`;
    const made = { name, namespace, local, key, holdsElements: HOLDERS.has(key) };
    if (this.#names.size < MAX_NAMES) this.#names.set(raw, made);
    return made;
  }
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
