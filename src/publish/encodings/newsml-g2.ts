import type { Article } from '../../article/article.ts';
import type { Concept } from '../../article/concept.ts';
import type { Media } from '../../article/media.ts';
import {
  addressesOf,
  bylineOf,
  codeOf,
  headlineOf,
  isIptcScheme,
  madeAt,
  ownMedium,
  pageOf,
  pubStatusOf,
  uriOf,
} from '../article-facts.ts';
import { element, inlineNodes, textElement, writeXml, type XmlElement } from '../xml-writer.ts';

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/';
const XHTML = 'http://www.w3.org/1999/xhtml';
const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml';

/** Kinds of items of the NewsCodes `ninat`. */
const CLASSES: Readonly<Record<Article['type'], string>> = {
  ...{ text: 'text', picture: 'picture', graphic: 'graphic', audio: 'audio', video: 'video', composite: 'composite' },
  ...{ package: 'composite', event: 'text', planning: 'text', data: 'text' },
};
/** Agencies send the IPTC's signal with every further version, so that alone says little: ours beside it means what it says. */
const CORRECTION = ['wirecopy:correction', 'sig:correction'];
const ALIAS = /^[A-Za-z][\w.-]*$/;

/** IPTC NewsML-G2 2.35 of a public article: one `newsItem` with its text as XHTML, pictures as figures in it. */
export function newsmlG2Of(article: Article): string {
  const attributes = {
    ...{ xmlns: NAMESPACE, guid: uriOf(article), version: article.identity.revision ?? 1, 'xml:lang': article.language ?? 'und' },
    ...{ standard: 'NewsML-G2', standardversion: '2.35', conformance: 'power', dir: article.dir },
  };
  return writeXml(
    element('newsItem', attributes, [
      element('catalogRef', { href: CATALOG }),
      catalogOf(article),
      rightsOf(article),
      itemMetaOf(article),
      contentMetaOf(article),
      element('contentSet', {}, [
        element('inlineXML', { contenttype: 'application/xhtml+xml' }, [pageOfArticle(article)]),
        ...(article.media ?? []).filter((medium) => medium === ownMedium(article) || !isShown(medium)).flatMap(remoteOf),
      ]),
    ]),
  );
}

function rightsOf({ rights }: Article): XmlElement | undefined {
  if (rights === undefined) return undefined;
  return element('rightsInfo', {}, [
    rights.holder === undefined
      ? undefined
      : element('copyrightHolder', { literal: rights.holder }, [element('name', {}, [rights.holder])]),
    textElement('copyrightNotice', rights.notice, { href: rights.link }),
    textElement('usageTerms', rights.terms),
    ...(rights.restrictions ?? []).map((restriction) => textElement('usageTerms', restriction)),
  ]);
}

function itemMetaOf(article: Article): XmlElement {
  const { type, provider, times, status, title } = article;
  const web = pageOf(article);
  return element('itemMeta', {}, [
    element('itemClass', { qcode: `ninat:${CLASSES[type]}` }),
    element('provider', { literal: provider.code ?? provider.name }, [element('name', {}, [provider.name])]),
    // Required by the standard: where no source says it, the moment of receipt is the nearest that is known.
    element('versionCreated', {}, [madeAt(article) ?? times.received.utc ?? times.received.raw]),
    textElement('firstCreated', times.firstCreated?.utc ?? undefined),
    textElement('embargoed', status.embargo?.until.utc ?? undefined),
    element('pubStatus', { qcode: `stat:${pubStatusOf(article)}` }),
    textElement('title', title),
    ...(status.kind === 'correction' ? CORRECTION : []).map((qcode) => element('signal', { qcode })),
    textElement('expires', status.expires?.utc ?? undefined),
    web === undefined ? undefined : element('link', { rel: 'irel:seeAlso', href: web }),
  ]);
}

function contentMetaOf(article: Article): XmlElement {
  const { urgency, times, dateline, agencies, byline, identity, language, abstract, slugline } = article;
  const place = dateline?.cities[0];
  const own = ownMedium(article);
  return element('contentMeta', {}, [
    urgency?.value == null ? undefined : element('urgency', {}, [String(urgency.value)]),
    textElement('contentCreated', times.contentCreated?.utc ?? undefined),
    textElement('contentModified', times.updated?.utc ?? undefined),
    place === undefined ? undefined : element('located', { literal: place.name }, [element('name', {}, [place.name])]),
    ...(agencies ?? []).map(({ name, code }) => element('infoSource', { literal: code ?? name }, [element('name', {}, [name])])),
    ...byline.authors.map(({ name }) => element('creator', { literal: name }, [element('name', {}, [name])])),
    ...(byline.contributors ?? []).map(({ name }) => element('contributor', { literal: name }, [element('name', {}, [name])])),
    ...(identity.altIds ?? []).map(({ value }) => element('altId', {}, [value])),
    language === undefined ? undefined : element('language', { tag: language }),
    ...(article.genres ?? []).map((concept) => conceptOf('genre', concept)),
    ...(article.keywords ?? []).map((keyword) => textElement('keyword', keyword)),
    ...subjectsOf(article),
    textElement('slugline', slugline),
    textElement('headline', headlineOf(article)),
    ...(article.headline.alternatives ?? []).map(({ text }) => textElement('headline', text, { role: 'hld:subHeadline' })),
    textElement('dateline', dateline?.text ?? dateline?.raw ?? undefined),
    textElement('by', bylineOf(article)),
    textElement('creditline', own?.credit?.text),
    textElement('description', abstract?.text, { role: 'drol:summary' }),
    textElement('description', own?.caption, { role: 'drol:caption' }),
  ]);
}

