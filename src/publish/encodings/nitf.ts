import type { Article } from '../../article/article.ts';
import type { Block, Text } from '../../article/block.ts';
import type { Media } from '../../article/media.ts';
import { bylineOf, headlineOf, madeAt, pubStatusOf, uriOf } from '../article-facts.ts';
import { element, inlineNodes, textElement, writeXml, type XmlElement, type XmlNode } from '../xml-writer.ts';

const NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/';

/** IPTC NITF 3.6 of a public article: one `nitf` document, each picture where the text has it, all others before the text. */
export function nitfOf(article: Article): string {
  const version = '-//IPTC//DTD NITF 3.6//EN';
  return writeXml(element('nitf', { xmlns: NAMESPACE, version, baselang: article.language }, [headOf(article), bodyOf(article)]));
}

/** `20260302T171200Z`: NITF writes instants without punctuation. */
function norm(utc: string | null | undefined): string | undefined {
  return utc == null ? undefined : utc.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function dated(name: string, utc: string | null | undefined): XmlElement | undefined {
  const at = norm(utc);
  return at === undefined ? undefined : element(name, { norm: at });
}

function headOf(article: Article): XmlElement {
  const { urgency, times, status, rights, keywords, slugline, provider, identity } = article;
  const info = status.markers.find(({ note }) => note !== undefined)?.note;
  return element('head', {}, [
    textElement('title', article.title ?? headlineOf(article)),
    slugline === undefined ? undefined : element('meta', { name: 'slugline', content: slugline }),
    element('docdata', { 'management-status': status.effective === 'embargoed' ? 'embargoed' : pubStatusOf(article) }, [
      status.kind === 'correction' ? element('correction', { info }) : undefined,
      element('doc-id', { regsrc: provider.name, 'id-string': uriOf(article) }),
      urgency?.value == null ? undefined : element('urgency', { 'ed-urg': urgency.value }),
      dated('date.issue', madeAt(article)),
      dated('date.release', status.embargo?.until.utc),
      dated('date.expire', status.expires?.utc),
      slugline === undefined ? undefined : element('du-key', { key: slugline, version: identity.revision ?? undefined }),
      rights?.holder === undefined ? undefined : element('doc.copyright', { holder: rights.holder }),
      keywords === undefined
        ? undefined
        : element(
            'key-list',
            {},
            keywords.map((key) => element('keyword', { key })),
          ),
      identifiedOf(article),
    ]),
    times.published?.utc == null ? undefined : element('pubdata', { 'date.publication': norm(times.published.utc) }),
    dated('revision-history', times.firstCreated?.utc),
  ]);
}

function identifiedOf({ subjects, people, organisations, places, events }: Article): XmlElement | undefined {
  const children = [
    ...(people ?? []).map(({ name, scheme, code }) => textElement('person', name, { idsrc: scheme, value: code })),
    ...(organisations ?? []).map(({ name, scheme, code }) => textElement('org', name, { idsrc: scheme, value: code })),
    ...(places ?? []).map(({ name, scheme, code }) => textElement('location', name, { 'location-code': code, 'code-source': scheme })),
    ...(events ?? []).map(({ name, scheme, code }) => textElement('event', name, { idsrc: scheme, value: code })),
    ...(subjects ?? []).map(({ name, scheme, code }) =>
      element('classifier', { type: scheme, value: code ?? name }, name === undefined ? [] : [name]),
    ),
  ].filter((child) => child !== undefined);
  return children.length === 0 ? undefined : element('identified-content', {}, children);
}

function bodyOf(article: Article): XmlElement {
  const { headline, dateline, abstract, rights, provider, body } = article;
  const shown = new Set(body.blocks.flatMap(picturesIn));
  const media = new Map((article.media ?? []).map((medium, index) => [medium.id, mediaOf(medium, index)]));
  const others = (article.media ?? []).filter(({ id }) => !shown.has(id)).flatMap(({ id }) => media.get(id) ?? []);
  const subtitles = (headline.alternatives ?? []).filter(({ role }) => /^sub/i.test(role));
  return element('body', {}, [
    element('body.head', {}, [
      element('hedline', {}, [element('hl1', {}, [headlineOf(article)]), ...subtitles.map(({ text }) => element('hl2', {}, [text]))]),
      textElement('rights', rights?.notice),
      ...bylinesOf(article),
      textElement('distributor', provider.name),
      textElement('dateline', dateline?.text ?? dateline?.raw ?? undefined),
      abstract === undefined ? undefined : element('abstract', {}, [element('p', {}, cellOf(abstract))]),
    ]),
    element('body.content', {}, [...others, ...body.blocks.flatMap((block) => blockOf(block, media))]),
  ]);
}

/** As printed; persons whom the file states only as data have a line each. */
function bylinesOf(article: Article): (XmlElement | undefined)[] {
  const printed = bylineOf(article);
  if (printed !== undefined) return [textElement('byline', printed)];
  return article.byline.authors.map(({ name }) => element('byline', {}, [element('person', {}, [name])]));
}

function picturesIn({ media, blocks }: Block): string[] {
  return [...(media === undefined ? [] : [media]), ...(blocks ?? []).flatMap(picturesIn)];
}

function mediaOf({ type, caption, credit, renditions, guid, headline, alt }: Media, index: number): XmlElement {
  const kind = { picture: 'image', graphic: 'image', video: 'video', audio: 'audio', document: 'other' }[type];
  const references = (renditions ?? []).map(({ href, mediaType, width, height, name }) =>
    element('media-reference', { source: href, 'mime-type': mediaType, width, height, name, 'alternate-text': alt }),
  );
  const metadata = Object.entries({ 'media-id': guid, headline }).flatMap(([name, value]) =>
    value === undefined ? [] : [element('media-metadata', { name, value })],
  );
  return element('media', { 'media-type': kind, id: `media-${index + 1}` }, [
    ...metadata,
    ...(references.length === 0 ? [element('media-reference', { 'alternate-text': alt })] : references),
    caption === undefined ? undefined : element('media-caption', {}, [element('p', {}, [caption])]),
    textElement('media-producer', credit?.text),
  ]);
}

function blockOf(block: Block, media: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const inline = inlineOf(block.html, block.text);
  switch (block.type) {
    case 'heading':
      return [element('hl2', {}, inline)];
    case 'divider':
      return [element('hr', {})];
    case 'list':
      return listOf(block);
    case 'table':
      return [element('table', {}, [...rowsOf(block.header, 'th'), ...rowsOf(block.rows, 'td')])];
    case 'quote':
      return [element('bq', {}, [element('block', {}, [element('p', {}, inline)]), textElement('credit', block.attribution)])];
    case 'footnote':
      return [element('fn', {}, [element('body.content', {}, [element('p', {}, inline)])])];
    case 'aside':
      return asideOf(block, media);
    case 'image':
    case 'embed':
      return [media.get(block.media ?? '')].filter((medium) => medium !== undefined);
    default:
      return [element('p', block.optional === true ? { 'optional-text': 'true' } : {}, inline)];
  }
}

/** No NITF block stands in another. */
function asideOf({ blocks = [] }: Block, media: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const parts = blocks.flatMap((block) => blockOf(block, media));
  return [
    element(
      'block',
      { style: 'aside' },
      parts.flatMap((part) => (part.name === 'block' ? part.children : [part])),
    ),
  ];
}

function listOf({ ordered, items = [] }: Block): XmlElement[] {
  const entries = items.map((item) => element('li', {}, cellOf(item)));
  return entries.length === 0 ? [] : [element(ordered === true ? 'ol' : 'ul', {}, entries)];
}

function rowsOf(rows: readonly (readonly Text[])[] | undefined, cell: 'th' | 'td'): XmlElement[] {
  const filled = (rows ?? []).filter((row) => row.length > 0);
  return filled.map((row) =>
    element(
      'tr',
      {},
      row.map((text) => element(cell, {}, cellOf(text))),
    ),
  );
}

function cellOf({ html, text }: Text): XmlNode[] {
  return inlineOf(html, text);
}

function inlineOf(html: string | undefined, text: string | undefined): XmlNode[] {
  return html === undefined ? [text ?? ''] : inlineNodes(html, renamed).map(numbered);
}

/** NITF raises and lowers only figures. */
function numbered(node: XmlNode): XmlNode {
  if (typeof node === 'string') return node;
  if (node.name !== 'sub' && node.name !== 'sup') return { ...node, children: node.children.map(numbered) };
  return element('num', {}, [{ ...node, children: node.children.map(wordsOf) }]);
}

function wordsOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('');
}

/** NITF has one emphasis; the rest of our inline markup it either shares or lacks. */
function renamed(name: string, href: string | undefined): XmlElement | undefined {
  if (name === 'a') return href === undefined ? undefined : element('a', { href });
  if (name === 'strong') return element('em', { class: 'bold' });
  return ['em', 'br', 'q', 'sub', 'sup'].includes(name) ? element(name, {}) : undefined;
}
