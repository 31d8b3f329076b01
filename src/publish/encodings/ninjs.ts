import type { Article } from '../../article/article.ts';
import type { Concept } from '../../article/concept.ts';
import { defined, orNothing } from '../../article/defined.ts';
import type { Media } from '../../article/media.ts';
import { bylineOf, codeOf, headlineOf, isUri, madeAt, uriOf } from '../article-facts.ts';

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
    pubStatus: PUB_STATUS[status.effective],
    urgency: article.urgency?.value ?? undefined,
    language: article.language,
    slugline: article.slugline,
    title: article.title,
    headlines: [
      { role: 'main', contentType: 'text/plain', value: headlineOf(article) },
      ...(headline.alternatives ?? []).map(({ role, text }) => ({ role, contentType: 'text/plain', value: text })),
    ],
    descriptions: abstract === undefined ? undefined : [{ role: 'abstract', contentType: 'text/plain', value: abstract.text }],
    by: bylineOf(article),
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
    associations: article.media?.map((media) => associationOf(media, article)),
  });
}

/** An embargo is a moment in ninjs, no status. */
const PUB_STATUS: Readonly<Record<Article['status']['effective'], string>> = {
  ...{ usable: 'usable', embargoed: 'usable', withheld: 'withheld', canceled: 'canceled', superseded: 'canceled' },
};

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
    descriptions: caption === undefined ? undefined : [{ role: 'caption', contentType: 'text/plain', value: caption }],
    by: credit?.text,
    usageTerms: credit?.restriction ?? media.restrictions?.join('; '),
    renditions: renditions
      ?.filter(({ href }) => isUri(href))
      .map(({ name, href, mediaType, width, height, bytes, duration }) =>
        defined({ name, href, contentType: mediaType, width, height, sizeInBytes: bytes, duration }),
      ),
  });
}