/** Subjects, people, organisations, places and events are all subjects, told apart by their type. */
function subjectsOf({ subjects, people, organisations, places, events }: Article): XmlElement[] {
  const typed = (type: string, list: readonly Concept[] | undefined): XmlElement[] =>
    (list ?? []).map((concept) => conceptOf('subject', concept, `cpnat:${type}`));
  const located = places?.map(({ name, scheme, code }) => ({
    name,
    ...(scheme === undefined ? {} : { scheme }),
    ...(code === undefined ? {} : { code }),
  }));
  return [
    ...typed('abstract', subjects),
    ...[...typed('person', people), ...typed('organisation', organisations)],
    ...[...typed('geoArea', located), ...typed('event', events)],
  ];
}

function conceptOf(element_: 'subject' | 'genre', concept: Concept, type?: string): XmlElement {
  const { uri, literal } = codeOf(concept);
  const qcode = qcodeOf(concept);
  const other = qcode === undefined && uri === undefined ? (literal ?? concept.name) : undefined;
  return element(element_, { type, qcode, uri: qcode === undefined ? uri : undefined, literal: other }, [
    textElement('name', concept.name),
  ]);
}

/** A code of a vocabulary that has a short name. */
function qcodeOf({ scheme, code }: Concept): string | undefined {
  return scheme !== undefined && ALIAS.test(scheme) && code !== undefined && /^\S+$/.test(code) ? `${scheme}:${code}` : undefined;
}

/** The document's own catalog, for vocabularies of agencies: an alias must lead to an address. */
function catalogOf({ subjects, genres, people, organisations, places, events, status }: Article): XmlElement | undefined {
  const concepts = [subjects, genres, people, organisations, places, events].flatMap((list): readonly Concept[] => list ?? []);
  const used = new Set(concepts.flatMap((concept) => (qcodeOf(concept) === undefined ? [] : [concept.scheme ?? ''])));
  const signals = status.kind === 'correction' ? ['wirecopy'] : [];
  const own = [...used, ...signals].filter((alias) => !isIptcScheme(alias)).sort();
  if (own.length === 0) return undefined;
  return element(
    'catalog',
    {},
    own.map((alias) => element('scheme', { alias, uri: `urn:wirecopy:scheme:${alias}:` })),
  );
}

function pageOfArticle(article: Article): XmlElement {
  const title = headlineOf(article);
  const figures = (article.media ?? []).filter((medium) => medium !== ownMedium(article)).flatMap(figureOf);
  return element('html', { xmlns: XHTML }, [
    element('head', {}, [element('title', {}, [title])]),
    element('body', {}, [...figures, ...inlineNodes(article.body.html, kept)]),
  ]);
}

/** The body's HTML is from our own allow-list; only links carry an attribute that says something. */
function kept(name: string, href: string | undefined): XmlElement {
  return element(name, name === 'a' ? { href } : {});
}

/** XHTML has no place for a credit: it stands in brackets behind the caption, unless it is in it. */
function captionWith(caption = '', credit = ''): string {
  return credit === '' || caption.includes(credit) ? caption : `${caption} (${credit})`.trimStart();
}

/** Pictures stand in the text, film and sound beside it. */
function isShown({ type }: Pick<Media, 'type'>): boolean {
  return type === 'picture' || type === 'graphic';
}

function figureOf({ type, renditions, caption, credit, alt }: Media): XmlElement[] {
  const main = renditions?.[0];
  if (main === undefined || !isShown({ type })) return [];
  const { href, width, height } = main;
  return [
    element('figure', {}, [
      element('img', { src: href, alt: alt ?? caption ?? '', width, height }),
      textElement('figcaption', captionWith(caption, credit?.text)),
    ]),
  ];
}

function remoteOf({ renditions }: Media): XmlElement[] {
  return addressesOf({ renditions }).map(({ href, mediaType, name, width, height, bytes }) =>
    element('remoteContent', {
      ...{ href, contenttype: mediaType, width, height, size: bytes },
      rendition: ALIAS.test(name) ? `rnd:${name}` : undefined,
    }),
  );
}
