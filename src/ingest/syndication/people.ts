import { LooseElement, NO_ATTRIBUTES } from '../loose/loose-element.ts';
import type { FeedPerson } from './feed.ts';
import { allOf, attribute, foundOf, holderOf, pathOf, textAt, type Holder } from './holder.ts';
import { resolveUrl } from '../web-address.ts';

/** `desk@example.com (Jo Doe)`, `Jo Doe <desk@example.com>`, `Jo Doe (desk@example.com)`; RSS 2.0 and RFC 822. */
const MAIL = /[^\s@<>()",;:]{1,100}@[^\s@<>()",;:]{1,200}/;
const AUTHORS = [
  'atom:author',
  'rss:author',
  'rss:managingeditor',
  'dc:creator',
  'dc:author',
  'dcterms:creator',
  'itunes:author',
  'googleplay:author',
];
const CONTRIBUTORS = ['atom:contributor', 'dc:contributor', 'dcterms:contributor'];

/** Authors in the order of the vocabularies, each once; the owner of a podcast where nobody else is named. */
export function authorsOf(holder: Holder): FeedPerson[] {
  const authors = people(holder, AUTHORS);
  return authors.length > 0 ? authors : people(holder, ['itunes:owner', 'googleplay:owner']);
}

export function contributorsOf(holder: Holder): FeedPerson[] {
  return people(holder, CONTRIBUTORS);
}

/** RSS webMaster, dc:publisher, the owner of a podcast. */
export function publisherOf(holder: Holder): FeedPerson | undefined {
  return people(holder, ['dc:publisher', 'dcterms:publisher', 'itunes:owner', 'googleplay:owner', 'rss:webmaster'])[0];
}

function people(holder: Holder, keys: readonly string[]): FeedPerson[] {
  const elements = allOf(holder, keys);
  if (elements.length === 0) return [];
  const found = elements.flatMap((element) => personOf(holder, element) ?? []);
  return found.filter((person, index) => found.findIndex((other) => sameAs(other, person)) === index);
}

function sameAs(one: FeedPerson, other: FeedPerson): boolean {
  return one === other || (one.name !== undefined && one.name === other.name && (one.email === other.email || other.email === undefined));
}

function personOf(holder: Holder, element: LooseElement): FeedPerson | undefined {
  if (!element.children.some((node) => node instanceof LooseElement) && element.attribs === NO_ATTRIBUTES)
    return writtenPerson(holder, element);
  const inner = holderOf(element, pathOf(holder, element), holder.scope);
  const name = textAt(inner, 'atom:name', 'rss:name', 'itunes:name', 'dc:name');
  const email = textAt(inner, 'atom:email', 'rss:email', 'itunes:email');
  const address = textAt(inner, 'atom:uri', 'atom:url', 'atom:homepage', 'rss:url', 'rss:uri') ?? attribute(element, 'rdf:resource');
  const uri = address === undefined ? undefined : resolveUrl(address, inner.scope.base);
  const found = foundOf(holder, element);
  if (name !== undefined || email !== undefined || uri !== undefined) {
    return {
      found: { ...found, text: name ?? email ?? found.text },
      ...(name === undefined ? {} : readName(name)),
      ...(email === undefined ? {} : { email }),
      ...(uri === undefined ? {} : { uri }),
    };
  }
  return writtenPerson(holder, element);
}

/** A person in one string. */
function writtenPerson(holder: Holder, element: LooseElement): FeedPerson | undefined {
  const found = foundOf(holder, element);
  return found.text === '' ? undefined : { found, ...readName(found.text) };
}

/** Splits a name and a mail address written in one string. */
function readName(text: string): { name?: string; email?: string } {
  const [email] = text.includes('@') ? (MAIL.exec(text.slice(0, 2_000)) ?? []) : [];
  if (email === undefined) return { name: text };
  const name = text
    .replace(email, '')
    .replace(/mailto:/gi, '')
    .replace(/<\s{0,9}>|\(\s{0,9}\)/g, ' ')
    .trim()
    .replace(/^[("<]+/, '')
    .replace(/(?<![)">])[)">]+$/, '')
    .trim();
  return name === '' ? { email } : { name, email };
}
