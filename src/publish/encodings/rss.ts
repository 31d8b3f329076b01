import { XMLBuilder } from 'fast-xml-parser';
import type { Article } from '../../article/article.ts';

/** Who publishes the stream. */
export interface Channel {
  readonly title: string;
  readonly link: string;
  readonly description: string;
}

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });

/** RSS 2.0 (RSS Advisory Board, 2009-03-30) of public articles, newest first; all text is escaped. */
export function rssOf(channel: Channel, articles: readonly Article[]): string {
  const tree = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    rss: { '@version': '2.0', channel: { ...channel, item: articles.map(itemOf) } },
  };
  return builder.build(tree);
}

function itemOf(article: Article): Record<string, unknown> {
  const published = article.times.published?.utc ?? article.times.versionCreated?.utc;
  return {
    title: article.headline.text ?? article.headline.fallback ?? '',
    guid: { '@isPermaLink': 'false', '#text': `${article.id}@${article.identity.revision ?? 0}` },
    ...(published == null ? {} : { pubDate: new Date(published).toUTCString() }),
    description: article.abstract?.text ?? article.body.blocks.find((block) => block.type === 'paragraph')?.text ?? '',
    category: (article.keywords ?? []).slice(0, 20),
  };
}
