import type { Article } from '../../article/article.ts';
import { defined } from '../../article/defined.ts';
import type { Media } from '../../article/media.ts';
import { addressesOf, headlineOf, madeAt, pageOf, uriOf } from '../article-facts.ts';

type Members = Record<string, unknown>;

/** schema.org NewsArticle of a public article, as JSON-LD for a page. */
export function jsonLdOf(article: Article): Members {
  const { times, body, dateline, provider, rights, identity, status } = article;
  const instant = times.published ?? times.versionCreated;
  return defined({
    '@context': 'https://schema.org',
    '@type': status.kind === 'press-release' ? 'Article' : 'NewsArticle',
    '@id': uriOf(article),
    identifier: article.id,
    url: pageOf(article),
    version: identity.revision ?? undefined,
    headline: headlineOf(article),
    alternativeHeadline: article.headline.alternatives?.[0]?.text,
    description: article.abstract?.text,
    inLanguage: article.language,
    datePublished: instant === undefined ? undefined : (instant.utc ?? undefined),
    dateModified: times.updated?.utc ?? madeAt(article),
    dateCreated: times.contentCreated?.utc ?? times.firstCreated?.utc ?? undefined,
    expires: status.expires?.utc ?? undefined,
    author: authorsOf(article),
    contributor: article.byline.contributors?.map(({ name }) => ({ '@type': 'Person', name })),
    dateline: dateline?.text ?? dateline?.raw ?? undefined,
    locationCreated: dateline?.cities.map(({ name, countryName, country }) =>
      defined({ '@type': 'Place', name, address: countryName ?? country }),
    ),
    contentLocation: article.places?.map(({ name }) => ({ '@type': 'Place', name })),
    sourceOrganization: { '@type': 'NewsMediaOrganization', name: provider.name },
    copyrightNotice: rights?.notice,
    copyrightHolder: rights?.holder === undefined ? undefined : { '@type': 'Organization', name: rights.holder },
    keywords: article.keywords,
    about: article.subjects?.flatMap(({ name }) => (name === undefined ? [] : [{ '@type': 'Thing', name }])),
    mentions: mentionsOf(article),
    wordCount: body.wordCount,
    articleBody: body.text,
    image: article.media?.filter(({ type }) => type === 'picture').map(imageOf),
    correction: status.kind === 'correction' ? article.status.markers.find(({ note }) => note !== undefined)?.note : undefined,
  });
}

/** A byline without a name is the organisation's. */
function authorsOf({ byline, provider }: Article): Members[] {
  if (byline.authors.length === 0) return [{ '@type': 'Organization', name: byline.agencies?.[0] ?? provider.name }];
  return byline.authors.map(({ name, title, organisation }) =>
    defined({
      '@type': 'Person',
      name,
      jobTitle: title,
      affiliation: organisation === undefined ? undefined : { '@type': 'Organization', name: organisation },
    }),
  );
}

function mentionsOf({ people, organisations }: Article): Members[] | undefined {
  const named = [
    ...(people ?? []).map(({ name }) => ({ '@type': 'Person', name })),
    ...(organisations ?? []).map(({ name }) => ({ '@type': 'Organization', name })),
  ].filter(({ name }) => name !== undefined);
  return named.length === 0 ? undefined : named;
}

function imageOf({ caption, alt, credit, renditions }: Media): Members {
  const [main] = addressesOf({ renditions });
  return defined({
    '@type': 'ImageObject',
    contentUrl: main?.href,
    width: main?.width,
    height: main?.height,
    caption: caption ?? alt,
    creditText: credit?.text,
    creator: credit?.photographers.map((name) => ({ '@type': 'Person', name })),
  });
}
