import type { Article } from '../../article/article.ts';
import type { Block, Text } from '../../article/block.ts';
import type { Media } from '../../article/media.ts';
import { bylineOf, headlineOf, madeAt, uriOf } from '../article-facts.ts';
import { element, inlineNodes, textElement, writeXml, type XmlElement, type XmlNode } from '../xml-writer.ts';

const NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/';

/** IPTC NITF 3.6 of a public article: one `nitf` document, the pictures as `media` before the text. */
export function nitfOf(article: Article): string {
  const version = '-//IPTC//DTD NITF 3.6//EN';
  return writeXml(element('nitf', { xmlns: NAMESPACE, version, 'xml:lang': article.language }, [headOf(article), bodyOf(article)]));
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
  return element('head', {}, [
    textElement('title', headlineOf(article)),
    element('docdata', { 'management-status': status.effective === 'embargoed' ? 'embargoed' : 'usable' }, [
      element('doc-id', { regsrc: provider.code ?? provider.name, 'id-string': uriOf(article) }),
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
    times.firstCreated?.utc == null ? undefined : element('revision-history', { function: 'created', norm: norm(times.firstCreated.utc) }),
  ]);
}

function identifiedOf({ subjects, people, organisations, places }: Article): XmlElement | undefined {
  const children = [
    ...(people ?? []).map(({ name, scheme, code }) => textElement('person', name, { idsrc: scheme, value: code })),
    ...(organisations ?? []).map(({ name, scheme, code }) => textElement('org', name, { idsrc: scheme, value: code })),
    ...(places ?? []).map(({ name, scheme, code }) => textElement('location', name, { 'location-code': code, 'code-source': scheme })),
    ...(subjects ?? []).map(({ name, scheme, code }) =>
      element('classifier', { type: scheme, value: code ?? name }, name === undefined ? [] : [name]),
    ),
  ].filter((child) => child !== undefined);
  return children.length === 0 ? undefined : element('identified-content', {}, children);
}

function bodyOf(article: Article): XmlElement {
  const { headline, dateline, abstract, rights, provider, media, body } = article;
  const subtitles = (headline.alternatives ?? []).filter(({ role }) => /^sub/i.test(role));
  return element('body', {}, [
    element('body.head', {}, [
      element('hedline', {}, [element('hl1', {}, [headlineOf(article)]), ...subtitles.map(({ text }) => element('hl2', {}, [text]))]),
      textElement('rights', rights?.notice),
      textElement('byline', bylineOf(article)),
      textElement('distributor', provider.name),
      textElement('dateline', dateline?.text ?? dateline?.raw ?? undefined),
      abstract === undefined ? undefined : element('abstract', {}, [element('p', {}, [abstract.text])]),
    ]),
    element('body.content', {}, [...(media ?? []).map(mediaOf), ...body.blocks.flatMap(blockOf)]),
  ]);
}

function mediaOf({ type, caption, credit, renditions, id }: Media): XmlElement {
  const kind = { picture: 'image', graphic: 'image', video: 'video', audio: 'audio', document: 'other' }[type];
  const references = (renditions ?? []).map(({ href, mediaType, width, height, name }) =>
    element('media-reference', { source: href, 'mime-type': mediaType, width, height, name }),
  );
  return element('media', { 'media-type': kind, id: `m-${id.replace(/[^\w.-]+/g, '-')}` }, [
    ...(references.length === 0 ? [element('media-reference', { source: id })] : references),
    caption === undefined ? undefined : element('media-caption', {}, [element('p', {}, [caption])]),
    textElement('media-producer', credit?.text),
  ]);
}

function blockOf(block: Block): XmlElement[] {
  const inline = inlineOf(block.html, block.text);
  switch (block.type) {
    case 'heading':
      return [element('hl2', {}, inline)];
    case 'divider':
      return [element('hr', {})];
    case 'list':
      return [
        element(
          block.ordered === true ? 'ol' : 'ul',
          {},
          (block.items ?? []).map((item) => element('li', {}, cellOf(item))),
        ),
      ];
    case 'table':
      return [element('table', {}, [...rowsOf(block.header, 'th'), ...rowsOf(block.rows, 'td')])];
    case 'quote':
      return [element('bq', {}, [element('block', {}, [element('p', {}, inline), textElement('credit', block.attribution)])])];
    case 'aside':
      return [element('block', { style: 'aside' }, (block.blocks ?? []).flatMap(blockOf))];
    case 'image':
    case 'embed':
      return [];
    default:
      return [element('p', block.optional === true ? { optional: 'true' } : {}, inline)];
  }
}

function rowsOf(rows: readonly (readonly Text[])[] | undefined, cell: 'th' | 'td'): XmlElement[] {
  return (rows ?? []).map((row) =>
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
  return html === undefined ? [text ?? ''] : inlineNodes(html, renamed);
}

/** NITF has one emphasis; the rest of our inline markup it either shares or lacks. */
function renamed(name: string, href: string | undefined): XmlElement | undefined {
  if (name === 'a') return href === undefined ? undefined : element('a', { href });
  if (name === 'strong') return element('em', { class: 'bold' });
  return ['em', 'sub', 'sup', 'br', 'q'].includes(name) ? element(name, {}) : undefined;
}
