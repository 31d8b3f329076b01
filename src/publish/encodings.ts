import type { Article } from '../article/article.ts';
import { Misconfigured } from '../faults.ts';
import type { Channel } from './channel.ts';
import { publicArticle } from './encodings/canonical.ts';
import { jsonFeedOf } from './encodings/json-feed.ts';
import { jsonLdOf } from './encodings/json-ld.ts';
import { newsmlG2Of } from './encodings/newsml-g2.ts';
import { ninjsOf } from './encodings/ninjs.ts';
import { nitfOf } from './encodings/nitf.ts';
import { plainTextOf } from './encodings/plain-text.ts';
import { rssOf } from './encodings/rss.ts';
import type { EncodedArticle } from './sink.ts';

/** A form that an article leaves in. `encode` is given the whole article and lets out its public part only. */
export interface Encoding {
  readonly name: string;
  readonly mediaType: string;
  /** Of files that hold it, without a dot. */
  readonly extension: string;
  readonly source: string;
  readonly encode: (article: Article) => string;
}

function encoding(
  [name, mediaType, extension]: readonly [string, string, string],
  source: string,
  write: (article: Article) => string,
): Encoding {
  return { name, mediaType, extension, source, encode: (article) => write(publicArticle(article)) };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const json = (value: unknown): string => JSON.stringify(value);
/** JSON-LD is written into a `script` of a page, which no text may end (HTML 4.12.1.3). */
const jsonInPage = (value: unknown): string => json(value).replaceAll('<', '\\u003c');

/** Every form of one article. */
export const encodings: readonly Encoding[] = [
  encoding(['canonical', JSON_TYPE, 'json'], 'schema/article-1.json', json),
  encoding(['ninjs', JSON_TYPE, 'ninjs.json'], 'IPTC ninjs 3.1', (article) => json(ninjsOf(article))),
  encoding(['newsml-g2', 'application/vnd.iptc.g2.newsitem+xml; charset=utf-8', 'g2.xml'], 'IPTC NewsML-G2 2.35', newsmlG2Of),
  encoding(['nitf', 'application/xml; charset=utf-8', 'nitf.xml'], 'IPTC NITF 3.6', nitfOf),
  encoding(['json-ld', 'application/ld+json; charset=utf-8', 'jsonld'], 'schema.org NewsArticle', (article) =>
    jsonInPage(jsonLdOf(article)),
  ),
  encoding(['text', 'text/plain; charset=utf-8', 'txt'], 'plain text for reading', plainTextOf),
];

/** A killed story: it stands in the stream under its id, with nothing in it. */
export interface GoneStory {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What a stream holds besides its articles. `next` is the address of older ones. */
export interface StreamRest {
  readonly gone?: readonly GoneStory[];
  readonly next?: string;
}

/** A form of the stream, newest first. */
export interface FeedEncoding {
  readonly name: string;
  readonly mediaType: string;
  readonly encode: (channel: Channel, articles: readonly Article[], more?: StreamRest) => string;
}

/** Every form of the stream. */
export const feedEncodings: readonly FeedEncoding[] = [
  {
    name: 'json-feed',
    mediaType: 'application/feed+json; charset=utf-8',
    encode: (channel, articles, { gone = [], next } = {}) => {
      const feed = jsonFeedOf(
        channel,
        articles.map(publicArticle),
        gone.map(({ id }) => id),
      );
      return json(next === undefined ? feed : { ...feed, next_url: next });
    },
  },
  {
    name: 'rss',
    mediaType: 'application/rss+xml; charset=utf-8',
    encode: (channel, articles, { gone = [] } = {}) =>
      rssOf(
        channel,
        articles.map(publicArticle),
        gone.map(({ id }) => id),
      ),
  },
];

/** An article in the form of that name. @throws {Misconfigured} `config.encoding` */
export function encoderOf(name: string): (article: Article) => EncodedArticle {
  const found = encodings.find((encoding) => encoding.name === name);
  if (found === undefined)
    throw new Misconfigured('config.encoding', {
      message: `No encoding is called ${name}`,
      hint: `Encodings: ${encodings.map((encoding) => encoding.name).join(', ')}`,
    });
  const { mediaType, extension, encode } = found;
  return (article) => ({ encoding: name, mediaType, extension, text: encode(article) });
}
