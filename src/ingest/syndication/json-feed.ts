import type { Found } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import type { SourceDocument } from '../format.ts';
import { entriesOf, isObject, nodeAt, nodesAt, readJson, textAt, textOfNode, textsAt, type JsonNode } from '../json.ts';
import { jsonLeaves } from '../leaves.ts';
import { resolveUrl } from '../web-address.ts';
import type { Described, Feed, FeedEnclosure, FeedEntry, FeedHead, FeedLink, FeedPerson, FeedText } from './feed.ts';

/** The address of the specification; some writers leave the number alone. */
const VERSION = /(?:^|jsonfeed\.org\/version\/)(\d(?:\.\d)?)$/i;
/** Members that the body and the headline are made of; what no field holds of all others goes to `rest`. */
const TEXTS = ['title', 'summary', 'content_html', 'content_text'];

/** True for a JSON Feed; the version may be missing where the members are those of one. */
export function isJsonFeed(root: JsonNode | undefined): boolean {
  if (root === undefined || !isObject(root.value) || !Array.isArray(root.value['items'])) return false;
  const version = versionAt(root);
  if (VERSION.test(version)) return true;
  const [first] = nodesAt(root, 'items');
  const hasHead = textAt(root, 'home_page_url') !== undefined || textAt(root, 'feed_url') !== undefined;
  const hasText = textAt(first, 'content_html') !== undefined || textAt(first, 'content_text') !== undefined;
  return version === '' && textAt(root, 'title') !== undefined && (hasHead || hasText);
}

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org, 2017-05-17 and 2020-08-07). Paths are JSON Pointers.
 * @throws {BadInput} `json.not-json`, `json.too-deep`
 */
export function readJsonFeed(source: SourceDocument): Feed {
  const { root, repairs } = readJson(source);
  const version = VERSION.exec(versionAt(root))?.[1];
  const base = source.url ?? textAt(root, 'home_page_url')?.text ?? textAt(root, 'feed_url')?.text;
  const head = headOf(root, base);
  const entries = nodesAt(root, 'items')
    .filter(({ value }) => isObject(value))
    .map((item) => entryOf(item, base));
  return {
    format: 'json',
    ...defined({ version }),
    head,
    // JSON Feed 1.1: an item without authors has those of the feed.
    entries: entries.map((entry) => (entry.authors.length > 0 ? entry : { ...entry, authors: head.authors })),
    repairs,
  };
}

function versionAt(root: JsonNode): string {
  return (textAt(root, 'version')?.text ?? '').slice(0, 200).replace(/\/$/, '');
}

function headOf(root: JsonNode, base: string | undefined): FeedHead {
  const icon = addressAt(root, 'favicon', base)?.text;
  const logo = addressAt(root, 'icon', base)?.text;
  const link = addressAt(root, 'home_page_url', base);
  const links = [
    ...linkTo('alternate', link),
    ...linkTo('self', addressAt(root, 'feed_url', base)),
    ...linkTo('next', addressAt(root, 'next_url', base)),
    ...nodesAt(root, 'hubs').flatMap((hub) => linkTo('hub', addressAt(hub, 'url', base))),
  ];
  const values = { subtitle: plain(textAt(root, 'description')), icon, logo, image: logo === undefined ? undefined : { url: logo } };
  return {
    ...describedOf(root, base),
    links,
    ...defined({ ...values, link, id: textAt(root, 'feed_url') }),
    skipHours: [],
    skipDays: [],
  };
}

function entryOf(item: JsonNode, base: string | undefined): FeedEntry {
  const own = addressAt(item, 'url', base);
  const external = addressAt(item, 'external_url', base);
  const image = (addressAt(item, 'image', base) ?? addressAt(item, 'banner_image', base))?.text;
  const contents = [html(textAt(item, 'content_html'), base), plain(textAt(item, 'content_text'))];
  const published = textAt(item, 'date_published');
  const updated = textAt(item, 'date_modified');
  const values = {
    id: textAt(item, 'id'),
    link: own ?? external,
    summary: plain(textAt(item, 'summary')),
    image: image === undefined ? undefined : { url: image },
  };
  return {
    ...describedOf(item, base),
    ...defined(values),
    moments: defined({ published, updated }),
    links: [...linkTo('alternate', own), ...linkTo(own === undefined ? 'alternate' : 'related', external)],
    contents: contents.flatMap((text) => text ?? []),
    enclosures: nodesAt(item, 'attachments').flatMap((attachment) => enclosureOf(attachment, base) ?? []),
    chapters: [],
    media: { contents: [], credits: [], thumbnails: [] },
    rest: jsonLeaves(item, new Set(TEXTS.map((name) => `${item.pointer}/${name}`))),
    complete: true,
  };
}

function describedOf(node: JsonNode, base: string | undefined): Described {
  return {
    path: node.pointer,
    ...defined({ title: untyped(textAt(node, 'title')), language: textAt(node, 'language') }),
    authors: peopleOf(node, base),
    contributors: [],
    tags: [...new Set(textsAt(node, 'tags').map(({ text }) => text))].map((term) => ({ term })),
    links: [],
    moments: {},
  };
}

/** The single `author` of version 1.0 and the `authors` of 1.1, each once. A plain string is a name. */
function peopleOf(node: JsonNode, base: string | undefined): FeedPerson[] {
  const people = [...entriesOf(nodeAt(node, 'author')), ...nodesAt(node, 'authors')].flatMap((author) => personOf(author, base) ?? []);
  return people.filter(({ found }, index) => people.findIndex((other) => other.found.text === found.text) === index);
}

function personOf(author: JsonNode, base: string | undefined): FeedPerson | undefined {
  const named = textOfNode(author) ?? textAt(author, 'name');
  const address = addressAt(author, 'url', base);
  const found = named ?? address;
  if (found === undefined) return undefined;
  const email = address?.text.startsWith('mailto:') === true ? address.text.slice('mailto:'.length) : undefined;
  return { found, ...defined({ name: named?.text, uri: address?.text, email }) };
}

function enclosureOf(attachment: JsonNode, base: string | undefined): FeedEnclosure | undefined {
  const address = addressAt(attachment, 'url', base);
  if (address === undefined) return undefined;
  const text = (name: string): string | undefined => textAt(attachment, name)?.text;
  return {
    url: address.text,
    ...defined({
      type: text('mime_type'),
      length: text('size_in_bytes'),
      title: text('title'),
      duration: text('duration_in_seconds'),
    }),
  };
}

function linkTo(rel: string, address: Found | undefined): FeedLink[] {
  return address === undefined ? [] : [{ rel, href: address.text }];
}

function addressAt(node: JsonNode, name: string, base: string | undefined): Found | undefined {
  const written = textAt(node, name);
  const resolved = written === undefined ? undefined : resolveUrl(written.text, base);
  return written === undefined || resolved === undefined ? undefined : { ...written, text: resolved };
}

function plain(found: Found | undefined): FeedText | undefined {
  return found === undefined ? undefined : { ...found, type: 'text' };
}

/** Titles should be plain, yet many exporters leave references of HTML in them. */
function untyped(found: Found | undefined): FeedText | undefined {
  return found;
}

function html(found: Found | undefined, base: string | undefined): FeedText | undefined {
  return found === undefined ? undefined : { ...found, type: 'html', ...defined({ base }) };
}
