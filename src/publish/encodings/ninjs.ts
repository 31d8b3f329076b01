import type { Article } from '../../article/article.ts';
import type { Concept } from '../../article/concept.ts';
import { defined, orNothing } from '../../article/defined.ts';
import type { Media } from '../../article/media.ts';
import { addressesOf, bylineOf, codeOf, headlineOf, isUri, madeAt, ownMedium, pubStatusOf, uriOf } from '../article-facts.ts';

type Members = Record<string, unknown>;

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';
/** What ninjs cannot say travels beside what it can. */
const CANONICAL = 'application/vnd.wirecopy.article+json';

const TYPES: Readonly<Record<Article['type'], string>> = {
  ...{ text: 'text', picture: 'picture', graphic: 'graphic', audio: 'audio', video: 'video', composite: 'composite' },
  ...{ package: 'composite', event: 'event', planning: 'planning', data: 'component' },
};

/** IPTC ninjs 3.1 of a public article. The whole article is in the body with the role `canonical`, so nothing is lost. */
export function ninjsOf(article: Article): Members {
  const { identity, status, times, headline, abstract, body, rights, dateline } = article;
  const own = ownMedium(article);
  return defined({
    uri: uriOf(article),
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    type: TYPES[article.type],
    representationType: body.truncated ? 'partial' : 'full',
    version: String(identity.revision ?? identity.version ?? 1),
    versionCreated: madeAt(article),
    firstCreated: times.firstCreated?.utc ?? undefined,
    contentCreated: times.contentCreated?.utc ?? undefined,
    embargoedUntil: status.embargo?.until.utc ?? undefined,
    expires: status.expires?.utc ?? undefined,
    pubStatus: pubStatusOf(article),
    urgency: article.urgency?.value ?? undefined,
    language: article.language,
    slugline: article.slugline,
    title: article.title,
    headlines: [
      { role: 'main', contentType: 'text/plain', value: headlineOf(article) },
      ...(headline.alternatives ?? []).map(({ role, text }) => ({ role, contentType: 'text/plain', value: text })),
    ],
    descriptions: orNothing([...descriptionOf('summary', abstract?.text), ...descriptionOf('caption', own?.caption)]),
    by: own?.credit?.text ?? bylineOf(article),
    located: dateline?.cities[0]?.name,
    bodies: [
      { role: 'main', contentType: 'text/html', charCount: body.charCount, wordCount: body.wordCount, value: body.html },
      { role: 'text', contentType: 'text/plain', value: body.text },
      { role: 'canonical', contentType: CANONICAL, value: JSON.stringify(article) },
    ],
    copyrightHolder: rights?.holder,
    copyrightNotice: rights?.notice,
    usageTerms: rights?.terms,
    rightsInfo: rights?.link !== undefined && isUri(rights.link) ? { linkedRights: rights.link } : undefined,
    ...conceptsOf(article),
    infoSources: sourcesOf(article),
    altIds: identity.altIds,
    renditions: own?.renditions === undefined ? undefined : renditionsOf(own),
    associations: orNothing((article.media ?? []).filter((media) => media !== own).map((media) => associationOf(media, article))),
  });
}

function conceptsOf({ subjects, keywords, people, organisations, places, events, objects, genres, byline }: Article): Members {
  const authors = byline.authors.map(({ name, role }) => ({ name, rel: role }));
  const words = (keywords ?? []).map((name) => ({ name, rel: 'keyword' }));
  const located = places?.map(({ name, rel, scheme, code }) => defined({ name, rel, ...codeOf(defined({ scheme, code })) }));
  return {
    subjects: orNothing([...(subjects ?? []).map(subjectOf), ...words]),
    people: orNothing([...(people ?? []).map(conceptOf), ...authors]),
    organisations: organisations?.map(conceptOf),
    places: located,
    events: events?.map(conceptOf),
    objects: objects?.map(conceptOf),
    genres: genres?.map(({ name, ...concept }) => defined({ name, ...codeOf(concept) })),
  };
}

function conceptOf(concept: Concept): Members {
  return defined({ name: concept.name, rel: concept.rel, ...codeOf(concept) });
}

/** Shares are percents in ninjs. */
function subjectOf(concept: Concept): Members {
  const { relevance, confidence, creator } = concept;
  return defined({ ...conceptOf(concept), creator, relevance: percentOf(relevance), confidence: percentOf(confidence) });
}

function percentOf(share: number | undefined): number | undefined {
  return share === undefined || share < 0 || share > 100 ? undefined : Math.round(share <= 1 ? share * 100 : share);
}

function sourcesOf({ agencies, provider }: Article): Members[] {
  const own = defined({ name: provider.name, role: 'provider', literal: provider.code });
  return [
    own,
    ...(agencies ?? []).map(({ name, role, code, uri }) =>
      defined({ name, role, ...(uri !== undefined && isUri(uri) ? { uri } : { literal: code }) }),
    ),
  ];
}

function associationOf(media: Media, article: Article): Members {
  const { id, guid, type, caption, credit, headline, renditions } = media;
  return defined({
    name: id,
    rel: 'media',
    uri: guid !== undefined && isUri(guid) ? guid : `${uriOf(article)}#${encodeURIComponent(id)}`,
    type: type === 'document' ? 'component' : type,
    headlines: headline === undefined ? undefined : [{ role: 'main', value: headline }],
    descriptions: orNothing(descriptionOf('caption', caption)),
    by: credit?.text,
    usageTerms: credit?.restriction ?? media.restrictions?.join('; '),
    renditions: renditions === undefined ? undefined : renditionsOf(media),
  });
}

function renditionsOf(media: Media): Members[] {
  return addressesOf(media).map(({ name, href, mediaType, width, height, bytes, duration }) =>
    defined({ name, href, contentType: mediaType, width, height, sizeInBytes: bytes, duration }),
  );
}

function descriptionOf(role: string, value: string | undefined): Members[] {
  return value === undefined ? [] : [{ role, contentType: 'text/plain', value }];
}
