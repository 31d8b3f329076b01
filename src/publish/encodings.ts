import type { Article } from '../article/article.ts';
import type { Channel } from './channel.ts';
import { publicArticle } from './encodings/canonical.ts';
import { jsonFeedOf } from './encodings/json-feed.ts';
import { jsonLdOf } from './encodings/json-ld.ts';
import { newsmlG2Of } from './encodings/newsml-g2.ts';
import { ninjsOf } from './encodings/ninjs.ts';
import { nitfOf } from './encodings/nitf.ts';
import { plainTextOf } from './encodings/plain-text.ts';
import { rssOf } from './encodings/rss.ts';

/** A form that an article leaves in. `encode` is given the whole article and lets out its public part only. */
export interface Encoding {
  readonly name: string;
  readonly mediaType: string;
  readonly source: string;
  readonly encode: (article: Article) => string;
}

function encoding(name: string, mediaType: string, source: string, write: (article: Article) => string): Encoding {
  return { name, mediaType, source, encode: (article) => write(publicArticle(article)) };
}

const json = (value: unknown): string => JSON.stringify(value);

/** Every form of one article. */
export const encodings: readonly Encoding[] = [
  encoding('canonical', 'application/json; charset=utf-8', 'schema/article-1.json', json),
  encoding('ninjs', 'application/json; charset=utf-8', 'IPTC ninjs 3.1', (article) => json(ninjsOf(article))),
  encoding('newsml-g2', 'application/vnd.iptc.g2.newsitem+xml; charset=utf-8', 'IPTC NewsML-G2 2.35', newsmlG2Of),
  encoding('nitf', 'application/xml; charset=utf-8', 'IPTC NITF 3.6', nitfOf),
  encoding('json-ld', 'application/ld+json; charset=utf-8', 'schema.org NewsArticle', (article) => json(jsonLdOf(article))),
  encoding('text', 'text/plain; charset=utf-8', 'plain text for reading', plainTextOf),
];

/** A form of the stream, newest first. */
export interface FeedEncoding {
  readonly name: string;
  readonly mediaType: string;
  readonly encode: (channel: Channel, articles: readonly Article[]) => string;
}

/** Every form of the stream. */
export const feedEncodings: readonly FeedEncoding[] = [
  {
    name: 'json-feed',
    mediaType: 'application/feed+json; charset=utf-8',
    encode: (channel, articles) => json(jsonFeedOf(channel, articles.map(publicArticle))),
  },
  {
    name: 'rss',
    mediaType: 'application/rss+xml; charset=utf-8',
    encode: (channel, articles) => rssOf(channel, articles.map(publicArticle)),
  },
];
