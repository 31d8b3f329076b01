import type { Article } from '../../article/article.ts';
import type { Concept } from '../../article/concept.ts';
import type { Media } from '../../article/media.ts';
import { bylineOf, codeOf, headlineOf, madeAt, pageOf, uriOf } from '../article-facts.ts';
import { element, inlineNodes, textElement, writeXml, type XmlElement } from '../xml-writer.ts';

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/';
const XHTML = 'http://www.w3.org/1999/xhtml';
const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml';

/** Kinds of items of the NewsCodes `ninat`. */
const CLASSES: Readonly<Record<Article['type'], string>> = {
  ...{ text: 'text', picture: 'picture', graphic: 'graphic', audio: 'audio', video: 'video', composite: 'composite' },
  ...{ package: 'composite', event: 'text', planning: 'text', data: 'text' },
};
const PUB_STATUS: Readonly<Record<Article['status']['effective'], string>> = {
  ...{ usable: 'usable', embargoed: 'usable', withheld: 'withheld', canceled: 'canceled', superseded: 'canceled' },
};

/** IPTC NewsML-G2 2.35 of a public article: one `newsItem` with its text as XHTML, pictures as figures in it. */
export function newsmlG2Of(article: Article): string {
  const attributes = {
    ...{ xmlns: NAMESPACE, guid: uriOf(article), version: article.identity.revision ?? 1, 'xml:lang': article.language ?? 'und' },
    ...{ standard: 'NewsML-G2', standardversion: '2.35', conformance: 'power', dir: article.dir },
  };
  return writeXml(
    element('newsItem', attributes, [
      element('catalogRef', { href: CATALOG }),
      rightsOf(article),
      itemMetaOf(article),
      contentMetaOf(article),
      element('contentSet', {}, [element('inlineXML', { contenttype: 'application/xhtml+xml' }, [pageOfArticle(article)])]),
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
    element('pubStatus', { qcode: `stat:${PUB_STATUS[status.effective]}` }),
    textElement('title', title),
    status.kind === 'correction' ? element('signal', { qcode: 'sig:correction' }) : undefined,
    web === undefined ? undefined : element('link', { rel: 'irel:seeAlso', href: web }),
  ]);
}

function contentMetaOf(article: Article): XmlElement {
  const { urgency, times, dateline, agencies, byline, identity, language, abstract, slugline } = article;
  const place = dateline?.cities[0];
  return element('contentMeta', {}, [
    urgency?.value == null ? undefined : element('urgency', {}, [String(urgency.value)]),
    textElement('contentCreated', times.contentCreated?.utc ?? undefined),
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
    textElement('description', abstract?.text, { role: 'drol:summary' }),
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
  return element(element_, { type, uri, literal: uri === undefined ? (literal ?? concept.name) : undefined }, [
    textElement('name', concept.name),
  ]);
}

function pageOfArticle(article: Article): XmlElement {
  const title = headlineOf(article);
  return element('html', { xmlns: XHTML }, [
    element('head', {}, [element('title', {}, [title])]),
    element('body', {}, [...(article.media ?? []).flatMap(figureOf), ...inlineNodes(article.body.html, kept)]),
  ]);
}

/** The body's HTML is from our own allow-list; only links carry an attribute that says something. */
function kept(name: string, href: string | undefined): XmlElement {
  return element(name, name === 'a' ? { href } : {});
}

function figureOf({ type, renditions, caption, credit, alt }: Media): XmlElement[] {
  const main = renditions?.[0];
  if (main === undefined || (type !== 'picture' && type !== 'graphic')) return [];
  const { href, width, height } = main;
  const words = [caption, credit?.text].filter((part) => part !== undefined && part !== '');
  return [
    element('figure', {}, [
      element('img', { src: href, alt: alt ?? caption ?? '', width, height }),
      words.length === 0 ? undefined : element('figcaption', {}, [words.join(' ')]),
    ]),
  ];
}
