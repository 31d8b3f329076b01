import type { LooseElement } from '../loose/loose-element.ts';
import { DescribedFields, textIn } from './described.ts';
import type { FeedHead } from './feed.ts';
import { all, attribute, holderOf, scopeIn, textAt, type Holder } from './holder.ts';
import { defined } from '../../article/defined.ts';
import { mediaOf } from './media.ts';
import { resolveUrl } from '../web-address.ts';

const SUBTITLES = [
  'atom:subtitle',
  'atom:tagline',
  'rss:description',
  'rss:tagline',
  'rss:subtitle',
  'dc:description',
  'dcterms:abstract',
  'itunes:subtitle',
  'itunes:summary',
  'googleplay:description',
  'rss:abstract',
];

/** The fields of a feed; also those of an Atom entry's `source`. */
export function headOf(holder: Holder): FeedHead {
  const [generator] = all(holder, 'atom:generator', 'rss:generator', 'admin:generatoragent');
  const docs = textAt(holder, 'rss:docs');
  const icon = textAt(holder, 'atom:icon', 'rss:icon');
  const logo = textAt(holder, 'atom:logo', 'rss:logo');
  const values = {
    subtitle: textIn(holder, undefined, SUBTITLES),
    info: textIn(holder, 'text', ['atom:info']),
    generator: generator === undefined ? undefined : generatorOf(generator, holder),
    icon: icon === undefined ? undefined : resolveUrl(icon, holder.scope.base),
    logo: logo === undefined ? undefined : resolveUrl(logo, holder.scope.base),
    ttl: textAt(holder, 'rss:ttl'),
    docs: docs === undefined ? undefined : resolveUrl(docs, holder.scope.base),
    cloud: attributesOf(all(holder, 'rss:cloud')[0]),
    textInput: fieldsOf(holder, 'rss:textinput'),
  };
  const described = new DescribedFields(holder);
  const picture = described.image === undefined ? pictureOf(holder) : undefined;
  return Object.assign(described, values, {
    image: described.image ?? (picture === undefined ? undefined : { url: picture }),
    skipHours: listOf(holder, 'rss:skiphours', ['rss:hour']),
    skipDays: listOf(holder, 'rss:skipdays', ['rss:day']),
  });
}

/** The first picture of Media RSS, for a feed without an image of its own. */
function pictureOf(holder: Holder): string | undefined {
  const { contents, thumbnails } = mediaOf(holder);
  const picture = contents.find(({ medium, type, url }) => url !== undefined && (medium ?? type ?? '').startsWith('image'));
  return picture?.url ?? thumbnails[0]?.url;
}

function generatorOf(element: LooseElement, holder: Holder): { name?: string; uri?: string; version?: string } {
  const own = attribute(element, 'rdf:resource');
  const uri = own ?? attribute(element, 'uri') ?? attribute(element, 'url');
  return defined({
    name: own ?? textAt({ ...holder, children: new Map([['', [element]]]) }, ''),
    uri: uri === undefined ? undefined : resolveUrl(uri, scopeIn(element, holder.scope).base),
    version: attribute(element, 'version'),
  });
}

function attributesOf(element: LooseElement | undefined): Readonly<Record<string, string>> | undefined {
  return element === undefined || Object.keys(element.attribs).length === 0
    ? undefined
    : Object.fromEntries(Object.entries(element.attribs));
}

function fieldsOf(holder: Holder, key: string): Readonly<Record<string, string>> | undefined {
  const [element] = all(holder, key);
  if (element === undefined) return undefined;
  const inner = holderOf(element, holder.path, holder.scope);
  const fields = ['title', 'description', 'name', 'link'].flatMap((name) => {
    const text = textAt(inner, `rss:${name}`);
    return text === undefined ? [] : [[name, text] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function listOf(holder: Holder, key: string, names: readonly string[]): string[] {
  return all(holder, key).flatMap((element) => {
    const inner = holderOf(element, holder.path, holder.scope);
    return all(inner, ...names).flatMap((child) => textAt({ ...inner, children: new Map([['', [child]]]) }, '') ?? []);
  });
}
